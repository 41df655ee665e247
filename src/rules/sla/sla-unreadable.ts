import { isCadence } from '../../language/cadence.ts';
import { clockName } from '../../lifecycle/limits.ts';
import type { Clock, FieldName, LifecycleRecord, Model, Sla, Stage } from '../../lifecycle/model.ts';
import { spokenFor } from '../../lifecycle/spoken-for.ts';
import { limitInEnglish, readSla } from '../../sla/index.ts';
import { type Offered, replacing } from '../edits.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { quoted } from '../wording.ts';

/** Refusals whose advice is made of the phrase itself, not of an example. */
const ownWords: ReadonlySet<string> = new Set([
  'range',
  'vague',
  'unit',
  'number-format',
  'lower-bound',
  'relative',
  'unknown-unit',
  'calendar',
]);

export const slaUnreadable: Rule = {
  id: 'sla-unreadable',
  title: 'An SLA is not a limit',
  why: 'A limit that two people read in two ways can neither be kept nor missed.',
  fix: 'Write one upper limit with its unit and its clock, for example "1 business hour" or "24 hours, 24/7".',
  source: 'SEED step 6, gate 4; SPEC §5',
  gate: 4,
  pattern: 3,
  severity: { quick: 'error', standard: 'error', deep: 'error' },
  bad: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Owner: BDR
    SLA: ASAP
  `,
  good: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Owner: BDR
    SLA: 1 business hour
  `,
  *check(model): Generator<Problem> {
    for (const record of [...model.living.stages, ...model.living.handoffs]) {
      for (const clock of record.clocks) yield* unreadable(model, record, clock.sla, 'sla', clock.kind);
    }
    for (const stage of model.living.stages) yield* cadence(model, stage);
    for (const routing of model.living.routings) {
      for (const route of routing.routes) yield* unreadable(model, routing, route.sla, 'routes');
    }
  },
};

/** A cadence is no limit, but it has to say how often and in what time. */
function* cadence(model: Model, stage: Stage): Generator<Problem> {
  const { cadence: said } = stage;
  if (said === null || isCadence(said.text) || spokenFor(model, stage, 'cadence')) return;
  yield {
    at: said.span,
    message: `The cadence of ${stage.id}, ${quoted(said.text)}, does not say how many attempts there are and in what time.`,
    fix: 'Write both, for example "Cadence: 6 attempts in 15 business days".',
    entry: stage.entry,
    field: 'cadence',
    key: 'cadence',
    severity: 'warning',
  };
}

function* unreadable(
  model: Model,
  record: LifecycleRecord,
  sla: Sla | null,
  field: FieldName,
  clock: Clock['kind'] = 'response',
): Generator<Problem> {
  // An empty SLA is `stage-sla`; segments in the wrong order are `sla-order`.
  if (sla === null || sla.reading.ok || sla.reading.code === 'empty' || sla.reading.code === 'segment-order')
    return;
  const [, what = sla.reading.message, said] = /^(.*?[.?])(?: (.+))?$/su.exec(sla.reading.message) ?? [];
  const english = limitInEnglish(sla.raw.text);
  const advice = english === null ? said : `Write it in English: '${english}'.`;
  yield {
    at: sla.raw.span,
    message: `The ${clockName(clock)} of ${record.id} cannot be read as a limit. ${what}`,
    fix: advice ?? 'Write one upper limit, for example "1 business hour".',
    entry: record.entry,
    field,
    ...meant(model, sla, advice),
    // A calendar that nobody configured is one line of the config, however many limits name it.
    ...(sla.reading.code === 'calendar'
      ? { cause: { key: what, here: `The ${clockName(clock)} of ${record.id} names it too` } }
      : {}),
    ...(field === 'routes' ? { key: sla.raw.text } : clock === 'response' ? {} : { key: clock }),
  };
}

/** The one limit that the advice writes in quotes. Whether it is the promise that was meant, a person knows. */
function meant(model: Model, { reading, raw }: Sla, advice: string | undefined): Offered {
  if (reading.ok || !ownWords.has(reading.code) || advice === undefined) return {};
  const phrases = [...advice.matchAll(/'([^']{2,60})'/g)].map(([, phrase = '']) => phrase);
  const [only, second] = phrases;
  if (only === undefined || second !== undefined) return {};
  // Of a calendar's own name nobody knows here what it is.
  if (reading.code !== 'calendar' && !readSla(only).ok) return {};
  return replacing(model, raw, only, { sure: false });
}
