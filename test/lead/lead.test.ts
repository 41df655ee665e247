import { describe, expect, test } from 'vitest';
import { answerLead } from '../../src/lead/answer.ts';
import type { Lead, LeadQuestion } from '../../src/lead/lead.ts';
import { printLead } from '../../src/lead/print.ts';
import { team } from './team.ts';

const friday = '2026-03-13T16:40';

function ask(question: LeadQuestion, extra = ''): Lead {
  const answer = answerLead(team(extra), question);
  if (!answer.ok) throw new Error(answer.message);
  return answer.lead;
}

function refused(question: LeadQuestion): string {
  const answer = answerLead(team(), question);
  return answer.ok ? 'answered' : answer.message;
}

describe('who has the lead', () => {
  test('the owner of the route its size falls into', () => {
    expect(ask({ stage: 'MQL', at: friday, size: 50 })).toMatchObject({ owner: 'BDR', segment: '50–499' });
    expect(ask({ stage: 'MQL', at: friday, size: 500 })).toMatchObject({ owner: 'AE', segment: '500+' });
  });

  test('nobody while the size is not known: it is asked for, with the routes', () => {
    const lead = ask({ stage: 'MQL', at: friday });
    expect(lead.owner).toBeNull();
    expect(lead.open).toEqual(['How large is the company (--size)? BR-MOPS-010 knows 1–49, 50–499, 500+.']);
  });

  test('nobody for a size between the routes', () => {
    const lead = ask({ stage: 'MQL', at: friday, size: 0 });
    expect(lead.owner).toBeNull();
    expect(lead.open[0]).toBe('No route is for size 0. BR-MOPS-010 knows 1–49, 50–499, 500+.');
  });

  test('the receiver of the handoff where no route says otherwise', () => {
    expect(ask({ stage: 'SQL', at: friday, region: 'EMEA' }).owner).toBe('AE');
  });

  test('an alias, an ID and any case name the stage', () => {
    for (const stage of ['mql', 'BR-MOPS-002', 'Marketing Qualified Lead']) {
      expect(ask({ stage }).entry).toBe('BR-MOPS-002');
    }
  });
});

describe('until when', () => {
  test('the limit of the route, in business time across a weekend', () => {
    const [clock] = ask({ stage: 'MQL', at: friday, size: 60 }).clocks;
    expect(clock).toMatchObject({ clock: 'response', due: '2026-03-16T09:40:00-04:00', wallMinutes: 3900 });
  });

  test('every step as an instant: at a time, a multiple, after the breach', () => {
    const [clock] = ask({ stage: 'MQL', at: friday, size: 60 }).clocks;
    expect(clock?.escalations).toMatchObject([
      { at: '2026-03-16T09:40:00-04:00', who: 'SDR manager', what: 'notify' },
      { at: '2026-03-16T10:40:00-04:00', who: 'another BDR', what: 'reassign' },
      { at: '2026-03-16T10:40:00-04:00', what: 'return' },
    ]);
  });

  test('the part of a limit that the region names', () => {
    expect(ask({ stage: 'SQL', at: friday, region: 'emea' })).toMatchObject({
      segment: 'EMEA',
      clocks: [{ due: '2026-03-16T10:40:00-04:00', escalations: [{ at: '2026-03-16T10:40:00-04:00' }] }],
      open: [],
    });
  });

  test('an unknown region is asked about with the known ones, and nothing is due', () => {
    const lead = ask({ stage: 'SQL', at: friday, region: 'APAC' });
    expect(lead.clocks[0]).toMatchObject({ due: null, escalations: [{ at: null }] });
    expect(lead.open.join()).toMatch(/AMER, EMEA/);
  });

  test('a region where nothing goes by region', () => {
    expect(ask({ stage: 'MQL', at: friday, size: 60, region: 'EMEA' }).open).toEqual([
      'What does region EMEA change in MQL? No limit or routing of the stage knows it. No limit or routing goes by region.',
    ]);
  });

  test('a time with an offset is the same moment elsewhere', () => {
    const [clock] = ask({ stage: 'MQL', at: '2026-03-13T20:40Z', size: 60 }).clocks;
    expect(clock?.due).toBe('2026-03-16T09:40:00-04:00');
  });
});

describe('a no', () => {
  test('each reason with its place and way back, in this stage first', () => {
    expect(ask({ stage: 'MQL' }).reject.slice(0, 4)).toEqual([
      {
        reason: 'spam',
        to: 'Disqualified',
        back: 'After 90 days and 10 more people',
        entry: 'GTM-MOPS-001',
        in: 'MQL',
      },
      {
        reason: 'too-small',
        to: 'Nurture',
        back: 'After 90 days and 10 more people',
        entry: 'GTM-MOPS-001',
        in: 'MQL',
      },
      { reason: 'Student e-mail address', to: 'Disqualified', back: null, entry: 'BR-MOPS-002', in: 'MQL' },
      {
        reason: 'No budget (code DQ-01)',
        to: 'Nurture',
        back: 'After 90 days and a budget is set',
        entry: 'GTM-MOPS-002',
        in: 'SQL',
      },
    ]);
  });

  test.each([
    ['too small', 'Nurture'],
    ['Too-Small', 'Nurture'],
    ['dq-02', 'MQL'],
    ['no budget', 'Nurture'],
    ['student', 'Disqualified'],
  ])('%s is found', (reject, to) => {
    expect(ask({ stage: 'MQL', reject }).reject).toMatchObject([{ to }]);
  });

  test('the very words count before words within others', () => {
    expect(ask({ stage: 'MQL', reject: 'spam' }).reject.map(({ entry }) => entry)).toEqual(['GTM-MOPS-001']);
  });

  test('an unknown reason is asked about with the known ones', () => {
    const lead = ask({ stage: 'SQL', at: friday, region: 'EMEA', reject: 'bad weather' });
    expect(lead.reject).toEqual([]);
    expect(lead.open.join()).toMatch(/"bad weather".*No budget \(code DQ-01\); Wrong persona/);
  });
});

describe('what else', () => {
  test('what comes next, by which handoff', () => {
    expect(ask({ stage: 'MQL' }).next).toEqual([
      { to: 'SQL', when: 'BDR confirms budget and date on a call', handoff: 'GTM-MOPS-002' },
    ]);
  });

  test('a score below the threshold, or above the next one, is asked about', () => {
    expect(ask({ stage: 'MQL', at: friday, size: 60, score: 40 }).open.join()).toMatch(/asks for 50 points/);
    expect(ask({ stage: 'MQL', at: friday, size: 60, score: 85 }).open.join()).toMatch(
      /Should it be SQL by now/,
    );
    expect(ask({ stage: 'MQL', at: friday, size: 60, score: 60 }).open).toEqual([]);
  });

  test('two handoffs to one stage: which one is asked', () => {
    const second =
      '\n## GTM-MOPS-003: Handoff — MQL → SQL\nType: Handoff\nStatus: Active\nFrom: MQL\nTo: SQL\nSegment: Enterprise\n';
    const lead = ask({ stage: 'MQL' }, second);
    expect(lead.next[0]?.handoff).toBeNull();
    expect(lead.open.join()).toMatch(/GTM-MOPS-002 or GTM-MOPS-003 \(Enterprise\)/);
  });

  test('the text says it in the order of work', () => {
    const text = printLead(ask({ stage: 'MQL', at: friday, size: 60 }), null);
    expect(text).toContain('MQL (BR-MOPS-002): BDR, segment 50–499\nResponse: due 2026-03-16T09:40:00-04:00');
  });
});

describe('a question that cannot be answered', () => {
  test.each([
    [{ stage: 'MQK' }, /no stage "MQK". Did you mean MQL/],
    [{ stage: 'GTM-MOPS-001' }, /GTM-MOPS-001 is no stage/],
    [{ stage: 'BR-MOPS-099' }, /no stage "BR-MOPS-099"/],
    [{ stage: 'MQL', source: 'GTM-077' }, /No entry has the ID GTM-077/],
    [{ stage: 'MQL', at: 'noon' }, /no date with a time/],
    [{ stage: 'MQL', at: friday, zone: 'Mars' }, /Mars/],
  ])('%j', (question, message) => {
    expect(refused(question)).toMatch(message);
  });
});
