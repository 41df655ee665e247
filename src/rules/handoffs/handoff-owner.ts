import { foldName } from '../../language/fold.ts';
import type { Handoff, Model, Owner, Target } from '../../lifecycle/model.ts';
import { sameSeat } from '../../lifecycle/roles.ts';
import { isLiving } from '../../lifecycle/standing.ts';
import { stageAt } from '../../lifecycle/target-stages.ts';
import { replacing } from '../edits.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { named, namedHandoff } from '../wording.ts';

export const handoffOwner: Rule = {
  id: 'handoff-owner',
  title: 'A handoff and a stage disagree on the owner',
  why: 'Two people think the lead is theirs, or each thinks it is the other’s.',
  fix: 'Write the same role in both places; the stage entry decides who owns the lead. Handoffs that name the same other owner of a stage are one finding: the Owner of the stage settles them all.',
  source: 'SPEC §4',
  severity: { quick: 'error', standard: 'error', deep: 'error' },
  bad: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Stage: MQL
    Owner: BDR

    ## GTM-MOPS-002: Handoff — MQL → SQL

    Type: Handoff
    From: MQL (owner: Marketing)
    To: SQL
  `,
  good: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Stage: MQL
    Owner: BDR

    ## GTM-MOPS-002: Handoff — MQL → SQL

    Type: Handoff
    From: MQL (owner: SDR)
    To: SQL
  `,
  *check(model): Generator<Problem> {
    for (const handoff of model.living.handoffs) {
      yield* contradiction(model, handoff, handoff.fromTarget, handoff.fromOwner, 'from');
      yield* contradiction(model, handoff, handoff.toTarget, handoff.toOwner, 'to');
    }
  },
};

function* contradiction(
  model: Model,
  handoff: Handoff,
  target: Target | null,
  owner: Owner | null,
  field: 'from' | 'to',
): Generator<Problem> {
  const stage = stageAt(target);
  if (owner === null || stage?.owner === undefined || stage.owner === null || !isLiving(stage)) return;
  // A person, a queue or a role nobody knows is `owner-role`, which comes first.
  if (!isRole(owner) || !isRole(stage.owner) || sameSeat(owner, stage.owner)) return;
  yield {
    at: owner.raw.span,
    message: `${namedHandoff(handoff)} says ${owner.raw.text} owns ${stage.name}; ${named(stage)} says ${stage.owner.raw.text}.`,
    fix: `Write "owner: ${stage.owner.raw.text}" here, or change the Owner of ${stage.id}.`,
    entry: handoff.entry,
    field,
    // Handoffs that all say the old owner of a stage are mended in one place, at the stage.
    cause: {
      key: `${stage.id} ${foldName(owner.raw.text)}`,
      here: `${namedHandoff(handoff)} says ${owner.raw.text} too`,
    },
    ...replacing(model, owner.raw, stage.owner.raw.text, { sure: false }),
    related: [{ message: `The owner of ${named(stage)}`, span: stage.owner.raw.span }],
  };
}

function isRole({ kind }: Owner): boolean {
  return kind === 'role' || kind === 'several';
}
