/** A meaning as plain data: the fields of the conformance table and of the exports. */

import type { SlaCalendar, SlaDeadline, SlaLimit, SlaMeaning, SlaTerms, SlaUnit } from './meaning.ts';

/** One limit of several: `when` it holds, or for which `segment`. A deadline is in words. */
interface PartRow {
  readonly when?: 'in-hours' | 'before-cutoff' | 'otherwise';
  readonly segment?: string;
  readonly amount?: number;
  readonly unit?: SlaUnit;
  readonly calendar?: SlaCalendar;
  readonly tz?: string;
  readonly on?: string;
  readonly deadline?: string;
}

/** `amount` and `unit` are null unless it is one duration; `calendar` is `mixed` where segments run on several. */
export interface SlaRow extends SlaTerms {
  readonly kind: SlaMeaning['kind'];
  readonly amount: number | null;
  readonly unit: SlaUnit | null;
  readonly calendar: SlaCalendar | 'mixed' | null;
  readonly reason?: string;
  readonly day?: 0 | 1;
  readonly by?: string;
  readonly cutoff?: string;
  readonly parts?: readonly PartRow[];
}

/** A deadline in the words of the conformance table: `same business day`, `next business day 09:00`, `next business day open`. */
export function deadlineWords({ day, by, calendar }: SlaDeadline): string {
  const kind = calendar === 'business' ? 'business ' : calendar === 'wall' ? 'calendar ' : '';
  const words = `${day === 0 ? 'same' : 'next'} ${kind}day`;
  return by === 'close' ? words : `${words} ${by}`;
}

/** The flat row of a meaning, for exports and the conformance table: amount in its unit, null for what it has not. */
export function meaningRow(meaning: SlaMeaning): SlaRow {
  const bare = { kind: meaning.kind, amount: null, unit: null };
  if (meaning.kind === 'none') {
    const { reason, warnings } = meaning;
    const said = reason === undefined ? {} : { reason };
    return { ...bare, calendar: null, recurrence: 'once', warnings, ...said };
  }
  const { recurrence, anchor, action, max, attainment, tz, on, warnings } = meaning;
  const said = {
    recurrence,
    ...(anchor === undefined ? {} : { anchor }),
    ...(action === undefined ? {} : { action }),
    ...(max === undefined ? {} : { max }),
    ...(attainment === undefined ? {} : { attainment }),
    ...(meaning.kind === 'deadline' ? { day: meaning.day, by: meaning.by } : {}),
    ...(tz === undefined ? {} : { tz }),
    ...(on === undefined ? {} : { on }),
  };
  switch (meaning.kind) {
    case 'duration': {
      const { kind, amount, unit, calendar } = meaning;
      return { kind, amount, unit, calendar, ...said, warnings };
    }
    case 'deadline':
    case 'instant':
      return { ...bare, calendar: meaning.calendar, ...said, warnings };
    case 'cutoff': {
      const { before, after, cutoff } = meaning;
      const usual = isUsual(before, 0) && isUsual(after, 1);
      const parts: readonly PartRow[] = [
        { when: 'before-cutoff', ...partRow(before) },
        { when: 'otherwise', ...partRow(after) },
      ];
      return { ...bare, calendar: 'business', ...said, cutoff, ...(usual ? {} : { parts }), warnings };
    }
    case 'conditional': {
      const { inside, outside } = meaning;
      const usual = outside.kind === 'deadline' ? 'business' : outside.kind === 'instant' ? null : 'wall';
      const parts: readonly PartRow[] = [
        { when: 'in-hours', ...partRow(inside, inside.calendar !== 'business') },
        { when: 'otherwise', ...partRow(outside, usual !== null && outside.calendar !== usual) },
      ];
      return { ...bare, calendar: 'business', ...said, parts, warnings };
    }
    case 'segments': {
      const calendars = new Set(meaning.segments.map(({ limit }) => limit.calendar));
      const [only] = calendars;
      const mixed = calendars.size > 1 || only === undefined;
      const parts = meaning.segments.map(({ segment, limit, ...own }): PartRow => {
        const { deadline, ...length } = partRow(limit, mixed);
        return { segment, ...length, ...own, ...(deadline === undefined ? {} : { deadline }) };
      });
      return { ...bare, calendar: mixed ? 'mixed' : only, ...said, parts, warnings };
    }
  }
}

/** Close of business of that day: what a cutoff means when it does not say more. */
function isUsual({ day, by, calendar }: SlaDeadline, usual: 0 | 1): boolean {
  return day === usual && by === 'close' && calendar === 'business';
}

function partRow(limit: SlaLimit, withCalendar = false): PartRow {
  const calendar = withCalendar ? { calendar: limit.calendar } : {};
  if (limit.kind === 'deadline') return { ...calendar, deadline: deadlineWords(limit) };
  if (limit.kind === 'instant') return { amount: 0, unit: 'minute', ...calendar };
  return { amount: limit.amount, unit: limit.unit, ...calendar };
}
