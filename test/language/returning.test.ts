import { expect, test } from 'vitest';
import {
  comesBackAtOnce,
  comesBackByDate,
  comesBackByTaste,
  lastingReason,
  saysWhenBack,
} from '../../src/language/returning.ts';

test.each([
  'Revisit quarterly',
  'next fiscal year',
  'Next fiscal year',
  'In 90 days',
  'After 6 months',
  'Check again in Q3',
  'In the new year',
  'Every quarter',
  'After the summer',
  'Next budget cycle',
  'Try again later',
  'In half a year',
  'After a cooling-off period',
  '6-month nurture',
  '90 days',
  'Re-evaluate annually',
  'End of quarter',
  'After 2 quarters',
  'In January',
  'January 2027',
  'Once a year',
  '2027',
  'After 90 days of nurture',
  'When the quarter ends',
  "next year's planning",
  'Automatically after 90 days',
  'Wait 60 days, then re-submit',
  'After 90 days, hand over again',
  'Any time',
  'Whenever',
])('"%s" is a look at the calendar, and none at the lead', (text) => {
  expect(comesBackByDate(text)).toBe(true);
});

test.each([
  'After 90 days and a new form sent',
  'After 60 days, if headcount passed 50',
  'When a new form is sent',
  'New budget confirmed in the next fiscal year',
  'After 90 days with a score above 60',
  'When they hire a RevOps lead',
  'On a new demo request',
  'Next fiscal year with a budget line',
  'After the current contract ends, checked by BDR',
  'If the company raises funding',
  'Quarterly check: headcount above 50',
  'In 90 days if the score is 50 again',
  'Never',
  'No re-engagement',
  'After the tag small-team is removed',
  'After 90 days and new budget',
  'After 90 days and a new contact',
  'May a BDR resubmit',
  'BDR may resubmit',
])('"%s" is more than a date', (text) => {
  expect(comesBackByDate(text)).toBe(false);
});

test.each([
  'AE picks: competitor',
  'Company closed down',
  'Competitor',
  'Competitor research',
  'Existing customer',
  'Job applicant',
  'Lead is a competitor',
  'Out of business',
  'Reason code: student',
  'Sanctioned country',
  'Student project',
])('time does not heal "%s"', (ground) => {
  expect(lastingReason(ground)).toBeDefined();
});

test.each([
  "Competitor's contract still runs",
  'Uses a competitor',
  'Too small, no budget',
  'No budget; bad timing',
  'Lost to a competitor',
  'Chose a competitor',
  'Wrong person',
  'Competitor evaluation under way',
])('time may heal "%s"', (ground) => {
  expect(lastingReason(ground)).toBeUndefined();
});

test.each([
  'Immediately',
  'At once',
  'BDR sends it again',
  'BDR may resubmit right away',
  'As soon as possible',
])('"%s" sends the lead again as it is', (text) => {
  expect(comesBackAtOnce(text)).toBe(true);
});

test.each(['BDR sends it again once the budget is confirmed', 'After a new form', 'Next day', 'In 90 days'])(
  '"%s" is not at once',
  (text) => {
    expect(comesBackAtOnce(text)).toBe(false);
  },
);

test.each([
  'When ready',
  'Automatic',
  'Ask BDR',
  'Case by case',
  'When the time is right',
  'If something changes',
  'At the discretion of the BDR',
  'As needed',
  'When interested again',
  'BDR decides',
  'Depends on the situation',
  'Whenever the lead is ready to buy',
  'If it makes sense',
])('"%s" is left to taste', (text) => {
  expect(comesBackByTaste(text)).toBe(true);
});

test.each([
  'When budget is confirmed',
  'When need is confirmed on a call',
  'After 90 days, if the BDR decides',
  'On a new demo request',
  'When a decision maker is named',
  'If the headcount changes to 50',
  'Never',
  'After the next release',
])('"%s" can be looked up', (text) => {
  expect(comesBackByTaste(text)).toBe(false);
});

test.each([
  'back after a new reply',
  'back with the next form',
  'may come back with a new budget',
  'returns on a new request',
  'back upon reply',
  'again after the next event',
  'back as soon as they answer',
  'they may return next quarter',
  'MQL, tag "small", back after 90 days',
])('"%s" says when the lead comes back', (text) => {
  expect(saysWhenBack(text)).toBe(true);
});

test.each([
  'back to the pool',
  'back-office tag',
  'back to marketing with a note',
  'back with a note about the form',
  'back to the next AE',
  'back on the list',
  'back by mail',
])('"%s" does not say when', (text) => {
  expect(saysWhenBack(text)).toBe(false);
});
