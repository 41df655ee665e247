import { expect, test } from 'vitest';
import { differentEvents, vagueness } from '../../src/language/criterion.ts';

test.each([
  ['Lead becomes an MQL', 'MQL', 'restates'],
  ['Is qualified', 'SQL', 'restates'],
  ['Sales qualified', 'SQL', 'restates'],
  ['Marketing qualified lead', 'MQL', 'restates'],
  ['New customer', 'Customer', 'restates'],
  ['Shows interest', 'MQL', 'no-event'],
  ['Good fit', 'MQL', 'no-event'],
  ['Engaged', 'MQL', 'no-event'],
  ['High intent', 'SQL', 'no-event'],
  ['High-interest leads', 'MQL', 'no-event'],
  ['Technical Fit and Pain is very probable', 'Opportunity', 'no-event'],
  ['Lead is ready', 'SQL', 'no-event'],
  ['Marketing Qualified through systematic means', 'MQL', 'no-event'],
  ['Usage threshold to be defined', 'MQL', 'unclear'],
  ['Budget threshold: needs research', 'SQL', 'unclear'],
  ['Score (?)', 'MQL', 'unclear'],
])('two people could decide differently on "%s" of %s', (text, stage, kind) => {
  expect(vagueness(text, stage)).toBe(kind);
});

test.each([
  ['Any first touch', 'Anonymous'],
  ['Filled high-intent form (demo request, pricing page)', 'MQL'],
  ['Reached usage threshold X', 'MQL'],
  ['BDR confirms fit + intent', 'SQL'],
  ['AE held discovery, budget + authority confirmed', 'Opportunity'],
  ['Closed-won contract signed', 'Customer'],
  ['Explicit "talk to sales" request', 'SQL'],
  ['Scoring threshold reached', 'SQL'],
  ['Signed up', 'Signup'],
  ['Paid', 'Paid'],
  ['Activated', 'Activated'],
  ['Interested in more than 20 seats', 'SQL'],
  ['Qualified by BDR', 'SQL'],
  ['Status is set to Qualified in the CRM', 'SQL'],
  ['Proposal sent', 'Proposal sent'],
  ['Opportunity created', 'Opportunity'],
  ['Ready-made demo booked', 'SQL'],
  ['Lead wird vom Vertrieb angenommen', 'SQL'],
  ['商談が設定された', 'Opportunity'],
])('"%s" can be tested, or cannot be judged, for %s', (text, stage) => {
  expect(vagueness(text, stage)).toBeNull();
});

test.each([
  ['AE accepts', 'AE held discovery, budget + authority confirmed'],
  ['Score threshold passed', 'Contract signed'],
  ['Form submitted', 'Contract signed'],
])('"%s" and "%s" are two events', (one, other) => {
  expect(differentEvents(one, other)).toBe(true);
  expect(differentEvents(other, one)).toBe(true);
});

test.each([
  ['Filled form', 'Filled high-intent form (demo request, pricing page)'],
  ['BDR qualifies in', 'BDR confirms fit + intent'],
  ['Closed-won', 'Closed-won contract signed'],
  ['Closed-won', 'Contract signed'],
  ['Signed up', 'Account created'],
  ['Account created', 'Trial started'],
  ['Discovery call held', 'Budget and authority confirmed'],
  ['Contract signed', 'First invoice paid'],
  ['Upgrades the plan', 'Card charged'],
  ['Demo booked', 'Demo request form sent'],
  ['AE creates the opportunity', 'AE accepts'],
  ['First project created', 'Activated'],
  ['Moves when legal says so', 'Contract signed'],
  ['Lead wird angenommen', 'Vertrag unterschrieben'],
])('"%s" and "%s" may be one event', (one, other) => {
  expect(differentEvents(one, other)).toBe(false);
  expect(differentEvents(other, one)).toBe(false);
});
