import type { Model, Stage, Target } from '../../lifecycle/model.ts';
import { spokenFor } from '../../lifecycle/spoken-for.ts';
import { isLiving } from '../../lifecycle/standing.ts';
import { isAt, stageAt } from '../../lifecycle/target-stages.ts';
import { waysOf } from '../../lifecycle/ways.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { fieldSpan, named, namedHandoff } from '../wording.ts';

export const handoffUnplanned: Rule = {
  id: 'handoff-unplanned',
  title: 'A handoff for a transition that no stage has',
  why: 'The stage says leads go one way, the handoff takes them another. One of the two is out of date.',
  fix: 'Add the exit to the stage ("To SQL: …"), or deprecate the handoff.',
  source: 'SPEC §4',
  severity: { quick: 'error', standard: 'error', deep: 'error' },
  bad: markdown`
    ## BR-MOPS-001: Lifecycle Stage — Anonymous

    Stage: Anonymous
    Order: 1
    Exit criteria (progression): To MQL: demo form sent

    ## BR-MOPS-002: Lifecycle Stage — MQL

    Stage: MQL
    Order: 2

    ## BR-MOPS-003: Lifecycle Stage — SQL

    Stage: SQL
    Order: 3

    ## GTM-MOPS-004: Handoff — Anonymous → SQL

    Type: Handoff
    From: Anonymous
    To: SQL
  `,
  good: markdown`
    ## BR-MOPS-001: Lifecycle Stage — Anonymous

    Stage: Anonymous
    Order: 1
    Exit criteria (progression): To MQL: demo form sent

    ## BR-MOPS-002: Lifecycle Stage — MQL

    Stage: MQL
    Order: 2

    ## GTM-MOPS-001: Handoff — Anonymous → MQL

    Type: Handoff
    From: Anonymous
    To: MQL
  `,
  *check(model): Generator<Problem> {
    for (const handoff of model.living.handoffs) {
      const [from, to] = [livingStage(handoff.fromTarget), livingStage(handoff.toTarget)];
      if (from === null || to === null || from === to) continue;
      if (unreadExits(model, from) || planned(model, from, to)) continue;
      yield {
        at: fieldSpan(handoff, 'to'),
        message: `${namedHandoff(handoff)} hands leads from ${named(from)} to ${named(to)}, but ${named(from)} has no exit to ${to.name}.`,
        fix: `Add "To ${to.name}: …" to the exit criteria of ${from.id}, or set the Status of ${handoff.id} to Deprecated.`,
        entry: handoff.entry,
        field: 'to',
        related: [{ message: `The exits of ${named(from)}`, span: fieldSpan(from, 'progression', 'exit') }],
      };
    }
  },
};

function livingStage(target: Target | null): Stage | null {
  const stage = stageAt(target);
  return stage !== null && isLiving(stage) ? stage : null;
}

/** Exits that name no stage, say both ways in one, lead only back or are missing are other rules' to report first. */
function unreadExits(model: Model, stage: Stage): boolean {
  if (spokenFor(model, stage, 'progression', 'exit') || waysOf(model).isDeadEnd(stage)) return true;
  if (stage.mixedExits.length > 0 || (stage.progression.length === 0 && !stage.final)) return true;
  return stage.progression.some(({ target }) => target === null || target.kind !== 'stage');
}

/** An exit of the stage, forward or not, or a rejection route, leads there. */
function planned(model: Model, from: Stage, to: Stage): boolean {
  const leads = (target: Target | null): boolean => isAt(target, to);
  if (from.progression.some(({ target }) => leads(target))) return true;
  if (from.disqualification.some(({ targets }) => targets.some(leads))) return true;
  return model.living.handoffs.some(
    ({ toTarget, rejection }) => isAt(toTarget, from) && rejection.targets.some(leads),
  );
}
