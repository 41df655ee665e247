export {
  type Answer,
  answerDue,
  answerSla,
  type DueQuestion,
  lengthWords,
  rowOf,
  type SlaQuestion,
} from './answer.ts';
export { type CompareOptions, comparable, compareLimits } from './compare.ts';
export { deadlineWords, meaningRow } from './deadline-words.ts';
export { describeSla, hoursInDays, warningWords } from './describe.ts';
export { isEmptyEscalation, readEscalation } from './escalation/read.ts';
export type * from './meaning.ts';
export { printSla } from './phrase/print.ts';
export { readSla, type SlaOptions } from './phrase/read.ts';
export { isHotter } from './segment.ts';
export {
  type CalendarIssue,
  type CalendarReading,
  type CalendarSource,
  readBook,
  readCalendar,
} from './time/calendar.ts';
export { type Due, type DueOptions, dueAt } from './time/due.ts';
export { workingDayMinutes } from './time/open.ts';
export { type Worst, worstWall } from './time/worst.ts';
export { isoInZone, type LocalTime, localTime } from './time/zone.ts';
export { zoneProblem } from './zone-name.ts';
