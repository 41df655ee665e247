/** Puts the limits of several segments together. */

import type { LimitDraft } from '../limit/draft.ts';
import type { SlaSegments } from '../meaning.ts';
import { hotness, isHotter, segmentName } from '../segment.ts';
import { refuse } from '../text/refusals.ts';
import { minutesIn } from '../units.ts';
import type { Item } from './item.ts';
import { inHours, limitFrom, sharedDraft, termsOf, warningsOf } from './meaning-of.ts';

/** The limit of each segment, of the items of a phrase. @throws a refusal where two fit one segment */
export function segments(items: readonly Item[], joints: readonly string[]): SlaSegments {
  const unnamed = items.find((item) => item.draft.segment === undefined);
  if (unnamed !== undefined) {
    throw refuse.two(joints[0] ?? ';', items[0]?.draft.text ?? '', items[1]?.draft.text ?? '');
  }
  for (const item of items) if (item.draft.when === 'in-hours') inHours(item.draft);
  const drafts = items.map((item) => item.draft);
  const seen = new Set<string>();
  for (const { segment = '' } of drafts) {
    if (seen.has(segment.toLowerCase())) throw refuse.twice(segment);
    seen.add(segment.toLowerCase());
  }
  refuseOrder(drafts);
  const apart = new Set(drafts.flatMap(({ tz }) => tz ?? [])).size > 1;
  const { on: _each, ...draft } = sharedDraft(apart ? items.map(withoutZone) : items);
  const clocks = drafts.map((one) => ({ ...one, ...(draft.tz === undefined ? {} : { tz: draft.tz }) }));
  return {
    kind: 'segments',
    segments: drafts.map((one) => ({
      segment: one.segment ?? '',
      limit: limitFrom(one),
      ...(one.tz === undefined || draft.tz !== undefined ? {} : { tz: one.tz }),
      ...(one.on === undefined ? {} : { on: one.on }),
    })),
    ...termsOf(draft, warningsOf(clocks)),
  };
}

/** Segments in zones of their own: `EMEA: by 10:00 next business day Europe/Berlin; US: … America/New_York`. */
function withoutZone(item: Item): Item {
  const { tz: _own, ...draft } = item.draft;
  return { ...item, draft };
}

/** Hotter leads with the longer limit: only told where both limits are on one clock and in units that rank. */
function refuseOrder(drafts: readonly LimitDraft[]): void {
  const ranked = drafts.filter((draft) => draft.kind === 'duration');
  const byName = ranked.map((draft) => ({ draft, heat: hotness(draft.segment ?? '') }));
  const named = byName.filter(({ heat }) => heat !== null).slice(0, 20);
  for (const a of named) {
    for (const b of named) {
      const hotter = isHotter(a.draft.segment ?? '', b.draft.segment ?? '') === true;
      if (hotter && isLonger(a.draft, b.draft)) throw refuse.order();
    }
  }
}

function isLonger(a: LimitDraft, b: LimitDraft): boolean {
  if (a.calendar !== b.calendar || a.recurrence !== b.recurrence) return false;
  if (a.unit === b.unit) return a.amount > b.amount;
  if (a.calendar === 'wall') return a.amount * minutesIn[a.unit] > b.amount * minutesIn[b.unit];
  // A working day is longer than hours only where the hours fit in one.
  if (a.unit === 'day') return b.unit !== 'day' && b.amount * minutesIn[b.unit] <= a.amount * 240;
  return b.unit === 'day' && a.amount * minutesIn[a.unit] > b.amount * 1440;
}

/** An item of several with its segment's name: from a bracket, "for …", "otherwise" or the words before it. */
export function nameSegment(item: Item): Item {
  const { draft, label } = item;
  if (draft.segment !== undefined) {
    draft.segment = segmentName(draft.segment);
    if (label !== null) draft.action ??= label;
  } else if (label !== null) draft.segment = segmentName(label);
  else if (draft.when === 'otherwise') draft.segment = 'otherwise';
  return item;
}
