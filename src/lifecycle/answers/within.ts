/** What one entry says twice, and differently. */

import { foldWords } from '../../language/fold.ts';
import { rangesOf, type SizeRange, sizeWords } from '../../language/sizes.ts';
import type { Text } from '../../sot/entry.ts';
import type { FieldName, LifecycleRecord, Model, Reason, Stage } from '../model.ts';
import { isPlace, placeName } from '../target-stages.ts';
import type { Disagreement } from './answer.ts';

/** What one entry says twice and differently: places of a ground, sizes, scores. */
export function* differsWithin(model: Model): Generator<Disagreement> {
  for (const stage of model.living.stages) {
    yield* placesDiffer(
      stage,
      'disqualification',
      stage.disqualification.map(({ reason }) => reason),
    );
    yield* sizesDiffer(stage);
    yield* outOfTheOwnRange(stage);
    yield* scoresDiffer(stage);
  }
  for (const handoff of model.living.handoffs)
    yield* placesDiffer(handoff, 'rejection', handoff.rejection.reasons);
}

/** One ground, word for word, with two places. */
function* placesDiffer(
  { entry }: LifecycleRecord,
  field: FieldName,
  reasons: readonly Reason[],
): Generator<Disagreement> {
  const seen = new Map<string, Reason>();
  for (const reason of reasons) {
    const ground = foldWords(reason.text.text);
    if (ground === '') continue;
    const first = seen.get(ground);
    if (first === undefined) seen.set(ground, reason);
    const places = new Set(first?.targets.map(placeName));
    if (first === undefined || places.size === 0 || reason.targets.length === 0) continue;
    if (reason.targets.some((target) => places.has(placeName(target)) || !isPlace(target))) continue;
    yield {
      question: `Where does a lead turned down with "${reason.text.text}" go?`,
      here: { entry, field, text: reason.text, says: namesOf(reason) },
      there: { entry, field, text: first.text, says: namesOf(first) },
      key: `twice ${ground}`,
      way: 'or say in each line which leads are meant.',
    };
  }
}

function namesOf({ targets }: Reason): string {
  return targets.map(({ name }) => name).join(' or ');
}

/** Two sizes of company that a lead must have to come in, neither of which is part of the other. */
function* sizesDiffer(stage: Stage): Generator<Disagreement> {
  const ranges = stage.entryCriteria.flatMap((text) => rangesOf(text.text).map((range) => ({ text, range })));
  const [one, other, more] = ranges;
  if (one === undefined || other === undefined || more !== undefined || one.text === other.text) return;
  if (one.range.noun !== other.range.noun || !crosses(one.range, other.range)) return;
  // "EMEA: 20 to 200 people" is of other leads.
  if ([one, other].some(({ text }) => /^[^:]{1,40}:|\b(?:or|either|otherwise|unless|if)\b/i.test(text.text)))
    return;
  yield twice(
    stage,
    'entry',
    `How many ${one.range.noun} has a lead that comes into ${stage.name}?`,
    [other.text, says(other.range)],
    [one.text, says(one.range)],
    'size',
  );
}

function says({ min, max }: SizeRange): string {
  return max === Number.POSITIVE_INFINITY ? `${min} or more` : `${min} to ${max}`;
}

function crosses(one: SizeRange, other: SizeRange): boolean {
  const [a, b] = one.min <= other.min ? [one, other] : [other, one];
  return a.min < b.min && b.min <= a.max && a.max < b.max;
}

const plain = new RegExp(
  String.raw`^(?:(?:company|companies|teams?|has|have|with|less|fewer|more|than|under|over|below|above|at|least|most|\d[\d,.]*|a|of|size|${sizeWords('people', 'seats')})[^\p{L}\p{N}_]*)+$`,
  'iu',
);

/** A size that the stage asks for and turns down at once: "50 to 500 people", and "fewer than 100 people" goes. */
function* outOfTheOwnRange(stage: Stage): Generator<Disagreement> {
  const asked = stage.entryCriteria.flatMap((text) => rangesOf(text.text).map((range) => ({ text, range })));
  const [own, another] = asked;
  if (own === undefined || another !== undefined) return;
  for (const { raw, reason } of stage.disqualification) {
    const text = reason.text.text;
    const [range, more] = rangesOf(text);
    if (range === undefined || more !== undefined || range.noun !== own.range.noun || !plain.test(text))
      continue;
    const open = range.min === 0 || range.max === Number.POSITIVE_INFINITY;
    if (!open || range.max < own.range.min || range.min > own.range.max) continue;
    yield twice(
      stage,
      'disqualification',
      `Does ${stage.name} take a lead with ${Math.max(range.min, own.range.min)} ${range.noun}?`,
      [raw, `"${text}" is turned down`],
      [own.text, `"${own.text.text}" comes in`],
      'turned down',
    );
  }
}

/** Two lowest scores of the same kind: "Lead score reaches 50", "Score of at least 60". */
function* scoresDiffer(stage: Stage): Generator<Disagreement> {
  const bare =
    /^(?:the )?(?:lead )?scores? (?:is |of |reaches |passes |hits |at least |above |over |≥ ?|>=? ?)*(\d{1,4})(?: points?)?(?: or more)?$/i;
  const scores = stage.entryCriteria.flatMap((text) => {
    const points = bare.exec(text.text.trim().replace(/[.]$/, ''))?.[1];
    return points === undefined ? [] : [{ text, points }];
  });
  const [one, other] = scores;
  if (one === undefined || other === undefined || one.points === other.points) return;
  yield twice(
    stage,
    'entry',
    `Which score opens ${stage.name}?`,
    [other.text, other.points],
    [one.text, one.points],
    'score',
  );
}

type Said = readonly [text: Text, says: string];

/** A disagreement of two texts of one entry, each with what it says in short. */
export function twice(
  { entry }: LifecycleRecord,
  field: FieldName,
  question: string,
  here: Said,
  there: Said,
  key: string,
): Disagreement {
  return {
    question,
    here: { entry, field, text: here[0], says: here[1] },
    there: { entry, field, text: there[0], says: there[1] },
    key: `within ${key}`,
    way: 'or say of each which leads it is about.',
  };
}
