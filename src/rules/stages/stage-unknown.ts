import { configLine } from '../../config/line.ts';
import { foldName } from '../../language/fold.ts';
import { saysRejection } from '../../language/leaving.ts';
import { sinkOf } from '../../language/sinks.ts';
import { missedAnyway } from '../../lifecycle/lacking.ts';
import type { FieldName, Handoff, LifecycleRecord, Model, Stage, Target } from '../../lifecycle/model.ts';
import { spokenFor } from '../../lifecycle/spoken-for.ts';
import { placeName, stageAt, stagesAt } from '../../lifecycle/target-stages.ts';
import { isResolved } from '../../lifecycle/ways.ts';
import type { Text } from '../../sot/entry.ts';
import { replacingWithin } from '../edits.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { placeNames, teachPlace } from '../teach-place.ts';
import { fieldSpan, listed, quoted } from '../wording.ts';

export const stageUnknown: Rule = {
  id: 'stage-unknown',
  title: 'A line names a stage that does not exist',
  why: 'The way drops out of the lifecycle without a word: the diagram, the handoff and the checks do not see it.',
  fix: 'Write the name of a stage as its entry has it, or add the name as an alias under stages in mops.config.yml.',
  source: 'SPEC §4',
  severity: { quick: 'error', standard: 'error', deep: 'error' },
  bad: markdown`
    ## GTM-MOPS-002: Handoff

    Type: Handoff
    From: MQLL (owner: BDR)
    To: SQL (owner: AE)

    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage

    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
  `,
  good: markdown`
    ## GTM-MOPS-002: Handoff

    Type: Handoff
    From: MQL (owner: BDR)
    To: SQL (owner: AE)

    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage

    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
  `,
  *check(model): Generator<Problem> {
    const missing = missedAnyway(model);
    for (const stage of model.living.stages) {
      for (const { raw, to, target } of stage.progression) {
        if (to === null || target === null || isGrowthOfTheLast(stage, target)) continue;
        yield* problem(model, stage, 'progression', to, target, missing, saysRejection(raw.text));
      }
      for (const { raw, targets, reason } of stage.disqualification)
        for (const target of targets)
          if (target.kind === 'unknown') yield* unknownWayOut(model, stage, raw, target, reason.text.text);
    }
    for (const handoff of model.living.handoffs) {
      const { from, to, fromTarget, toTarget } = handoff;
      if (from && fromTarget) yield* problem(model, handoff, 'from', from, fromTarget, missing);
      if (to && toTarget) yield* problem(model, handoff, 'to', to, toTarget, missing);
      if (fromTarget === null || toTarget === null) yield* unnamedSide(model, handoff);
    }
    for (const routing of model.living.routings) {
      if (routing.appliesTo === null) continue;
      const target = [routing.fromTarget, routing.toTarget].find((one) => one?.kind === 'unknown');
      if (target) yield* problem(model, routing, 'applies-to', routing.appliesTo, target, missing);
    }
    for (const scoring of model.living.scorings) {
      // A score may also rank leads inside a stage ("Hot: 120"): only a name near a stage's is a slip.
      for (const { raw, target } of scoring.thresholds)
        if (target.kind === 'unknown' && target.closest !== null)
          yield* problem(model, scoring, 'thresholds', raw, target, missing);
    }
  },
};

/** A handoff whose From or To is empty, and whose title names no transition either. */
function* unnamedSide(model: Model, handoff: Handoff): Generator<Problem> {
  const side = handoff.fromTarget === null ? 'from' : 'to';
  if (spokenFor(model, handoff, side, 'title')) return;
  const label = side === 'from' ? 'From' : 'To';
  yield {
    at: fieldSpan(handoff, side),
    message: `${handoff.id} does not say which stage it leads ${side}: ${label} is missing, and its title names no transition.`,
    fix: `Write the stage and its owner, for example "${label}: ${side === 'from' ? 'MQL (owner: BDR)' : 'SQL (owner: AE)'}".`,
    entry: handoff.entry,
    field: side,
    key: side,
    softens: true,
  };
}

function* problem(
  model: Model,
  record: LifecycleRecord,
  field: FieldName,
  text: Text,
  target: Target,
  missing: ReadonlySet<string>,
  leaves = false,
): Generator<Problem> {
  if (isResolved(target) || spokenFor(model, record, field)) return;
  if (
    target.kind !== 'unknown' &&
    [stageAt(target)?.canonical ?? placeName(target), target.name].some((name) => missing.has(name))
  )
    return;
  // An ID that no file defines is `reference-undefined`.
  if (target.kind === 'unknown' && /\bBR-MOPS-/.test(target.name)) return;
  const [retired] = stagesAt(target);
  const names = [...new Set(model.living.stages.slice(0, 8).map(({ name }) => name))].filter(
    (name) => name !== '',
  );
  const known =
    names.length === 0
      ? 'Write an entry for the stage.'
      : `Write one of the stages there are: ${listed(names, 'or')}.`;
  const closest = target.kind === 'unknown' ? target.closest : null;
  const two = field === 'progression' && target.kind === 'unknown' ? twoIn(model, target.name) : null;
  if (two !== null)
    return yield {
      at: text.span,
      message: `${record.id}: one line sends leads to ${listed(two, 'or')}, and nobody can tell to which.`,
      fix: `Write a line for each, with what opens it: ${two.map((name) => `"To ${name}: …"`).join(' and ')}.`,
      entry: record.entry,
      field,
      key: target.name,
      softens: true,
    };
  yield {
    at: text.span,
    message:
      target.kind === 'unknown'
        ? `${record.id}: ${quoted(target.name)} is not the name of a stage.`
        : `${record.id}: ${target.name} is a stage that no living entry defines${retired ? ` (${retired.id} is retired)` : ''}.`,
    fix:
      closest !== null
        ? meant(model, target.name, closest)
        : `${known}${leaves && target.kind === 'unknown' ? teachPlace(model, target.name) : ''}`,
    entry: record.entry,
    field,
    key: placeName(target),
    cause: { key: foldName(placeName(target)), here: `${record.id} names ${quoted(target.name)} too` },
    ...(closest === null ? {} : replacingWithin(model, text, target.name, closest, { sure: false })),
    softens: true,
  };
}

/** What an unknown name may be a slip of, and the line that makes it another name of it. */
function meant(model: Model, name: string, closest: string): string {
  const sink = sinkOf(closest);
  const line = configLine(model.config, sink === null ? 'stages' : 'sinks', sink ?? closest, [name]);
  return `Did you mean ${quoted(closest)}? If it is another name of that ${sink === null ? 'stage' : 'place'}, put this line into mops.config.yml: \`${line}\`.`;
}

/** A line by which leads leave, to a place that nobody knows. */
function* unknownWayOut(
  model: Model,
  stage: Stage,
  raw: Text,
  { name, closest }: Extract<Target, { kind: 'unknown' }>,
  ground: string,
): Generator<Problem> {
  if (spokenFor(model, stage, 'disqualification')) return;
  yield {
    at: raw.span,
    message: `${stage.id}${stage.name === '' ? '' : ` (${stage.name})`} sends leads to ${quoted(name)}, which is neither a stage nor one of the places that need no entry.`,
    fix:
      closest === null
        ? `Name a stage, ${listed(placeNames, 'or')}.${teachPlace(model, name, ground)}`
        : meant(model, name, closest),
    entry: stage.entry,
    field: 'disqualification',
    key: name,
    cause: { key: foldName(name), here: `${stage.id} sends leads there too` },
    ...(closest === null ? {} : replacingWithin(model, raw, name, closest, { sure: false })),
    softens: true,
  };
}

/** The stages and places that an unknown name holds, where they are two or more. */
function twoIn(model: Model, name: string): readonly string[] | null {
  const parts = name.split(/\s*(?:\/|,|&|\bor\b|\band\b|\bthen\b)\s*/i).filter((part) => part !== '');
  return parts.length > 1 && parts.every((part) => model.stageNames.exact(part) !== null) ? parts : null;
}

/** "To Expansion: …" of a Customer needs no entry: growth after the last stage is an exit, not a stage that is missing. */
function isGrowthOfTheLast(stage: Stage, target: Target): boolean {
  return stage.final && target.kind === 'undefined-stage' && target.canonical === 'Expansion';
}
