import type { SlaCalendar, SlaTerms, SlaUnit } from '../meaning.ts';

/** One limit of a phrase while it is being read. A phrase with segments or two clocks has several. */
export interface LimitDraft {
  kind: 'duration' | 'deadline' | 'instant';
  amount: number;
  unit: SlaUnit;
  calendar: SlaCalendar;
  day: 0 | 1;
  /** `close`, `open` or HH:MM. */
  by: string;
  /** The deadline is the end of a day whose zone nobody names (`EOD`). */
  endOfDay: boolean;
  recurrence: SlaTerms['recurrence'];
  anchor?: string;
  action?: string;
  max?: number;
  attainment?: number;
  tz?: string;
  /** Name of the configured calendar, in lower case. */
  on?: string;
  segment?: string;
  /** The segment's name stood in a bracket, where it may also be a remark. */
  bracketed?: boolean;
  when?: 'in-hours' | 'otherwise';
  /** The time of "if received before …". */
  cutoff?: string;
  /** Said to be done by software. */
  automated: boolean;
  /** The limit alone as written, for messages: `1 business hour`. */
  text: string;
}

/** An amount with its unit, as it is counted: `1 h` of `1 h 30 m`. */
export interface Measured {
  readonly amount: number;
  readonly unit: SlaUnit;
}

/** A limit before anything of it is read: 0 minutes on an unstated calendar. */
export function emptyDraft(): LimitDraft {
  return {
    kind: 'duration',
    amount: 0,
    unit: 'minute',
    calendar: 'unstated',
    day: 0,
    by: 'close',
    endOfDay: false,
    recurrence: 'once',
    automated: false,
    text: '',
  };
}
