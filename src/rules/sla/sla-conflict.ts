import { clockOfWords } from '../../language/clock-words.ts';
import { compareLimits, limitOf, onClockOf, type SetLimit } from '../../lifecycle/limits.ts';
import { looseLimits, singleLimit } from '../../lifecycle/loose-limits.ts';
import type { Escalation, Handoff, Model, PlacedStep, Sla, Stage } from '../../lifecycle/model.ts';
import { isLiving } from '../../lifecycle/standing.ts';
import { stageAt } from '../../lifecycle/target-stages.ts';
import { longerBy, meaningKey } from '../../sla/index.ts';
import type { SlaSet } from '../../sla/meaning.ts';
import type { Text } from '../../sot/entry.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { named, namedHandoff, quoted } from '../wording.ts';

export const slaConflict: Rule = {
  id: 'sla-conflict',
  title: 'Two limits for one moment',
  why: 'The handoff and the stage it leads into both say how fast the new owner must answer. When they differ, everybody follows the one they know.',
  fix: 'Keep one limit and repeat it in both places, or leave it out of the handoff.',
  source: 'SPEC §4',
  gate: 4,
  pattern: 3,
  severity: { quick: 'off', standard: 'warning', deep: 'warning' },
  bad: markdown`
    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Owner: AE
    SLA: 30 business minutes

    ## GTM-MOPS-002: Handoff — MQL → SQL

    Type: Handoff
    From: MQL
    To: SQL
    SLA: 1 business day
  `,
  good: markdown`
    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Owner: AE
    SLA: 30 business minutes

    ## GTM-MOPS-002: Handoff — MQL → SQL

    Type: Handoff
    From: MQL
    To: SQL
    SLA: 30 business minutes
  `,
  *check(model): Generator<Problem> {
    for (const stage of model.living.stages) {
      for (const { sla, escalation } of stage.clocks) {
        const late = escalation === null ? null : tooLate(model, sla, escalation);
        if (late === null || escalation === null) continue;
        yield {
          at: late.span,
          message: `The limit of ${named(stage)} is ${quoted(sla.raw.text)}, and nothing happens until ${quoted(late.raw)}, more than twice as late.`,
          fix: `Begin the escalation of ${named(stage)} at ${quoted(sla.raw.text)}, or write the limit that is meant.`,
          entry: stage.entry,
          field: 'escalation',
          key: escalation.raw.text,
          related: [{ message: 'The limit', span: sla.raw.span }],
        };
      }
    }
    for (const record of [...model.living.stages, ...model.living.handoffs])
      for (const text of looseLimits(record)) yield loose(record, text);
    for (const handoff of model.living.handoffs) {
      // A segment may well have a limit of its own.
      if (handoff.sla === null || handoff.segment !== null) continue;
      const stage = stageAt(handoff.toTarget);
      if (stage === null || !isLiving(stage) || stage.sla === null) continue;
      const escalation = handoff.escalation ?? stage.escalation;
      const guarded = escalation === null ? null : tooLate(model, handoff.sla, escalation);
      const known = escalation === null ? null : tooLate(model, stage.sla, escalation);
      if (agree(model, handoff.sla, stage.sla)) {
        if (guarded === null || known !== null || escalation === null) continue;
        yield {
          at: guarded.span,
          message: `${namedHandoff(handoff)} gives the new owner ${quoted(handoff.sla.raw.text)}, and the escalation begins only with ${quoted(guarded.raw)}.`,
          fix: `Begin it at ${quoted(handoff.sla.raw.text)}, or write the limit that is meant in the handoff.`,
          entry: handoff.escalation === null ? stage.entry : handoff.entry,
          field: 'escalation',
          key: `${handoff.id} ${escalation.raw.text}`,
          related: [{ message: `The limit of ${namedHandoff(handoff)}`, span: handoff.sla.raw.span }],
        };
        continue;
      }
      yield {
        at: handoff.sla.raw.span,
        message: `${namedHandoff(handoff)} gives the new owner ${quoted(handoff.sla.raw.text)}, and ${named(stage)} gives ${quoted(stage.sla.raw.text)} for the same moment.`,
        fix: `Keep one of them in both places: ${quoted(handoff.sla.raw.text)} or ${quoted(stage.sla.raw.text)}.`,
        entry: handoff.entry,
        field: 'sla',
        instead: { actual: handoff.sla.raw.text, expected: stage.sla.raw.text },
        related: [{ message: `The SLA of ${named(stage)}`, span: stage.sla.raw.span }],
      };
    }
  },
};

/** A limit that no label gives to a clock: it would be kept to by nobody. */
function loose(record: Stage | Handoff, text: Text): Problem {
  const response = record.fields.get('sla.response')?.value ?? record.fields.get('sla')?.value;
  return {
    at: text.span,
    message: `The SLA of ${record.id} says ${quoted(text.text)} beside its response time${response ? `, ${quoted(response.text)}` : ''}, and nothing tells which clock that is: nobody keeps to it.`,
    fix: labelled(text.text),
    entry: record.entry,
    field: 'sla',
    key: `loose ${text.text}`,
  };
}

/** The limit with the label of its clock, where its words tell which one it is. */
function labelled(text: string): string {
  const label = clockOfWords(text);
  const limit = label === 'Cadence' ? text : singleLimit(text);
  if (limit !== null && label !== null)
    return `Write what it is before it, "${label}: ${limit}", or keep one of the two.`;
  return 'Write a label before it, "Acceptance: …" for the time until the lead is taken or rejected, "Maximum time in stage: …" for the longest stay, or keep one of the two.';
}

/** The first step of an escalation, where it comes later than the limit it guards by more than that limit. */
function tooLate(model: Model, sla: Sla, { steps, empty }: Escalation): PlacedStep | null {
  const limit = limitOf(sla);
  const twice = limit === null ? null : longerBy(limit, 2);
  if (limit === null || twice === null || empty) return null;
  let first: { readonly step: PlacedStep; readonly at: SlaSet } | null = null;
  for (const step of steps) {
    // A step without a time of its own, or counted from the breach or in limits, begins with the breach.
    if (step.early) continue;
    if (step.at === null || step.onBreach || step.factor !== null) return null;
    const at = onClockOf(limit, step.at);
    if (compareLimits(model, at, twice) === null) return null;
    if (first === null || compareLimits(model, at, first.at) === -1) first = { step, at };
  }
  return first !== null && compareLimits(model, first.at, twice) === 1 ? first.step : null;
}

/** True when both say the same, or when they are about different events, so that nothing conflicts. */
function agree(model: Model, handoff: Sla, stage: Sla): boolean {
  const one = limitOf(handoff);
  const other = limitOf(stage);
  if (one === null || other === null) return true;
  if (one.recurrence !== other.recurrence || one.action !== other.action || one.anchor !== other.anchor)
    return true;
  const compared = compareLimits(model, one, other);
  return compared === null ? bare(one) === bare(other) : compared === 0;
}

/** What of a meaning decides when an answer is due. */
function bare(limit: SetLimit): string {
  const { attainment: _attainment, ...rest } = limit;
  return meaningKey(rest).toLowerCase();
}
