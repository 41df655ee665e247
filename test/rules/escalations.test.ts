import { expect, test } from 'vitest';
import { caseConfig, reportOf } from './bench.ts';
import { baseFiles } from './case-file.ts';

/** The standard lifecycle with another escalation for SQL, which an AE keeps for 30 business minutes. */
function weaknesses(escalation: string): readonly string[] {
  const files = baseFiles('standard').map((file) => ({
    ...file,
    text: file.text.replace(/(?<=Escalation: ).*at 1 business hour reassign to Founder/, () => escalation),
  }));
  return reportOf(files, caseConfig({ base: 'standard' }))
    .findings.filter(({ rule }) => rule === 'escalation-weak')
    .map(({ message }) => message);
}

test.each([
  'None needed',
  'See policy',
  'See the SLA policy in the handbook',
  'PagerDuty',
  'Opsgenie alert',
  'Weekly stall report',
  'mark as stalled',
  'Mark the lead as stalled',
  'Lead is flagged red in the CRM',
  'At 30 business minutes flip the lead to red',
  'Slack',
  'Slack message in #leads',
  'Email alert',
  'Automatic e-mail reminder',
  'Dashboard turns red',
  'Appears on the stale leads list',
  'Zendesk ticket',
  'Follow up',
  'AE is notified',
  'Notify AE',
  'At 1 business hour remind the AE again',
  'Alert goes out',
  'Auto-reminder',
  'HubSpot task is created',
  'Escalate per process',
  'escalation as per SLA document',
  'Tracked in the weekly pipeline review',
  'Lead gets tag overdue',
  'Not required',
  'No escalation necessary',
  'Handled case by case',
  'We will see',
  'ping in Slack',
  'The AE is reminded by e-mail',
  'Jira ticket opened',
  'Lead score is reduced',
  'Notification in Teams',
  'Notify the owner',
  'Notify the lead owner',
  'Remind the owner',
  'ASAP',
  'as agreed',
  'As discussed in Q3',
  'see the runbook',
  'See Confluence page',
  'like last time',
  'per our usual way',
  'to the best of our ability',
  'Process is well known',
  'At 1 business hour nothing happens',
  'Urgent',
])('nobody who could act is told: %s', (escalation) => {
  expect(weaknesses(escalation)).toHaveLength(1);
});

test.each([
  'At 30 business minutes auto-reassigned to the next AE',
  'auto-reassigned to the next BDR',
  'On breach reassign to the next AE on rotation',
  'Notify AE, cc sales manager',
  'At 30 business minutes PagerDuty pages the sales manager',
  'Slack message to the sales manager',
  'Slack #leads: the team lead picks it up',
  "Notify the owner's manager at 30 business minutes",
  'Manager calls the AE at 30 business minutes',
  'At 30 business minutes Priya from RevOps calls the AE',
  'On breach round-robin to another AE',
  'Returned to the queue at 30 business minutes',
  'Goes back to the pool at 30 business minutes',
  'VP Sales is alerted at 30 business minutes',
  'Weekly stall report goes to the sales manager, who reassigns the lead',
  'mark as stalled and reassign to another AE',
  'At 30 business minutes the shift lead takes over',
  'RevOps reviews and reassigns',
  'At 30 business minutes lead is moved to Nurture',
  'Backup AE takes over at 30 business minutes',
  'Sales manager',
  'Head of sales decides on breach',
  'Notify the AE and the sales manager',
  'Reassign to the BDR on duty',
  'Director of Sales is paged via PagerDuty at 30 business minutes',
  'CEO',
  'Jane',
  'Jane Doe',
  '@jane',
  'jane@acme.com',
  'Sales boss',
  'Pod captain',
  'Vertriebsleitung übernimmt',
  'At 30 business minutes ping the pod captain',
  'None before 1 business hour; then notify the sales manager',
])('somebody else acts: %s', (escalation) => {
  expect(weaknesses(escalation)).toEqual([]);
});

test.each(['n/a, AE is trusted', 'None: software answers', 'None (small team)', 'n/a - we are two people'])(
  'a reason why there is none is no escalation: %s',
  (escalation) => {
    const files = baseFiles('standard').map((file) => ({
      ...file,
      text: file.text.replace(/(?<=Escalation: ).*at 1 business hour reassign to Founder/, () => escalation),
    }));
    const found = reportOf(files, caseConfig({ base: 'standard' })).findings;
    expect(found.map(({ rule }) => rule)).toEqual(['sla-escalation']);
    expect(found[0]?.message).toContain(`only "${escalation}" for the case that it is missed`);
  },
);
