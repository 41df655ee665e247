/** What is asked and what is not guessed; the shape of the answer; the command around it. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerLead } from '../../src/lead/answer.ts';
import type { Lead, LeadQuestion } from '../../src/lead/lead.ts';
import { leadCommand } from '../../src/shell/commands/lead.ts';
import { UsageError } from '../../src/shell/exit.ts';
import { config, entries, team } from './team.ts';

const friday = '2026-03-13T16:40';

const regions = `
## BR-MOPS-020: Segment Routing — Region
Type: Segment-Routing
Status: Active
Dimension: Region
Applies to: SQL → Customer
Routes:
  - DACH, Nordics → CS Berlin: 1 business hour
  - US/Canada → CS Austin: 2 business hours
`;

const sources = `
## BR-MOPS-021: Segment Routing — Source
Type: Segment-Routing
Status: Active
Dimension: Source
Applies to: SQL → Customer
Routes:
  - GTM-002 → CS Launch: 1 business hour
  - otherwise → CS: 1 business day
`;

function ask(question: LeadQuestion, extra = ''): Lead {
  const answer = answerLead(team(extra), question);
  if (!answer.ok) throw new Error(answer.message);
  return answer.lead;
}

describe('a routing by region or source', () => {
  test.each([
    ['Nordics', 'CS Berlin'],
    ['dach', 'CS Berlin'],
    ['Canada', 'CS Austin'],
    ['US', 'CS Austin'],
  ])('%s goes to %s', (region, owner) => {
    const lead = ask({ stage: 'Customer', at: friday, region }, regions);
    expect([lead.owner, lead.open]).toEqual([owner, []]);
    expect(lead.by).toContain('BR-MOPS-020');
  });

  test('a region that no route has is asked about with the known ones; nobody has the lead', () => {
    const lead = ask({ stage: 'Customer', at: friday, region: 'Mars' }, regions);
    expect(lead.owner).toBeNull();
    expect(lead.open).toEqual(['No route is for region Mars. BR-MOPS-020 knows DACH, Nordics, US/Canada.']);
  });

  test('a source by its ID, in any case, and by the name of its channel', () => {
    for (const source of ['GTM-002', 'gtm-002', 'Product Hunt', 'product hunt'])
      expect(ask({ stage: 'Customer', at: friday, source }, sources).owner).toBe('CS Launch');
    expect(ask({ stage: 'Customer', at: friday, source: 'Cold call' }, sources).owner).toBe('CS');
  });

  test('without a source it is asked for, not taken for "otherwise"', () => {
    const lead = ask({ stage: 'Customer', at: friday }, sources);
    expect(lead.owner).toBeNull();
    expect(lead.open).toEqual(['Which source (--source)? BR-MOPS-021 knows GTM-002, otherwise.']);
  });
});

describe('the moment of arrival', () => {
  const due = (at: string) => ask({ stage: 'MQL', size: 60, at }).clocks[0]?.due;

  test('a local time that the clocks skip is read with the offset before, and the answer says so', () => {
    const answer = answerLead(team(), { stage: 'MQL', size: 60, at: '2026-03-08T02:30' });
    expect(answer).toMatchObject({ ok: true, note: expect.stringContaining('does not exist on 2026-03-08') });
    expect(due('2026-03-08T02:30')).toBe('2026-03-09T10:00:00-04:00');
  });

  test('a time that comes twice is the first, and the answer says so', () => {
    const answer = answerLead(team(), { stage: 'MQL', size: 60, at: '2026-11-01T01:30' });
    expect(answer).toMatchObject({ ok: true, note: expect.stringContaining('comes twice') });
  });

  test('a day that does not exist, and a time without one', () => {
    for (const at of ['2026-02-30T10:00', '10:00', '2026-03-13', '13.03.2026 16:40', '2026-03-13T25:00'])
      expect(answerLead(team(), { stage: 'MQL', at })).toMatchObject({ ok: false });
  });

  test('without a moment nothing is due, and it is asked for', () => {
    const lead = ask({ stage: 'MQL', size: 60 });
    expect(lead.clocks[0]).toMatchObject({ due: null, wallMinutes: null });
    expect(lead.open).toEqual(['When did the lead arrive? Give --at 2026-03-13T16:40.']);
  });
});

test('the answer has the fields of the specification, in JSON', () => {
  const lead = JSON.parse(JSON.stringify(ask({ stage: 'MQL', at: friday, size: 60 }))) as Lead;
  expect(Object.keys(lead)).toEqual([
    ...['stage', 'entry', 'owner', 'segment', 'clocks', 'payload', 'reject', 'next', 'open', 'by'],
  ]);
  expect(lead.clocks[0]).toMatchObject({
    clock: 'response',
    due: '2026-03-16T09:40:00-04:00',
    wallMinutes: 3900,
    escalations: [
      { at: expect.any(String), who: 'SDR manager', what: 'notify' },
      { at: expect.any(String), who: 'another BDR', what: 'reassign' },
      { at: expect.any(String), what: 'return' },
    ],
  });
  expect(lead.payload[0]).toMatchObject({
    source: 'First channel',
    touchpointHistory: 'Last 90 days',
    bestFitSignals: 'Headcount',
    disqualifiers: 'Earlier rejections',
    openQuestions: 'Who decides?',
  });
  expect(lead.by).toEqual(['BR-MOPS-002', 'GTM-MOPS-001', 'GTM-MOPS-002', 'BR-MOPS-010']);
});

describe('mops lead', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mops-lead-'));
    mkdirSync(join(folder, 'SoT'));
    writeFileSync(join(folder, 'SoT', 'rules.md'), entries);
    writeFileSync(join(folder, 'mops.config.yml'), config);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function command(flags: Partial<Parameters<typeof leadCommand>[1]>): Promise<[number, string]> {
    let out = '';
    const terminal = {
      out: (text: string) => {
        out += text;
      },
      error: () => {},
      screen: false,
      colour: false,
    };
    try {
      const code = await leadCommand(folder, { stage: 'MQL', format: 'text', ...flags }, terminal);
      return [code, out];
    } catch (error) {
      if (error instanceof UsageError) return [2, error.message];
      throw error;
    }
  }

  test('answers open questions with exit 0: the answer says what is open', async () => {
    const [code, out] = await command({ at: friday, region: 'Mars' });
    expect(code).toBe(0);
    expect(out).toContain('Open:\n  How large is the company (--size)?');
    expect(out).toContain('What does region Mars change in MQL?');
  });

  test.each([
    [{ source: 'GTM-077' }, /^No entry has the ID GTM-077\.$/],
    [{ stage: 'BR-MOPS-099' }, /^There is no stage "BR-MOPS-099"/],
    [{ stage: 'Nurture' }, /^Nurture is a place .*, not a stage: no clock runs there\. Stages: /],
    [
      { stage: 'Nuture' },
      /^There is no stage "Nuture"\. Did you mean Nurture\? It is a place .* no clock runs/,
    ],
    [{ stage: 'Disqualifed' }, /Did you mean Disqualified\? It is a place/],
    [{ stage: 'SQLL' }, /^There is no stage "SQLL"\. Did you mean SQL\?/],
    [{ stage: 'Churned' }, /^"Churned" means Churn, which is a place .*, not a stage/],
    [{ stage: 'GTM-MOPS-002' }, /^GTM-MOPS-002 is no stage\. Stages: /],
    [{ at: 'tomorrow' }, /^"tomorrow" is no date with a time/],
    [{ zone: 'Nowhere/Land' }, /Nowhere\/Land/],
  ])('%j is exit 2 with one sentence', async (flags, message) => {
    const [code, out] = await command(flags);
    expect([code, out.split('\n')]).toEqual([2, [expect.stringMatching(message)]]);
  });
});
