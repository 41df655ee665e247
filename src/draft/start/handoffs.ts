/** What the handoffs of a new lifecycle say: trigger, questions and reasons for a "no", by the stage they lead into. */

import type { HandoffText } from '../entry-text.ts';
import type { StartingStage } from './stages.ts';

interface Words {
  readonly trigger: string;
  readonly touchpoints: string;
  readonly questions: string;
  readonly rejection: HandoffText['rejection'];
}

const twice = 'At most 2 times per lead, then Disqualified';

const contractSigned: Words = {
  trigger: 'Signed contract attached to the deal in the CRM',
  touchpoints: 'Discovery notes, demo recording, the proposal as signed',
  questions: 'Who runs the onboarding on their side, and when is a good week to start?',
  rejection: {
    condition:
      '{cs} finds no champion named or a promise we cannot keep, reason code "no-champion" or "over-promised"',
    routing: 'Back to Opportunity; the {ae} clears it with the buyer',
    reengagement: 'Champion named, or the promise corrected in writing',
    limit: 'Once, then the {both managers}',
  },
};

const wordsInto: Readonly<Record<string, Words>> = {
  Lead: {
    trigger: 'Form or call arrives in the CRM and the CRM assigns it',
    touchpoints: 'Pages and forms of the last 90 days, newest first',
    questions: 'What do they need, by when, and who decides?',
    rejection: {
      condition:
        'The owner finds that the lead does not match {persona} and picks a reason code (spam, student, competitor, too-small)',
      routing: 'spam, student and competitor → Disqualified; too-small → Nurture',
      reengagement: 'After 90 days, and only when the company has grown to match {persona}',
      limit: twice,
    },
  },
  MQL: {
    trigger: 'CRM stamps the lead as MQL and assigns it to the {next bdr}',
    touchpoints: 'Every page, form and newsletter click of the last 90 days, newest first',
    questions: 'What do they need, and which form field was left empty?',
    rejection: {
      condition:
        '{bdr} finds that the lead does not match {persona} and picks a reason code (spam, student, competitor, too-small, wrong-region)',
      routing: 'spam, student and competitor → Disqualified; too-small and wrong-region → Nurture',
      reengagement: 'After 90 days, and only when headcount or region has changed to match {persona}',
      limit: twice,
    },
  },
  Paid: {
    trigger: 'Payment provider reports the first successful payment',
    touchpoints: 'Features used, help articles opened, support tickets',
    questions: 'Who is the admin, and is a second team about to join?',
    rejection: {
      condition:
        '{cs} finds a duplicate account or a payment that bounced and picks a reason code (duplicate, bounced)',
      routing: 'duplicate → Disqualified; bounced → Activated',
      reengagement: 'When a new card is charged',
      limit: 'At most 3 times per account, then Disqualified',
    },
  },
  SQL: {
    trigger: '{bdr} sets the lead to Qualified in the CRM',
    touchpoints: 'Pages, forms and mails with dates, and the notes of the qualifying call',
    questions: 'Who owns the budget, and by which date must it be solved?',
    rejection: {
      condition:
        '{ae} finds no need, no budget owner, no project this year, or a competitor, and picks that reason code (too-small, no-budget-owner, no-project, competitor)',
      routing: 'too-small and no-budget-owner → MQL; no-project → Nurture; competitor → Disqualified',
      reengagement: 'After 90 days, and only when headcount grew or a budget owner is named',
      limit: twice,
    },
  },
  Opportunity: {
    trigger: '{ae} saves the discovery form with budget, budget owner and decision date',
    touchpoints: 'Recording and notes of the discovery call, attendees with titles',
    questions: 'Who signs besides the budget owner, and is a security review needed?',
    rejection: {
      condition:
        '{sales manager} finds budget or decision date missing in the weekly review, reason code "not-discovered"',
      routing: 'Back to SQL',
      reengagement: 'The missing field is filled after a second call',
      limit: 'Once, then Closed-lost',
    },
  },
  Customer: contractSigned,
  Expansion: contractSigned,
};

/** In a hybrid the product's users come to sales from Paid, and the contract widens what they have. */
const hybridWords: Readonly<Record<string, Words>> = {
  SQL: {
    trigger: 'Usage report shows seat 40, or the request for a call arrives',
    touchpoints: 'Months paid, seats by month, tickets, calls with the {cs}',
    questions: 'Who signs, and when does the card plan renew?',
    rejection: {
      condition:
        '{ae} learns that the seats are guests, or that the admin wants no contract, and picks a reason code (guest-seats, stays-on-card)',
      routing: 'Back to Paid, with the {cs} as owner',
      reengagement:
        'After 60 days, and only when 10 more seats are in use or the admin asks for a call again',
      limit: 'At most 2 times per account, then Nurture',
    },
  },
};

/** The handoff entry between two neighbouring stages of a new lifecycle. */
export function startingHandoff(
  id: string,
  from: StartingStage,
  to: StartingStage,
  links: string,
): HandoffText {
  const words = (from.name === 'Paid' ? hybridWords[to.name] : undefined) ?? wordsInto[to.name];
  if (words === undefined) throw new Error(`no words for a handoff into ${to.name}`);
  return {
    id,
    from: from.name,
    fromOwner: from.owner,
    to: to.name,
    toOwner: to.owner,
    trigger: words.trigger,
    payload: {
      source: 'First and last channel of the lead ({channel})',
      touchpoints: words.touchpoints,
      fit: 'Company size, industry and job title, each compared with {persona}',
      disqualifiers: 'What was checked and ruled out, and earlier rejections with their reason codes',
      questions: words.questions,
    },
    rejection: words.rejection,
    sla: to.sla,
    links,
  };
}
