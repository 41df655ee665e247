/** Words by which a lead leaves the way forward: rejected, lost, churned. One list, asked in three ways. */

import { joint } from './joint.ts';

/** Stems of verbs and verdicts by which somebody turns a lead down. */
const rejecting = [
  'reject',
  'disqualif',
  'unqualif',
  'declin',
  'refus',
  'closed?[- ]lost',
  'lost\\b',
  'loses\\b',
  'not (?:an? )?(?:good )?(?:fit|match|qualified)\\b',
  'no (?:good )?fit\\b',
  'bad fit\\b',
  'poor fit\\b',
];

/** Stems by which somebody leaves who was in already. */
const stems = [...rejecting, 'churn', 'cancel', 'unsubscrib', 'opt(?:s|ed)?[- ]?out'];

/** Usual reasons for a no. */
const reasons = ['too small', 'no budget', 'passed on'];

/** Roads back that make an exit line a rejection even without a verb. */
const roads = ['return(?:s|ed)? to', 'sent back', 'send back', 'back to'];

/** Who and what may stand before the verb: "AE rejects", "the lead is lost". */
const subjects =
  'the|a|an|or|is|gets|was|be|ae|bdr|sdr|cs|csm|rep|sales|marketing|owner|lead|deal|account|customer|it|they';

const leaves = new RegExp(`\\b(?:${stems.join('|')})`, 'i');
const rejects = new RegExp(`\\b(?:${[...rejecting, ...reasons].join('|')})`, 'i');
const sendsBack = new RegExp(`\\b(?:${roads.join('|')})`, 'i');
const opens = new RegExp(`^(?:(?:${subjects})${joint}\\s+){0,3}${joint}(?:${stems.join('|')})`, 'i');

/** Whether a text says anywhere that the lead leaves: "AE rejects the lead", "closed lost". */
export function saysLeaving(text: string): boolean {
  return leaves.test(text);
}

/** Whether a text tells of a rejection, by its verb or by a usual reason ("too small"). */
export function saysRejection(text: string): boolean {
  return rejects.test(text);
}

/** Whether a line sends a lead back rather than on: "AE rejects", "sent back to the queue". */
export function saysWayBack(text: string): boolean {
  return rejects.test(text) || sendsBack.test(text);
}

/** Whether a text is first of all about leaving: the verb opens it, whoever does it. */
export function opensWithLeaving(text: string): boolean {
  return opens.test(text);
}

/** What moves a lead on. */
const moves =
  /\b(?:accept|qualif|closed[- ]won|won\b|approv|convert|expan|renew|sign(?:s|ed)?\b|advanc|progress|promot|confirm|buys?\b|purchas|book|pass(?:es|ed)?\b|moves?\b|upgrad|pays?\b|paid\b)/i;

/** "accepts OR rejects" in one line: progress on one side, rejection on the other (SEED's own example). */
export function saysBothWays(text: string): boolean {
  const sides = text.split(/\s+or\s+|\s*\/\s*|\s*\|\s*/i);
  // "Not a fit or no budget" are two reasons to leave; only a side that moves a lead on makes the line mixed.
  return (
    sides.some(opensWithLeaving) &&
    sides.some(
      (side) => !opensWithLeaving(side) && moves.test(side) && !/\b(?:not|no|never|without)\b/i.test(side),
    )
  );
}

/** The two halves of "AE accepts OR rejects": what moves a lead on, and what makes it leave. Empty where unclear. */
export function splitSides(text: string): { readonly forward: string; readonly away: string } {
  const sides = text.split(/\s+or\s+|\s*\|\s*|\s+\/\s+/i).map((side) => side.trim());
  return {
    forward: sides.filter((side) => !saysLeaving(side)).join(' or '),
    away: sides.filter(saysLeaving).join(' or '),
  };
}
