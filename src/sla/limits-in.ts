/** Questions about the limits within a meaning. */

import type { SlaCalendar, SlaLimit, SlaMeaning, SlaSegment } from './meaning.ts';

/** Every single limit of a meaning: one, those of its segments, or those of its two clocks. */
export function limitsIn(meaning: SlaMeaning): readonly SlaLimit[] {
  switch (meaning.kind) {
    case 'none':
      return [];
    case 'cutoff':
      return [meaning.before, meaning.after];
    case 'conditional':
      return [meaning.inside, meaning.outside];
    case 'segments':
      return meaning.segments.map(({ limit }) => limit);
    default:
      return [meaning];
  }
}

/** The segments a limit tells apart, none for one that holds for all leads. */
export function segmentsOf(meaning: SlaMeaning): readonly SlaSegment[] {
  return meaning.kind === 'segments' ? meaning.segments : [];
}

/**
 * The calendar that a limit says it runs on, for a segment where it has some. Two clocks and a cutoff run on the
 * team's hours; null where it has no limit, or several on different calendars and no segment is named.
 */
export function calendarOf(meaning: SlaMeaning, segment: string | null = null): SlaCalendar | null {
  if (meaning.kind === 'cutoff' || meaning.kind === 'conditional') return 'business';
  const own = segmentsOf(meaning).find((one) => one.segment === segment);
  const calendars = new Set((own === undefined ? limitsIn(meaning) : [own.limit]).map((one) => one.calendar));
  const [only] = calendars;
  return calendars.size === 1 && only !== undefined ? only : null;
}
