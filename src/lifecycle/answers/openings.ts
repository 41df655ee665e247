import { amountsIn, scoreIn } from '../../language/amounts.ts';
import { differentEvents, vagueness } from '../../language/criterion.ts';
import type { Text } from '../../sot/entry.ts';
import type { Handoff, Model, Scoring, Stage } from '../model.ts';
import { isAt } from '../target-stages.ts';
import type { Answer, Disagreement } from './answer.ts';

/** What opens a stage: the trigger of a handoff against its entry criteria, the score in each place, the threshold. */
export function* openingsThatDiffer(model: Model): Generator<Disagreement> {
  for (const stage of model.living.stages) {
    const criteria = stage.entryCriteria;
    const into = model.living.handoffs.filter(({ toTarget }) => isAt(toTarget, stage));
    const criterion = criteria.find(({ text }) => scoreIn(text) !== null);
    for (const handoff of into) {
      const trigger = handoff.trigger?.leftover ? null : (handoff.trigger?.value ?? null);
      if (trigger === null) continue;
      const found =
        (criterion === undefined ? null : scoresDiffer(stage, handoff, trigger, criterion)) ??
        eventsDiffer(model, stage, handoff, trigger);
      if (found) yield found;
    }
    if (criterion !== undefined) yield* thresholdsDiffer(model, stage, criterion);
  }
}

function scoresDiffer(stage: Stage, handoff: Handoff, trigger: Text, criterion: Text): Disagreement | null {
  const [one, other] = [scoreIn(trigger.text), scoreIn(criterion.text)];
  if (one === null || other === null) return null;
  const [with1, with2] = [amountsIn(trigger.text), amountsIn(criterion.text)];
  const same = one === other && with1.join() === with2.join();
  if (same) return null;
  const words = (points: number, others: readonly string[]): string =>
    [`a score of ${points}`, ...others].join(' and ');
  return opening(stage, handoff, trigger, criterion, words(one, with1), words(other, with2));
}

function eventsDiffer(model: Model, stage: Stage, handoff: Handoff, trigger: Text): Disagreement | null {
  const exits = model.edges
    .filter(({ to, from }) => to === stage && leaves(handoff, from))
    .flatMap(({ progression }) => (progression.criterion === null ? [] : [progression.criterion]));
  const [criterion] = stage.entryCriteria;
  if (criterion === undefined) return null;
  const all = [...stage.entryCriteria, ...exits];
  if ([trigger, ...all].some(({ text }) => vagueness(text, stage.canonical) !== null)) return null;
  // "Sets the status to Paid" names the stage, not a payment.
  const said = [stage.name, stage.canonical].reduce((text, name) => text.replaceAll(name, ' '), trigger.text);
  if (!differentEvents(said, all.map(({ text }) => text).join(' '))) return null;
  return opening(stage, handoff, trigger, criterion, `"${trigger.text}"`, `"${criterion.text}"`);
}

function leaves(handoff: Handoff, from: Stage): boolean {
  return isAt(handoff.fromTarget, from);
}

function* thresholdsDiffer(model: Model, stage: Stage, criterion: Text): Generator<Disagreement> {
  const points = scoreIn(criterion.text);
  for (const { scoring, raw, points: threshold } of thresholdsOf(model, stage)) {
    if (points === null || threshold === points) continue;
    // "Fit 50 and engagement 30" has two scores: which of them the threshold means is not told.
    if (criterion.text.match(/\d+/g)?.includes(String(threshold))) continue;
    yield {
      question: `Which score opens ${stage.name}?`,
      here: { entry: stage.entry, field: 'entry', text: criterion, says: String(points) },
      there: { entry: scoring.entry, field: 'thresholds', text: raw, says: String(threshold) },
      key: `score ${scoring.id}`,
      way: 'and repeat it wherever the score is named.',
    };
  }
}

interface Threshold {
  readonly scoring: Scoring;
  readonly raw: Text;
  readonly points: number;
}

/** The thresholds that scoring models set for a stage. */
function thresholdsOf(model: Model, stage: Stage): readonly Threshold[] {
  return model.living.scorings.flatMap((scoring) =>
    scoring.thresholds.flatMap(({ raw, target, points }) =>
      points !== null && isAt(target, stage) ? [{ scoring, raw, points }] : [],
    ),
  );
}

/** Thresholds for a stage that is entered by no score: whoever reaches them, nothing happens. */
export function* thresholdsUnused(model: Model): Generator<Disagreement> {
  for (const stage of model.living.stages) {
    const [criterion] = stage.entryCriteria;
    if (criterion === undefined) continue;
    for (const { scoring, raw, points } of thresholdsOf(model, stage)) {
      const ways = [
        ...stage.entryCriteria,
        ...model.edges.filter(({ to }) => to === stage).map(({ progression }) => progression.raw),
        ...model.living.handoffs.flatMap(({ toTarget, trigger }) =>
          isAt(toTarget, stage) && trigger?.value ? [trigger.value] : [],
        ),
      ];
      const used = ways.some(
        ({ text }) =>
          text.includes(scoring.id) ||
          /\b(?:scores?|scoring|points?|threshold)\b/i.test(text) ||
          new RegExp(
            `(?:\\b(?:reach|pass|exceed)\\w*|[≥>=]|at least|above)\\s*${points}(?![\\w%])`,
            'i',
          ).test(text),
      );
      if (used) continue;
      const here: Answer = {
        entry: scoring.entry,
        field: 'thresholds',
        text: raw,
        says: `a score of ${points}`,
      };
      yield {
        question: `What opens ${stage.name}?`,
        here,
        there: {
          entry: stage.entry,
          field: 'entry',
          text: criterion,
          says: `"${criterion.text}", and no score`,
        },
        key: `threshold ${stage.canonical}`,
        way: 'or take the threshold out.',
      };
    }
  }
}

function opening(
  stage: Stage,
  handoff: Handoff,
  trigger: Text,
  criterion: Text,
  one: string,
  other: string,
): Disagreement {
  return {
    question: `What opens ${stage.name}?`,
    here: { entry: handoff.entry, field: 'trigger', text: trigger, says: one },
    there: { entry: stage.entry, field: 'entry', text: criterion, says: other },
    key: `opens ${stage.canonical}`,
    way: 'so that a lead that is handed over is also in the stage.',
  };
}
