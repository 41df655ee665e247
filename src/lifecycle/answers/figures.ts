/** One figure at two places: attempts, prices, the size of a persona, times of a return, limits of one clock. */

import { attemptsBeforeSilence, attemptsIn, priceIn } from '../../language/counts.ts';
import { rangesOf, type SizeRange } from '../../language/sizes.ts';
import { waitIn, waitsDiffer } from '../../language/waits.ts';
import type { Node, Text } from '../../sot/entry.ts';
import { clockName, compareLimits, limitOf } from '../limits.ts';
import type { Handoff, LinkedEntry, Model, Stage } from '../model.ts';
import { isLiving } from '../standing.ts';
import { stagesAt } from '../target-stages.ts';
import type { Disagreement } from './answer.ts';
import { twice } from './within.ts';

/** Attempts, stays, prices and sizes that two places say differently. */
export function* figuresThatDiffer(model: Model): Generator<Disagreement> {
  for (const stage of model.living.stages) {
    yield* attemptsDiffer(stage);
    yield* staysDiffer(stage);
  }
  for (const handoff of model.living.handoffs) {
    yield* returnDiffers(handoff);
    yield* clocksDiffer(model, handoff);
  }
  for (const price of model.living.prices) yield* pricesDiffer(price);
  for (const persona of model.living.personas) yield* sizesOfPersona(persona);
}

/** The attempts of the cadence, and those after which a silent lead leaves; two such lines. */
function* attemptsDiffer(stage: Stage): Generator<Disagreement> {
  const ends = stage.disqualification.flatMap(({ raw }) => {
    const number = attemptsBeforeSilence(raw.text);
    return number === null ? [] : [{ text: raw, number }];
  });
  const [end, another] = ends;
  const cadence = stage.cadence === null ? null : attemptsIn(stage.cadence.text);
  if (end === undefined || another !== undefined || cadence === null || stage.cadence === null) return;
  if (cadence === end.number) return;
  yield twice(
    stage,
    'disqualification',
    `After how many attempts is a lead in ${stage.name} given up?`,
    [end.text, `${end.number}`],
    [stage.cadence, `${cadence}`],
    'attempts',
  );
}

/** A stay that ends before a line lets a lead go: nobody is there long enough. */
function* staysDiffer(stage: Stage): Generator<Disagreement> {
  const clock = stage.clocks.find(({ kind }) => kind === 'maximum');
  const limit = clock === undefined ? null : limitOf(clock.sla);
  if (clock === undefined || limit?.kind !== 'duration' || limit.calendar === 'business') return;
  const days = { minute: 1 / 1440, hour: 1 / 24, day: 1, week: 7 }[limit.unit] * limit.amount;
  for (const { raw, reason } of stage.disqualification) {
    const stay = /\b(?:no|without|not|inactive|idle|still|stuck|untouched)\b.*\bfor\b/i.test(reason.text.text)
      ? waitIn(reason.text.text)
      : null;
    if (stay === null || !('days' in stay) || stay.days <= days * 1.1) continue;
    yield twice(
      stage,
      'disqualification',
      `How long may a lead stay in ${stage.name}?`,
      [raw, `${stay.days} days`],
      [clock.sla.raw, clock.sla.raw.text],
      'stay',
    );
  }
}

/** "Nurture for 60 days" as the way, and another time under Re-engagement. */
function* returnDiffers(handoff: Handoff): Generator<Disagreement> {
  const { routing, reengagement } = handoff.rejection;
  if (!routing || !reengagement || routing.leftover || reengagement.leftover) return;
  if (routing.items.length !== 1 || reengagement.items.length !== 1) return;
  const [way, back] = [routing.items[0], reengagement.items[0]];
  if (way === undefined || back === undefined || /;|→.*→/.test(way.text)) return;
  if (!waitsDiffer(way.text, back.text)) return;
  yield twice(
    handoff,
    'rejection.reengagement',
    'When does a rejected lead come back?',
    [back, `"${back.text}"`],
    [way, `"${way.text}"`],
    'return',
  );
}

/** The acceptance and the longest stay, in a handoff and in the stage that it leads into. */
function* clocksDiffer(model: Model, handoff: Handoff): Generator<Disagreement> {
  if (handoff.segment !== null) return;
  const [stage, another] = stagesAt(handoff.toTarget);
  if (stage === undefined || another !== undefined || !isLiving(stage)) return;
  for (const { kind, sla } of handoff.clocks) {
    const own = kind === 'response' ? undefined : stage.clocks.find((clock) => clock.kind === kind);
    const [one, other] = [limitOf(sla), limitOf(own?.sla ?? null)];
    if (own === undefined || one === null || other === null) continue;
    const compared = compareLimits(model, one, other);
    if (compared === null || compared === 0) continue;
    yield {
      question: `What is the ${clockName(kind)} in ${stage.name}?`,
      here: { entry: handoff.entry, field: 'sla', text: sla.raw, says: sla.raw.text },
      there: { entry: stage.entry, field: 'sla', text: own.sla.raw, says: own.sla.raw.text },
      key: `clock ${kind}`,
      way: 'or write it in one of the two alone.',
    };
  }
}

/** The price in the title of a rule, and in the rule. */
function* pricesDiffer(rule: LinkedEntry): Generator<Disagreement> {
  const { title } = rule.entry;
  const named = priceIn(title.text);
  if (named === null) return;
  const lines = linesOf(rule.entry.nodes).flatMap((text) => {
    const said = priceIn(text.text);
    return said === null || said.of !== named.of ? [] : [{ text, ...said }];
  });
  const [line] = lines;
  if (line === undefined || lines.some(({ amount }) => amount === named.amount)) return;
  if (new Set(lines.map(({ amount }) => amount)).size > 1) return;
  yield twice(
    rule,
    'definition',
    `What does ${rule.id} cost?`,
    [line.text, line.words],
    [title, named.words],
    'price',
  );
}

/** Two sizes of company in one persona that do not lie within each other. */
function* sizesOfPersona(persona: LinkedEntry): Generator<Disagreement> {
  const found = [persona.entry.title, ...linesOf(persona.entry.nodes)].flatMap((text) =>
    /\b(?:or|either|reports?|engineers?|developers?|sales ?people|except|not|other than)\b/i.test(text.text)
      ? []
      : rangesOf(text.text).map((size) => ({ text, size })),
  );
  const [first, second, third] = found;
  if (first === undefined || second === undefined || third !== undefined) return;
  if (first.text === second.text || first.size.noun !== second.size.noun) return;
  if (contains(first.size, second.size) || contains(second.size, first.size)) return;
  yield twice(
    persona,
    'segment-type',
    `How many ${first.size.noun} has a company of ${persona.id}?`,
    [second.text, words(second.size)],
    [first.text, words(first.size)],
    'persona size',
  );
}

function contains(outer: SizeRange, inner: SizeRange): boolean {
  return outer.min <= inner.min && outer.max >= inner.max;
}

function words({ min, max }: SizeRange): string {
  return max === Number.POSITIVE_INFINITY ? `${min} or more` : `${min} to ${max}`;
}

function linesOf(nodes: readonly Node[]): readonly Text[] {
  return nodes.flatMap((node) => [node.text, ...linesOf(node.children)]);
}
