import { configLine } from '../../config/line.ts';
import type { Owner } from '../../lifecycle/model.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { spokenFor } from '../spoken.ts';
import { named, quoted } from '../wording.ts';

const useRole = 'Write a role, for example BDR, AE, CS, Founder or Marketing automation.';

/** By kind of owner: what is wrong with it, and what to write. */
const faults: { readonly [kind in Owner['kind']]?: { readonly is: string; readonly fix: string } } = {
  person: {
    is: 'is a person, and the rule breaks when that person leaves',
    fix: 'Write the role, and keep the name in your team list.',
  },
  queue: {
    is: 'is a queue, and nobody in a queue is late',
    fix: 'Write the role that empties the queue, for example "Owner: BDR".',
  },
  department: { is: 'is a department, and no one person in it has to act', fix: useRole },
  unknown: {
    is: 'is not a role known here',
    fix: useRole,
  },
};

export const ownerRole: Rule = {
  id: 'owner-role',
  title: 'An owner is not a role',
  why: 'People leave, queues wait, and a department is nobody in particular. A role stays, and somebody fills it.',
  fix: 'Name the role that acts. Add roles of your own under roles in mops.config.yml.',
  source: 'SEED gate 3, anti-pattern 5',
  gate: 3,
  pattern: 5,
  severity: { quick: 'off', standard: 'warning', deep: 'warning' },
  bad: markdown`
    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Stage: SQL
    Owner: Jane Smith
  `,
  good: markdown`
    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Stage: SQL
    Owner: Account Executive
  `,
  *check(model): Generator<Problem> {
    for (const stage of model.livingStages) {
      const { owner } = stage;
      const fault = owner === null ? undefined : faults[owner.kind];
      if (owner === null || fault === undefined || spokenFor(model, stage, 'owner')) continue;
      yield {
        at: owner.raw.span,
        message: `${named(stage)}: the owner ${quoted(owner.raw.text)} ${fault.is}.`,
        fix:
          owner.kind === 'unknown'
            ? `${fault.fix} If it is a role of your team, put this line into mops.config.yml: \`${configLine(model.config, 'roles', owner.raw.text)}\`.`
            : fault.fix,
        entry: stage.entry,
        field: 'owner',
      };
    }
  },
};
