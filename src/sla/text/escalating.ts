import type { Cursor } from './cursor.ts';
import { escalationVerbs } from './words.ts';

const events = new Set(['after', 'of', 'from', 'since', 'following', 'once', 'upon']);
const articles = new Set(['the', 'a', 'an', 'our', 'each', 'every', 'first']);
const nouns = new Set(['alert', 'alerts', 'ping', 'page', 'reminder', 'escalation']);
const happens = new Set([
  'is',
  'was',
  'has',
  'fires',
  'fired',
  'arrives',
  'arrived',
  'comes',
  'came',
  'goes',
  'went',
  'lands',
  'sent',
]);

/** Whether the token at a place tells somebody of a miss: "notify the VP". In "1 hour after the CRM alert" the alert is an event. */
export function escalates(c: Cursor, at: number): boolean {
  const token = c.tokens[at];
  if (token?.kind !== 'word' || !escalationVerbs.has(token.text)) return false;
  const next = c.tokens[at + 1];
  const ends = next === undefined || next.kind === 'sign' || happens.has(next.text);
  let before = at - 1;
  while (before > at - 4 && c.tokens[before]?.kind === 'word' && !events.has(c.tokens[before]?.text ?? ''))
    before -= 1;
  const between = c.tokens.slice(before + 1, at);
  const event =
    nouns.has(token.text) &&
    ends &&
    events.has(c.tokens[before]?.text ?? '') &&
    between.some(({ text }) => articles.has(text));
  return !event;
}
