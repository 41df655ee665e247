import { waysOf } from '../../lifecycle/ways.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { named } from '../wording.ts';

export const stageDeadEnd: Rule = {
  id: 'stage-dead-end',
  title: 'A stage has no way on',
  why: 'Every way out leads back or out of the lifecycle, so no lead in this stage can become a customer and leads pile up.',
  fix: 'Add the line that leads on to the next stage.',
  source: 'SPEC §4',
  severity: { quick: 'off', standard: 'error', deep: 'error' },
  bad: markdown`
    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Order: 3
    Exit criteria (progression):
      - To Nurture: No budget this year

    ## BR-MOPS-004: Lifecycle Stage — Customer

    Type: Lifecycle-Stage
    Order: 4
  `,
  good: markdown`
    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Order: 3
    Exit criteria (progression):
      - To Customer: Contract signed

    ## BR-MOPS-004: Lifecycle Stage — Customer

    Type: Lifecycle-Stage
    Order: 4
  `,
  *check(model): Generator<Problem> {
    const ways = waysOf(model);
    for (const stage of model.living.stages) {
      if (!ways.isDeadEnd(stage)) continue;
      const next = ways.next(stage);
      const only = stage.progression.length === 1 ? 'The only progression line' : 'Every progression line';
      yield {
        at: stage.progression[0]?.raw.span ?? stage.entry.idSpan,
        message: `${only} of ${named(stage)} leads out, back or to itself; none leads on.`,
        fix: `Add a line such as "To ${next?.name || 'the next stage'}: …" with the event that moves a lead on.`,
        entry: stage.entry,
        field: 'progression',
        softens: true,
      };
    }
  },
};
