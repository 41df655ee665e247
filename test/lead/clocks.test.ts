import { expect, test } from 'vitest';
import { answerLead } from '../../src/lead/answer.ts';
import { modelOf } from '../draft/lifecycle.ts';
import { config } from './team.ts';

const text = `
## BR-MOPS-002: Lifecycle Stage — MQL
Type: Lifecycle-Stage
Order: 1
Status: Active
Stage: MQL
Owner: BDR
SLA:
  Response: 1 business hour
    Escalation: At 1 business hour notify the SDR manager
  Acceptance: 4 business hours
    Escalation: At 6 hours reassign to another AE
  Maximum time in stage: 14 days, 24/7
`;

test('each clock has its own due time, and a step runs on the calendar of its clock', () => {
  const model = modelOf([{ path: 'SoT/a.md', text }], config);
  const answer = answerLead(model, { stage: 'MQL', at: '2026-03-13T16:40' });
  expect(answer.ok && answer.lead.clocks).toMatchObject([
    {
      clock: 'response',
      due: '2026-03-16T09:40:00-04:00',
      escalations: [{ at: '2026-03-16T09:40:00-04:00', who: 'SDR manager' }],
    },
    {
      clock: 'acceptance',
      due: '2026-03-16T12:40:00-04:00',
      escalations: [{ at: '2026-03-16T14:40:00-04:00', who: 'another AE' }],
    },
    { clock: 'maximum', due: '2026-03-27T16:40:00-04:00', escalations: [] },
  ]);
});
