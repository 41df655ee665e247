/**
 * What is asked of a whole lifecycle: `whole.yml` holds small ones, a line a stage or handoff, with the ways through
 * them, what has no handoff, what measures what, and what the rules about the whole say.
 */
import { describe, expect, test } from 'vitest';
import { emptiedFiles } from '../../src/lifecycle/emptied.ts';
import { missingJoin } from '../../src/lifecycle/hybrid-join.ts';
import { nextFreeId } from '../../src/lifecycle/ids.ts';
import { watchedBySla } from '../../src/lifecycle/limits.ts';
import type { Model, Stage } from '../../src/lifecycle/model.ts';
import { monitorsOf } from '../../src/lifecycle/monitors.ts';
import { severalLifecycles } from '../../src/lifecycle/several.ts';
import { watchers } from '../../src/lifecycle/stale/watcher.ts';
import { uncoveredEdges } from '../../src/lifecycle/uncovered.ts';
import { undefinedIds } from '../../src/lifecycle/undefined.ts';
import { requeuedTo, sentAgain, waysOf } from '../../src/lifecycle/ways.ts';
import { configOf, reportOf } from '../rules/bench.ts';
import { situationsIn } from '../situations.ts';

interface Situation {
  readonly when: string;
  readonly config?: object;
  /** `MQL (1, BDR) → SQL; SAL | Nurture`: name, order, owner, stages that it leads to, places it leads out to. */
  readonly stages?: readonly string[];
  /** `MQL → SQL: back to MQL after 30 days`. */
  readonly handoffs?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly is?: readonly string[];
}

/** Rules that ask of the whole, not of what one entry lacks. */
const asked = new Set([
  'drift-stale',
  'handoff-duplicate',
  'handoff-missing',
  'handoff-same-owner',
  'handoff-unplanned',
  'lifecycle-missing',
  'lifecycle-shape',
  'loop-unbounded',
  'name-mismatch',
  'progression-backwards',
  'reference-undefined',
  'stage-count',
  'stage-dead-end',
  'stage-order',
  'stage-unreachable',
  'file-unreadable',
  'id-duplicate',
]);

const numbered = (at: number) => String(at + 1).padStart(3, '0');
const list = (head: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : [`${head}:`, ...lines.map((line) => `- ${line}`)];

/** The entry of a stage told in one line. */
function stage(line: string, at: number): string {
  const [, name = '', order = '', owner = '', on = '', out = ''] =
    /^(.+?)(?: <(\d*),? ?([^<>]*)>)?(?: → ([^|]*?))?(?: \| (.*))?$/.exec(line) ?? [];
  const parts = (text: string) => text.split('; ').filter((part) => part !== '');
  return [
    `## BR-MOPS-${numbered(at)}: Lifecycle Stage — ${name}\n`,
    'Type: Lifecycle-Stage',
    `Stage: ${name}`,
    ...(order === '' ? [] : [`Order: ${order}`]),
    ...(owner === '' ? [] : [`Owner: ${owner}`]),
    ...list(
      'Exit criteria (progression)',
      parts(on).map((to) => `To ${to}: agreed`),
    ),
    ...list(
      'Exit criteria (disqualification)',
      parts(out).map((to) => `No budget → ${to}`),
    ),
    '',
  ].join('\n');
}

function handoff(line: string, at: number): string {
  const [, from = '', to = '', routing] = /^(.+?) → (.+?)(?:: (.*))?$/.exec(line) ?? [];
  return [
    `## GTM-MOPS-${numbered(at)}: Handoff — ${from} → ${to}\n`,
    'Type: Handoff',
    `From: ${from}`,
    `To: ${to}`,
    ...(routing === undefined ? [] : ['Rejection rule:', ...routing.split('; ').map((one) => `- ${one}`)]),
    '',
  ].join('\n');
}

const names = (stages: Iterable<Stage>) => [...stages].map(({ name }) => name).join(', ');
const told = (what: string, words: string) => (words === '' ? [] : [`${what} ${words}`]);

function waysIn(model: Model): readonly string[] {
  const { stages } = model.living;
  const ways = waysOf(model);
  const first = stages[0];
  const rounds = Map.groupBy(stages, (one) => stages.find((other) => ways.inOneRound(one, other)));
  return [
    ...stages.map((one) => {
      const next = ways.next(one);
      return [
        `${one.name}:`,
        ...told('on to', names(ways.forward(one))),
        ...told('next', next?.name ?? ''),
        ...(ways.isOnTheWay(one) ? [] : ['aside']),
        ...(ways.isDeadEnd(one) ? ['dead end'] : []),
        ...(one.final ? ['final'] : []),
        ...told(
          'watched by',
          monitorsOf(model, one)
            .map(({ id }) => id)
            .join(', '),
        ),
      ].join(' ');
    }),
    ...told(
      'not reached:',
      first === undefined ? '' : names(stages.filter((one) => !ways.reachableFrom([first]).has(one))),
    ),
    ...[...rounds.values()].filter((round) => round.length > 1).map((round) => `round of ${names(round)}`),
  ];
}

function answers(model: Model): readonly string[] {
  const join = missingJoin(model);
  return [
    ...waysIn(model),
    ...uncoveredEdges(model).map(({ from, to }) => `no handoff ${from.name} → ${to.name}`),
    ...model.living.handoffs.flatMap((one) => [
      ...told(`${one.id} sends rejects straight back to`, requeuedTo(model, one)?.name ?? ''),
      ...told(`${one.id} may be sent again from`, sentAgain(one)?.name ?? ''),
    ]),
    ...(severalLifecycles(model) ?? []).map(({ name, stages }) => `lifecycle ${name}: ${names(stages)}`),
    ...watchers(model).map(
      ({ record, kind, stages, handoffs }) =>
        `${kind} ${record.id} of ${[...stages, ...handoffs].map((one) => one.id).join(', ')}`,
    ),
    ...told('limits to watch:', names(watchedBySla(model))),
    ...undefinedIds(model).map(
      ({ ids, places, meant }) =>
        `missing ${ids.join(', ')} cited in ${places.map(({ from }) => from.id).join(', ')}${meant === null ? '' : `, perhaps ${meant.id}`}`,
    ),
    ...told(
      'emptied',
      emptiedFiles(model)
        .map(({ path }) => path)
        .join(', '),
    ),
    ...(join === null ? [] : [`no way from ${join.from.name} to ${join.sql.name}`]),
    `next ${nextFreeId(model, 'BR-MOPS')}`,
  ];
}

function answer({ stages = [], handoffs = [], files = {}, config = {} }: Situation): readonly string[] {
  const own = [...stages.map(stage), ...handoffs.map(handoff)].join('\n');
  const texts = Object.entries({ ...(own === '' ? {} : { 'SoT/a.md': own }), ...files });
  const { model, findings } = reportOf(
    texts.map(([path, text]) => ({ path, text })),
    configOf(config),
  );
  return [
    ...answers(model),
    ...findings.filter(({ rule }) => asked.has(rule)).map(({ rule, message }) => `${rule}: ${message}`),
  ];
}

const situations = situationsIn<Situation>(new URL('whole.yml', import.meta.url), (one) => ({
  ...one,
  is: answer(one),
}));

describe('what is asked of a whole lifecycle', () => {
  test.each(situations)('$when', (one) => {
    expect(answer(one)).toEqual(one.is ?? []);
  });
});
