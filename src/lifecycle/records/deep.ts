/** Deep-mode `BR-MOPS` entries: Segment-Routing and Scoring-Model (SPEC §2). */

import { sizeWords } from '../../language/sizes.ts';
import type { Entry } from '../../sot/entry.ts';
import type { EntryFields } from '../fields.ts';
import type { Route, Routing, Scoring } from '../model.ts';
import { transitionSides } from '../sides.ts';
import { filled, itemsOf, type Knowledge, readRecord } from './record.ts';
import { readRoute } from './route.ts';
import { scored, thresholdIn } from './score.ts';

/** Reads a routing table. */
export function readRouting(entry: Entry, read: EntryFields, know: Knowledge): Routing {
  const appliesTo = filled(read.fields, 'applies-to');
  const sides = appliesTo === null ? null : transitionSides(appliesTo);
  return {
    ...readRecord(entry, read, know),
    dimension: filled(read.fields, 'dimension'),
    appliesTo,
    fromTarget: sides === null ? null : know.targets.of(sides.from.text),
    toTarget: sides === null ? null : know.targets.of(sides.to.text),
    routes: numbered(
      itemsOf(read.fields, 'routes').map((item) => readRoute(item, know)),
      filled(read.fields, 'dimension')?.text ?? '',
    ),
  };
}

/** A part with numbers that says no range matters where numbers are what leads are told apart by. */
function numbered(routes: readonly Route[], dimension: string): readonly Route[] {
  const byNumber = routes.some(({ range }) => range !== null) || numberWords.test(dimension);
  return byNumber ? routes : routes.map((route) => ({ ...route, unread: null }));
}

const numberWords = new RegExp(
  `\\b(?:sizes?|deal value|amount)\\b|${sizeWords('people', 'seats', 'parts', 'points', 'money')}`,
  'i',
);

/** Reads a scoring model: points by signal, the score each stage needs, and decay. */
export function readScoring(entry: Entry, read: EntryFields, know: Knowledge): Scoring {
  return {
    ...readRecord(entry, read, know),
    signals: itemsOf(read.fields, 'signals').map((raw) => {
      const { name, points } = scored(raw.text);
      return { raw, name, points };
    }),
    thresholds: itemsOf(read.fields, 'thresholds').map((raw) => {
      const { name, points } = thresholdIn(raw.text);
      return { raw, stage: name, target: know.targets.of(name), points };
    }),
    decay: filled(read.fields, 'decay'),
  };
}
