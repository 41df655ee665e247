/**
 * What two places of a lifecycle say differently, and what a monitor or a KPI says that is no longer so. `differing.yml`
 * holds small lifecycles: lines added to the stage SQL and to the handoff MQL → SQL, and further entries.
 */
import { describe, expect, test } from 'vitest';
import { type Disagreement, disagreements, tablesThatDiffer } from '../../src/lifecycle/answers/index.ts';
import { buildModel } from '../../src/lifecycle/build.ts';
import type { Model, Stage } from '../../src/lifecycle/model.ts';
import { staleLimits } from '../../src/lifecycle/stale/limits.ts';
import { staleOwners, staleStages } from '../../src/lifecycle/stale/names.ts';
import { staleSteps } from '../../src/lifecycle/stale/steps.ts';
import { watchers } from '../../src/lifecycle/stale/watcher.ts';
import { readRepository } from '../../src/sot/index.ts';
import { configOf } from '../rules/bench.ts';
import { situationsIn } from '../situations.ts';

interface Situation {
  readonly when: string;
  /** Lines of BR-MOPS-002, the stage MQL of a BDR. */
  readonly mql?: string;
  /** Lines of BR-MOPS-003, the stage SQL. */
  readonly stage?: string;
  /** Lines of GTM-MOPS-002, the handoff MQL → SQL. */
  readonly handoff?: string;
  /** Further entries. */
  readonly more?: string;
  readonly is?: readonly string[];
}

const told = ({ question, here, there, also = [] }: Disagreement) =>
  [
    `${question} ${here.says} (${here.entry.id} ${here.field}: ${here.text.text})`,
    `${there.says} (${there.entry.id} ${there.field}: ${there.text.text})`,
    ...also.map(({ text }) => `also ${text}`),
  ].join(' | ');

const names = (stages: readonly Stage[]) => stages.map(({ name }) => name).join(', ');

function stale(model: Model): readonly string[] {
  return watchers(model).flatMap((watcher) => {
    const { id } = watcher.record;
    return [
      ...[...staleLimits(model, watcher)].map(
        ({ named, also, stages, now }) =>
          `${id}: limit "${[named, ...also].map(({ text }) => text).join('" and "')}" of ${names(stages)}, now ${now.join(', ')}`,
      ),
      ...[...staleStages(model, watcher)].map(({ named }) => `${id}: stage "${named.text}" is gone`),
      ...[...staleOwners(model, watcher)].map(
        ({ named, stages }) => `${id}: "${named.text}" does not have ${names(stages)}`,
      ),
      ...[...staleSteps(model, watcher)].map(
        ({ from, to, next }) => `${id}: ${from.name} → ${to.name} leads by ${names(next)}`,
      ),
    ];
  });
}

function answer({ mql = '', stage = '', handoff = '', more = '' }: Situation): readonly string[] {
  const text = [
    `## BR-MOPS-002: Lifecycle Stage — MQL\n\nType: Lifecycle-Stage\nStage: MQL\nOwner: BDR\n${mql}`,
    `## BR-MOPS-003: Lifecycle Stage — SQL\n\nType: Lifecycle-Stage\nStage: SQL\n${stage}`,
    `## GTM-MOPS-002: Handoff — MQL → SQL\n\nType: Handoff\n${handoff.includes('To:') ? '' : 'From: MQL\nTo: SQL\n'}${handoff}`,
    more,
  ].join('\n');
  const model = buildModel(readRepository([{ path: 'SoT/a.md', text }]), configOf({}));
  return [
    ...[...disagreements(model)].map(told),
    ...[...tablesThatDiffer(model)].map(
      ({ here, stage, asks, there }) =>
        `${asks} of ${stage?.name ?? 'no stage'} in a table: ${here.text} | ${there?.text ?? 'nothing'}`,
    ),
    ...stale(model),
  ];
}

const situations = situationsIn<Situation>(new URL('differing.yml', import.meta.url), (one) => ({
  ...one,
  is: answer(one),
}));

describe('what is said differently at two places', () => {
  test.each(situations)('$when', (one) => expect(answer(one)).toEqual(one.is ?? []));
});
