import type { Cursor } from '../text/cursor.ts';
import type { Token } from '../text/tokens.ts';
import { actions, breaches, fillers, passive, stops, triggers } from './verbs.ts';

/** Marks "on breach", "if missed", "if no reply, …" as used; true when one of them is a breach. */
export function takeTriggers(c: Cursor, from: number, to: number, used: Set<number>, time: number): boolean {
  let breach = false;
  let inClause = false;
  for (let at = from; at < to; at += 1) {
    const token = c.tokens[at];
    if (token === undefined || (used.has(at) && !inClause)) continue;
    if (breaches.has(token.text)) {
      breach = true;
      inClause = false;
      used.add(at);
    } else if (inClause) {
      const over = token.kind === 'sign' && [',', ':', ')', '.', '→', '->'].includes(token.text);
      // "if no reply": a breach, unless a time says how long there was none.
      if (token.text === 'no' || token.text === 'not') breach ||= time < at;
      else if (over || actions.has(token.text)) inClause = false;
      if (inClause) used.add(at);
    } else if (token.kind === 'word' && triggers.has(token.text)) {
      inClause = true;
      used.add(at);
    }
  }
  return breach;
}

export function findVerb(c: Cursor, from: number, to: number, used: ReadonlySet<number>): number | null {
  for (let at = from; at < to; at += 1) {
    const token = c.tokens[at];
    if (!used.has(at) && token?.kind === 'word' && actions.has(token.text)) return at;
  }
  return null;
}

/** Who acts or is told: before a passive or a verb of moving, else after the verb. Channels and fillers are nobody. */
export function findWho(
  c: Cursor,
  from: number,
  to: number,
  used: ReadonlySet<number>,
  verb: number | null,
): string | null {
  if (verb === null) return name(c, from, to, used);
  const before = name(c, from, verb, used);
  const after = name(c, verb + 1, to, used);
  const told = c.tokens[verb]?.text ?? '';
  const action = actions.get(told);
  const toldWhom = action === 'notify' || action === 'remind' || action === 'escalate' || action === 'review';
  if (toldWhom && !passive.has(told)) return after ?? before;
  return before ?? after;
}

/** The first run of words that is a name: fillers skipped at both ends, cut at "via", "in", a bracket or a comma. */
function name(c: Cursor, from: number, to: number, used: ReadonlySet<number>): string | null {
  let start = from;
  while (start < to && !isName(c.tokens[start], used.has(start))) {
    // A channel's name is nobody's: `#sales-alerts`.
    const channel = c.tokens[start]?.text === '#';
    start += 1;
    while (channel && start < to && c.tokens[start]?.tight === true) start += 1;
  }
  let end = start;
  while (end < to && !used.has(end) && inName(c.tokens[end], end > start)) end += 1;
  while (end > start && !isName(c.tokens[end - 1], false)) end -= 1;
  const text = c.slice(start, end);
  return text === '' ? null : text;
}

function isName(token: Token | undefined, used: boolean): boolean {
  if (token === undefined || used) return false;
  if (token.kind === 'sign') return token.text === '@';
  return token.kind === 'word' && !fillers.has(token.text) && !stops.has(token.text) && token.text !== 'from';
}

function inName(token: Token | undefined, later: boolean): boolean {
  if (token === undefined) return false;
  if (token.kind === 'sign') return ['@', '/', '&', '-'].includes(token.text);
  return (
    token.kind === 'word' &&
    !stops.has(token.text) &&
    !(later && ['to', 'is', 'are', 'gets', 'will', 'from'].includes(token.text))
  );
}
