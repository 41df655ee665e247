import { orderFor } from '../../draft/order.ts';
import { runBeside } from '../../lifecycle/beside.ts';
import type { Stage } from '../../lifecycle/model.ts';
import { spokenFor } from '../../lifecycle/spoken-for.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { named, quoted } from '../wording.ts';

export const stageOrder: Rule = {
  id: 'stage-order',
  title: 'Two stages have the same order',
  why: 'The order decides which way is forward, in the checks and in the diagram. With two stages in one place, nobody can tell which comes first.',
  fix: 'Give every stage its own number, counted from the first touch.',
  source: 'SPEC §4',
  severity: { quick: 'error', standard: 'error', deep: 'error' },
  bad: markdown`
    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Order: 3

    ## BR-MOPS-004: Lifecycle Stage — Opportunity

    Type: Lifecycle-Stage
    Order: 3
  `,
  good: markdown`
    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Order: 3

    ## BR-MOPS-004: Lifecycle Stage — Opportunity

    Type: Lifecycle-Stage
    Order: 4
  `,
  *check(model): Generator<Problem> {
    const first = new Map<number, Stage>();
    for (const stage of model.living.stages) {
      const { order, orderText } = stage;
      if (orderText === null || spokenFor(model, stage, 'order')) continue;
      if (order === null) {
        yield {
          at: orderText.span,
          message: `The Order of ${named(stage)}, ${quoted(orderText.text)}, is not a whole number.`,
          fix: `Write the stage’s place as a whole number, for example "Order: ${orderFor(model, stage)}".`,
          entry: stage.entry,
          field: 'order',
          softens: true,
        };
        continue;
      }
      const other = first.get(order);
      if (other === undefined) first.set(order, stage);
      // Two entries under one ID are `id-duplicate`; on ways that run side by side each counts for itself.
      if (other === undefined || other.id === stage.id || runBeside(model, other, stage)) continue;
      yield {
        at: orderText.span,
        message: `${named(other)} and ${named(stage)} both have Order ${order}.`,
        fix: 'Give one of them its own number.',
        entry: stage.entry,
        field: 'order',
        related: [
          {
            message: `${named(other)} has the same order`,
            span: other.orderText?.span ?? other.entry.idSpan,
          },
        ],
        softens: true,
      };
    }
  },
};
