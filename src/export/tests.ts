/**
 * The lifecycle as trials for a CRM's sandbox (SPEC §15): what is given, what happens, what must come of it, and by
 * which entries. Arrivals stand in one fixed week, so that the same lifecycle gives the same rows.
 */

import { answerLead } from '../lead/answer.ts';
import type { ClockAt } from '../lead/clocks.ts';
import type { Lead, LeadQuestion } from '../lead/lead.ts';
import { targetName } from '../lead/names.ts';
import { dimensionOf } from '../lead/segment.ts';
import type { Model, Route, Routing, Stage } from '../lifecycle/model.ts';
import { isAt, stageAt } from '../lifecycle/target-stages.ts';
import { segmentsOf } from '../sla/index.ts';
import { csvCell } from '../untrusted/csv.ts';
import { arrivalsOf } from './arrivals.ts';

const columns = ['id', 'given', 'when', 'then', 'by'];

interface Trial {
  readonly id: string;
  readonly given: string;
  readonly when: string;
  /** Column `then`: an object with a `then` would be taken for a promise. */
  readonly outcome: string;
  readonly by: string;
}

/** A kind of lead that enters a stage: what is asked about it, and how it is told. */
interface Sample {
  readonly question: Pick<LeadQuestion, 'size' | 'region' | 'segment' | 'source' | 'score'>;
  readonly words: string;
}

/** Every trial as CSV (RFC 4180, CRLF). */
export function exportTests(model: Model): string {
  const lines = trialsOf(model).map(({ id, given, when, outcome, by }) =>
    [id, given, when, outcome, by].map(csvCell).join(','),
  );
  return [columns.join(','), ...lines].map((line) => `${line}\r\n`).join('');
}

function trialsOf(model: Model): readonly Trial[] {
  const stages = model.living.stages.flatMap((stage) => [
    ...edgeTrials(model, stage),
    ...routeTrials(model, stage),
    ...rejectTrials(model, stage),
    ...clockTrials(model, stage),
  ]);
  return numbered([...stages, ...thresholdTrials(model)]);
}

/** IDs that stay when a row is added elsewhere: entry, kind, number within both. */
function numbered(trials: readonly Trial[]): readonly Trial[] {
  const counts = new Map<string, number>();
  return trials.map((trial) => {
    const count = (counts.get(trial.id) ?? 0) + 1;
    counts.set(trial.id, count);
    return { ...trial, id: `${trial.id}-${count}` };
  });
}

function ask(model: Model, stage: Stage, question: Omit<LeadQuestion, 'stage'>): Lead | null {
  const answer = answerLead(model, { ...question, stage: stage.id });
  return answer.ok ? answer.lead : null;
}

function edgeTrials(model: Model, stage: Stage): readonly Trial[] {
  const lead = ask(model, stage, {});
  return stage.progression.map(({ target, to, criterion }, at) => {
    const place = target === null ? (to?.text ?? 'the next stage') : targetName(target);
    const next = stageAt(target);
    const handoff = lead?.next[at]?.handoff ?? null;
    const owner = next === null ? null : (ask(model, next, {})?.owner ?? null);
    return {
      id: `${stage.id}-edge`,
      given: `A lead in ${stage.name}`,
      when: criterion?.text ?? 'the criterion is not written',
      outcome: `It moves to ${place}${owner === null ? '' : `; ${owner} has it`}`,
      by: list([stage.id, handoff, next?.id ?? null]),
    };
  });
}

/** Both sides of every boundary of the routes into a stage, and each label. */
function routeTrials(model: Model, stage: Stage): readonly Trial[] {
  const at = arrivalsOf(model)[0]?.at;
  return routingsInto(model, stage).flatMap((routing) =>
    samplesOf(routing).map((sample): Trial => {
      const lead = ask(model, stage, { ...sample.question, ...(at === undefined ? {} : { at }) });
      const owner = lead?.owner ?? `open: ${lead?.open.join(' ') ?? ''}`;
      return {
        id: `${routing.id}-route`,
        given: `A lead with ${sample.words}`,
        when: `it enters ${stage.name}${at === undefined ? '' : ` at ${at}`}`,
        outcome: [`${owner} has it`, ...(lead?.clocks ?? []).map(dueWords)].join('; '),
        by: list([routing.id, stage.id]),
      };
    }),
  );
}

function rejectTrials(model: Model, stage: Stage): readonly Trial[] {
  return (ask(model, stage, {})?.reject ?? [])
    .filter(({ in: place }) => place === stage.name)
    .map(({ reason, to, back, entry }) => ({
      id: `${entry}-no`,
      given: `A lead in ${stage.name}`,
      when: `it is turned down: ${reason}`,
      outcome: `It goes to ${to ?? 'a place the entry does not name'}${back === null ? '' : `; back: ${back}`}`,
      by: entry === stage.id ? entry : list([entry, stage.id]),
    }));
}

/** Each clock for an arrival in hours, with every step, and for each arrival out of hours. */
function clockTrials(model: Model, stage: Stage): readonly Trial[] {
  const samples = kindsOf(model, stage);
  const routed = routingsInto(model, stage).length > 0;
  return arrivalsOf(model).flatMap((arrival, place) =>
    samples.flatMap((sample, kind) => {
      const lead = ask(model, stage, { ...sample.question, at: arrival.at });
      // A clock that does not go by segment is the same for every kind of lead.
      const clocks = (lead?.clocks ?? []).filter(
        ({ clock, segment }) => kind === 0 || segment !== null || (routed && clock === 'response'),
      );
      const given = `A lead${sample.words === '' ? '' : ` with ${sample.words}`} enters ${stage.name} at ${arrival.at} (${arrival.words})`;
      return clocks.flatMap((clock): readonly Trial[] => [
        {
          id: `${stage.id}-${clock.clock}-${place === 0 ? 'in-hours' : 'out-of-hours'}`,
          given,
          when: 'nobody has answered yet',
          outcome: dueWords(clock),
          by: list([...(lead?.by ?? [])]),
        },
        ...(place === 0 ? clock.escalations : []).map(({ at, text }) => ({
          id: `${stage.id}-${clock.clock}-step`,
          given,
          when: at === null ? 'the step comes' : `nobody has answered at ${at}`,
          outcome: text,
          by: stage.id,
        })),
      ]);
    }),
  );
}

const clockWords = { response: 'Response', acceptance: 'Acceptance', maximum: 'Longest stay' } as const;

function dueWords({ clock, due, limit }: ClockAt): string {
  return `${clockWords[clock]} due ${due ?? 'at a time the text leaves open'} (${limit})`;
}

/** One point below each threshold, and the threshold itself. */
function thresholdTrials(model: Model): readonly Trial[] {
  return model.living.scorings.flatMap(({ id, thresholds }) =>
    thresholds.flatMap(({ target, stage, points }): readonly Trial[] => {
      if (points === null) return [];
      const entry = stageAt(target);
      const name = entry?.name ?? stage;
      const trial = (score: number, outcome: string): Trial => ({
        id: `${id}-threshold`,
        given: 'A lead',
        when: `its score reaches ${score}`,
        outcome,
        by: list([id, entry?.id ?? null]),
      });
      return [trial(points - 1, `It is not ${name} yet`), trial(points, `It has the points for ${name}`)];
    }),
  );
}

function routingsInto(model: Model, stage: Stage): readonly Routing[] {
  return model.living.routings.filter(({ toTarget }) => isAt(toTarget, stage));
}

/** Kinds of lead whose clocks differ: one for each route, or for each segment of a limit. */
function kindsOf(model: Model, stage: Stage): readonly Sample[] {
  const [routing] = routingsInto(model, stage);
  if (routing !== undefined) {
    return routing.routes.map((route) => sampleOf(routing, route, route.range?.min ?? null));
  }
  const labels = new Set(
    stage.clocks
      .flatMap(({ sla }) => (sla.reading.ok ? segmentsOf(sla.reading.meaning) : []))
      .map(({ segment }) => segment),
  );
  if (labels.size === 0) return [{ question: {}, words: '' }];
  return [...labels].map((segment) => ({ question: { segment }, words: `segment ${segment}` }));
}

/** A sample for each label, for both ends of each range of numbers, and for the numbers beside it that no range takes. */
function samplesOf(routing: Routing): readonly Sample[] {
  const ranges = routing.routes.flatMap(({ range }) => range ?? []);
  const taken = (number: number): boolean => ranges.some(({ min, max }) => number >= min && number <= max);
  return routing.routes.flatMap((route) => {
    if (route.range === null) return [sampleOf(routing, route, null)];
    const { min, max } = route.range;
    const ends = [min - 1, min, max, max + 1].filter(
      (end) => Number.isFinite(end) && ((end >= min && end <= max) || (end > 0 && !taken(end))),
    );
    return [...new Set(ends)].map((end) => sampleOf(routing, route, end));
  });
}

function sampleOf(routing: Routing, route: Route, number: number | null): Sample {
  const dimension = dimensionOf(routing);
  if (number !== null) {
    return dimension === 'score'
      ? { question: { score: number }, words: `score ${number}` }
      : { question: { size: number }, words: `size ${number}` };
  }
  const { segment, otherwise } = route;
  if (!otherwise) return { question: { segment }, words: `segment ${segment}` };
  return { question: { segment: 'none of the others' }, words: 'none of the other segments' };
}

function list(ids: readonly (string | null)[]): string {
  return [...new Set(ids.filter((id) => id !== null))].join(' ');
}
