/** Reads one limit of a phrase with its label: `Tier 1: 1 hour`, `First touch within 5 business days of sourcing`. */

import { isMeasure, readAmount, startsAmount } from './amount.ts';
import { type Cursor, Refused } from './cursor.ts';
import { readDeadline, startsDeadline } from './deadline.ts';
import { type Draft, emptyDraft } from './draft.ts';
import { explain } from './explain.ts';
import { refuse } from './refusals.ts';
import { hotness } from './segment.ts';
import { readTails, takeShare } from './tail.ts';
import {
  approximations,
  calendars,
  fillerWords,
  habits,
  instantWords,
  lowerBounds,
  machineWords,
  units,
  upperBounds,
} from './words.ts';

export interface Item {
  readonly draft: Draft;
  /** Words before the limit: an action, or a segment's name. Null when there are none. */
  readonly label: string | null;
}

const upperSigns = ['<', '<=', '=<', '≤'];
const lowerSigns = ['>', '>=', '=>', '≥'];
const averages = new Set(['average', 'avg', 'mean']);

/** Whether a limit starts here. */
export function startsLimit(c: Cursor): boolean {
  const token = c.peek();
  if (token.kind === 'sign') {
    return [...upperSigns, ...lowerSigns, '~'].includes(token.text) || startsAmount(c);
  }
  if (token.kind === 'number' && isLabelNumber(c)) return false;
  if (startsAmount(c) || startsDeadline(c)) return true;
  if (c.ahead(['after']) && startsAmount(c, 1)) return true;
  if (token.kind !== 'word') return false;
  if (token.text === 'every' || token.text === 'each') return startsAmount(c, 1) || isMeasure(c, 1);
  const upper = upperBounds.find((words) => c.ahead(words));
  if (upper !== undefined && boundHolds(c, upper.length)) return true;
  if (lowerBounds.some((words) => c.ahead(words) && boundHolds(c, words.length))) return true;
  return startsInstant(c);
}

/** The number in `Tier 1 5 minutes` belongs to the label. */
function isLabelNumber(c: Cursor): boolean {
  const before = c.peek(-1);
  // `BR-MOPS-002`
  if (before.text === '-' && before.tight && c.peek().tight) return true;
  if (before.kind !== 'word' || c.at === 0) return false;
  if (hotness(`${before.text} 1`)?.scale !== 'tier') return false;
  return !(c.isWord(units, 1) || c.isWord(calendars, 1));
}

function boundHolds(c: Cursor, length: number): boolean {
  const next = c.peek(length);
  if (next.kind === 'sign') return upperSigns.includes(next.text) || next.text === '~' || next.text === '-';
  return (
    startsAmount(c, length) ||
    startsDeadline(c, length) ||
    next.text === 'the' ||
    c.isWord(approximations, length) ||
    (upperBounds.some((words) => c.ahead(words, length)) && startsAmount(c, length + 1))
  );
}

/** Words looked past after "immediate". */
const farthest = 5;

/** `immediate`, `real time`, `at once`, when nothing but an end or a bracket follows. */
function startsInstant(c: Cursor): boolean {
  const length = instantLength(c);
  if (length === 0) return false;
  let next = length;
  while (next < farthest && (c.isWord(fillerWords, next) || c.isWord(machineWords, next))) next += 1;
  const after = c.peek(next);
  return after.text === '' || after.kind === 'sign';
}

function instantLength(c: Cursor): number {
  if (c.isWord(instantWords)) return 1;
  for (const words of [
    ['real', 'time'],
    ['right', 'away'],
    ['at', 'once'],
    ['straight', 'away'],
  ]) {
    if (c.ahead(words)) return 2;
  }
  return 0;
}

/** Reads one item up to the separator after it. Refuses what is no limit with the reason nearest to what was written. */
export function readItem(
  c: Cursor,
  colon: number | null,
  automated: boolean,
  owner: string | undefined,
): Item {
  const start = c.at;
  let labelEnd = start;
  if (colon === null) {
    while (!c.done && !isSeparator(c) && !startsLimit(c)) c.at += 1;
    labelEnd = c.at;
    if (c.done || isSeparator(c)) throw explain(c, start, c.at);
  } else {
    labelEnd = colon;
    c.at = colon + 1;
    const body = c.at;
    while (!c.done && !isSeparator(c) && !startsLimit(c)) c.at += 1;
    if (c.done || isSeparator(c)) throw explain(c, body === c.at ? start : body, c.at);
    refuseLabel(c, body, c.at);
    c.at = c.at > body && trimLabel(c, body, c.at) > body ? c.at : body;
    while (!startsLimit(c)) c.at += 1;
  }
  const labelTo = trimLabel(c, start, labelEnd);
  refuseLabel(c, start, labelTo);
  const draft = emptyDraft();
  const label = readLabel(c, draft, start, labelTo) ? '' : c.slice(start, labelTo);
  readLimit(c, draft, start, { automated, owner });
  return { draft, label: label === '' || /^sla$/i.test(label) ? null : label };
}

const tailWords = new Set(
  'during in out outside after from otherwise else business working office calendar wall for if'.split(' '),
);

/** Reads a label that is a part of the limit put before it: `24/7: 1 hour`, `Out of hours: 4 hours`. */
function readLabel(c: Cursor, draft: Draft, start: number, end: number): boolean {
  const first = c.tokens[start];
  if (end <= start || !(first?.kind === 'always' || tailWords.has(first?.text ?? ''))) return false;
  const place = { at: c.at, end: c.end };
  const found = emptyDraft();
  c.at = start;
  c.end = end;
  try {
    readTails(c, found, true);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    c.at = start;
  }
  const whole = c.at === end;
  Object.assign(c, place);
  if (whole) Object.assign(draft, found);
  return whole;
}

/** A label without the sign that ties it to its limit: `Response -`, `High =`. */
function trimLabel(c: Cursor, start: number, end: number): number {
  let last = end;
  while (last > start && c.tokens[last - 1]?.kind === 'sign' && c.tokens[last - 1]?.text !== ')') last -= 1;
  return last;
}

export function isSeparator(c: Cursor): boolean {
  const token = c.peek();
  if (token.kind !== 'sign') return false;
  return (
    token.text === ';' ||
    token.text === ',' ||
    token.text === '|' ||
    token.text === '||' ||
    token.text === '/'
  );
}

/** Words before a limit that spoil it: `usually`, `about`, `median`. */
function refuseLabel(c: Cursor, start: number, end: number): void {
  for (let at = start; at < end; at += 1) {
    const word = c.tokens[at];
    c.steps += 1;
    if (word?.kind !== 'word') continue;
    if (word.text === 'asap' || word.text === 'promptly') throw refuse.hurry(c.slice(at, at + 1));
    if (word.text === 'median') throw refuse.median();
    if (averages.has(word.text)) throw refuse.average();
    if (word.text === 'percentile' || /^p[5-9][0-9]$/.test(word.text)) throw refuse.percentile();
    if (habits.has(word.text) || (approximations.has(word.text) && at === end - 1)) {
      throw unclear(c, c.slice(at, at + 1), end, habits.has(word.text));
    }
  }
}

function unclear(c: Cursor, word: string, limitStart: number, habit: boolean): unknown {
  const plain = businessLimit(c, limitStart);
  return habit ? refuse.habit(word, plain.business) : refuse.vague(word, [plain.business]);
}

/** The limit that stands there, as written and in business time, to suggest; `1 business hour` when it cannot be read. */
function businessLimit(c: Cursor, start: number): { written: string; business: string } {
  const fallback = { written: '1 hour', business: '1 business hour' };
  c.at = start;
  while (!c.done && !startsAmount(c)) c.at += 1;
  if (c.done) return fallback;
  const draft = emptyDraft();
  readAmount(c, draft, start);
  const unit = `${draft.unit}${draft.amount === 1 ? '' : 's'}`;
  return {
    written: `${draft.amount} ${unit}`,
    business:
      draft.unit === 'week' ? `${draft.amount * 5} business days` : `${draft.amount} business ${unit}`,
  };
}

interface Owner {
  readonly automated: boolean;
  readonly owner: string | undefined;
}

function readLimit(c: Cursor, draft: Draft, start: number, owner: Owner): void {
  const from = c.at;
  const share = takeShare(c);
  if (share !== null) {
    draft.attainment = share;
    while (!c.done && !isSeparator(c) && !startsLimit(c)) c.at += 1;
    if (c.done || isSeparator(c)) throw refuse.shareOnly();
  }
  if (c.ahead(['every']) || c.ahead(['each'])) {
    c.at += 1;
    draft.recurrence = 'every';
  }
  readBounds(c, from);
  const bare = c.at;
  if (startsDeadline(c)) readDeadline(c, draft);
  else if (startsAmount(c) || draft.recurrence === 'every') readAmount(c, draft, start);
  else if (instantLength(c) > 0) {
    draft.kind = 'instant';
    draft.calendar = 'wall';
    c.at += instantLength(c);
    while (c.isWord(machineWords) || c.isWord(fillerWords)) c.at += 1;
    draft.automated = c.tokens.slice(bare, c.at).some((word) => machineWords.has(word.text));
  } else throw explain(c, start, c.end);
  draft.text = c.slice(bare, c.at);
  readTails(c, draft);
  if (draft.unit === 'week' && draft.calendar === 'business') throw refuse.businessWeeks(draft.amount);
  if (draft.calendar !== 'business') draft.endOfDay = false;
  if (draft.kind === 'instant') draft.calendar = 'wall';
  if (draft.kind === 'instant' && !draft.automated && !owner.automated) {
    throw refuse.instantHuman(c.slice(from, c.at), owner.owner);
  }
  if (c.ahead(['or', 'so']) || c.ahead(['ish'])) {
    throw refuse.vague(c.slice(c.at, c.at + 2), [businessLimit(c, bare).business]);
  }
}

function readBounds(c: Cursor, from: number): void {
  for (let more = true; more; ) {
    more = false;
    if (c.isSign('~')) {
      const limit = businessLimit(c, c.at + 1);
      throw refuse.vague('~', [limit.written, limit.business]);
    }
    if (c.isSign(...lowerSigns)) {
      const sign = c.at;
      const limit = businessLimit(c, sign + 1);
      throw refuse.above(c.slice(sign, c.at), limit.written);
    }
    if (c.isWord(approximations)) throw unclear(c, c.slice(c.at, c.at + 1), c.at + 1, false);
    const lower = c.takeAny(lowerBounds);
    if (lower !== null) throw refuse.atLeast(c.slice(c.at - lower.length, c.at));
    if (c.ahead(['after']) && startsAmount(c, 1)) {
      const limit = c.at + 1;
      c.at = limit;
      const draft = emptyDraft();
      readAmount(c, draft, limit);
      throw refuse.after(c.slice(from, c.at), c.slice(limit, c.at));
    }
    if (startsDeadline(c)) return;
    if (c.takeSign(...upperSigns)) more = true;
    else if (c.takeAny(upperBounds) !== null) {
      more = true;
      if (c.ahead(['the']) && c.isWord(units, 1))
        throw refuse.withinThe(c.slice(from, c.at + 2), c.peek(1).text);
      c.take('the');
    }
  }
}
