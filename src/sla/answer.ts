/** What `mops sla` and `mops due` answer: text for people, fields for machines, and the exit code. */

import { readArrival } from './arrival.ts';
import { describeSla, warningWords } from './describe.ts';
import { limitInEnglish } from './in-english.ts';
import { segmentsOf } from './limits-in.ts';
import type { BusinessCalendar, CalendarBook, SlaMeaning, SlaReading } from './meaning.ts';
import { printSla } from './phrase/print.ts';
import { readSla, type SlaOptions } from './phrase/read.ts';
import { meaningRow } from './row.ts';
import { type CalendarSource, readCalendar } from './time/calendar.ts';
import { dueAt } from './time/due.ts';
import type { Due } from './time/walk.ts';
import { worstWall } from './time/worst.ts';
import { dayNumber, isoInZone, weekday } from './time/zone.ts';

export interface SlaAnswer {
  readonly text: string;
  readonly json: { readonly [field: string]: unknown };
  /** 0 answered, 1 the phrase is no limit, 2 something about the question or the config is wrong. */
  readonly exit: 0 | 1 | 2;
}

/** A reading as a line of the conformance table: what `mops sla --format json` prints. */
export function rowOf(phrase: string, reading: SlaReading): { readonly [field: string]: unknown } {
  if (!reading.ok) return { phrase, ok: false, code: reading.code, message: reading.message };
  const { warnings } = reading.meaning;
  const { warnings: _all, ...fields } = meaningRow(reading.meaning);
  const [warn] = warnings;
  return {
    phrase,
    ok: true,
    ...fields,
    ...(warn === undefined ? {} : { warn }),
    ...(warnings.length > 1 ? { warnings } : {}),
  };
}

export interface SlaQuestion extends SlaOptions {
  /** `calendar` of the config, for the worst wait. */
  readonly calendar?: CalendarSource | undefined;
}

/** `mops sla "<phrase>"`. Without a stage at hand a refusal of "immediate" names a BDR, the usual first owner. */
export function answerSla(phrase: string, question: SlaQuestion = {}): SlaAnswer {
  const reading = readSla(phrase, { owner: 'BDR', ...question });
  const json = rowOf(phrase, reading);
  if (!reading.ok) {
    const english = limitInEnglish(phrase);
    const instead = english === null ? '' : `  In English: '${english}'.\n`;
    return { text: `Not a limit (${reading.code}). ${reading.message}\n${instead}`, json, exit: 1 };
  }
  const source = question.calendar ?? {};
  const lines = describeSla(reading.meaning, source.default ?? null);
  const read = readCalendar(source);
  const calendar = read.ok ? read.calendar : null;
  const worst = worstWords(reading.meaning, calendar, source.default ?? null, question.calendars);
  // What the config says is no longer open.
  const settled = { 'calendar-unstated': source.default, 'needs-timezone': source.zone };
  const open = reading.meaning.warnings.filter(
    (warning) => warning === 'many-business-hours' || settled[warning] === undefined,
  );
  return {
    text: [
      printSla(reading.meaning),
      ...lines.map((line) => `  ${line}`),
      ...(worst === null ? [] : [`  ${worst}`]),
      ...open.map((warning) => `  Warning (${warning}): ${warningWords(warning)}`),
      '',
    ].join('\n'),
    json,
    exit: 0,
  };
}

function worstWords(
  meaning: SlaMeaning,
  calendar: BusinessCalendar | null,
  defaultCalendar: 'wall' | 'business' | null,
  calendars: CalendarBook | undefined,
): string | null {
  if (calendar === null || meaning.kind === 'none') return null;
  const worst = worstWall(meaning, calendar, {
    defaultCalendar,
    ...(calendars === undefined ? {} : { calendars: calendars.named }),
  });
  if (!worst.ok || worst.arrival === null) return null;
  const { zone } = calendar;
  return `At worst a lead waits ${lengthWords(worst.wallMinutes)}: one that arrives ${moment(zone, worst.arrival)} is due ${moment(zone, worst.due ?? 0)} (${zone}).`;
}

export interface DueQuestion extends SlaOptions {
  /** The limit as written in the entry or on the command line. */
  readonly phrase: string;
  /** `2026-03-13T16:30` in the zone, or with an offset. */
  readonly arrival: string;
  /** `calendar` of the config. */
  readonly calendar?: CalendarSource | undefined;
  /** Stands in for the config's zone. */
  readonly zone?: string | undefined;
  readonly segment?: string | undefined;
}

/** `mops due`: `{due, zone, wallMinutes, limit}`, and per segment where the limit has segments and none is asked for. */
export function answerDue(question: DueQuestion): SlaAnswer {
  const reading = readSla(question.phrase, { owner: 'BDR', ...question });
  if (!reading.ok) return failed(reading.message, 1);
  const { meaning } = reading;
  const source = question.calendar ?? {};
  const read = readCalendar(source, question.zone);
  if (!read.ok) return failed(read.issues.map(({ message }) => message).join('\n'), 2);
  const { calendar } = read;
  const { on, tz } = meaning.kind === 'none' ? {} : meaning;
  const own = on === undefined ? undefined : question.calendars?.named.get(on);
  const known = own?.zone ?? calendar?.zone ?? tz ?? null;
  const arrival = readArrival(question.arrival, known);
  if (!arrival.ok) return failed(arrival.message, 2);
  const zone = known ?? 'UTC';
  const ask = (segment: string | undefined): Due =>
    dueAt(meaning, calendar, arrival.instant, {
      defaultCalendar: source.default ?? null,
      ...(question.calendars === undefined ? {} : { calendars: question.calendars.named }),
      ...(segment === undefined ? {} : { segment }),
    });
  const names = segmentsOf(meaning).map((one) => one.segment);
  const segments = question.segment === undefined ? names : [];
  const limit = printSla(meaning);
  const opening = [
    `Arrives ${moment(zone, arrival.instant)} (${zone}).`,
    ...(arrival.note === null ? [] : [arrival.note]),
  ];
  if (segments.length > 0) return answerSegments({ segments, ask, zone, limit, opening });
  const due = ask(question.segment);
  if (!due.ok) return failed(due.message, due.reason === 'no-limit' ? 1 : 2);
  return {
    text: `${[...opening, dueWords(zone, due, limit), ''].join('\n')}`,
    json: {
      due: isoInZone(zone, due.due),
      zone,
      wallMinutes: rounded(due.wallMinutes),
      limit,
      ...(question.segment === undefined ? {} : { segment: question.segment }),
      ...(arrival.note === null ? {} : { note: arrival.note }),
    },
    exit: 0,
  };
}

function answerSegments(found: {
  readonly segments: readonly string[];
  readonly ask: (segment: string) => Due;
  readonly zone: string;
  readonly limit: string;
  readonly opening: readonly string[];
}): SlaAnswer {
  const lines: string[] = [];
  const rows: unknown[] = [];
  for (const segment of found.segments) {
    const due = found.ask(segment);
    if (!due.ok) return failed(due.message, 2);
    lines.push(dueWords(found.zone, due, segment));
    rows.push({ segment, due: isoInZone(found.zone, due.due), wallMinutes: rounded(due.wallMinutes) });
  }
  return {
    text: [...found.opening, ...lines, ''].join('\n'),
    json: { due: null, zone: found.zone, wallMinutes: null, limit: found.limit, segments: rows },
    exit: 0,
  };
}

function dueWords(zone: string, due: Extract<Due, { ok: true }>, what: string): string {
  return `Due ${moment(zone, due.due)}, ${lengthWords(due.wallMinutes)} later on the wall clock (${what}).`;
}

function failed(message: string, exit: 1 | 2): SlaAnswer {
  return { text: `${message}\n`, json: { error: message }, exit };
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** `Fri 2026-03-13 16:30`. */
function moment(zone: string, instant: number): string {
  const iso = isoInZone(zone, instant);
  const date = iso.slice(0, 10);
  return `${weekdays[weekday(dayNumber(date)) - 1]} ${date} ${iso.slice(11, 16)}`;
}

/** Minutes in words: `65 h`, `45 h 30 min`, `20 min`. */
export function lengthWords(minutes: number): string {
  const whole = Math.round(minutes);
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

function rounded(minutes: number): number {
  return Math.round(minutes * 1e6) / 1e6;
}
