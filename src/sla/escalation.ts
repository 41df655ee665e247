/** Reads an escalation as a ladder of steps: when, who, what (`at 1 business hour notify SDR manager; at 2 reassign`). */

import type { EscalationStep, SlaMeaning } from './meaning.ts';
import { readAmount, startsAmount } from './phrase/amount.ts';
import { Cursor, Refused } from './phrase/cursor.ts';
import { startsDeadline } from './phrase/deadline.ts';
import { emptyDraft } from './phrase/draft.ts';
import { readSla } from './phrase/read.ts';
import { fold, type Token, tokenize } from './phrase/tokens.ts';
import { calendars } from './phrase/words.ts';

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** Verbs by what they do to the lead or its owner. Past forms may follow the person they concern. */
const actions: ReadonlyMap<string, string> = new Map(
  Object.entries({
    notify:
      'notify notifies notified notification alert alerts alerted alerting ping pings pinged page pages paged tell tells told inform informs informed warn warns warned email emails emailed mail mails message messages messaged call calls called dm dms',
    escalate: 'escalate escalates escalated escalation escalating',
    reassign:
      'reassign reassigns reassigned reassignment assign assigns assigned reroute reroutes rerouted route routes routed rotate rotates rotated transfer transfers transferred move moves moved take takes taken pull pulls pulled pass passes passed goes go hand hands handed',
    requeue: 'requeue requeues requeued release releases released drop drops dropped',
    return: 'return returns returned recycle recycles recycled revert reverts reverted send sends sent',
    remind: 'remind reminds reminded reminder nudge nudges nudged',
    review: 'review reviews reviewed flag flags flagged discuss discussed',
  }).flatMap(([action, verbs]) => verbs.split(' ').map((verb) => [verb, action] as const)),
);
const passive = words(
  'notified alerted pinged paged told informed warned emailed messaged called reminded nudged escalated',
);

const triggers = words('if when on upon once unless');
const breaches = words(
  'breach breached breaches miss missed misses missing overdue expire expires expired expiry late lapsed lapses exceeded exceeds violated violation unanswered untouched unmet',
);
const timeLead = words(
  'at after by within past over in beyond if not no still is are has been when for since the',
);
/** Words around a name that are no part of it. */
const fillers = words(
  'the a an to lead leads it this that auto automatic automatically automated system crm slack teams email emails e mail sms phone message messages dm channel task tasks notification workflow is are was were be been being gets get will should must can and then also immediately again back over up follow followup weekly daily monthly pipeline dashboard report meeting standup sync review flag flagged alert reminder escalation re of sla out',
);
const stops = words(
  'via in by on with for and if so who about through using until unless after at because when then but within',
);
const deadlineWords = words(
  'by before next same following first the of end close day eod cob eob am pm noon on at',
);
const empties = words('none no na tbd tbc todo nil pending unknown undecided');

/**
 * Whether an escalation says nothing: empty, `None`, `n/a`, `TBD`, a dash, a question mark, a template's bracket.
 */
export function isEmptyEscalation(raw: string): boolean {
  const text = fold(raw);
  const tokens = tokenize(text);
  const first = tokens[0];
  if (first === undefined || tokens.every((token) => token.kind === 'sign')) return true;
  if (first.text === '[' && tokens.at(-1)?.text === ']') return true;
  const plain = tokens.filter((token) => token.kind !== 'sign').map((token) => token.text);
  if (plain.join(' ') === 'n a' || plain.join(' ') === 'not applicable') return true;
  if (plain.join(' ') === 'to be defined' || plain.join(' ') === 'to be decided') return true;
  const said = plain.filter((word) => !['yet', 'escalation', 'defined', 'set', 'path'].includes(word));
  return said.length === 1 && empties.has(said[0] ?? '');
}

/**
 * The steps of an escalation in the order they are written, none when it is empty. Steps stand apart by `;`, line
 * ends, "then", or a comma or "and" before a new verb or time. A bare number takes the unit of the step before.
 */
export function readEscalation(raw: string): EscalationStep[] {
  if (isEmptyEscalation(raw)) return [];
  const steps: EscalationStep[] = [];
  let previous: SlaMeaning | null = null;
  for (const piece of raw.split(/[;\n\r]/)) {
    const text = fold(piece);
    const c = new Cursor(text, tokenize(text));
    for (const [from, to] of stepRanges(c)) {
      const step = readStep(c, from, to, previous);
      if (step === null) continue;
      if (step.at !== null) previous = step.at;
      steps.push(step);
    }
  }
  return steps;
}

/** Token ranges of the steps in one piece. */
function stepRanges(c: Cursor): [number, number][] {
  const ranges: [number, number][] = [];
  let start = listMark(c.tokens) ? 2 : 0;
  let acted = false;
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
    } else if (actions.has(token.text)) acted = true;
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
    ['then', 'and', 'auto', 'also', 'at', 'after', 'if', 'on', 'when'].includes(c.tokens[at]?.text ?? '')
  ) {
    at += 1;
  }
  const token = c.tokens[at];
  if (token === undefined) return false;
  c.at = at;
  return actions.has(token.text) || breaches.has(token.text) || startsAmount(c);
}

interface When {
  readonly at: SlaMeaning | null;
  readonly factor: number | null;
  readonly from: number;
  readonly to: number;
}

function readStep(c: Cursor, from: number, to: number, previous: SlaMeaning | null): EscalationStep | null {
  const raw = c.slice(from, to);
  if (raw === '') return null;
  const used = new Set<number>();
  const when = findTime(c, from, to, previous);
  if (when !== null) {
    for (let at = when.from; at < when.to; at += 1) used.add(at);
    for (let at = when.from - 1; at >= from && isLead(c.tokens[at]); at -= 1) used.add(at);
  }
  const onBreach = takeTriggers(c, from, to, used, when?.from ?? -1);
  const verb = findVerb(c, from, to, used);
  return {
    raw,
    at: when?.at ?? null,
    factor: when?.factor ?? null,
    onBreach,
    who: findWho(c, from, to, used, verb),
    action: verb === null ? null : (actions.get(c.tokens[verb]?.text ?? '') ?? null),
  };
}

function isLead(token: Token | undefined): boolean {
  return (
    token !== undefined && (timeLead.has(token.text) || ['>', '≥', '+', '<', '≤', '>='].includes(token.text))
  );
}

/** The first time in a step: `2 business hours`, `at 2`, `2x`, `50%`, `by EOD`. */
function findTime(c: Cursor, from: number, to: number, previous: SlaMeaning | null): When | null {
  for (let at = from; at < to; at += 1) {
    const token = c.tokens[at];
    if (token === undefined) break;
    const factor = readFactor(c, at);
    if (factor !== null) return { at: null, factor: factor.value, from: at, to: factor.to };
    c.at = at;
    c.end = to;
    const found = startsAmount(c) || startsDeadline(c) ? readTime(c, at, from, previous) : null;
    c.end = c.tokens.length;
    if (found !== null) return found;
  }
  return null;
}

/** `2x`, `x2`, `twice`, `50%`: a multiple of the limit. */
function readFactor(c: Cursor, at: number): { readonly value: number; readonly to: number } | null {
  const token = c.tokens[at];
  const next = c.tokens[at + 1];
  if (token === undefined) return null;
  const to = (end: number): number => {
    let last = end;
    while (['of', 'the', 'sla', 'limit', 'time', 'target'].includes(c.tokens[last]?.text ?? '')) last += 1;
    return last;
  };
  if (token.kind === 'number' && token.value > 0 && next?.text === 'x' && !Number.isNaN(token.value)) {
    return { value: token.value, to: to(at + 2) };
  }
  if (token.kind === 'number' && token.value > 0 && (next?.text === '%' || next?.text === 'percent')) {
    return { value: token.value / 100, to: to(at + 2) };
  }
  if (token.kind === 'word' && /^x[0-9]{1,3}$/.test(token.text)) {
    return { value: Number(token.text.slice(1)), to: to(at + 1) };
  }
  if (token.text === 'x' && next?.kind === 'number' && next.tight)
    return { value: next.value, to: to(at + 2) };
  const twice = token.kind === 'word' ? ['twice', 'double'].includes(token.text) : false;
  return twice ? { value: 2, to: to(at + 1) } : null;
}

function readTime(c: Cursor, at: number, from: number, previous: SlaMeaning | null): When | null {
  if (startsDeadline(c)) {
    const end = deadlineEnd(c, at);
    const reading = readSla(c.slice(at, end));
    return reading.ok && reading.meaning.kind === 'deadline'
      ? { at: reading.meaning, factor: null, from: at, to: end }
      : null;
  }
  const number = c.peek();
  try {
    readAmount(c, emptyDraft(), at);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return number.kind === 'number' ? carried(c, at, from, previous) : null;
  }
  const end = calendarEnd(c, c.at);
  const reading = readSla(c.slice(at, end));
  return reading.ok ? { at: reading.meaning, factor: null, from: at, to: end } : null;
}

/** The end of a deadline's words, found by the words and clock times it is made of. */
function deadlineEnd(c: Cursor, at: number): number {
  let end = at;
  while (end < Math.min(c.end, at + 12)) {
    const token = c.tokens[end];
    if (token === undefined) break;
    const part =
      token.kind === 'time' ||
      token.kind === 'number' ||
      deadlineWords.has(token.text) ||
      calendars.has(token.text);
    if (!part) break;
    end += 1;
  }
  return end;
}

/** Past `(business)`, `(business hours)` or `, 24/7` after an amount. */
function calendarEnd(c: Cursor, end: number): number {
  const [first, second, third, fourth] = c.tokens.slice(end, end + 4);
  if (first?.text === '(' && calendars.has(second?.text ?? '')) {
    if (third?.text === ')') return end + 3;
    if (fourth?.text === ')') return end + 4;
  }
  if (first?.kind === 'always') return end + 1;
  return first?.text === ',' && second?.kind === 'always' ? end + 2 : end;
}

/** `at 2` or `2: …` after a step with a unit. */
function carried(c: Cursor, at: number, from: number, previous: SlaMeaning | null): When | null {
  const number = c.tokens[at];
  if (number === undefined || !(number.value > 0) || previous === null || previous.kind !== 'duration')
    return null;
  const before = c.tokens[at - 1]?.text ?? '';
  const led = at > from && ['at', 'after', 'by', 'past', 'within', '>', '≥'].includes(before);
  const labelled = at === from && c.tokens[at + 1]?.text === ':';
  if (!led && !labelled) return null;
  const unit = previous.unit === 'week' ? 'week' : previous.unit;
  return { at: { ...previous, amount: number.value, unit }, factor: null, from: at, to: at + 1 };
}

/** Marks "on breach", "if missed", "if no reply, …" as used; true when one of them is a breach. */
function takeTriggers(c: Cursor, from: number, to: number, used: Set<number>, time: number): boolean {
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

function findVerb(c: Cursor, from: number, to: number, used: ReadonlySet<number>): number | null {
  for (let at = from; at < to; at += 1) {
    const token = c.tokens[at];
    if (!used.has(at) && token?.kind === 'word' && actions.has(token.text)) return at;
  }
  return null;
}

/** Who acts or is told: before a passive or a verb of moving, else after the verb. Channels and fillers are nobody. */
function findWho(
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
