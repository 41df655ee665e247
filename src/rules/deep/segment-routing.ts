import { freeIdFor } from '../../lifecycle/ids.ts';
import { keptByPerson } from '../../lifecycle/limits.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { named } from '../wording.ts';

export const segmentRouting: Rule = {
  id: 'segment-routing',
  title: 'Deep mode without segment routing',
  why: 'Deep mode promises that leads are routed by segment. Without the table, a 5,000-person company waits in the same queue as a student.',
  fix: 'Add a BR-MOPS entry with Type Segment-Routing: Dimension, Applies to, Routes, with an "otherwise" route.',
  source: 'SEED "Execution Mode", deep',
  severity: { quick: 'off', standard: 'off', deep: 'error' },
  bad: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Stage: MQL
    Owner: BDR
  `,
  good: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Stage: MQL
    Owner: BDR

    ## BR-MOPS-010: Segment Routing — Company size

    Type: Segment-Routing
    Routes:
      - 1–49 → BDR: 1 business day
      - otherwise → AE: 1 business hour
  `,
  *check(model): Generator<Problem> {
    if (model.living.routings.length > 0) return;
    const stage =
      model.living.stages.find((candidate) => keptByPerson(candidate.owner)) ?? model.living.stages[0];
    if (stage === undefined) return;
    yield {
      at: stage.entry.idSpan,
      message: `The mode is deep, and no entry routes leads by segment. ${named(stage)} is the first stage where a person could be chosen.`,
      fix: `Add ${freeIdFor(model, 'BR-MOPS', 'segment routing')} with Type Segment-Routing, or set mode: standard in mops.config.yml.`,
      entry: stage.entry,
      field: 'title',
    };
  },
};
