import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { buildModel } from '../../src/lifecycle/build.ts';
import { readRepository } from '../../src/sot/index.ts';
import { mops, repository } from '../cli/mops.ts';
import { configOf } from '../rules/bench.ts';
import { root } from './package.ts';

test('the two templates of the skill read as a stage and a handoff with every field', () => {
  const text = readFileSync(join(root, 'skill/SKILL.md'), 'utf8');
  const model = buildModel(readRepository([{ path: 'SoT/skill.md', text }]), configOf({}));
  const [stage] = model.living.stages;
  const [handoff] = model.living.handoffs;
  expect([stage?.id, stage?.name, stage?.owner?.raw.text, stage?.sla?.reading.ok]).toEqual([
    ...['BR-MOPS-002', 'MQL', 'BDR', true],
  ]);
  expect(stage?.escalation?.steps).toHaveLength(2);
  expect(Object.values(handoff?.payload ?? {}).filter((field) => field === null)).toEqual([]);
  expect(handoff?.rejection.routing?.value?.text).toBe('Nurture');
});

const made: { remove: () => void }[] = [];
afterEach(() => {
  for (const { remove } of made.splice(0)) remove();
});

test('the loop of the skill, played to the letter on a stage table, ends at questions for a person', () => {
  const text = readFileSync(join(root, 'skill/SKILL.md'), 'utf8');
  // The loop as the skill writes it down: every command below is one of its own.
  for (const command of [
    'mops import docs/lifecycle.md',
    'mops check --format json',
    'mops fix --suggested',
    '`mops draft handoff`',
  ])
    expect(text).toContain(command);
  const one = repository({
    'docs/lifecycle.md': `| Stage | Entry criteria | Exit criteria | Owner | SLA |
|-------|----------------|---------------|-------|-----|
| Anonymous | Any first touch | Filled form OR signed up | Marketing | n/a |
| MQL | Filled high-intent form (demo request, pricing page) | BDR qualifies in OR disqualifies | BDR | 1 business hour |
| SQL | BDR confirms fit + intent | AE accepts OR rejects | BDR → AE | 30 min |
| Opportunity | AE held discovery, budget + authority confirmed | Closed-won OR closed-lost | AE | 24 hr per touch |
| Customer | Closed-won contract signed | Churn OR expand | CS | Onboarding kickoff <1 business day |
`,
  });
  made.push(one);
  const run = (command: string) => {
    const ran = mops(command.split(' ').slice(1), { cwd: one.path });
    expect([command, ran.code === 0 || ran.code === 1, ran.err]).toEqual([
      command,
      true,
      expect.not.stringMatching(/^mops:/),
    ]);
    return ran.out;
  };
  const check = () =>
    JSON.parse(run('mops check --format json')) as {
      readonly findings: readonly { readonly rule: string; readonly command?: string }[];
    };
  run('mops import docs/lifecycle.md');
  for (let round = 0; round < 2; round++) {
    const commands = new Set(check().findings.flatMap(({ command }) => command ?? []));
    for (const command of commands) run(command.startsWith('mops draft') ? `${command} --write` : command);
  }
  const { findings } = check();
  expect(findings.filter(({ command }) => command !== undefined)).toEqual([]);
  expect([...new Set(findings.map(({ rule }) => rule))].sort()).toEqual([
    'criterion-seam',
    'stage-owner-single',
    'template-leftover',
  ]);
});
