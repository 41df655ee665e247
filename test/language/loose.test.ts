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
])('"%s" comes at a time that no clock tells', (text, time) => {
  expect(looseTime(text)).toBe(time);
});

test.each([
  'next business day',
  'no later than 2 hours',
  'raised in the next week review',
  'as soon as seen',
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
