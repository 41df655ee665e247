import { disagreements } from '../../lifecycle/answers/index.ts';
import type { Model } from '../../lifecycle/model.ts';
import { handoffOf, stageOf } from '../../lifecycle/record-of.ts';
import type { Entry } from '../../sot/entry.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { named, namedHandoff } from '../wording.ts';

export const answersDiffer: Rule = {
  id: 'answers-differ',
  title: 'Two entries answer one question differently',
  why: 'Whoever holds the lead follows the entry they happen to read, so the same lead goes two ways.',
  fix: 'Decide which entry is right and write the same answer in both.',
  source: 'SPEC §4',
  severity: { quick: 'off', standard: 'warning', deep: 'error' },
  bad: markdown`
    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Stage: SQL
    Exit criteria (disqualification):
      - No budget → Nurture

    ## GTM-MOPS-002: Handoff — MQL → SQL

    Type: Handoff
    From: MQL
    To: SQL
    Rejection rule:
      Condition: No budget
      Routing: Disqualified
  `,
  good: markdown`
    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Stage: SQL
    Exit criteria (disqualification):
      - No budget → Nurture

    ## GTM-MOPS-002: Handoff — MQL → SQL

    Type: Handoff
    From: MQL
    To: SQL
    Rejection rule:
      Condition: No budget
      Routing: Nurture
  `,
  *check(model): Generator<Problem> {
    // Hundreds of entries for one stage contradict each other in every pair; each place is told once.
    const told = new Set<string>();
    for (const { question, here, there, also = [], key, way } of disagreements(model)) {
      const places = [here, there].map(
        ({ text: { span } }) => `${question}\u0000${span.file}\u0000${span.start}`,
      );
      if (places.every((place) => told.has(place))) continue;
      for (const place of places) told.add(place);
      const [one, other] = [nameOf(model, here.entry), nameOf(model, there.entry)];
      yield {
        at: here.text.span,
        message:
          here.entry === there.entry
            ? `${question} ${one} says ${there.says}, and ${here.says}.`
            : `${question} ${one} says ${here.says}, ${other} says ${there.says}.`,
        fix: `Write the same answer in both${here.entry === there.entry ? ' places' : ''}, ${way}`,
        entry: here.entry,
        field: here.field,
        key,
        related: [
          { message: `${other} says ${there.says}`, span: there.text.span },
          ...also.map((text) => ({ message: `${one} says ${here.says} here too`, span: text.span })),
        ],
      };
    }
  },
};

/** An entry with the name that its readers know it by. */
function nameOf(model: Model, entry: Entry): string {
  const stage = stageOf(model, entry);
  if (stage !== undefined) return named(stage);
  const handoff = handoffOf(model, entry);
  return handoff === undefined ? entry.id : namedHandoff(handoff);
}
