/** Reads one limit of a phrase with its label: `Tier 1: 1 hour`, `First touch within 5 business days of sourcing`. */

import { readAmount } from '../limit/amount.ts';
import { businessLimit, readBounds, unclear } from '../limit/bounds.ts';
import { readDeadline, startsDeadline } from '../limit/deadline.ts';
import { emptyDraft, type LimitDraft } from '../limit/draft.ts';
import { startsAmount } from '../limit/number.ts';
import { takeShare } from '../limit/share.ts';
import { instantLength, isSeparator, startsLimit } from '../limit/start.ts';
import { readTails } from '../limit/tail.ts';
import { type Cursor, Refused } from '../text/cursor.ts';
import { refuse } from '../text/refusals.ts';
import { approximations, fillerWords, habits, machineWords } from '../text/words.ts';
import { refusalFor } from './explain.ts';

export interface Item {
  readonly draft: LimitDraft;
  /** Words before the limit: an action, or a segment's name. Null when there are none. */
  readonly label: string | null;
}

const averages = new Set(['average', 'avg', 'mean']);

/** Reads one item up to the separator after it. Refuses what is no limit with the reason nearest to what was written. */
export function readItem(
  c: Cursor,
  labelColon: number | null,
  automated: boolean,
  owner: string | undefined,
): Item {
  const start = c.at;
  const colon = labelColon !== null && isBehindLimit(c, labelColon) ? null : labelColon;
  if (colon !== null) c.at = colon + 1;
  const body = c.at;
  while (!c.done && !isSeparator(c) && !startsLimit(c)) c.at += 1;
  if ((c.done || isSeparator(c)) && colon !== null) refuseBehind(c, start, colon);
  if (c.done || isSeparator(c)) throw refusalFor(c, body === c.at ? start : body, c.at);
  const labelTo = trimLabel(c, start, colon ?? c.at);
  const wordsTo = trimLabel(c, body, c.at);
  refuseLabel(c, start, labelTo);
  refuseLabel(c, body, wordsTo);
  const draft = emptyDraft();
  const named = shareLabel(c, draft, start, labelTo);
  const label = readLabel(c, draft, named, labelTo) ? '' : c.slice(named, labelTo);
  // Words between a label and its limit say what must be done: `Hot: first touch within 15 min`.
  const words = colon === null ? '' : c.slice(body, wordsTo);
  readLimit(c, draft, start, { automated, owner });
  if (words !== '') draft.action = draft.action === undefined ? words : `${words}: ${draft.action}`;
  return { draft, label: label === '' || /^sla$/i.test(label) ? null : label };
}

/** Whether a colon stands in a bracket behind a limit: `1 hour (after-hours leads: next business day)`. */
function isBehindLimit(c: Cursor, colon: number): boolean {
  const { at } = c;
  let found = false;
  let limit = false;
  for (; c.at < colon && !found; c.at += 1) {
    limit ||= startsLimit(c);
    found = limit && c.isSign('(');
    if (c.isSign(')')) limit = false;
  }
  const open = c.at;
  c.at = at;
  return found && !c.tokens.slice(open, colon).some(({ text }) => text === ')');
}

const tailWords = new Set(
  'during in out outside after from otherwise else business working office calendar wall for if'.split(' '),
);

/** Reads a label that is a part of the limit put before it: `24/7: 1 hour`, `Out of hours: 4 hours`. */
function readLabel(c: Cursor, draft: LimitDraft, start: number, end: number): boolean {
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

/** `1 business hour: call the lead`: a limit, and behind the colon what to do. */
function refuseBehind(c: Cursor, start: number, colon: number): void {
  const { at } = c;
  for (c.at = start; c.at < colon; c.at += 1) {
    if (startsLimit(c)) throw refuse.rest(c.slice(c.at, colon), c.slice(colon + 1, at));
  }
  c.at = at;
}

/** Reads a share in front of a label, `P90: 1 hour`, `90% of MQLs: 1 hour`; the place where the label's own words begin. */
function shareLabel(c: Cursor, draft: LimitDraft, start: number, end: number): number {
  const place = { at: c.at, end: c.end };
  Object.assign(c, { at: start, end });
  const share = takeShare(c);
  let { at } = c;
  Object.assign(c, place);
  if (share === null) return start;
  draft.attainment = share;
  while (at < end && ['of', 'the', 'all', 'leads', 'lead', 'within'].includes(c.tokens[at]?.text ?? ''))
    at += 1;
  return at;
}

/** A label without the sign that ties it to its limit: `Response -`, `High =`. */
function trimLabel(c: Cursor, start: number, end: number): number {
  let last = end;
  while (last > start && c.tokens[last - 1]?.kind === 'sign' && c.tokens[last - 1]?.text !== ')') last -= 1;
  return last;
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
    if (habits.has(word.text) || (approximations.has(word.text) && at === end - 1)) {
      throw unclear(c, c.slice(at, at + 1), end, habits.has(word.text));
    }
  }
}

interface Owner {
  readonly automated: boolean;
  readonly owner: string | undefined;
}

function readLimit(c: Cursor, draft: LimitDraft, start: number, owner: Owner): void {
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
  } else throw refusalFor(c, start, c.end);
  draft.text = c.slice(bare, c.at);
  readTails(c, draft);
  if (draft.unit === 'week' && draft.calendar === 'business') throw refuse.businessWeeks(draft.amount);
  if (draft.calendar !== 'business') draft.endOfDay = false;
  if (draft.kind === 'instant') draft.calendar = 'wall';
  if (draft.kind === 'instant' && !draft.automated && !owner.automated) {
    throw refuse.instantHuman(c.slice(from, c.at), owner.owner);
  }
  if (c.ahead(['or', 'so']) || c.ahead(['ish'])) {
    throw refuse.vague(c.slice(c.at, Math.min(c.at + 2, c.end)), [businessLimit(c, bare).business]);
  }
}
