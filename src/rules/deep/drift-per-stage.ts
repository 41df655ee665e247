import { freeIdFor } from '../../lifecycle/ids.ts';
import { watchedBySla } from '../../lifecycle/limits.ts';
import { monitorsOf } from '../../lifecycle/monitors.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { named } from '../wording.ts';

export const driftPerStage: Rule = {
  id: 'drift-per-stage',
  title: 'A stage has no drift monitor of its own',
  why: 'One number over all stages hides the one that decays: fast answers in one stage make up for slow ones in another.',
  fix: 'Add a MON-DRIFT entry for each stage where a person answers under an SLA; mops draft mon-drift writes them.',
  source: 'SEED "Execution Mode", deep: SLA monitoring',
  gate: 7,
  pattern: 7,
  severity: { quick: 'off', standard: 'off', deep: 'error' },
  bad: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Stage: MQL
    Owner: BDR
    SLA: 1 business hour

    ## BR-MOPS-003: Lifecycle Stage — SQL

    Stage: SQL
    Owner: AE
    SLA: 30 business minutes

    ## MON-DRIFT-001: Baseline — MQL response time

    Subject: Median response time of MQL
  `,
  good: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Stage: MQL
    Owner: BDR
    SLA: 1 business hour

    ## MON-DRIFT-001: Baseline — MQL response time

    Subject: Median response time of MQL
  `,
  *check(model): Generator<Problem> {
    const stages = watchedBySla(model);
    const watching = new Map(stages.map((stage) => [stage, monitorsOf(model, stage)]));
    // Nobody watches anything: `sla-drift` says so once.
    if ([...watching.values()].every((monitors) => monitors.length === 0)) return;
    for (const [stage, monitors] of watching) {
      if (
        monitors.some(
          (monitor) => stages.filter((other) => watching.get(other)?.includes(monitor)).length === 1,
        )
      )
        continue;
      const [shared] = monitors;
      yield {
        at: stage.sla?.raw.span ?? stage.entry.idSpan,
        message:
          shared === undefined
            ? `No MON-DRIFT entry watches the SLA of ${named(stage)}.`
            : `${named(stage)} is watched only by ${shared.id}, together with other stages.`,
        fix: `Add ${freeIdFor(model, 'MON-DRIFT', stage.id)} for the response time in ${stage.name}.`,
        entry: stage.entry,
        field: 'sla',
      };
    }
  },
};
