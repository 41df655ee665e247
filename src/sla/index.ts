export { isEmptyEscalation, readEscalation } from './escalation.ts';
export type * from './meaning.ts';
export { readSla, type SlaOptions } from './phrase/read.ts';
