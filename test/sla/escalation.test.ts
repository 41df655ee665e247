import { describe, expect, test } from 'vitest';
import { isEmptyEscalation, printSla, readEscalation } from '../../src/sla/index.ts';

/** Steps as "when | who | what". */
function ladder(raw: string): string[] {
  return readEscalation(raw).map(({ at, factor, onBreach, early, who, action }) => {
    const when = [
      ...(at === null ? [] : [printSla(at)]),
      ...(factor === null ? [] : [`${factor}x`]),
      ...(onBreach ? ['breach'] : []),
      ...(early ? ['counted back'] : []),
    ];
    return `${when.join(' after ') || '-'} | ${who ?? '-'} | ${action ?? '-'}`;
  });
}

describe('escalation ladders', () => {
  test.each<[string, string[]]>([
    [
      '15 min: alert manager; 30 min: reassign',
      ['15 minutes | manager | notify', '30 minutes | - | reassign'],
    ],
    [
      'at 1 business hour notify SDR manager; at 2 reassign',
      ['1 business hour | SDR manager | notify', '2 business hours | - | reassign'],
    ],
    ['Alert to sales manager at 4 hours', ['4 hours | sales manager | notify']],
    ['Auto-escalate at 48 hours', ['48 hours | - | escalate']],
    [
      '5 min: rep alerted; 15 min: backup; 30 min: manager; 1 hour: reassigned',
      [
        '5 minutes | rep | notify',
        '15 minutes | backup | -',
        '30 minutes | manager | -',
        '1 hour | - | reassign',
      ],
    ],
    ['×1: rep; ×2: manager; ×4: reassign', ['1x | rep | -', '2x | manager | -', '4x | - | reassign']],
    [
      '15 min before breach: remind the AE; at breach: reassign to Founder',
      ['15 minutes after counted back | AE | remind', 'breach | Founder | reassign'],
    ],
    ['1 hour ahead of the deadline ping the manager', ['1 hour after counted back | manager | notify']],
    ['Notify the manager 30 min before the SLA is due', ['30 minutes after counted back | manager | notify']],
    ['At half the limit the sales manager is pinged', ['0.5x | sales manager | notify']],
    ['After two misses in a row the sales manager reassigns', ['breach | sales manager | reassign']],
    ['T+1h sales manager reassigns', ['1 hour | sales manager | reassign']],
    ['1.5 times the SLA: manager reassigns', ['1.5x | manager | reassign']],
    ['2x SLA: alert manager', ['2x | manager | notify']],
    [
      '50%: remind owner; 80%: alert manager; breached: reassign',
      ['0.5x | owner | remind', '0.8x | manager | notify', 'breach | - | reassign'],
    ],
    ['48 hours: return to marketing; alert ops', ['48 hours | marketing | return', '- | ops | notify']],
    ['shared pool after 7 days', ['7 days | shared pool | -']],
    ['on breach alert SDR manager', ['breach | SDR manager | notify']],
    ['if missed, reassign to backup AE', ['breach | backup AE | reassign']],
    ['When the SLA is missed the SDR manager is notified', ['breach | SDR manager | notify']],
    [
      'If no response within 4 hours (business), SDR manager takes over',
      ['4 business hours | SDR manager | reassign'],
    ],
    ['if no activity in 30 min → alert manager', ['30 minutes | manager | notify']],
    ['Notify sales manager 2 hours after breach', ['2 hours after breach | sales manager | notify']],
    ['after 2 hours, reassign to next available rep', ['2 hours | next available rep | reassign']],
    [
      'Lead reassigned to next available rep after 1 business hour',
      ['1 business hour | next available rep | reassign'],
    ],
    ['SDR manager reassigns after 2 business hours', ['2 business hours | SDR manager | reassign']],
    [
      'notify SDR manager in Slack and reassign to next BDR at 2 business hours',
      ['- | SDR manager | notify', '2 business hours | next BDR | reassign'],
    ],
    [
      'ping @jane at 30 min, then return to BDR queue at 60 min',
      ['30 minutes | @jane | notify', '60 minutes | BDR queue | return'],
    ],
    ['AE manager alert', ['- | AE manager | notify']],
    ['escalate to Head of Sales', ['- | Head of Sales | escalate']],
    ['at EOD notify sales manager', ['EOD | sales manager | notify']],
    ['SDR manager', ['- | SDR manager | -']],
    [
      '1. 5 min: Original rep alerted; 2. 15 min: Backup rep alerted',
      ['5 minutes | Original rep | notify', '15 minutes | Backup rep | notify'],
    ],
    [
      '5 min: rep alerted\n15 min: backup alerted',
      ['5 minutes | rep | notify', '15 minutes | backup | notify'],
    ],
    [
      'On breach notify the BDR lead; at 2 business days the BDR lead reassigns the lead to the backup BDR',
      ['breach | BDR lead | notify', '2 business days | BDR lead | reassign'],
    ],
    [
      'At 1 business hour the BDR lead is told and moves the visit to another AE',
      ['1 business hour | BDR lead | notify', '1 business hour | BDR lead | reassign'],
    ],
    [
      'At 1 business hour notify the Sales manager, who reassigns the lead',
      ['1 business hour | Sales manager | notify', '1 business hour | Sales manager | reassign'],
    ],
    ['at 2 business hours the Founder calls the home', ['2 business hours | Founder | notify']],
    ['at 3 business days the CS director leads the kickoff', ['3 business days | CS director | act']],
    [
      'If the welcome mail has not gone out after 15 minutes, RevOps restarts the job',
      ['15 minutes | RevOps | act'],
    ],
    ['If the welcome mail is not sent after 15 minutes, page the Founder', ['15 minutes | Founder | notify']],
    ['move the deal to another AE at 2 business days', ['2 business days | another AE | reassign']],
    ['Marketing automation notifies SDR manager at 1 hour', ['1 hour | SDR manager | notify']],
  ])('%s', (raw, steps) => {
    expect(ladder(raw)).toEqual(steps);
  });

  test.each([
    'Slack message',
    'Weekly pipeline review flag',
    'Pipeline review flag',
    'Follow up',
    'Escalate',
    'Slack alert to #sales-alerts',
  ])('names nobody: %s', (raw) => {
    const steps = readEscalation(raw);
    expect(steps).toHaveLength(1);
    expect(steps[0]?.who).toBeNull();
  });

  test('a step keeps its own words', () => {
    expect(readEscalation('15 min: alert manager; 30 min: reassign').map(({ raw }) => raw)).toEqual([
      '15 min: alert manager',
      '30 min: reassign',
    ]);
  });

  test('a bare number has no unit where no step before it has one', () => {
    expect(ladder('at 2 reassign to backup')).toEqual(['- | backup | reassign']);
  });
});

describe('an escalation that says nothing', () => {
  test.each([
    '',
    '  ',
    'None',
    'none.',
    'n/a',
    'N/A',
    'TBD',
    '—',
    '-',
    '?',
    '…',
    '[What happens if SLA missed]',
    'No escalation',
    'none yet',
    'TBD (escalation path)',
    'to be defined',
  ])('%j', (raw) => {
    expect(isEmptyEscalation(raw)).toBe(true);
    expect(readEscalation(raw)).toEqual([]);
  });

  test.each(['SDR manager', 'Escalate', 'Slack', 'None of the BDRs: alert manager'])('is not %j', (raw) => {
    expect(isEmptyEscalation(raw)).toBe(false);
  });
});
