import { ownerFor } from '../../draft/suggest.ts';
import { spokenFor } from '../../lifecycle/spoken-for.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { fieldSpan, named, quoted } from '../wording.ts';

export const stageOwner: Rule = {
  id: 'stage-owner',
  title: 'A stage has no owner',
  why: 'Leads wait there, because everybody thinks that somebody else has them.',
  fix: 'Write one role under Owner, for example BDR, AE, CS, Founder or Marketing automation.',
  source: 'SEED step 4, gate 3, anti-pattern 5',
  gate: 3,
  pattern: 5,
  severity: { quick: 'off', standard: 'error', deep: 'error' },
  bad: markdown`
    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Stage: SQL
    Owner: the team
  `,
  good: markdown`
    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Stage: SQL
    Owner: AE
  `,
  *check(model): Generator<Problem> {
    for (const stage of model.living.stages) {
      const { owner } = stage;
      if ((owner !== null && owner.kind !== 'none') || spokenFor(model, stage, 'owner')) continue;
      const words = owner?.raw.text ?? '';
      yield {
        at: owner !== null && words !== '' ? owner.raw.span : fieldSpan(stage, 'owner'),
        message:
          words === ''
            ? `${named(stage)} has no owner.`
            : `${named(stage)}: the owner ${quoted(words)} names nobody.`,
        fix: `Write one role, for example "Owner: ${ownerFor(model, stage)}".`,
        entry: stage.entry,
        field: 'owner',
      };
    }
  },
};
