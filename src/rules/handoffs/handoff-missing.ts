import { type GoneHandoff, goneHandoff } from '../../lifecycle/gone.ts';
import { freeIdFor } from '../../lifecycle/ids.ts';
import type { Edge, Model } from '../../lifecycle/model.ts';
import { inForce, isDrafted } from '../../lifecycle/standing.ts';
import { uncoveredEdges } from '../../lifecycle/uncovered.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { listed, named } from '../wording.ts';

export const handoffMissing: Rule = {
  id: 'handoff-missing',
  title: 'A transition has no handoff',
  why: 'When a lead changes hands and nothing says what goes with it, the new owner starts from nothing and asks the lead everything again.',
  fix: 'Add a GTM-MOPS entry for the transition with trigger, payload and rejection rule; mops draft handoff writes a skeleton.',
  source: 'SEED gate 5',
  gate: 5,
  pattern: 4,
  severity: { quick: 'error', standard: 'error', deep: 'error' },
  bad: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Order: 2
    Stage: MQL
    Owner: BDR
    Exit criteria (progression): To SQL: BDR confirms the budget

    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Order: 3
    Stage: SQL
    Owner: AE
  `,
  good: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Order: 2
    Stage: MQL
    Owner: BDR
    Exit criteria (progression): To SQL: BDR confirms the budget

    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Order: 3
    Stage: SQL
    Owner: AE

    ## GTM-MOPS-001: Handoff — MQL → SQL

    Type: Handoff
    From: MQL (owner: BDR)
    To: SQL (owner: AE)
  `,
  *check(model): Generator<Problem> {
    const gone = goneHandoff(model);
    for (const edge of uncoveredEdges(model)) yield problemOf(model, edge, edge === gone?.edge ? gone : null);
  },
};

function problemOf(model: Model, edge: Edge, gone: GoneHandoff | null): Problem {
  const { from, to, ownerChanges } = edge;
  const drafted = edge.handoffs[0];
  const known = (from.owner?.seat.length ?? 0) > 0 && (to.owner?.seat.length ?? 0) > 0;
  const how = ownerChanges
    ? `changes owner (${from.owner?.raw.text} → ${to.owner?.raw.text})`
    : known
      ? `stays with ${to.owner?.raw.text}`
      : 'has an owner that cannot be read';
  const lacking =
    drafted === undefined
      ? 'has no handoff'
      : `is covered only by ${drafted.id}, which is ${drafted.statusText?.text ?? 'a draft'}`;
  const waits = isDrafted(to) && inForce(from);
  return {
    at: edge.progression.to?.span ?? edge.progression.raw.span,
    message: `${named(from)} → ${named(to)} ${how} and ${lacking}.${gone === null ? '' : ` No file defines ${gone.id}, which ${listed(citing(gone))} ${citing(gone).length === 1 ? 'links' : 'link'}: it may have been this one.`}`,
    fix:
      drafted === undefined
        ? `Add ${gone?.id ?? freeIdFor(model, 'GTM-MOPS', `${from.id} ${to.id}`)}: Handoff — ${from.name} → ${to.name}, with trigger, payload and rejection rule${gone === null ? '' : ', or bring it back'}.`
        : `Finish ${drafted.id} and set its Status to Active.`,
    entry: from.entry,
    field: 'progression',
    key: to.canonical,
    ...(gone === null
      ? {}
      : {
          related: gone.missing.places.map(({ from: citer, span }) => ({
            message: `${citer.id} links ${gone.id}`,
            span,
          })),
        }),
    severity: waits ? 'notice' : ownerChanges ? 'error' : 'warning',
  };
}

function citing({ missing }: GoneHandoff): readonly string[] {
  return [...new Set(missing.places.map(({ from }) => from.id))];
}
