import { compareLimits, keptByPerson, limitOf } from '../../lifecycle/limits.ts';
import type { Handoff, LifecycleRecord, Model, Sla, Stage } from '../../lifecycle/model.ts';
import { stageAt } from '../../lifecycle/target-stages.ts';
import { calendarOf } from '../../sla/index.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { listed, named, quoted } from '../wording.ts';

/** Where hotness says nothing about speed: product stages, and from Opportunity on the rhythm of touches. */
const notRanked = new Set([
  'Anonymous',
  'Signup',
  'Activated',
  'Paid',
  'Opportunity',
  'Customer',
  'Expansion',
]);

export const slaOrder: Rule = {
  id: 'sla-order',
  title: 'A hotter lead waits longer',
  why: 'The lead that is closest to buying goes cold first. When its limit is the longer one, the team serves the wrong lead first.',
  fix: 'Give the hotter stage or segment the shorter limit, or swap the two.',
  source: 'SPEC §4',
  gate: 4,
  pattern: 3,
  severity: { quick: 'off', standard: 'warning', deep: 'warning' },
  bad: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Order: 2
    Owner: BDR
    SLA: 1 business hour

    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Order: 3
    Owner: AE
    SLA: 1 business day

    ## BR-MOPS-004: Lifecycle Stage — Opportunity

    Type: Lifecycle-Stage
    Order: 4
  `,
  good: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Order: 2
    Owner: BDR
    SLA: 1 business hour

    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Order: 3
    Owner: AE
    SLA: 30 business minutes

    ## BR-MOPS-004: Lifecycle Stage — Opportunity

    Type: Lifecycle-Stage
    Order: 4
  `,
  *check(model): Generator<Problem> {
    const ranked = model.living.stages.filter(
      (stage) => !notRanked.has(stage.canonical) && !stage.final && keptByPerson(stage.owner),
    );
    for (const [at, stage] of ranked.entries()) {
      const cooler = ranked[at - 1];
      if (cooler !== undefined) yield* slower(model, cooler, stage);
    }
    // The same words on a handoff into the stage are reported on the stage, once.
    const repeated = new Map<Stage, Handoff[]>();
    for (const handoff of model.living.handoffs) {
      const stage = stageAt(handoff.toTarget);
      if (stage === null || stage.sla === null || stage.sla.raw.text !== handoff.sla?.raw.text)
        yield* inverted(handoff, handoff.sla, []);
      else if (!repeated.get(stage)?.push(handoff)) repeated.set(stage, [handoff]);
    }
    for (const stage of model.living.stages) yield* inverted(stage, stage.sla, repeated.get(stage) ?? []);
  },
};

function* slower(model: Model, cooler: Stage, hotter: Stage): Generator<Problem> {
  const [one, other] = [limitOf(cooler.sla), limitOf(hotter.sla)];
  if (one === null || other === null || one.recurrence !== 'once' || other.recurrence !== 'once') return;
  // Only clearly equal clocks: an unstated one is `sla-calendar` first.
  if (calendarOf(one) !== calendarOf(other) || one.action !== undefined || other.action !== undefined) return;
  if (compareLimits(model, one, other) !== -1 || hotter.sla === null || cooler.sla === null) return;
  yield {
    at: hotter.sla.raw.span,
    message: `A lead in ${named(hotter)} waits up to ${quoted(hotter.sla.raw.text)}, one in ${named(cooler)} only ${quoted(cooler.sla.raw.text)}. The hotter lead should be answered first.`,
    entry: hotter.entry,
    field: 'sla',
    related: [{ message: `The SLA of ${named(cooler)}`, span: cooler.sla.raw.span }],
  };
}

function* inverted(
  record: LifecycleRecord,
  sla: Sla | null,
  repeated: readonly Handoff[],
): Generator<Problem> {
  if (sla === null || sla.reading.ok || sla.reading.code !== 'segment-order') return;
  yield {
    at: sla.raw.span,
    message: `In the SLA of ${record.id}, ${quoted(sla.raw.text)}, the hotter segment has the longer limit.`,
    fix: `Swap the two limits${repeated.length === 0 ? '' : `, here and in ${listed(repeated.map(({ id }) => id))}`}.`,
    entry: record.entry,
    field: 'sla',
    related: repeated.flatMap(({ id, sla: same }) =>
      same === null ? [] : [{ message: `The same in ${id}`, span: same.raw.span }],
    ),
  };
}
