import { missedAnyway } from '../../lifecycle/lacking.ts';
import { type StaleLimit, staleLimits } from '../../lifecycle/stale/limits.ts';
import { type StaleOwner, type StaleStage, staleOwners, staleStages } from '../../lifecycle/stale/names.ts';
import { type StaleStep, staleSteps } from '../../lifecycle/stale/steps.ts';
import { watchers } from '../../lifecycle/stale/watcher.ts';
import { replacing } from '../edits.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { fieldSpan, listed, named, quoted } from '../wording.ts';

export const driftStale: Rule = {
  id: 'drift-stale',
  title: 'A monitor measures a lifecycle that is no more',
  why: 'A monitor that still names the old limit, stage or owner compares leads with a promise nobody makes, and looks green.',
  fix: 'Write the limit, stage or owner that the entry has now, and measure a new baseline.',
  source: 'SPEC §4; SEED gate 7',
  gate: 7,
  pattern: 7,
  severity: { quick: 'off', standard: 'warning', deep: 'warning' },
  bad: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
    Owner: BDR
    SLA: 4 business hours

    ## MON-DRIFT-001: Baseline — MQL response time

    Subject: Share of MQLs touched within 1 business hour (BR-MOPS-002)
  `,
  good: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
    Owner: BDR
    SLA: 4 business hours

    ## MON-DRIFT-001: Baseline — MQL response time

    Subject: Share of MQLs touched within 4 business hours (BR-MOPS-002)
  `,
  *check(model): Generator<Problem> {
    // A stage that is missing as a whole is `lifecycle-shape` or `id-type`.
    const missed = missedAnyway(model);
    for (const watcher of watchers(model)) {
      for (const stale of staleLimits(model, watcher)) yield limit(model, stale);
      for (const stale of staleStages(model, watcher))
        if (!missed.has(model.stageNames.canonical(stale.named.text))) yield stage(model, stale);
      for (const stale of staleOwners(model, watcher)) yield owner(model, stale);
      for (const stale of staleSteps(model, watcher)) yield step(stale);
    }
  },
};

function limit(model: Parameters<Rule['check']>[0], stale: StaleLimit): Problem {
  const { watcher, named: words, also, stages, now } = stale;
  const { record } = watcher;
  const whose = listed(stages.map(named));
  const plural = now.length > 1;
  const [only] = now;
  return {
    at: words.span,
    message:
      only === undefined
        ? `${record.id} holds answers against ${quoted(words.text)}, but ${whose} ${stages.length === 1 ? 'has' : 'have'} no such limit.`
        : `${record.id} holds answers against ${quoted(words.text)}, but the ${plural ? 'limits' : 'limit'} of ${whose} ${plural ? 'are' : 'is'} ${listed(now.slice(0, 4).map((raw) => quoted(raw)))}.`,
    fix:
      only === undefined
        ? `Take ${quoted(words.text)} out, or watch the stage whose limit it is.`
        : `Write ${listed(
            now.slice(0, 4).map((raw) => quoted(raw)),
            'or',
          )} here, and measure the baseline again: the old one was held against another limit.`,
    entry: record.entry,
    field: watcher.kind === 'monitor' ? 'subject' : 'title',
    key: `limit ${words.text.toLowerCase()} ${stages.map(({ id }) => id).join(' ')}`,
    related: [
      ...stages.flatMap(({ id, sla }) =>
        sla === null ? [] : [{ message: `The SLA of ${id}`, span: sla.raw.span }],
      ),
      ...also.map((text) => ({ message: `${record.id} names it here, too`, span: text.span })),
    ],
    ...(only === undefined || plural ? {} : { instead: { actual: words.text, expected: only } }),
    ...(only !== undefined && !plural && also.length === 0
      ? replacing(model, words, only, { sure: false })
      : {}),
  };
}

function stage(model: Parameters<Rule['check']>[0], { watcher, named: words, stages }: StaleStage): Problem {
  const { record } = watcher;
  const [only] = stages;
  const linked = stages.length === 1 && only !== undefined && only.name !== '' ? only : null;
  const closest = linked?.name ?? model.stageNames.closest(words.text);
  return {
    at: words.span,
    message: `${record.id} measures ${quoted(words.text)}, and no active entry is called so${linked === null ? '' : `; it links ${named(linked)}`}.`,
    fix:
      closest === null
        ? 'Name the stage that it watches now, and link its BR-MOPS entry.'
        : `Write "${closest}", if that is what the stage is called now.`,
    entry: record.entry,
    field: watcher.kind === 'monitor' ? 'subject' : 'title',
    key: `stage ${words.text.toLowerCase()}`,
    related: stages.map(({ id, entry }) => ({ message: `${id}, which it watches`, span: entry.idSpan })),
    ...(closest === null ? {} : { instead: { actual: words.text, expected: closest } }),
    ...(linked === null ? {} : replacing(model, words, linked.name, { sure: false })),
  };
}

function owner(model: Parameters<Rule['check']>[0], { watcher, named: words, stages }: StaleOwner): Problem {
  const { record } = watcher;
  const owners = [...new Set(stages.map((one) => one.owner?.raw.text ?? ''))];
  const [only] = owners;
  return {
    at: words.span,
    message: `${record.id} measures how fast the ${words.text} answers, but ${listed(stages.map(named))} ${stages.length === 1 ? 'is' : 'are'} owned by ${listed(owners)}.`,
    fix: `Write ${listed(
      owners.map((one) => `"${one}"`),
      'or',
    )} here, and measure the baseline again if it was taken before the change.`,
    entry: record.entry,
    field: watcher.kind === 'monitor' ? 'subject' : 'title',
    key: `owner ${words.text.toLowerCase()}`,
    related: stages.flatMap(({ id, owner: kept }) =>
      kept === null ? [] : [{ message: `The owner of ${id}`, span: kept.raw.span }],
    ),
    ...(owners.length === 1 && only !== undefined ? replacing(model, words, only, { sure: false }) : {}),
  };
}

function step({ watcher, from, to, next }: StaleStep): Problem {
  const { record } = watcher;
  const steps = listed(
    next.map(({ name }) => name),
    'or',
  );
  return {
    at: record.fields.has('target') ? fieldSpan(record, 'target') : record.entry.idSpan,
    message: `${record.id} measures ${from.name} → ${to.name}, but leads go from ${from.name} on to ${steps}.`,
    fix: `Measure ${from.name} → ${steps} and set its Target anew, or say "overall" in the title if it is meant over several stages.`,
    entry: record.entry,
    field: 'title',
    key: `step ${from.canonical} ${to.canonical}`,
    related: [{ message: `${named(from)} as it is now`, span: fieldSpan(from, 'progression', 'exit') }],
  };
}
