import { expect, test } from 'vitest';
import { readConfig } from '../../src/config/read.ts';
import { exportLifecycle } from '../../src/export/lifecycle.ts';
import { buildModel } from '../../src/lifecycle/build.ts';
import { readRepository } from '../../src/sot/read.ts';

function stageOf(body: string) {
  const text = `## BR-MOPS-003: Lifecycle Stage — SQL\n\nType: Lifecycle-Stage\nOwner: AE\n${body}\n`;
  const reading = readConfig(null, 'mops.config.yml', []);
  if ('errors' in reading) throw new Error('config');
  const model = buildModel(readRepository([{ path: 'SoT/a.md', text }]), reading.config);
  const stage = model.stages[0];
  if (stage === undefined) throw new Error('no stage');
  return { stage, exported: exportLifecycle(model).stages[0] };
}

function clocksOf(body: string): string[] {
  return stageOf(body).stage.clocks.map(
    ({ kind, sla, escalation }) => `${kind}: ${sla.raw.text} / ${escalation?.raw.text ?? '-'}`,
  );
}

const all = [
  'response: 1 business hour / At 1 business hour notify the SDR manager',
  'acceptance: 4 business hours / At 4 business hours reassign to another AE',
  'maximum: 14 days / -',
];

const shapes: { readonly [shape: string]: string } = {
  indented: `SLA:
  Response: 1 business hour
    Escalation: At 1 business hour notify the SDR manager
  Acceptance: 4 business hours
    Escalation: At 4 business hours reassign to another AE
  Maximum time in stage: 14 days`,
  'bullets on one level': `**SLA:**
- Response time: 1 business hour
- Escalation: At 1 business hour notify the SDR manager
- Acceptance time: 4 business hours
- Escalation: At 4 business hours reassign to another AE
- Max. time in stage: 14 days`,
  'fields at the margin': `**First touch**: 1 business hour
**Escalation**: At 1 business hour notify the SDR manager
**Time to accept**: 4 business hours
**Escalation**: At 4 business hours reassign to another AE
**Maximum time in stage**: 14 days`,
  'an inline limit with the others below': `SLA: 1 business hour
  Escalation: At 1 business hour notify the SDR manager
  Acceptance: 4 business hours
    Escalation: At 4 business hours reassign to another AE
  Max time in stage: 14 days`,
  'flattened by a formatter': `SLA:
Response: 1 business hour
Escalation: At 1 business hour notify the SDR manager
Acceptance: 4 business hours
Escalation: At 4 business hours reassign to another AE
Maximum time in stage: 14 days`,
  'sub-headings': `
### SLA

#### Response

1 business hour

##### Escalation

At 1 business hour notify the SDR manager

#### Acceptance

4 business hours

##### Escalation

At 4 business hours reassign to another AE

#### Maximum time in stage

14 days`,
  'a table with an escalation column': `
| Clock | Limit | Escalation |
| --- | --- | --- |
| Response | 1 business hour | At 1 business hour notify the SDR manager |
| Acceptance time | 4 business hours | At 4 business hours reassign to another AE |
| Maximum time in stage | 14 days | |`,
  'a table of fields': `
| Field | Value |
| --- | --- |
| Response time | 1 business hour |
| Escalation | At 1 business hour notify the SDR manager |
| Acceptance time | 4 business hours |
| Acceptance escalation | At 4 business hours reassign to another AE |
| Maximum time in stage | 14 days |`,
  quoted: `> **SLA**:
> - Response: 1 business hour
>   - Escalation: At 1 business hour notify the SDR manager
> - Accept/reject: 4 business hours
>   - Escalation: At 4 business hours reassign to another AE
> - Maximum time in stage: 14 days`,
  'one line': `SLA: Response: 1 business hour; Escalation: At 1 business hour notify the SDR manager; Acceptance: 4 business hours; Escalation: At 4 business hours reassign to another AE; Maximum time in stage: 14 days`,
};

for (const [shape, body] of Object.entries(shapes)) {
  test(`three clocks: ${shape}`, () => expect(clocksOf(body)).toEqual(all));
}

test('the response clock stays `sla` and `escalation`, and the export has all three beside it', () => {
  const { stage, exported } = stageOf(shapes['indented'] ?? '');
  expect(stage.sla?.raw.text).toBe('1 business hour');
  expect(stage.escalation?.raw.text).toBe('At 1 business hour notify the SDR manager');
  expect(exported?.sla).toMatchObject({ raw: '1 business hour', kind: 'duration' });
  expect(exported?.clocks).toMatchObject([
    { kind: 'response', raw: '1 business hour', form: 'duration', amount: 1 },
    { kind: 'acceptance', amount: 4, escalation: 'At 4 business hours reassign to another AE' },
    { kind: 'maximum', raw: '14 days', amount: 14, unit: 'day', escalation: null },
  ]);
});

test('one escalation behind several clocks is for all of them', () => {
  expect(
    clocksOf(`SLA:
- Response: 1 business hour
- Acceptance: 4 business hours
- Escalation: On breach the SDR manager reassigns the lead`),
  ).toEqual([
    'response: 1 business hour / On breach the SDR manager reassigns the lead',
    'acceptance: 4 business hours / On breach the SDR manager reassigns the lead',
  ]);
});

test('segments below a clock, and a limit without a label before the others', () => {
  expect(
    clocksOf(`SLA:
  Response:
    - High-signal: 1 business hour
    - Low-signal: 1 business day
  Acceptance: 4 business hours`),
  ).toEqual([
    'response: High-signal: 1 business hour; Low-signal: 1 business day / -',
    'acceptance: 4 business hours / -',
  ]);
  expect(
    clocksOf('SLA: AMER: 1 business hour; EMEA: 2 business hours; Acceptance: 4 business hours'),
  ).toEqual([
    'response: AMER: 1 business hour; EMEA: 2 business hours / -',
    'acceptance: 4 business hours / -',
  ]);
});

test('words that only look like a clock are none', () => {
  expect(
    clocksOf(
      'SLA: 1 business hour\nEscalation: On breach requeue\n\nAcceptance: the AE takes the lead in the CRM',
    ),
  ).toEqual(['response: 1 business hour / On breach requeue']);
});

test('a cadence is kept as written and is no limit', () => {
  const { stage, exported } = stageOf(
    'SLA: 1 business hour\nFollow-up cadence: 6 attempts in 15 business days',
  );
  expect(stage.cadence?.text).toBe('6 attempts in 15 business days');
  expect(exported?.cadence).toBe('6 attempts in 15 business days');
  expect(stage.clocks.length).toBe(1);
});

test.each([
  ['Acknowledge: 1 hour', 'acceptance'],
  ['Claim within: 1 hour', 'acceptance'],
  ['Pick-up: 1 hour', 'acceptance'],
  ['Accept/decline: 1 hour', 'acceptance'],
  ['First call: 1 hour', 'response'],
  ['Contact within: 1 hour', 'response'],
  ['Stale after: 1 hour', 'maximum'],
  ['Time-box: 1 hour', 'maximum'],
])('a clock by another usual name: %s', (line, kind) => {
  expect(clocksOf(`SLA:\n  ${line}`)).toEqual([`${kind}: 1 hour / -`]);
});
