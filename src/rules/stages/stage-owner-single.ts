import { ownerFor } from '../../draft/suggest.ts';
import { spokenFor } from '../../lifecycle/spoken-for.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { named, quoted } from '../wording.ts';

export const stageOwnerSingle: Rule = {
  id: 'stage-owner-single',
  title: 'A stage has two owners',
  why: 'When two roles own a stage, each waits for the other. The change of hands belongs between two stages, in a handoff.',
  fix: 'Name the one role that acts while a lead is in this stage, and write the change of hands as a GTM-MOPS handoff.',
  source: 'SEED anti-pattern 5',
  gate: 3,
  pattern: 5,
  severity: { quick: 'off', standard: 'warning', deep: 'warning' },
  bad: markdown`
    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Stage: SQL
    Owner: BDR → AE
  `,
  good: markdown`
    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Stage: SQL
    Owner: AE / founder
  `,
  *check(model): Generator<Problem> {
    for (const stage of model.living.stages) {
      const { owner } = stage;
      if (owner === null || owner.kind !== 'several' || spokenFor(model, stage, 'owner')) continue;
      const proposed = ownerFor(model, stage);
      const last = owner.roles.some((role) => model.roles.find(proposed) === role)
        ? proposed
        : (owner.roles.at(-1) ?? proposed);
      yield {
        at: owner.raw.span,
        message: `${named(stage)} has two owners, ${quoted(owner.raw.text)}: nobody can tell who acts.`,
        fix: `Name one role, for example "Owner: ${last}", and leave the change of hands to a GTM-MOPS handoff.`,
        entry: stage.entry,
        field: 'owner',
      };
    }
  },
};
