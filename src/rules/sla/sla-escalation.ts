import { escalationOf } from '../../draft/escalation.ts';
import type { Model, Stage } from '../../lifecycle/model.ts';
import { spokenFor } from '../../lifecycle/spoken-for.ts';
import { fieldBeside, filling, type Offered, replacing } from '../edits.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { fieldSpan, named, quoted } from '../wording.ts';

export const slaEscalation: Rule = {
  id: 'sla-escalation',
  title: 'An SLA has no consequence',
  why: 'A limit that nobody acts on when it is missed is a wish. The lead waits on.',
  fix: 'Say when, who and what: "At 1 business hour notify the SDR manager; at 2 business hours reassign".',
  source: 'SEED gate 4, anti-pattern 3',
  gate: 4,
  pattern: 3,
  severity: { quick: 'off', standard: 'error', deep: 'error' },
  bad: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Owner: BDR
    SLA: 1 business hour
  `,
  good: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Owner: BDR
    SLA: 1 business hour
    Escalation: At 1 business hour notify the SDR manager; at 2 business hours reassign
  `,
  *check(model): Generator<Problem> {
    for (const stage of model.living.stages) {
      if (stage.owner?.automated === true || spokenFor(model, stage, 'escalation', 'sla', 'sla.response'))
        continue;
      if (stage.sla === null || (stage.escalation !== null && !stage.escalation.empty)) continue;
      const { reading } = stage.sla;
      // No limit yet, or the escalation written into it: `stage-sla` and `sla-unreadable` say so.
      if (
        !reading.ok &&
        (reading.code === 'empty' || reading.code === 'placeholder' || reading.code === 'mixed')
      )
        continue;
      if (reading.ok && (reading.meaning.kind === 'none' || reading.meaning.kind === 'instant')) continue;
      const said =
        stage.escalation === null || stage.escalation.raw.text === '' ? null : stage.escalation.raw.text;
      yield {
        at: fieldSpan(stage, 'escalation', 'sla.response', 'sla'),
        message: `${named(stage)} has the SLA ${quoted(stage.sla.raw.text)} and ${said === null ? 'nothing' : `only ${quoted(said)}`} for the case that it is missed.`,
        fix: advice(stage),
        entry: stage.entry,
        field: 'escalation',
        ...written(model, stage),
      };
    }
  },
};

/** This limit and this owner's own manager; for somebody at the top, what becomes of the lead. */
function advice(stage: Stage): string {
  const words = escalationOf(stage);
  if (words !== null) return `Write "Escalation: ${words}", or who really acts.`;
  return 'Write "Escalation:" with a time at or after the limit, a role that is not the owner and what it does; where nobody stands above the owner, say where the lead goes: "On breach return the lead to Nurture".';
}

/** In place of an escalation that says nothing, else on a line of its own behind the SLA. Who acts, a person confirms. */
function written(model: Model, stage: Stage): Offered {
  const words = escalationOf(stage);
  if (words === null) return {};
  const field = stage.fields.get('escalation');
  const value = field?.value ?? null;
  if (value !== null && value.text !== '') return replacing(model, value, words, { sure: false });
  const beside = stage.fields.get('sla.response') ?? stage.fields.get('sla');
  if (field !== undefined) return filling(model, field, words, { sure: false });
  return beside === undefined ? {} : fieldBeside(model, beside, 'Escalation', words, { sure: false });
}
