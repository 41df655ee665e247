import type { SlaUnit } from './meaning.ts';

/** Weekdays as the config calls them, Monday first. */
export const weekdayKeys = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Minutes of each unit round the clock. A business day has other minutes: those of the calendar. */
export const minutesIn: { readonly [unit in SlaUnit]: number } = {
  minute: 1,
  hour: 60,
  day: 1440,
  week: 10080,
};
