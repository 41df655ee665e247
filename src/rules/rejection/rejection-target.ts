import { foldName } from '../../language/fold.ts';
import { saysNotApplicable, saysNothing } from '../../language/nothing.ts';
import { missedAnyway } from '../../lifecycle/lacking.ts';
import type { Handoff, Model } from '../../lifecycle/model.ts';
import { spokenFor } from '../../lifecycle/spoken-for.ts';
import { isPlace } from '../../lifecycle/target-stages.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { placeNames, teachPlace } from '../teach-place.ts';
import { listed, namedHandoff, quoted, spanOf } from '../wording.ts';

export const rejectionTarget: Rule = {
  id: 'rejection-target',
  title: 'Rejected leads go nowhere known',
  why: 'A team or "back" is no place: nobody picks the lead up there, and no report counts it.',
  fix: 'Name a stage of the lifecycle, or Nurture, Disqualified, Requeue, Closed-lost or Churn.',
  source: 'SEED step 7, gate 6, anti-pattern 2',
  gate: 6,
  pattern: 2,
  severity: { quick: 'off', standard: 'error', deep: 'error' },
  bad: markdown`
    ## GTM-MOPS-002: Handoff — MQL → SQL

    Type: Handoff
    From: MQL (owner: BDR)
    To: SQL (owner: AE)
    Rejection rule:
      Condition: Too small
      Routing: Back to marketing

    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
  `,
  good: markdown`
    ## GTM-MOPS-002: Handoff — MQL → SQL

    Type: Handoff
    From: MQL (owner: BDR)
    To: SQL (owner: AE)
    Rejection rule:
      Condition: Too small
      Routing: Nurture

    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
  `,
  *check(model): Generator<Problem> {
    for (const handoff of model.living.handoffs) {
      const { routing, targets, unknownPlaces } = handoff.rejection;
      const text =
        routing?.items
          .map((item) => item.text)
          .join('; ')
          .trim() ?? '';
      if (spokenFor(model, handoff, 'rejection.routing', 'rejection')) continue;
      const known = targets.some(isPlace);
      if (routing === null || text === '' || saysNothing(text) || saysNotApplicable(text) || known) {
        yield* unknownBranches(model, handoff);
        continue;
      }
      const missing = targets.find((target) => target.kind === 'undefined-stage');
      // A stage that is missing as a whole is `lifecycle-shape` or `id-type`.
      if (
        missing !== undefined &&
        [missing.name, missing.canonical].some((name) => missedAnyway(model).has(name))
      )
        continue;
      const places = [
        ...model.living.stages.map(({ name }) => name).filter((name) => name !== ''),
        'Nurture',
        'Disqualified',
        'Requeue',
      ];
      yield {
        at: spanOf(routing),
        message:
          missing === undefined
            ? `${namedHandoff(handoff)} sends rejected leads to ${quoted(text)}, which is neither a stage nor one of the places that need no entry.`
            : `${namedHandoff(handoff)} sends rejected leads to ${missing.name}, a stage that no entry defines.`,
        fix: `Name one of these: ${listed(places.slice(0, 12), 'or')}.${missing === undefined ? teachPlace(model, unknownPlaces[0]?.name ?? text, handoff.rejection.condition?.value?.text) : ''}`,
        entry: handoff.entry,
        field: 'rejection.routing',
        cause: { key: foldName(text), here: `${namedHandoff(handoff)} sends them there too` },
      };
    }
  },
};

/** Of several places each is one of its own: one that nobody knows is not healed by its neighbours. */
function* unknownBranches(model: Model, handoff: Handoff): Generator<Problem> {
  for (const { name, at, reason } of handoff.rejection.unknownPlaces) {
    const ground = reason === null ? 'rejected leads' : `leads with the reason ${quoted(reason.text)}`;
    yield {
      at: at.span,
      message: `${namedHandoff(handoff)} sends ${ground} to ${quoted(name)}, which is neither a stage nor one of the places that need no entry.`,
      fix: `Name a stage, ${listed(placeNames, 'or')}.${teachPlace(model, name, reason?.text)}`,
      entry: handoff.entry,
      field: 'rejection.routing',
      key: name,
      cause: { key: foldName(name), here: `${namedHandoff(handoff)} sends leads there too` },
    };
  }
}
