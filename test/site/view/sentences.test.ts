/** Pages in words as a person would write them: what once read like a machine, kind by kind. */

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readReport } from '../../../site/lib/report.ts';
import { allPages } from '../../../site/view/all-pages.ts';
import { pageMarkdown } from '../../../site/view/markdown.ts';
import { makeSite, type Site } from '../../../site/view/site.ts';
import { configOf, reportOf } from '../../rules/bench.ts';

const examples = join(import.meta.dirname, '..', '..', '..', 'examples');

/** A page's text by its path, without the addresses of its links. */
function twinsOf(site: Site): (path: string) => string {
  const pages = allPages(site, [], null);
  return (path) => {
    const page = pages.find((each) => each.path === path);
    if (page === undefined) throw new Error(`There is no page ${path}`);
    return pageMarkdown(page, '/', new Map()).replace(/\]\([^)]*\)/g, ']');
  };
}

const hybrid = twinsOf(makeSite(await readReport(join(examples, 'hybrid'), null, '2026-11-22'), 'Handbook'));

/** Two stages and the handoff between them, with some fields of the second stage and of the handoff as given. */
function written({
  owner = 'AE',
  sla = '1 business hour',
  escalation = 'at 1 business hour notify the Sales lead',
  exit = 'No budget (no-budget) → Nurture',
  condition = 'no budget or too small',
  routing = 'no budget → Nurture; too small → MQL',
  back = 'after 90 days and a new budget',
}: Readonly<Record<string, string>> = {}): (path: string) => string {
  const text = `
## BR-MOPS-001: Lifecycle Stage — MQL
Type: Lifecycle-Stage
Order: 1
Status: Active
Stage: MQL
Entry criteria:
  - Form is sent
Exit criteria (progression):
  - To SQL: need is confirmed
Exit criteria (disqualification):
  - Competitor → Disqualified
Owner: BDR
SLA: n/a (software scores, nobody waits)

## BR-MOPS-002: Lifecycle Stage — SQL
Type: Lifecycle-Stage
Order: 2
Status: Active
Stage: SQL
Entry criteria:
  - Need is confirmed
Exit criteria (progression):
  - none, this is the last stage
Exit criteria (disqualification):
  - ${exit}
Owner: ${owner}
SLA:
  Response time after entering this stage: ${sla}
  Escalation: ${escalation}

## GTM-MOPS-001: Handoff — MQL → SQL
Type: Handoff
Status: Active
From: MQL
To: SQL
Trigger: BDR sets the status
Rejection rule:
  Condition: ${condition}
  Routing: ${routing}
  Re-engagement: ${back}
SLA: ${sla}
`;
  return twinsOf(makeSite(reportOf([{ path: 'SoT/all.md', text }], configOf({})), 'Handbook'));
}

describe('the steps of a missed limit', () => {
  it('say in one sentence what one person does at one time', () => {
    expect(hybrid('/stages/sql/')).toContain(
      '- 1 business day: the Sales lead calls the admin and reassigns the account\n',
    );
    expect(hybrid('/stages/sql/')).not.toMatch(/^ *- (?:\d \w+ \w+: )?(?:reassigns|takes)/m);
  });

  it.each([
    [
      'at 1 business hour notify the Sales lead; at 2 business hours the Sales lead calls and reassigns the lead',
      [
        '1 business hour: notify the Sales lead',
        '2 business hours: the Sales lead calls and reassigns the lead',
      ],
    ],
    [
      'notify the Sales lead, then reassign the lead to another AE',
      ['when it passes: notify the Sales lead, then reassign the lead to another AE'],
    ],
    [
      'at 1 business hour notify the Sales lead, at 4 business hours reassign the lead',
      ['1 business hour: notify the Sales lead', '4 business hours: reassign the lead'],
    ],
    [
      'notify the Sales lead; reassign the lead',
      ['when it passes: notify the Sales lead', 'when it passes: reassign the lead'],
    ],
  ])('are as many as there are times: %s', (escalation, steps) => {
    const page = written({ escalation })('/stages/sql/');
    const shown = [...page.matchAll(/^- ((?!within)[^:\n]*: .*)$/gm)].map(([, line]) => line);
    expect(shown.slice(0, steps.length)).toEqual(steps);
    expect(shown[steps.length] ?? '').not.toMatch(/^(?:\d|when it passes)/);
  });
});

describe('a limit', () => {
  it('that is due at once says so once', () => {
    expect(hybrid('/')).toContain('Marketing automation, At once, automated.');
    const page = hybrid('/stages/activated/');
    expect(page).toContain('**At once** automated; from the moment it becomes Activated');
    expect(page).toContain('- at once: done by software');
  });

  it.each([
    ['immediately', '**At once** from the moment'],
    ['at once', '**At once** from the moment'],
    ['immediate (webhook)', '**At once** webhook; from the moment'],
    ['1 business hour', '**1 hour** business hours; from the moment'],
    [
      'Kickoff booked within 2 business days',
      '**2 days** business time, by then: Kickoff booked; from the moment',
    ],
  ])('%s reads as a sentence', (sla, words) => {
    const owner = words.startsWith('**At once') ? 'Workflow automation' : 'AE';
    expect(written({ sla, owner })('/stages/sql/')).toContain(words);
  });

  it('that software keeps is watched by nobody for a reason, on every page', () => {
    for (const path of ['/stages/signup/', '/stages/activated/']) {
      expect(hybrid(path)).toContain('**Watched by:** Not needed, because software keeps this limit.');
      expect(hybrid(path)).not.toContain('Add a MON-DRIFT entry');
    }
    expect(hybrid('/sla/')).not.toContain('Nobody');
    expect(written({ owner: 'Workflow automation' })('/handoffs/mql-to-sql/')).toContain(
      'software keeps this limit',
    );
    expect(written()('/handoffs/mql-to-sql/')).toContain('Nobody watches this limit');
  });

  it('that nobody waits for is no clock, with the reason', () => {
    expect(written()('/onboarding/walk/')).toContain(
      '**The clock:** No clock: software scores, nobody waits.',
    );
  });
});

describe('a ground for a no', () => {
  it('that a line tells in words and a handoff by its code stands once, with what brings it back', () => {
    const told = {
      condition: 'reason code (no-budget, too-small)',
      routing: 'no-budget → Nurture; too-small → MQL',
    };
    const page = written(told);
    expect(page('/stages/sql/')).toContain('- No budget (no-budget) → [Nurture]\n- too-small → [MQL]\n');
    expect(page('/roles/ae/')).toContain('- No budget (no-budget) → [Nurture]\n  - too-small → [MQL]\n');
    expect(page('/onboarding/reject/')).not.toContain('not written');
    expect(page('/')).toContain('- too-small → [MQL]');
    expect(page('/').match(/no-budget/g)).toHaveLength(1);
  });

  it('stands twice where the two lead to different places', () => {
    const told = {
      condition: 'reason code (no-budget, too-small)',
      routing: 'no-budget → MQL; too-small → MQL',
    };
    expect(written(told)('/stages/sql/')).toMatch(
      /- No budget \(no-budget\).* → \[Nurture\]\n- no-budget.* → \[MQL\]/,
    );
  });

  const codes = { condition: 'duplicate or bounced', routing: 'duplicate → Disqualified; bounced → MQL' };
  it.each([
    ['A bounced account comes back when a new card is charged', 'bounced'],
    ['bounced: when a new card is charged', 'bounced'],
    ['For duplicate after the records are merged', 'duplicate'],
    ['Only bounced leads, once a new card is charged', 'bounced'],
  ])('comes back only where the rule opens with its name: %s', (back, name) => {
    const rows = written({ ...codes, back })('/handoffs/mql-to-sql/')
      .split('\n')
      .filter((line) => /^\| (?:duplicate|bounced) \|/.test(line));
    expect(rows.filter((row) => row.includes(back)).map((row) => row.split(' ')[1])).toEqual([name]);
    expect(rows.filter((row) => row.includes('not written'))).toHaveLength(1);
  });

  it.each([
    'after 90 days and when a new card is charged',
    'Duplicate or bounced leads come back after 90 days',
    'After 90 days; a bounced lead once a new card is charged',
    'When the reason (bounced, duplicate) no longer holds',
  ])('comes back with all others where the rule names none or all of them first: %s', (back) => {
    const page = written({ ...codes, back })('/handoffs/mql-to-sql/');
    const rows = page.split('\n').filter((line) => /^\| (?:duplicate|bounced) \|/.test(line));
    expect(rows.filter((row) => row.includes('not written'))).toEqual([]);
  });

  it('that brings nothing back has no arrow back in the picture, and no way back on the page of its place', () => {
    const page = written({ ...codes, back: 'A bounced account comes back when a new card is charged' });
    expect(page('/handoffs/mql-to-sql/')).not.toMatch(/n_Disqualified-->>|comes back \|/);
    expect(page('/sinks/disqualified/')).toContain('no rule brings a lead back');
  });
});

describe('other sentences', () => {
  it('begin the whole condition of an arrow once', () => {
    expect(hybrid('/roles/ae/')).toContain(
      '| goes back or out | [Disqualified] | Reseller or agency that collects accounts ([PER-003]) → Disqualified |',
    );
    expect(hybrid('/roles/ae/')).not.toMatch(/\| no: ([^|:]+): \1/);
  });

  it('tell the condition of a way once, at its first step', () => {
    const page = hybrid('/handoffs/paid-to-sql/');
    expect(page).toContain('| accepts | [CS (Paid)] | takes the lead |');
    expect(page.match(/: It does not fit: /g)).toHaveLength(1);
  });

  it('tell what a place and a role are without a row of colons', () => {
    expect(hybrid('/glossary/')).toContain(
      '**Disqualified:** No fit, the lead is turned away. A place without',
    );
    expect(hybrid('/glossary/')).toContain('**RevOps:** A role: watches 1 monitor.');
    for (const line of hybrid('/glossary/')
      .split('\n')
      .filter((each) => each.startsWith('- ')))
      expect(line.replace(/^- \*\*[^*]*\*\*/, '').match(/: /g)?.length ?? 0, line).toBeLessThan(3);
  });

  it('set what is typed as code', () => {
    expect(hybrid('/onboarding/reject/')).toContain('Admin wants to stay on the card plan `stays-on-card`');
  });
});
