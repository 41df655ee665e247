import { splitAtArrows } from '../../language/arrow.ts';
import { saysNothing } from '../../language/nothing.ts';
import {
  comesBackByDate,
  comesBackByItself,
  lastingReason,
  namesReason,
  ofItsOwnAccord,
  onlySaysNo,
} from '../../language/returning.ts';
import { changesOwner } from '../../lifecycle/limits.ts';
import type { Field, Handoff, Stage } from '../../lifecycle/model.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { spokenFor } from '../spoken.ts';
import { named, namedHandoff, placeOf, quoted, spanOf } from '../wording.ts';

export const rejectionWeak: Rule = {
  id: 'rejection-weak',
  title: 'A rejection rule teaches nothing',
  why: 'A date alone brings the same lead back unchanged, a rejection without a reason tells marketing nothing, and a competitor does not become a customer by waiting.',
  fix: 'Give a reason code, say what must have changed before the lead returns, and disqualify for good what will never fit.',
  source: 'SEED step 7; SEED "Downstream Connections", Feedback Loop',
  gate: 6,
  pattern: 2,
  severity: { quick: 'off', standard: 'warning', deep: 'warning' },
  bad: markdown`
    ## GTM-MOPS-002: Handoff — MQL → SQL

    Type: Handoff
    From: MQL (owner: BDR)
    To: SQL (owner: AE)
    Rejection rule:
      Condition: Too small
      Routing: Nurture
      Re-engagement: in 90 days
  `,
  good: markdown`
    ## GTM-MOPS-002: Handoff — MQL → SQL

    Type: Handoff
    From: MQL (owner: BDR)
    To: SQL (owner: AE)
    Rejection rule:
      Condition: Too small
      Routing: Nurture
      Re-engagement: After 90 days, if the headcount has passed 50
  `,
  *check(model): Generator<Problem> {
    for (const handoff of model.livingHandoffs) {
      yield* dateOnly(handoff);
      if (
        changesOwner(handoff) &&
        !spokenFor(model, handoff, 'rejection', 'rejection.condition', 'rejection.routing')
      )
        yield* reasonless(handoff);
      yield* recycledByHandoff(handoff);
    }
    for (const stage of model.livingStages) yield* recycledByStage(stage);
  },
};

function textOf(field: Field | null): string {
  return field === null || field.leftover
    ? ''
    : field.items
        .map((item) => item.text)
        .join('; ')
        .trim();
}

function* dateOnly(handoff: Handoff): Generator<Problem> {
  const { reengagement } = handoff.rejection;
  const text = textOf(reengagement);
  if (reengagement === null || (!comesBackByItself(text) && !comesBackByDate(text))) return;
  yield {
    at: spanOf(reengagement),
    message: `Leads rejected in ${namedHandoff(handoff)} come back ${ofItsOwnAccord(text) ? 'of their own accord' : 'by date alone'}: ${quoted(text)}. Nothing will have changed.`,
    fix: 'Add what must have changed, for example "and the headcount has passed 50".',
    entry: handoff.entry,
    field: 'rejection.reengagement',
    key: 'date-only',
  };
}

function* reasonless(handoff: Handoff): Generator<Problem> {
  const { condition, routing, field } = handoff.rejection;
  // No routing at all is `rejection-routing`.
  if (routing === null || textOf(routing) === '' || saysNothing(textOf(routing))) return;
  const said = [condition, routing, field].map(textOf);
  if (said.some((text) => namesReason(text))) return;
  if (!onlySaysNo(textOf(condition)) && !saysNothing(textOf(condition))) return;
  yield {
    at: condition === null ? placeOf(handoff, 'rejection', 'rejection.routing') : spanOf(condition),
    message: `${namedHandoff(handoff)} does not say for which reasons a lead is rejected, so marketing cannot learn from it.`,
    fix: 'List the reasons under Condition, for example "too small, no budget, wrong region", and have the owner pick one.',
    entry: handoff.entry,
    field: 'rejection.condition',
    key: 'no-reason',
  };
}

function* recycledByHandoff(handoff: Handoff): Generator<Problem> {
  const { condition, routing, targets } = handoff.rejection;
  const sorted = routing === null ? null : recycledIn(textOf(routing));
  if (routing !== null && sorted !== null) {
    yield {
      at: spanOf(routing),
      message: `${namedHandoff(handoff)} sends the lasting reason ${quoted(sorted)} back to Nurture.`,
      fix: 'Write "→ Disqualified" behind reasons that will not change.',
      entry: handoff.entry,
      field: 'rejection.routing',
      key: 'permanent',
    };
    return;
  }
  const text = textOf(condition);
  const reason = lastingReason(text);
  if (reason === undefined || routing === null || /[,;]|\bor\b|\band\b/i.test(text)) return;
  if (
    targets.length === 0 ||
    targets.some((target) => target.kind === 'sink' && target.name !== 'Nurture' && target.name !== 'Requeue')
  )
    return;
  if (targets.every((target) => target.kind === 'unknown')) return;
  yield {
    at: spanOf(routing),
    message: `${namedHandoff(handoff)} sends the lasting reason ${quoted(reason)} back to ${targets[0]?.name}.`,
    fix: 'Write "Routing: Disqualified" for reasons that will not change.',
    entry: handoff.entry,
    field: 'rejection.routing',
    key: 'permanent',
  };
}

/** The lasting reason of a line "competitor and student → Nurture; no budget → MQL", null where none is recycled. */
function recycledIn(routing: string): string | null {
  for (const part of routing.split(';')) {
    const [reasons = '', to = '', more] = splitAtArrows(part);
    if (more !== undefined || !/^\s*(?:back to |to )?(?:nurture|requeue)\b/i.test(to)) continue;
    const lasting = reasons.split(/,|\band\b|\bor\b/).map((reason) => lastingReason(reason.trim()));
    const found = lasting.find((reason) => reason !== undefined);
    if (found !== undefined) return found;
  }
  return null;
}

function* recycledByStage(stage: Stage): Generator<Problem> {
  for (const { raw, targets } of stage.disqualification) {
    const reason = lastingReason(raw.text);
    const [target] = targets;
    if (reason === undefined || target === undefined || targets.length > 1) continue;
    if (
      target.kind === 'unknown' ||
      target.kind === 'undefined-stage' ||
      (target.kind === 'sink' && target.name !== 'Nurture' && target.name !== 'Requeue')
    )
      continue;
    yield {
      at: raw.span,
      message: `${named(stage)} sends the lasting reason ${quoted(reason)} to ${target.name}, from where the lead comes back.`,
      fix: 'Send it to Disqualified.',
      entry: stage.entry,
      field: 'disqualification',
      key: raw.text,
    };
  }
}
