import { splitSides } from '../../language/leaving.ts';
import { waysOf } from '../../lifecycle/ways.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { named, quoted } from '../wording.ts';

export const stageExitMixed: Rule = {
  id: 'stage-exit-mixed',
  title: 'Progress and rejection stand in one line',
  why: 'Neither a reader nor a check can tell which way leads where, so the rejected half ends up nowhere.',
  fix: 'Split the line: "To [next stage]: …" under progression, the rejection with its target under disqualification.',
  source: 'SEED step 3',
  gate: 2,
  severity: { quick: 'off', standard: 'warning', deep: 'warning' },
  bad: markdown`
    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Order: 3
    Exit criteria: AE accepts OR rejects

    ## BR-MOPS-004: Lifecycle Stage — Opportunity

    Type: Lifecycle-Stage
    Order: 4
  `,
  good: markdown`
    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Order: 3
    Exit criteria (progression):
      - To Opportunity: AE accepts
    Exit criteria (disqualification):
      - AE rejects → Nurture

    ## BR-MOPS-004: Lifecycle Stage — Opportunity

    Type: Lifecycle-Stage
    Order: 4
  `,
  *check(model): Generator<Problem> {
    for (const stage of model.living.stages) {
      // After the last stage both ways lead out: "churn or expand" is all there is to say.
      if (stage.final) continue;
      const next = waysOf(model).next(stage)?.name || 'the next stage';
      for (const line of stage.mixedExits) {
        const { forward, away } = splitSides(line.text);
        yield {
          at: line.span,
          message: `${named(stage)}: the exit ${quoted(line.text)} says progress and rejection in one line.`,
          fix: `Split it: "To ${next}: ${forward || '…'}" under "Exit criteria (progression)", and "${away || '…'} → ${/lost/i.test(away) ? 'Closed-lost' : 'Nurture'}" under "Exit criteria (disqualification)".`,
          entry: stage.entry,
          field: 'exit',
          key: line.text,
        };
      }
    }
  },
};
