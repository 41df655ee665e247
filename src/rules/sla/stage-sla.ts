import { escalationAt } from '../../draft/escalation.ts';
import { limitFor } from '../../draft/suggest.ts';
import { isFirst, keptByPerson } from '../../lifecycle/limits.ts';
import type { Stage } from '../../lifecycle/model.ts';
import { spokenFor } from '../../lifecycle/spoken-for.ts';
import { readSla } from '../../sla/index.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { fieldSpan, named } from '../wording.ts';

export const stageSla: Rule = {
  id: 'stage-sla',
  title: 'A stage has no SLA',
  why: 'Where nobody says how fast a lead must be answered, leads wait and nobody is late.',
  fix: 'Write how long the owner has, for example "Response time after entering this stage: 1 business hour".',
  source: 'SEED step 6, gate 4',
  gate: 4,
  pattern: 3,
  severity: { quick: 'error', standard: 'error', deep: 'error' },
  bad: markdown`
    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Order: 3
    Owner: AE

    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Order: 2
    Owner: BDR
    SLA: 1 business hour
  `,
  good: markdown`
    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Order: 3
    Owner: AE
    SLA: 30 business minutes
  `,
  *check(model): Generator<Problem> {
    for (const stage of model.living.stages) {
      if (isFirst(model, stage) || stage.owner?.automated === true) continue;
      if (spokenFor(model, stage, 'sla', 'sla.response')) continue;
      const reading = stage.sla?.reading;
      const none = reading?.ok === true && reading.meaning.kind === 'none';
      const empty = reading === undefined || (!reading.ok && reading.code === 'empty');
      if (!none && !empty) continue;
      // Who has to take or reject a lead in time has to answer it in time.
      if (stage.sla === null && stage.clocks.some(({ kind }) => kind === 'acceptance')) continue;
      const owner = stage.owner !== null && stage.owner.kind !== 'none' ? stage.owner.raw.text : null;
      if (none && !keptByPerson(stage.owner)) continue;
      yield {
        at: none && stage.sla !== null ? stage.sla.raw.span : fieldSpan(stage, 'sla.response', 'sla'),
        message: none
          ? `The SLA of ${named(stage)} is n/a, but ${owner} owns the stage, so somebody has to answer the lead.`
          : `${named(stage)} has no SLA${owner === null ? '' : `, and ${owner} owns it`}.`,
        fix: none
          ? `Set a limit such as "${limitFor(model, stage)}", or, if software does the work, write "Owner: Marketing automation".`
          : `Write "SLA:" with "Response time after entering this stage: ${limitFor(model, stage)}"${consequence(stage, limitFor(model, stage))}, or the limit your team can keep.`,
        entry: stage.entry,
        field: 'sla',
      };
    }
  },
};

/** The escalation that goes with the limit, where none is there: one without the other is the next finding. */
function consequence(stage: Stage, limit: string): string {
  const reading = readSla(limit);
  if ((stage.escalation !== null && !stage.escalation.empty) || !reading.ok) return '';
  const { meaning } = reading;
  const words =
    meaning.kind === 'none' || meaning.kind === 'instant' ? null : escalationAt(meaning, stage.owner);
  return words === null ? '' : ` and "Escalation: ${words}"`;
}
