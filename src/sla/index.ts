export { isEmptyEscalation, readEscalation } from './escalation.ts';
export type * from './meaning.ts';
export { readSla, type SlaOptions } from './phrase/read.ts';
export {
  type CalendarIssue,
  type CalendarReading,
  type CalendarSource,
  readCalendar,
  workingDayMinutes,
  zoneProblem,
} from './time/calendar.ts';
