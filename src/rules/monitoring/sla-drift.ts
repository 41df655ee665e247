import { freeIdFor } from '../../lifecycle/ids.ts';
import { watchedBySla } from '../../lifecycle/limits.ts';
import { watchesLifecycle } from '../../lifecycle/monitors.ts';
import { inForce } from '../../lifecycle/standing.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { listed } from '../wording.ts';

export const slaDrift: Rule = {
  id: 'sla-drift',
  title: 'Nobody watches the SLAs',
  why: 'SLAs that exist on paper are missed in practice, slowly and unseen, until leads complain.',
  fix: 'Add a MON-DRIFT entry for response time, with subject, baseline date, thresholds, cadence and owner; mops draft mon-drift writes a skeleton.',
  source: 'SEED gate 7, anti-pattern 7',
  gate: 7,
  pattern: 7,
  severity: { quick: 'off', standard: 'error', deep: 'error' },
  bad: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Stage: MQL
    Owner: BDR
    SLA: 1 business hour
  `,
  good: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Stage: MQL
    Owner: BDR
    SLA: 1 business hour

    ## MON-DRIFT-001: Baseline — MQL response time

    Type: Drift-Baseline
    Subject: Median response time of MQL
    Linked IDs: BR-MOPS-002
  `,
  *check(model): Generator<Problem> {
    const stages = watchedBySla(model);
    const [first, ...others] = stages;
    if (first === undefined || first.sla === null) return;
    const about = model.living.monitors.filter((monitor) => watchesLifecycle(monitor));
    if (about.some(inForce)) return;
    const drafted = about[0];
    yield {
      at: first.sla.raw.span,
      message: `${stages.length === 1 ? `${first.name} has an SLA` : `${listed(stages.map(({ name, id }) => (name === '' ? id : name)))} have SLAs`}, and ${drafted === undefined ? 'no MON-DRIFT entry watches' : `only ${drafted.id}, which is ${drafted.statusText?.text ?? 'a draft'}, would watch`} ${stages.length === 1 ? 'it' : 'them'}.`,
      fix:
        drafted === undefined
          ? `Add ${freeIdFor(model, 'MON-DRIFT', first.id)} for the response time of ${first.name === '' ? first.id : first.name}, with Subject, Baseline (date), Thresholds, Compare cadence and Owner; mops draft mon-drift writes one for each SLA.`
          : `Finish ${drafted.id} and set its Status to Active.`,
      entry: first.entry,
      field: 'sla',
      key: 'lifecycle',
      related: others.flatMap((stage) =>
        stage.sla === null ? [] : [{ message: `The SLA of ${stage.id}`, span: stage.sla.raw.span }],
      ),
    };
  },
};
