import { expect, test } from 'vitest';
import { readConfig } from '../../src/config/read.ts';
import { buildModel } from '../../src/lifecycle/build.ts';
import { readRepository } from '../../src/sot/read.ts';

/** Each step as `words in the file → roles`. */
function stepsOf(escalation: string, config: string | null = null): string[] {
  const text = `## BR-MOPS-003: Lifecycle Stage — SQL\n\nType: Lifecycle-Stage\nOwner: AE\nSLA: 1 business hour\n${escalation}\n`;
  const reading = readConfig(config, 'mops.config.yml', []);
  if ('errors' in reading) throw new Error('config');
  const model = buildModel(readRepository([{ path: 'SoT/a.md', text }]), reading.config);
  const steps = model.stages[0]?.escalation?.steps ?? [];
  return steps.map(({ span, roles }) => `${text.slice(span.start, span.end)} → ${roles.join(', ')}`);
}

test.each<[string, string, string[]]>([
  [
    'two steps in a line',
    'Escalation: At 1 business hour notify the SDR manager; at 2 reassign to another AE',
    ['At 1 business hour notify the SDR manager → Sales manager', 'at 2 reassign to another AE → AE'],
  ],
  [
    'two steps of one sentence',
    'Escalation:   At 1 business hour notify the SDR manager, then reassign to the founder',
    ['At 1 business hour notify the SDR manager → Sales manager', 'then reassign to the founder → Founder'],
  ],
  [
    'a list',
    'Escalation:\n  - At 1 business hour notify the SDR manager.\n  - At 2 business hours, CMO: reassign',
    [
      'At 1 business hour notify the SDR manager → Sales manager',
      'At 2 business hours, CMO: reassign → Marketing manager',
    ],
  ],
  ['a person, no role', 'Escalation: On breach notify Jane Smith', ['On breach notify Jane Smith → ']],
  [
    'signs that are written out: the place is what stands between two semicolons',
    'Escalation: At ½ business hour notify the SDR manager; then reassign to an AE',
    ['At ½ business hour notify the SDR manager → Sales manager', 'then reassign to an AE → AE'],
  ],
])('%s', (_situation, escalation, expected) => {
  expect(stepsOf(escalation)).toEqual(expected);
});

test('a role of the config', () => {
  expect(stepsOf('Escalation: On breach the Closer calls the lead', 'roles: {Closer: [closers]}\n')).toEqual([
    'On breach the Closer calls the lead → Closer',
  ]);
});

test('marks in the text: the place of the whole escalation', () => {
  expect(stepsOf('Escalation: On breach notify **the SDR manager**; then reassign to an AE')).toEqual([
    'On breach notify **the SDR manager**; then reassign to an AE → Sales manager',
    'On breach notify **the SDR manager**; then reassign to an AE → AE',
  ]);
});
