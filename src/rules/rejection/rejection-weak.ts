import { changeFor } from '../../draft/suggest.ts';
import { foldWords } from '../../language/fold.ts';
import { saysNothing } from '../../language/nothing.ts';
import {
  comesBackByDate,
  comesBackByItself,
  comesBackByTaste,
  groundsIn,
  lastingReason,
  namesReason,
  ofItsOwnAccord,
  onlySaysNo,
} from '../../language/returning.ts';
import { behindWay } from '../../language/way.ts';
import { changesOwner } from '../../lifecycle/limits.ts';
import type { Field, Handoff, Reason, Stage, Target } from '../../lifecycle/model.ts';
import { spokenFor } from '../../lifecycle/spoken-for.ts';
import { goesBack, keepsLeads } from '../../lifecycle/target-stages.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { fieldSpan, listed, named, namedHandoff, quoted, spanOf } from '../wording.ts';

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
    for (const handoff of model.living.handoffs) {
      yield* dateOnly(handoff);
      if (
        changesOwner(handoff) &&
        !spokenFor(model, handoff, 'rejection', 'rejection.condition', 'rejection.routing')
      )
        yield* reasonless(handoff);
      yield* recycledByHandoff(handoff);
    }
    for (const stage of model.living.stages) yield* recycledByStage(stage);
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
  // "Later" says nothing at all: `rejection-reengagement`.
  if (reengagement === null || saysNothing(text)) return;
  if (comesBackByTaste(text)) {
    yield {
      at: spanOf(reengagement),
      message: `When leads rejected in ${namedHandoff(handoff)} come back is left to taste: ${quoted(text)}. Each person reads that differently.`,
      fix: `Write a time and what must have changed, for example "After 90 days ${changeFor(handoff)}".`,
      entry: handoff.entry,
      field: 'rejection.reengagement',
      key: 'taste',
    };
    return;
  }
  if (!comesBackByItself(text) && !comesBackByDate(text)) return;
  yield {
    at: spanOf(reengagement),
    message: `Leads rejected in ${namedHandoff(handoff)} come back ${ofItsOwnAccord(text) ? 'of their own accord' : 'by date alone'}: ${quoted(text)}. Nothing will have changed.`,
    fix: `Add what must have changed, for example "${changeFor(handoff)}".`,
    entry: handoff.entry,
    field: 'rejection.reengagement',
    key: 'date-only',
  };
}

function* reasonless(handoff: Handoff): Generator<Problem> {
  const { condition, routing, field, reasons } = handoff.rejection;
  // No routing at all is `rejection-routing`.
  if (routing === null || textOf(routing) === '' || saysNothing(textOf(routing))) return;
  const said = [condition, routing, field].map(textOf);
  if (said.some((text) => namesReason(text))) return;
  // "No contract on file → MQL" names its reason before the arrow.
  const own = [handoff.from, handoff.to].map((stage) => foldWords(stage?.text ?? ''));
  const names = ({ text: { text } }: Reason) =>
    !onlySaysNo(text) && !saysNothing(text) && !own.includes(foldWords(text));
  if (reasons.some(names)) return;
  if (!onlySaysNo(textOf(condition)) && !saysNothing(textOf(condition))) return;
  yield {
    at: condition === null ? fieldSpan(handoff, 'rejection', 'rejection.routing') : spanOf(condition),
    message: `${namedHandoff(handoff)} does not say for which reasons a lead is rejected, so marketing cannot learn from it.`,
    fix: 'List the reasons under Condition, for example "too small, no budget, wrong region", and have the owner pick one.',
    entry: handoff.entry,
    field: 'rejection.condition',
    key: 'no-reason',
  };
}

function* recycledByHandoff(handoff: Handoff): Generator<Problem> {
  const { routing, reasons } = handoff.rejection;
  if (routing === null || routing.leftover) return;
  const grounds = reasons.flatMap((reason) =>
    leadsBack(reason.targets) ? groundsIn(reason.text.text).map((ground) => ({ ground, reason })) : [],
  );
  const recycled = grounds.flatMap(({ ground, reason }) => {
    const lasting = lastingReason(ground);
    return lasting === undefined ? [] : [{ ground, lasting, reason }];
  });
  const [first] = recycled;
  if (first === undefined) return;
  const lasting = [...new Set(recycled.map((one) => one.lasting))];
  const others = grounds.length > recycled.length;
  const [only, more] = routing.items;
  yield {
    at: spanOf(routing),
    message: `${namedHandoff(handoff)} sends the lasting ${lasting.length > 1 ? 'reasons' : 'reason'} ${listed(lasting.map((word) => quoted(word)))} back to ${first.reason.targets.map(({ name }) => name).join(' or ')}, though time changes nothing about ${lasting.length > 1 ? 'them' : 'it'}.`,
    fix: others
      ? `Write "${lasting.join(', ')} → Disqualified" in Routing, and the other reasons with their own arrow behind a semicolon.`
      : 'Write "Routing: Disqualified".',
    ...(others || only === undefined || more !== undefined
      ? {}
      : { instead: { actual: only.text, expected: 'Disqualified' } }),
    entry: handoff.entry,
    field: 'rejection.routing',
    key: 'permanent',
  };
}

/** Places from which a lead comes back, all of them. */
function leadsBack(targets: readonly Target[]): boolean {
  return targets.length > 0 && targets.every((target) => goesBack(target) || keepsLeads(target));
}

function* recycledByStage(stage: Stage): Generator<Problem> {
  for (const { raw, targets, reason } of stage.disqualification) {
    const grounds = groundsIn(behindWay(reason.text.text));
    const lasting = grounds.flatMap((one) => lastingReason(one) ?? []);
    const [place] = targets;
    if (lasting.length === 0 || place === undefined || !leadsBack(targets)) continue;
    const written = `${lasting.join(', ')} → Disqualified`;
    const alone = lasting.length === grounds.length;
    yield {
      at: raw.span,
      message: `${named(stage)} sends the lasting ${lasting.length > 1 ? 'reasons' : 'reason'} ${listed(lasting.map((word) => quoted(word)))} to ${place.name}, from where the lead comes back.`,
      fix: `Write "${written}"${alone ? '' : ' on a line of its own'}.`,
      ...(alone ? { instead: { actual: raw.text, expected: written } } : {}),
      entry: stage.entry,
      field: 'disqualification',
      key: raw.text,
    };
  }
}
