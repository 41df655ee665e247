export {
  answerDue,
  answerSla,
  rowOf,
  type SlaAnswer,
} from './answer.ts';
export { rankLimits } from './compare.ts';
export { describeSla, hoursInDays } from './describe.ts';
export { longerBy, stepDue } from './escalation/due.ts';
export { isEmptyEscalation, readEscalation } from './escalation/read.ts';
export { limitInEnglish } from './in-english.ts';
export { meaningKey } from './key.ts';
export { calendarOf, segmentsOf } from './limits-in.ts';
export type * from './meaning.ts';
export { printSla } from './phrase/print.ts';
export { readSla } from './phrase/read.ts';
export { deadlineWords, meaningRow } from './row.ts';
export { isHotter } from './segment.ts';
export {
  type CalendarSource,
  readBook,
  readCalendar,
} from './time/calendar.ts';
export { type DueOptions, dueAt, limitCalendar } from './time/due.ts';
export { workingDayMinutes } from './time/open.ts';
export type { Due } from './time/walk.ts';
export { worstWall } from './time/worst.ts';
export { isoInZone, localTime } from './time/zone.ts';
export { zoneProblem } from './zone-name.ts';
