import { expect, test } from 'vitest';
import { numbersDiffer } from '../../src/language/amounts.ts';
import { hasNumber, promisesIn, whoseAnswer } from '../../src/language/measuring.ts';

test.each([
  ['Share of MQLs touched within 1 business hour', '1 business hour'],
  ['MQL response SLA (4 business hours)', '4 business hours'],
  ['Attainment of the 60-minute SLA', '60-minute'],
  ['P90 of first touch ≤ 30m', '30m'],
  ['first answers: 4-hour limit', '4-hour'],
  ['Response in under two hours', 'two hours'],
])('"%s" promises a time', (text, time) => {
  expect(promisesIn(text, true).map(({ from, to }) => text.slice(from, to))).toEqual([time]);
});

test.each([
  'median 22 business minutes over the last 30 days',
  'Warn: 20% above the baseline for 2 weeks',
  'longest gap 3 business days',
  'median of a rolling 4-week window',
])('"%s" promises none', (text) => {
  expect(promisesIn(text, false)).toEqual([]);
});

test.each([
  ["Median time to the AE's first touch", 'AE'],
  ['BDR response time in MQL', 'BDR'],
  ['Share answered in time by the founder', 'founder'],
  ['From the BDR’s Qualified to the Account manager’s call', 'Account manager'],
])('"%s" says who answers', (text, who) => {
  const said = whoseAnswer(text).map(({ from, to }) => text.slice(from, to));
  expect(said.some((one) => who.endsWith(one))).toBe(true);
});

test.each(['22 minutes', 'a third of them', '94%', 'twice last year’s'])('"%s" is a number', (text) => {
  expect(hasNumber(text)).toBe(true);
});

test.each([
  'TBD',
  'n/a',
  'see KPI-101',
  'as of 2026-10-01',
  'to be set in Q1 2027',
  'improve',
  'October 2026',
])('"%s" is none', (text) => {
  expect(hasNumber(text)).toBe(false);
});

test.each([
  ['Lead reaches a score of 50', 'Lead has a score of 80'],
  ['3 colleagues invited', '10 colleagues invited'],
])('"%s" and "%s" ask for two numbers', (one, other) => {
  expect(numbersDiffer(one, other)).toBe(true);
});

test.each([
  ['Score of at least 50', 'Score ≥ 50'],
  ['50 points', 'Score of 50 and 20 seats'],
  ['3 colleagues invited within 14 days', '3 colleagues invited'],
  ['Company of 50 to 500 people', 'Company of 50 people or more'],
  ['Answer within 2 days', 'Call within 3 days'],
])('"%s" and "%s" may be one', (one, other) => {
  expect(numbersDiffer(one, other)).toBe(false);
});
