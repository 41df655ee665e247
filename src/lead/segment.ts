/** Which route and which part of a limit hold for a lead: by size, region, source, score or a segment's name. */

import { foldWords } from '../language/fold.ts';
import { sizeWords } from '../language/sizes.ts';
import type { GtmEntry, Model, Route, Routing } from '../lifecycle/model.ts';
import { rangeOf } from '../lifecycle/records/range.ts';
import type { SlaSegment, SlaSegments } from '../sla/index.ts';
import { hotness, segmentName } from '../sla/segment.ts';

/** What is known of a lead. `source` holds the ID and the name of its channel. */
export interface Facts {
  readonly size: number | null;
  readonly region: string | null;
  readonly source: readonly string[];
  readonly score: number | null;
  readonly segment: string | null;
}

export type Dimension = 'size' | 'region' | 'source' | 'score' | 'segment';

/** What was chosen, or the question that has to be answered first. `known` are the segments as written. */
export type Choice<Chosen> =
  | { readonly chosen: Chosen; readonly dimension: Dimension }
  | { readonly chosen: null; readonly dimension: Dimension; readonly known: readonly string[] };

const dimensionWords: readonly (readonly [Dimension, RegExp])[] = [
  ['size', new RegExp(`\\bsizes?\\b|${sizeWords('people', 'seats', 'parts')}`, 'i')],
  ['region', /\b(?:regions?|geo\w*|territor(?:y|ies)|countr(?:y|ies)|markets?|locations?)\b/i],
  ['source', /\b(?:sources?|channels?|campaigns?)\b/i],
  ['score', new RegExp(sizeWords('points'), 'i')],
];

/** What a routing asks of a lead: by its `Dimension`, else by the shape of its routes. */
export function dimensionOf(routing: Routing): Dimension {
  const said = routing.dimension?.text ?? '';
  const named = dimensionWords.find(([, words]) => words.test(said));
  if (named !== undefined) return named[0];
  return dimensionOfLabels(
    routing.routes.filter(({ otherwise }) => !otherwise).map(({ segment }) => segment),
  );
}

/** The route of a lead. A number falls into a range, a word is met by its label; else "otherwise". */
export function chooseRoute(routing: Routing, facts: Facts): Choice<Route> {
  const dimension = dimensionOf(routing);
  const known = routing.routes.map(({ segment }) => segment);
  const other = routing.routes.find(({ otherwise }) => otherwise) ?? null;
  const number = dimension === 'size' ? facts.size : dimension === 'score' ? facts.score : null;
  const named = routing.routes.filter(({ otherwise }) => !otherwise);
  if (named.some(({ range, labels }) => range !== null && labels !== null)) {
    const words = wordsFor('region', facts);
    if (words.length === 0) return { chosen: null, dimension: 'region', known };
    const here = named.filter(
      ({ labels }) => labels === null || labels.some((label) => words.some((word) => meets(label, word))),
    );
    if (number === null && here.some(({ range }) => range !== null))
      return { chosen: null, dimension, known: here.map(({ segment }) => segment) };
    const chosen = here.find(({ range }) => range === null || inRange(range, number)) ?? other;
    return chosen === null ? { chosen, dimension, known } : { chosen, dimension };
  }
  const words = wordsFor(dimension, facts);
  const found = named.find(
    ({ range, segment }) => inRange(range, number) || words.some((word) => meets(segment, word)),
  );
  const asked = number !== null || words.length > 0;
  const chosen = found ?? (asked ? other : null);
  return chosen === null ? { chosen, dimension, known } : { chosen, dimension };
}

/** The part of a limit with segments that holds for a lead; its label is what `dueAt` is asked with. */
export function chooseSegment(
  { segments }: SlaSegments,
  facts: Facts,
  route: Route | null,
): Choice<SlaSegment> {
  const labels = segments.map(({ segment }) => segment);
  const named = labels.filter((label) => label !== 'otherwise');
  const dimension = dimensionOfLabels(named);
  const hot = named.some((label) => hotness(label) !== null);
  const words = [
    ...(facts.segment === null ? [] : [facts.segment]),
    ...(facts.region === null ? [] : [facts.region]),
    ...facts.source,
    ...(route === null ? [] : [route.segment]),
  ];
  const number = dimension === 'size' ? facts.size : dimension === 'score' ? facts.score : null;
  const found = segments.find(
    ({ segment }) =>
      segment !== 'otherwise' &&
      (inRange(rangeOf(bareRange(segment)), number) || words.some((word) => meets(segment, word))),
  );
  const asked =
    number !== null || facts.segment !== null || (!hot && dimension !== 'size' && words.length > 0);
  const other = segments.find(({ segment }) => segment === 'otherwise') ?? null;
  const chosen = found ?? (asked ? other : null);
  return chosen === null ? { chosen, dimension, known: labels } : { chosen, dimension };
}

function dimensionOfLabels(labels: readonly string[]): Dimension {
  if (labels.some((label) => /\bscore|\bpoints?\b/i.test(label))) return 'score';
  if (labels.length > 0 && labels.every((label) => rangeOf(bareRange(label)) !== null)) return 'size';
  if (labels.some((label) => /\bGTM-[0-9]{3}\b/.test(label))) return 'source';
  return labels.some((label) => hotness(label) !== null) ? 'segment' : 'region';
}

function bareRange(label: string): string {
  return label.replace(/\b(?:scores?|points?|sites?)\b:?/gi, '').trim();
}

function wordsFor(dimension: Dimension, facts: Facts): readonly string[] {
  const segment = facts.segment === null ? [] : [facts.segment];
  if (dimension === 'region') return facts.region === null ? segment : [facts.region, ...segment];
  if (dimension === 'source') return [...facts.source, ...segment];
  return segment;
}

/** Whether a number lies in a range, both ends included; never without a range or a number. */
export function inRange(range: Route['range'], number: number | null): boolean {
  return range !== null && number !== null && number >= range.min && number <= range.max;
}

/** Whether a label is met by a word: the whole of it, or one of its list (`DACH, Nordics`, `US/Canada`). */
export function meets(label: string, word: string): boolean {
  const asked = foldWords(segmentName(word));
  if (asked === '') return false;
  const bare = label.replace(/\([^()]*\)/g, ' ');
  return [label, bare, ...label.split(/[,/;()]|\band\b|\bor\b/i)].some(
    (piece) => foldWords(segmentName(piece.trim())) === asked,
  );
}

/** The ID and the name of a source that has an entry; null when an ID has none. */
export function sourceWords(model: Model, source: string): readonly string[] | null {
  const asked = source.trim();
  const ofId = /^[A-Za-z]{2,8}(?:-[A-Za-z]+)?-[0-9]{1,4}$/.test(asked);
  const known: readonly GtmEntry[] = [...model.channels, ...model.offers, ...model.otherGtm];
  if (ofId) {
    const id = asked.toUpperCase();
    if (!model.records.has(id)) return null;
    const name = known.find((entry) => entry.id === id)?.name;
    return name === undefined || name === '' ? [id] : [id, name];
  }
  const named = known.find(({ name }) => foldWords(name) === foldWords(asked));
  return named === undefined ? [asked] : [named.id, named.name];
}
