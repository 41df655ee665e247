/** Reads an escalation as a ladder of steps: when, who, what (`at 1 business hour notify SDR manager; at 2 reassign`). */

import { saysNothing } from '../../language/nothing.ts';
import { looseTime } from '../../language/tables/loose-times.ts';
import { startsAmount } from '../limit/number.ts';
import type { CalendarBook, EscalationStep, SlaSet } from '../meaning.ts';
import { Cursor } from '../text/cursor.ts';
import { foldPhrase, type Token, tokenize } from '../text/tokens.ts';
import { findTime, isLead } from './time.ts';
import { actions, breaches, doings, triggers } from './verbs.ts';
import { actionOf, findVerb, findWho, isClauseEnd, isThirdPerson, takeTriggers } from './who.ts';

/**
 * Whether an escalation says nothing: empty, `None`, `n/a`, `TBD`, a dash, a question mark, a template's bracket.
 */
export function isEmptyEscalation(raw: string): boolean {
  const text = foldPhrase(raw);
  const tokens = tokenize(text);
  const first = tokens[0];
  if (first === undefined || tokens.every((token) => token.kind === 'sign')) return true;
  if (first.text === '[' && tokens.at(-1)?.text === ']') return true;
  if (saysNothing(raw)) return true;
  const plain = tokens.filter((token) => token.kind !== 'sign').map((token) => token.text);
  const said = plain.filter((word) => !['yet', 'escalation', 'defined', 'set', 'path'].includes(word));
  // "n/a, the AE is trusted", "None: software answers": the reason why there is none.
  const [answer = '', ...reason] = raw.split(/[,:;(.–—]|\s-\s/);
  if (
    reason.length > 0 &&
    saysNothing(answer) &&
    !tokens.some(({ text: word }) => actions.has(word) || breaches.has(word))
  )
    return true;
  return said.length === 1 && (said[0] === 'no' || saysNothing(said[0] ?? ''));
}

/**
 * The steps of an escalation in the order they are written, none when it is empty. Steps stand apart by `;`, line
 * ends, "then", or a comma or "and" before a new verb or time. A bare number takes the unit of the step before.
 * `calendars` are those a time may name (`at 2 business hours (EMEA calendar)`).
 */
export function readEscalation(raw: string, calendars: CalendarBook | null = null): EscalationStep[] {
  if (isEmptyEscalation(raw)) return [];
  const steps: EscalationStep[] = [];
  let previous: SlaSet | null = null;
  let begin = 0;
  for (const piece of raw.split(/[;\n\r]/)) {
    const text = foldPhrase(piece);
    const place = placesIn(piece, text, begin);
    begin += piece.length + 1;
    const c = new Cursor(text, tokenize(text), calendars);
    let joined: EscalationStep | null = null;
    for (const [from, to] of stepRanges(c)) {
      const read = readStep(c, from, to, previous, joined);
      if (read === null) continue;
      const step = { ...read, ...place(c.tokens[from]?.start ?? 0, c.tokens[to - 1]?.end ?? text.length) };
      if (step.at !== null) previous = step.at;
      joined = step;
      steps.push(step);
    }
  }
  return steps;
}

/** Where words of the folded text stand in the raw one: exact as long as folding only cut blanks at the ends. */
function placesIn(
  piece: string,
  folded: string,
  begin: number,
): (start: number, end: number) => Pick<EscalationStep, 'from' | 'to'> {
  const first = begin + piece.length - piece.trimStart().length;
  const exact = piece.trim().length === folded.length;
  return (start, end) => ({
    from: exact ? first + start : first,
    to: exact ? first + end : begin + piece.trimEnd().length,
  });
}

/** Token ranges of the steps in one piece. */
function stepRanges(c: Cursor): [number, number][] {
  const ranges: [number, number][] = [];
  let start = listMark(c.tokens) ? 2 : 0;
  let acted = false;
  let inClause = false;
  for (let at = start; at < c.tokens.length; at += 1) {
    const token = c.tokens[at];
    if (token === undefined) break;
    const joint =
      (token.kind === 'sign' &&
        (token.text === ',' || token.text === '.' || token.text === '→' || token.text === '->')) ||
      (token.kind === 'word' && (token.text === 'and' || token.text === 'then'));
    if (joint && acted && at > start && startsStep(c, at + 1)) {
      ranges.push([start, at]);
      start = at + 1;
      acted = false;
      inClause = false;
    } else if (!acted && triggers.has(token.text)) inClause = true;
    else if (inClause && (breaches.has(token.text) || [',', ':', '→', '->'].includes(token.text)))
      inClause = false;
    else if (!inClause && (actions.has(token.text) || doings.has(token.text))) acted = true;
  }
  if (start < c.tokens.length) ranges.push([start, c.tokens.length]);
  return ranges;
}

/** `1.` or `2)` before a step of a numbered list. */
function listMark(tokens: readonly Token[]): boolean {
  const [number, mark, next] = tokens;
  return (
    number?.kind === 'number' &&
    (mark?.text === '.' || mark?.text === ')') &&
    mark.tight &&
    next !== undefined
  );
}

function startsStep(c: Cursor, from: number): boolean {
  let at = from;
  while (
    at < from + 3 &&
    c.tokens[at]?.kind === 'word' &&
    ['then', 'and', 'auto', 'also', 'at', 'after', 'if', 'on', 'when', 'who'].includes(
      c.tokens[at]?.text ?? '',
    )
  ) {
    at += 1;
  }
  const token = c.tokens[at];
  if (token === undefined) return false;
  c.at = at;
  return actions.has(token.text) || breaches.has(token.text) || startsAmount(c);
}

/** `joined` is the step before in the same sentence: its time, and who acts, hold on where this one names neither. */
function readStep(
  c: Cursor,
  from: number,
  to: number,
  previous: SlaSet | null,
  joined: EscalationStep | null,
): Omit<EscalationStep, 'from' | 'to'> | null {
  const raw = c.slice(from, to);
  if (raw === '') return null;
  const used = new Set<number>();
  const when = findTime(c, from, to, previous);
  if (when !== null) {
    for (let at = when.from; at < when.to; at += 1) used.add(at);
    for (let at = when.from - 1; at >= from && isLead(c.tokens[at]); at -= 1) used.add(at);
  }
  if (when === null) useLooseTime(c, from, to, used);
  useNames(c, from, to, used);
  const onBreach = takeTriggers(c, from, to, used, when?.from ?? -1);
  const verb = findVerb(c, from, to, used);
  const { who, subject } = findWho(c, from, to, used, verb);
  const goesOn = joined !== null && !subject && isThirdPerson(c, verb);
  const early = when !== null && when.at !== null && isBefore(c, when.to, to);
  const timed = joined === null || when !== null || onBreach;
  return {
    raw,
    at: timed ? (when?.at ?? null) : joined.at,
    factor: timed ? (when?.factor ?? null) : joined.factor,
    onBreach: timed ? onBreach && !early : joined.onBreach,
    early: timed ? early : joined.early,
    who: goesOn ? joined.who : who,
    action: actionOf(c, verb),
  };
}

/** Marks "at noon" and other times that no clock tells as used: they name nobody. */
function useLooseTime(c: Cursor, from: number, to: number, used: Set<number>): void {
  const begin = c.tokens[from]?.start ?? 0;
  const found = looseTime(c.text.slice(begin, c.tokens[to - 1]?.end));
  if (found === null) return;
  const [start, end] = [begin + found.start, begin + found.start + found.text.length];
  for (let at = from; at < to; at += 1) {
    const token = c.tokens[at];
    if (token !== undefined && token.start >= start && token.end <= end) used.add(at);
  }
}

/** Marks `#sales-alerts` and the "on call" of a manager as used: neither tells when or what. */
function useNames(c: Cursor, from: number, to: number, used: Set<number>): void {
  for (let at = from; at < to; at += 1) {
    const { text } = c.tokens[at] ?? {};
    if (text === '#') for (let next = at + 1; next < to && c.tokens[next]?.tight; next += 1) used.add(next);
    if (text === 'on' && c.tokens[at + 1]?.text === 'call' && at + 1 < to) {
      used.add(at);
      used.add(at + 1);
    }
  }
}

/** `15 minutes before breach`, `1 hour ahead of the deadline`: what stands behind the time counts back from the limit. */
function isBefore(c: Cursor, from: number, to: number): boolean {
  const first = c.tokens[from]?.text ?? '';
  if (!['before', 'prior', 'ahead'].includes(first)) return false;
  // "1 hour prior: remind the AE"
  if (from + 1 >= to || isClauseEnd(c.tokens[from + 1])) return true;
  const next = c.tokens.slice(from + 1, Math.min(to, from + 5)).map(({ text }) => text);
  return next.some((word) => breaches.has(word) || limitWords.has(word));
}

const limitWords = new Set(['limit', 'sla', 'deadline', 'due', 'cutoff', 'target', 'end']);
