/** Puts the limits of a phrase together: one limit, segments, two clocks, or a cutoff. */

import type { LimitDraft } from '../limit/draft.ts';
import type { SlaLimit, SlaSet } from '../meaning.ts';
import { hotness, segmentName } from '../segment.ts';
import { refuse } from '../text/refusals.ts';
import { activityWords } from '../text/words.ts';
import type { Item } from './item.ts';
import { deadlineOf, inHours, limitFrom, sharedDraft, termsOf, warningsOf } from './meaning-of.ts';
import { nameSegment, segments } from './segments.ts';

/** One limit, a cutoff or segments, of the items of a phrase and the words between them. @throws a refusal */
export function assemble(items: readonly Item[], joints: readonly string[]): SlaSet {
  const first = items[0];
  if (first === undefined) throw refuse.empty();
  if (items.some((item) => item.draft.cutoff !== undefined)) return cutoff(items, joints);
  if (items.length === 1) return single(first);
  const named = items.map(nameSegment);
  const segmented = named.some(
    (item) => item.draft.segment !== undefined && item.draft.segment !== 'otherwise',
  );
  if (!segmented && items.some((item) => item.draft.when !== undefined)) return twoClocks(items, joints);
  return segments(named, joints);
}

function single(item: Item): SlaSet {
  const { draft, label } = item;
  if (draft.when === 'otherwise') throw refuse.otherHours('otherwise');
  if (draft.when === 'in-hours') inHours(draft);
  if (draft.segment !== undefined) {
    const segment = segmentName(draft.segment);
    if (!isRemark(draft)) throw refuse.gap(withoutOnly(segment));
    draft.action = joined(draft.action, draft.segment);
  }
  if (label !== null) {
    if (isSegmentLike(label)) throw refuse.gap(withoutOnly(segmentName(label)));
    draft.action = joined(label, draft.action);
  }
  return { ...limitFrom(draft), ...termsOf(draft, warningsOf([draft])) };
}

function joined(first: string | undefined, second: string | undefined): string {
  return [first, second].filter((text) => text !== undefined).join(': ');
}

function withoutOnly(segment: string): string {
  return segment.replace(/^only | only$/i, '');
}

/** Whether a bracket's words after a lone limit are a remark on it (`1 business hour (first touch)`), no segment. */
function isRemark(draft: LimitDraft): boolean {
  const segment = draft.segment ?? '';
  return draft.bracketed === true && !/only|leads?$/i.test(segment) && hotness(segmentName(segment)) === null;
}

/** `High-signal: 1 hour` alone leaves the other leads without a limit; `Priority response: 1 hour` does not. */
function isSegmentLike(label: string): boolean {
  if (hotness(label) === null && withoutOnly(label) === label) return false;
  return !label
    .toLowerCase()
    .split(' ')
    .some((word) => activityWords.has(word));
}

/** `Same business day if received before 14:00 Europe/London; next business day otherwise`. */
function cutoff(items: readonly Item[], joints: readonly string[]): SlaSet {
  const [before, after] = items;
  const time = before?.draft.cutoff;
  if (before === undefined || time === undefined)
    throw refuse.rest(items[0]?.draft.text ?? '', items[1]?.draft.text ?? '');
  if (after === undefined) throw refuse.afterCutoff(time);
  const extra =
    items[2] ?? (after.draft.cutoff === undefined && after.draft.kind === 'deadline' ? undefined : after);
  if (extra !== undefined) throw refuse.two(joints[0] ?? ';', before.draft.text, extra.draft.text);
  const draft = sharedDraft(items);
  if (before.label !== null) draft.action = before.label;
  const clocks = items.map((item) => ({
    ...item.draft,
    ...(draft.tz === undefined ? {} : { tz: draft.tz }),
  }));
  return {
    kind: 'cutoff',
    cutoff: time,
    before: deadlineOf(before.draft),
    after: deadlineOf(after.draft),
    ...termsOf(draft, warningsOf(clocks)),
  };
}

/** `5 minutes during business hours; by 09:00 next business day otherwise`. */
function twoClocks(items: readonly Item[], joints: readonly string[]): SlaSet {
  const inside = items.find((item) => item.draft.when === 'in-hours');
  const outside = items.find((item) => item !== inside);
  if (inside === undefined) throw refuse.otherHours('otherwise');
  if (outside === undefined || items.length > 2) {
    throw refuse.two(joints[0] ?? ';', items[0]?.draft.text ?? '', items[1]?.draft.text ?? '');
  }
  if (outside.draft.when === 'in-hours') throw refuse.otherHours('in-hours');
  if (outside.draft.when === undefined) {
    throw refuse.two(joints[0] ?? ';', items[0]?.draft.text ?? '', items[1]?.draft.text ?? '');
  }
  inHours(inside.draft);
  const draft = sharedDraft(items);
  const action = inside.label ?? outside.label;
  if (action !== null) draft.action = action;
  const judged = [
    inside.draft,
    {
      ...outside.draft,
      calendar: outside.draft.calendar === 'unstated' ? ('wall' as const) : outside.draft.calendar,
    },
  ];
  return {
    kind: 'conditional',
    inside: limitFrom(inside.draft),
    outside: onTheWall(limitFrom(outside.draft)),
    ...termsOf(draft, warningsOf(judged)),
  };
}

/** Out of hours the clock is the wall's, unless the limit itself says business time. */
function onTheWall(limit: SlaLimit): SlaLimit {
  return limit.kind === 'duration' && limit.calendar === 'unstated' ? { ...limit, calendar: 'wall' } : limit;
}
