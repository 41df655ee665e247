import { limitOf, minutesOf } from '../../lifecycle/limits.ts';
import type { Model, Sla } from '../../lifecycle/model.ts';
import type { SlaMeaning } from '../../sla/meaning.ts';
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
    for (const handoff of model.livingHandoffs) {
      // A segment may well have a limit of its own.
      if (handoff.sla === null || handoff.segment !== null || handoff.toTarget?.kind !== 'stage') continue;
      const stage = handoff.toTarget.stages[0];
      if (stage === undefined || stage.standing === 'retired' || stage.sla === null) continue;
      if (agree(model, handoff.sla, stage.sla)) continue;
      yield {
        at: handoff.sla.raw.span,
        message: `${namedHandoff(handoff)} gives the new owner ${quoted(handoff.sla.raw.text)}, and ${named(stage)} gives ${quoted(stage.sla.raw.text)} for the same moment.`,
        fix: `Keep one of them in both places: ${quoted(handoff.sla.raw.text)} or ${quoted(stage.sla.raw.text)}.`,
        entry: handoff.entry,
        field: 'sla',
        related: [{ message: `The SLA of ${named(stage)}`, span: stage.sla.raw.span }],
      };
    }
  },
};

/** True when both say the same, or when they are about different events, so that nothing conflicts. */
function agree(model: Model, handoff: Sla, stage: Sla): boolean {
  const one = limitOf(handoff);
  const other = limitOf(stage);
  if (one === null || other === null) return true;
  if (one.recurrence !== other.recurrence || one.action !== other.action || one.anchor !== other.anchor)
    return true;
  const [left, right] = [minutesOf(model, one), minutesOf(model, other)];
  if (left !== null && right !== null) return left.clock === right.clock && left.minutes === right.minutes;
  return bare(one) === bare(other);
}

/** What of a meaning decides when an answer is due. */
function bare(meaning: SlaMeaning): string {
  const { warnings: _warnings, reason: _reason, attainment: _attainment, ...rest } = meaning;
  return JSON.stringify(rest).toLowerCase();
}
