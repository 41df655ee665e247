/** Numbers still to be written, times that no clock tells, headings of other times, and remarks behind a list. */
import { expect, test } from 'vitest';
import { looseTime } from '../../src/language/tables/loose-times.ts';
import { isRemark, tellsOfOthers } from '../../src/language/tables/notes.ts';
import { isOpenNumber, openNumber } from '../../src/language/tables/open-numbers.ts';

test.each([
  ['after XX attempts', 'XX'],
  ['?? business hours', '??'],
  ['within ___ minutes', '___'],
  ['XX to YY people', 'XX'],
  ['n days of silence', 'n'],
  ['NN%', 'NN'],
  ['budget above $XX', '$XX'],
  ['### seats', '###'],
])('%s has a number still to be written', (text, sign) => {
  expect(openNumber(text)).toBe(sign);
  expect(isOpenNumber(sign)).toBe(true);
});

test.each([
  'after 5 attempts',
  '3 x calls',
  '3x visits in 2 weeks',
  'Who signs? By when?',
  'n/a days are none',
  'C# teams, F# users',
  'the plan X, and Y',
  '#bdr-alerts',
  'XXL customers',
])('%s has none', (text) => {
  expect(openNumber(text)).toBeNull();
});

test.each([
  ['the next morning reassign to AE', 'the next morning'],
  ['Tomorrow the manager calls', 'Tomorrow'],
  ['by the end of the week', 'by the end of the week'],
  ['later notify the AE', 'later'],
  ['at noon reassign to the AE', 'at noon'],
  ['by 5 pm the BDR lead reassigns', 'by 5 pm'],
  ['before lunch ping #sales', 'before lunch'],
  ['At 16:30 notify the manager', 'At 16:30'],
  ['in the evening notify the manager', 'in the evening'],
  ['on Monday morning notify the manager', 'on Monday morning'],
  ['notify the manager tonight', 'tonight'],
])('"%s" comes at a time that no clock tells', (text, time) => {
  expect(looseTime(text)?.text).toBe(time);
});

test.each([
  'next business day',
  'no later than 2 hours',
  'raised in the next week review',
  'as soon as seen',
  'raised in the Monday pipeline review',
  "on Monday's call",
  'in the morning stand-up',
  'at 2 business hours',
  'after 5 attempts',
])('"%s" does not', (text) => {
  expect(looseTime(text)).toBeNull();
});

test('headings tell of other times and teams', () => {
  expect(['Until 2025', 'Old process', 'Benchmarks', 'Proposal', 'Bisher'].every(tellsOfOthers)).toBe(true);
  expect(['Our stages', 'How we work a lead', 'Overview'].some(tellsOfOthers)).toBe(false);
});

test('a remark behind a list speaks of it', () => {
  expect(isRemark('These were agreed in May.', true)).toBe(true);
  expect(isRemark('These were agreed in May.', false)).toBe(false);
  expect(isRemark('Note: see the wiki', false)).toBe(true);
  expect(isRemark('Company has 50 seats', true)).toBe(false);
});
