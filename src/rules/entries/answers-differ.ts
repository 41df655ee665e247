import { disagreements, tablesThatDiffer } from '../../lifecycle/answers/index.ts';
import type { Model } from '../../lifecycle/model.ts';
import { handoffOf, stageOf } from '../../lifecycle/record-of.ts';
import type { Entry } from '../../sot/entry.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { named, namedHandoff, quoted } from '../wording.ts';

export const answersDiffer: Rule = {
  id: 'answers-differ',
  title: 'Two entries answer one question differently',
  why: 'Whoever holds the lead follows the entry they happen to read, so the same lead goes two ways.',
  fix: 'Decide which entry is right and write the same answer in both. A table of stages beside the entries is held against them, too.',
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
    yield* tablesBeside(model);
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

/** A table that tells the lifecycle again in other words is one finding, with each cell that the entries have otherwise. */
function* tablesBeside(model: Model): Generator<Problem> {
  for (const { table, here, stage, asks, there } of tablesThatDiffer(model)) {
    const cause = `table ${table.span.file} ${table.stages.map(({ text }) => text).join(' ')}`;
    if (stage === null || there === null) {
      const said = `This table names ${quoted(here.text)} as a stage, which no entry defines`;
      yield {
        at: here.span,
        message: `${said}. People who read the table follow another lifecycle than the one that is checked.`,
        fix: 'Write its entry ("mops draft stage" drafts one), or take the row out of the table.',
        key: `table ${here.text}`,
        cause: { key: cause, here: said },
      };
      continue;
    }
    const what = asks === 'owner' ? `${here.text} owns ${stage.name}` : `${stage.name} has ${here.text}`;
    const said = `This table says that ${what}; ${named(stage)} says ${there.text}`;
    yield {
      at: here.span,
      message: `${said}. It stands outside every entry, so nothing else in it is checked.`,
      fix: 'Write in the table what the entry says, or change the entry; a link to the entries in its place never goes stale.',
      key: `table ${asks} ${stage.id}`,
      cause: { key: cause, here: said },
      related: [{ message: `${named(stage)} says ${there.text}`, span: there.span }],
    };
  }
}

/** An entry with the name that its readers know it by. */
function nameOf(model: Model, entry: Entry): string {
  const stage = stageOf(model, entry);
  if (stage !== undefined) return named(stage);
  const handoff = handoffOf(model, entry);
  return handoff === undefined ? entry.id : namedHandoff(handoff);
}
