import { grouped } from '../../lifecycle/grouped.ts';
import type { Edge, Handoff, Stage } from '../../lifecycle/model.ts';
import { leadsBack, requeuedTo, sentAgain, waysOf } from '../../lifecycle/ways.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { named, namedHandoff, quoted, spanOf } from '../wording.ts';

export const loopUnbounded: Rule = {
  id: 'loop-unbounded',
  title: 'A lead can go round for ever',
  why: 'The same lead comes back to the same people with nothing changed, again and again.',
  fix: 'Give the way back a condition that must have changed, and a limit.',
  source: 'SPEC §4',
  severity: { quick: 'off', standard: 'error', deep: 'error' },
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
      - To MQL
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
      - No budget → MQL after 90 days and a new budget

    ## BR-MOPS-004: Lifecycle Stage — Customer

    Type: Lifecycle-Stage
    Order: 4
  `,
  *check(model): Generator<Problem> {
    const ways = waysOf(model);
    const unconditioned = model.edges.filter(({ progression }) => progression.criterion === null);
    for (const edge of unconditioned) {
      if (!leadsBack(edge.from, edge.to) || ways.isDeadEnd(edge.from)) continue;
      if (ways.inOneRound(edge.from, edge.to)) yield wayBack(edge);
    }
    const ring = ringOf(unconditioned.filter(({ from, to }) => from !== to && !leadsBack(from, to)));
    if (ring) yield wayBack(ring);
    for (const handoff of model.living.handoffs) {
      const stage = requeuedTo(model, handoff);
      if (stage) yield requeue(handoff, stage);
      const sender = stage === null ? sentAgain(handoff) : null;
      if (sender) yield resent(handoff, sender);
    }
  },
};

function wayBack({ from, to, progression }: Edge): Problem {
  return {
    at: progression.raw.span,
    message: `${named(from)} leads to ${named(to)}, from where the lead comes back here; no condition ends the round.`,
    fix: `Write it under "Exit criteria (disqualification)", with what must have changed and how often, for example "No budget → ${to.name} after 90 days and a new budget, at most 2 times", and remove the line here.`,
    entry: from.entry,
    field: 'progression',
    key: to.canonical,
    softens: true,
  };
}

/** An edge that closes a ring of edges without a single condition, where the orders do not tell what is back. */
function ringOf(edges: readonly Edge[]): Edge | null {
  const out = grouped(edges, ({ from }) => from);
  const done = new Set<Stage>();
  for (const start of out.keys()) {
    const path: { readonly stage: Stage; at: number }[] = done.has(start) ? [] : [{ stage: start, at: 0 }];
    const open = new Set<Stage>(done.has(start) ? [] : [start]);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const edge = out.get(top.stage)?.[top.at++];
      if (edge === undefined) {
        done.add(top.stage);
        open.delete(top.stage);
        path.pop();
      } else if (open.has(edge.to)) {
        return edge;
      } else if (!done.has(edge.to)) {
        open.add(edge.to);
        path.push({ stage: edge.to, at: 0 });
      }
    }
  }
  return null;
}

function requeue(handoff: Handoff, stage: Stage): Problem {
  const { routing, field } = handoff.rejection;
  const place = routing ?? field;
  return {
    at: place ? spanOf(place) : handoff.entry.idSpan,
    message: `${namedHandoff(handoff)}: a lead rejected from ${named(stage)} goes straight back to ${named(stage)}.`,
    fix: 'Send it to the stage before, to Nurture or to Disqualified, or write under Re-engagement what must have changed.',
    entry: handoff.entry,
    field: 'rejection.routing',
    softens: true,
  };
}

function resent(handoff: Handoff, sender: Stage): Problem {
  const { reengagement, routing, field } = handoff.rejection;
  const place = reengagement ?? routing ?? field;
  const words = reengagement?.items.map(({ text }) => text).join('; ') ?? '';
  const who = sender.owner?.raw.text ?? 'its owner';
  return {
    at: place ? spanOf(place) : handoff.entry.idSpan,
    message: `${namedHandoff(handoff)}: a rejected lead goes back to ${named(sender)}, where ${who} may send it again as it is (${quoted(words)}), any number of times.`,
    fix: 'Write under Re-engagement what must have changed, and how often a lead may be sent, for example "after the missing answer is in the CRM, at most 2 times".',
    entry: handoff.entry,
    field: 'rejection.reengagement',
    softens: true,
  };
}
