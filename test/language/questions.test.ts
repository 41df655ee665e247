/** Questions that people head the fields of an entry with (`src/language/tables/questions.ts`). */
import { expect, test } from 'vitest';
import { FieldWords } from '../../src/language/fields.ts';
import { askedFor } from '../../src/language/tables/questions.ts';

const words = new FieldWords({});
const asks = (kind: 'stage' | 'handoff', label: string) => words.meant(kind, label)?.name ?? null;

test.each([
  ['Who owns it?', 'owner'],
  ['Who is responsible for the lead?', 'owner'],
  ['Whose job is it?', 'owner'],
  ['Who’s in charge?', 'owner'],
  ['When does a lead come in?', 'entry'],
  ['How does a lead get here?', 'entry'],
  ['When is it an MQL, what qualifies?', 'entry'],
  ['What makes a lead enter this stage ?', 'entry'],
  ['When does it move on?', 'progression'],
  ['What comes next?', 'progression'],
  ['When does a lead leave?', 'disqualification'],
  ['When is it thrown out?', 'disqualification'],
  ['Who is no fit?', 'disqualification'],
  ['How fast?', 'sla'],
  ['How soon do we answer？', 'sla'],
  ['By when?', 'sla'],
  ['And if nobody does?', 'escalation'],
  ['What happens when we are late?', 'escalation'],
  ['Who is told if we miss it?', 'escalation'],
] as const)('"%s" of a stage asks for its %s', (label, field) => {
  expect(asks('stage', label)).toBe(field);
});

test.each([
  ['What triggers it?', 'trigger'],
  ['When is the lead handed over?', 'trigger'],
  ['What is passed on?', 'payload'],
  ['What goes with the lead?', 'payload'],
  ['What context does the AE get?', 'payload'],
  ['What if the AE says no?', 'rejection'],
  ['What happens to rejected leads?', 'rejection'],
  ['How quickly?', 'sla'],
] as const)('"%s" of a handoff asks for its %s', (label, field) => {
  expect(asks('handoff', label)).toBe(field);
});

test.each([
  'Why does it exist?',
  'Any questions?',
  'Which tools do we use?',
  'What does it cost?',
  'Who invented this?',
  'Where is the dashboard?',
  'Really?',
])('"%s" asks for no field', (label) => {
  expect(asks('stage', label)).toBeNull();
});

test('without its sign a question is a label like any other', () => {
  expect(asks('stage', 'Who owns it')).toBeNull();
  expect(askedFor('Who owns it?', () => false)).toBeNull();
});
