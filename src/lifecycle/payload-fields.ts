import { type FieldName, handoff } from '../language/tables/fields.ts';
import type { Payload } from './model.ts';

export interface PayloadPart {
  readonly key: keyof Payload;
  readonly name: FieldName;
  /** As the template writes it: "Touchpoint history". */
  readonly label: string;
}

const names = [
  ['source', 'payload.source'],
  ['touchpointHistory', 'payload.touchpointHistory'],
  ['bestFitSignals', 'payload.bestFitSignals'],
  ['disqualifiers', 'payload.disqualifiers'],
  ['openQuestions', 'payload.openQuestions'],
] as const satisfies readonly (readonly [keyof Payload, FieldName])[];

/** What goes with a lead, in the template's order (SEED step 5). */
export const payloadFields: readonly PayloadPart[] = names.map(([key, name]) => ({
  key,
  name,
  label: handoff[name]?.[0] ?? key,
}));
