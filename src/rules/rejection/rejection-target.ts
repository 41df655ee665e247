import { configLine } from '../../config/line.ts';
import { hasArrow } from '../../language/arrow.ts';
import { foldName } from '../../language/fold.ts';
import { saysNothing } from '../../language/nothing.ts';
import type { Handoff, Model } from '../../lifecycle/model.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { missedAnyway, spokenFor } from '../spoken.ts';
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
    for (const handoff of model.livingHandoffs) {
      const { routing, targets } = handoff.rejection;
      const text =
        routing?.items
          .map((item) => item.text)
          .join('; ')
          .trim() ?? '';
      if (
        routing === null ||
        text === '' ||
        saysNothing(text) ||
        spokenFor(model, handoff, 'rejection.routing', 'rejection')
      )
        continue;
      if (targets.some((target) => target.kind === 'stage' || target.kind === 'sink')) {
        yield* unknownBranches(model, handoff);
        continue;
      }
      const missing = targets.find((target) => target.kind === 'undefined-stage');
      // A stage that is missing as a whole is `lifecycle-shape` or `id-type`.
      if (missing !== undefined && missedAnyway(model).has(missing.name)) continue;
      const places = [
        ...model.livingStages.map(({ name }) => name).filter((name) => name !== ''),
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
        fix: `Name one of these: ${listed(places.slice(0, 12), 'or')}.${missing === undefined ? teach(model, text) : ''}`,
        entry: handoff.entry,
        field: 'rejection.routing',
        cause: { key: foldName(text), here: `${namedHandoff(handoff)} sends them there too` },
      };
    }
  },
};

/** Of several reasons each has its own place; one that leads nowhere known is not healed by its neighbours. */
function* unknownBranches(model: Model, handoff: Handoff): Generator<Problem> {
  const told = new Set<string>();
  for (const { text, route, targets } of handoff.rejection.reasons) {
    if (route === null || targets.length > 0 || told.has(route)) continue;
    const place = handoff.rejection.routing;
    if (place === null || !place.items.some((item) => hasArrow(item.text) && item.text.includes(route)))
      continue;
    told.add(route);
    yield {
      at: text.span,
      message: `${namedHandoff(handoff)} sends leads with the reason ${quoted(text.text)} to ${quoted(route)}, which is neither a stage nor one of the places that need no entry.`,
      fix: `Name a stage, Nurture, Disqualified, Requeue, Closed-lost or Churn.${teach(model, route)}`,
      entry: handoff.entry,
      field: 'rejection.routing',
      key: route,
      cause: { key: foldName(route), here: `${namedHandoff(handoff)} sends leads there too` },
    };
  }
}

/** The line of the config that makes a place known; empty for a sentence, which is no name. */
function teach(model: Model, route: string): string {
  const name = route
    .replace(/^(?:(?:goes|go|move|moved|send|sent|back|returns?)\s+)*(?:to|into)\s+(?:the\s+)?/i, '')
    .replace(/[\s]*[,;(.].*$/s, '')
    .trim();
  if (name === '' || name.split(/\s+/).length > 4 || model.roles.find(name) !== null) return '';
  return ` If it is a place where leads wait, put this line into mops.config.yml: \`${configLine(model.config, 'sinks', 'Nurture', [name])}\`; if they never come back, with Disqualified instead of Nurture.`;
}
