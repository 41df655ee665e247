import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildModel } from '../../src/lifecycle/build.ts';
import { readRepository } from '../../src/sot/index.ts';
import { configOf } from '../rules/bench.ts';
import { root } from './package.ts';

test('the two templates of the skill read as a stage and a handoff with every field', () => {
  const text = readFileSync(join(root, 'skill/SKILL.md'), 'utf8');
  const model = buildModel(readRepository([{ path: 'SoT/skill.md', text }]), configOf({}));
  const [stage] = model.livingStages;
  const [handoff] = model.livingHandoffs;
  expect([stage?.id, stage?.name, stage?.owner?.raw.text, stage?.sla?.reading.ok]).toEqual([
    ...['BR-MOPS-002', 'MQL', 'BDR', true],
  ]);
  expect(stage?.escalation?.steps).toHaveLength(2);
  expect(Object.values(handoff?.payload ?? {}).filter((field) => field === null)).toEqual([]);
  expect(handoff?.rejection.routing?.value?.text).toBe('Nurture');
});
