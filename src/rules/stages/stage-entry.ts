import { eventInto } from '../../draft/suggest.ts';
import { saysNothing } from '../../language/nothing.ts';
import { spokenFor } from '../../lifecycle/spoken-for.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { fieldSpan, named } from '../wording.ts';

export const stageEntry: Rule = {
  id: 'stage-entry',
  title: 'A stage has no entry criteria',
  why: 'Leads then enter by feeling, and two people count different numbers for the same stage.',
  fix: 'List under "Entry criteria" the event that moves a lead into the stage.',
  source: 'SEED step 2, gate 2',
  gate: 2,
  severity: { quick: 'off', standard: 'error', deep: 'error' },
  bad: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
    Owner: BDR
  `,
  good: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
    Entry criteria:
      - Demo request form sent
  `,
  *check(model): Generator<Problem> {
    for (const stage of model.living.stages) {
      if (stage.entryCriteria.some(({ text }) => !saysNothing(text)) || spokenFor(model, stage, 'entry'))
        continue;
      yield {
        at: fieldSpan(stage, 'entry'),
        message: `${named(stage)} has no entry criteria, so nothing says when a lead is in it.`,
        fix: `Write under "Entry criteria" the event that moves a lead in, for example "${eventInto(model, stage)}".`,
        entry: stage.entry,
        field: 'entry',
      };
    }
  },
};
