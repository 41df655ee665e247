import { saysWayBack } from '../../language/leaving.ts';
import type { Edge } from '../../lifecycle/model.ts';
import { skippedStages } from '../../lifecycle/skipped.ts';
import { leadsBack, waysOf } from '../../lifecycle/ways.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { listed, named } from '../wording.ts';

export const progressionBackwards: Rule = {
  id: 'progression-backwards',
  title: 'A progression leads backwards or skips a stage',
  why: 'Progress that leads back hides rejections among the successes, and a skip without a condition lets leads past the stage that was to check them.',
  fix: 'Move a way back to the disqualification list; give a fast lane its own condition.',
  source: 'SPEC §4',
  severity: { quick: 'off', standard: 'warning', deep: 'warning' },
  bad: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Order: 2
    Exit criteria (progression):
      - To SQL: BDR books a call

    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Order: 3
    Exit criteria (progression):
      - To MQL: Call moved to next quarter
      - To Customer: Contract signed

    ## BR-MOPS-004: Lifecycle Stage — Customer

    Type: Lifecycle-Stage
    Order: 4
  `,
  good: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Order: 2
    Exit criteria (progression):
      - To SQL: BDR books a call

    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Order: 3
    Exit criteria (progression):
      - To Customer: Contract signed
    Exit criteria (disqualification):
      - Call moved to next quarter → MQL

    ## BR-MOPS-004: Lifecycle Stage — Customer

    Type: Lifecycle-Stage
    Order: 4
  `,
  *check(model): Generator<Problem> {
    const ways = waysOf(model);
    const told = new Set<string>();
    for (const edge of model.edges) {
      const { from, to, progression } = edge;
      const place = `${progression.raw.span.file}:${progression.raw.span.start}`;
      if (told.has(place) || ways.isDeadEnd(from)) continue;
      if (isBackwards(edge) && ways.isOnTheWay(from)) {
        told.add(place);
        yield backwards(edge);
      } else if (progression.criterion === null) {
        const skipped = skippedStages(model, from, to);
        if (skipped.length === 0) continue;
        told.add(place);
        yield skip(edge, skipped);
      }
    }
  },
};

function backwards({ from, to, progression }: Edge): Problem {
  return {
    at: progression.raw.span,
    message: `${named(from)} progresses to ${named(to)}, which comes before it (Order ${from.order} → ${to.order}).`,
    fix: 'If it is a rejection, move the line to "Exit criteria (disqualification)"; else name the stage that follows.',
    entry: from.entry,
    field: 'progression',
    key: to.canonical,
    softens: true,
  };
}

function skip({ from, to, progression }: Edge, skipped: readonly string[]): Problem {
  return {
    at: progression.raw.span,
    message: `${named(from)} leads straight to ${named(to)} and skips ${listed(skipped)}, with no condition.`,
    fix: `Name the condition of the fast lane ("To ${to.name}: …"), or lead to ${skipped[0]} first.`,
    entry: from.entry,
    field: 'progression',
    key: to.canonical,
    softens: true,
  };
}

/** "To MQL: AE rejects" is a rejection in the wrong list, and a way back with a condition is allowed. */
function isBackwards({ from, to, progression }: Edge): boolean {
  return leadsBack(from, to) && progression.criterion !== null && !saysWayBack(progression.raw.text);
}
