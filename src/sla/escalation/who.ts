import { foldRole } from '../../language/fold.ts';
import { isSoftware } from '../../language/software.ts';
import type { Cursor } from '../text/cursor.ts';
import type { Token } from '../text/tokens.ts';
import { actions, besideNames, breaches, doings, passive, stops, triggers } from './verbs.ts';

const clauseEnds = [',', ':', '→', '->'];

/** Marks "on breach", "if missed", "if no reply, …" as used; true when one of them is a breach. */
export function takeTriggers(c: Cursor, from: number, to: number, used: Set<number>, time: number): boolean {
  let breach = false;
  let inClause = false;
  let lastEnd = to - 1;
  while (lastEnd >= from && !isClauseEnd(c.tokens[lastEnd])) lastEnd -= 1;
  for (let at = from; at < to; at += 1) {
    const token = c.tokens[at];
    if (token === undefined || (used.has(at) && !inClause)) continue;
    if (breaches.has(token.text)) {
      breach = true;
      inClause = false;
      used.add(at);
    } else if (inClause) {
      // "if no reply": a breach, unless a time says how long there was none.
      if (token.text === 'no' || token.text === 'not') breach ||= time < at;
      else if (isClauseEnd(token)) inClause = false;
      // A clause without a comma ends at the verb after it.
      else if (actions.has(token.text) && lastEnd < at) inClause = false;
      if (inClause) used.add(at);
    } else if (at === from && token.text === 'no' && lastEnd > at) {
      // "No response: manager"
      inClause = true;
      breach = time < at;
      used.add(at);
    } else if (token.kind === 'word' && triggers.has(token.text)) {
      inClause = true;
      used.add(at);
    }
  }
  return breach;
}

/** Whether a sign ends the clause of a step. */
export function isClauseEnd(token: Token | undefined): boolean {
  return token?.kind === 'sign' && clauseEnds.includes(token.text);
}

/** The place of the step's verb: one of the known actions, else another thing that somebody named does. */
export function findVerb(c: Cursor, from: number, to: number, used: ReadonlySet<number>): number | null {
  let doing: number | null = null;
  for (let at = from; at < to; at += 1) {
    const token = c.tokens[at];
    if (used.has(at) || token?.kind !== 'word') continue;
    const named = at > from && isName(c.tokens[at - 1], used.has(at - 1));
    if (doings.has(token.text) && (named || c.tokens[at - 1]?.text === 'lead')) doing ??= at;
    else if (actions.has(token.text)) return doing ?? at;
  }
  return doing;
}

/** What the step does: `notify`, `reassign`, … or `act` for anything else that somebody does. */
export function actionOf(c: Cursor, verb: number | null): string | null {
  if (verb === null) return null;
  return actions.get(c.tokens[verb]?.text ?? '') ?? 'act';
}

/** Whether the verb says what "he or she" does: `reassigns`, `calls`. */
export function isThirdPerson(c: Cursor, verb: number | null): boolean {
  return verb !== null && (c.tokens[verb]?.text.endsWith('s') ?? false);
}

export interface NamedActor {
  readonly who: string | null;
  /** Whether the name stands before the verb, so that it is the one who acts or was told. */
  readonly subject: boolean;
}

/** Who acts or is told: before a passive or a verb of moving, else after the verb. Channels and fillers are nobody. */
export function findWho(
  c: Cursor,
  from: number,
  to: number,
  used: ReadonlySet<number>,
  verb: number | null,
): NamedActor {
  if (verb === null) return { who: name(c, from, to, used), subject: false };
  const before = name(c, from, verb, used);
  const told = c.tokens[verb]?.text ?? '';
  const action = actionOf(c, verb);
  const tells = action === 'notify' || action === 'remind' || action === 'escalate' || action === 'review';
  const acts = before !== null && isThirdPerson(c, verb) && !isMachine(before);
  if (tells && !passive.has(told) && !acts) {
    const after = name(c, verb + 1, to, used);
    return { who: after ?? before, subject: after === null && before !== null };
  }
  if (before !== null) return { who: before, subject: true };
  const target = tells ? verb : (findTo(c, verb + 1, to) ?? verb);
  return { who: name(c, target + 1, to, used), subject: false };
}

/** Software tells people, and nobody is told by naming it; its admin is somebody. */
function isMachine(name: string): boolean {
  return isSoftware(foldRole(name)) || /\btool$/i.test(name);
}

/** The place of "to": `move the deal to another AE`. */
function findTo(c: Cursor, from: number, to: number): number | null {
  for (let at = from; at < to; at += 1) if (c.tokens[at]?.text === 'to') return at;
  return null;
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
  // "lead" is the lead itself before a name and a rank after it: `BDR lead`.
  while (end > start && !isName(c.tokens[end - 1], false)) {
    if (c.tokens[end - 1]?.text === 'lead' && end - 1 > start) break;
    end -= 1;
  }
  const text = c.slice(start, end);
  return text === '' ? null : text;
}

function isName(token: Token | undefined, used: boolean): boolean {
  if (token === undefined || used) return false;
  if (token.kind === 'sign') return token.text === '@';
  return (
    token.kind === 'word' && !besideNames.has(token.text) && !stops.has(token.text) && token.text !== 'from'
  );
}

function inName(token: Token | undefined, later: boolean): boolean {
  if (token === undefined) return false;
  if (token.kind === 'sign') return ['@', '/', '&', '-'].includes(token.text);
  return (
    token.kind === 'word' &&
    !stops.has(token.text) &&
    !(later && doings.has(token.text)) &&
    !(later && ['to', 'is', 'are', 'gets', 'will', 'from'].includes(token.text))
  );
}
