/** What people type, in the team's words, others' words and with slips: a right page is among the first three. */

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readReport } from '../../../site/lib/report.ts';
import { rank, searchRecords } from '../../../site/lib/search-index.ts';
import { allPages } from '../../../site/view/all-pages.ts';
import { makeSite } from '../../../site/view/site.ts';
import { rules } from '../../../src/rules/index.ts';
import { further, furtherDeep, furtherHybrid, type Query, secondDay } from './typed.ts';

const saas: readonly Query[] = [
  ['mql', '/stages/mql/'],
  ['SQL', '/stages/sql/'],
  ['oportunity', '/stages/opportunity/'],
  ['opportunty', '/stages/opportunity/'],
  ['custommer', '/stages/customer/'],
  ['anonymos', '/stages/anonymous/'],
  ['nurtur', '/sinks/nurture/'],
  ['nuture', '/sinks/nurture/'],
  ['disqualified', '/sinks/disqualified/'],
  ['disqualifed', '/sinks/disqualified/'],
  ['closed lost', '/sinks/closed-lost/'],
  ['lost deals', '/sinks/closed-lost/'],
  ['churn', '/sinks/churn/'],
  ['bdr', '/roles/bdr/'],
  ['sdr', '/roles/bdr/'],
  ['csm', '/roles/cs/'],
  ['account executive', '/roles/ae/', '/glossary/'],
  ['revops', '/roles/revops/'],
  ['sales manager', '/roles/sales-manager/'],
  ['who owns sql', '/stages/sql/'],
  ['who owns an MQL', '/stages/mql/'],
  ['owner of opportunity', '/stages/opportunity/'],
  ['who is responsible for customer', '/stages/customer/'],
  ['30 min', '/stages/sql/', '/handoffs/mql-to-sql/'],
  ['30 minutes', '/stages/sql/', '/handoffs/mql-to-sql/'],
  ['1 business day', '/stages/opportunity/', '/stages/customer/'],
  ['1 hour', '/stages/mql/', '/handoffs/anonymous-to-mql/'],
  ['how long do I have in SQL', '/stages/sql/'],
  ['how fast must I answer an MQL', '/stages/mql/'],
  ['deadline', '/sla/', '/sla/clock/'],
  ['missed deadline', '/sla/'],
  ['when is it due', '/sla/clock/', '/sla/'],
  ['escalation', '/sla/'],
  ['who is told when I am late', '/sla/'],
  ['speed to lead', '/sla/'],
  ['business hours', '/sla/clock/', '/glossary/', '/stages/mql/', '/sla/'],
  ['holidays', '/sla/clock/', '/sla/'],
  ['no budget', '/stages/sql/', '/handoffs/mql-to-sql/'],
  ['no-budget', '/stages/sql/'],
  ['budget', '/stages/sql/', '/stages/opportunity/'],
  ['no show', '/stages/sql/'],
  ['no-shwo', '/stages/sql/'],
  ['too small', '/handoffs/mql-to-sql/', '/stages/mql/', '/handoffs/anonymous-to-mql/'],
  ['small team', '/stages/mql/', '/handoffs/anonymous-to-mql/', '/handoffs/mql-to-sql/'],
  ['competitor', '/stages/mql/', '/handoffs/mql-to-sql/', '/handoffs/anonymous-to-mql/'],
  ['went silent', '/stages/opportunity/'],
  ['over-promised', '/stages/customer/', '/handoffs/opportunity-to-customer/'],
  ['student', '/stages/anonymous/', '/stages/mql/', '/handoffs/anonymous-to-mql/', '/id/PER-004/'],
  ['private e-mail', '/stages/anonymous/'],
  ['pricing page', '/stages/anonymous/', '/stages/mql/'],
  ['demo form', '/stages/mql/', '/stages/anonymous/'],
  ['discovery call', '/stages/opportunity/', '/stages/sql/', '/handoffs/sql-to-opportunity/'],
  ['signed contract', '/stages/customer/', '/stages/opportunity/', '/handoffs/opportunity-to-customer/'],
  ['kickoff', '/stages/customer/'],
  ['can I reject this', '/onboarding/reject/'],
  ['may I say no', '/onboarding/reject/'],
  ['reject a lead', '/onboarding/reject/'],
  ['where do rejected leads go', '/onboarding/reject/'],
  ['quiz', '/onboarding/quiz/'],
  ['test me', '/onboarding/quiz/'],
  ['what changed', '/changes/'],
  ['news', '/changes/'],
  ['what is new this week', '/changes/'],
  ['glossary', '/glossary/'],
  ['what does MQL mean', '/glossary/', '/stages/mql/'],
  ['ICP', '/glossary/'],
  [
    'first day',
    '/onboarding/',
    '/onboarding/day-one/bdr/',
    '/onboarding/day-one/ae/',
    '/onboarding/day-one/cs/',
  ],
  ['print card', '/onboarding/day-one/bdr/', '/onboarding/day-one/ae/', '/onboarding/day-one/cs/'],
  ['30-60-90', '/onboarding/checklist/'],
  ['onboarding checklist', '/onboarding/checklist/'],
  [
    'payload',
    '/handoffs/anonymous-to-mql/',
    '/handoffs/mql-to-sql/',
    '/handoffs/opportunity-to-customer/',
    '/glossary/',
  ],
  ['handoff to AE', '/handoffs/mql-to-sql/', '/handoffs/', '/roles/ae/'],
  ['mql to sql', '/handoffs/mql-to-sql/'],
  ['MQL → SQL', '/handoffs/mql-to-sql/'],
  ['handovers', '/handoffs/'],
  ['picture', '/stages/'],
  ['funnel', '/stages/'],
  ['diagram of the lifecycle', '/stages/'],
  ['BR-MOPS-004', '/stages/opportunity/'],
  ['mops 4', '/stages/opportunity/'],
  ['gtm mops 2', '/handoffs/mql-to-sql/'],
  ['PER-001', '/id/PER-001/'],
  ['kpi 101', '/id/KPI-101/'],
  ['mon-drift 2', '/id/MON-DRIFT-002/'],
  ['product hunt', '/channels/', '/id/GTM-002/'],
  ['channels', '/channels/'],
  ['gates', '/gates/'],
  ['errors', '/gates/'],
  ['traceability', '/traceability/'],
  ['all IDs', '/traceability/'],
];

const deep: readonly Query[] = [
  ['company of 50', '/handoffs/mql-to-sql-1-999-employees/'],
  ['1500 employees', '/handoffs/mql-to-sql-1000-employees/'],
  ['tender', '/stages/sql/', '/handoffs/mql-to-sql-1-999-employees/', '/handoffs/mql-to-sql-1000-employees/'],
  ['routing by size', '/channels/', '/id/BR-MOPS-010/'],
  ['score', '/channels/', '/id/BR-MOPS-011/'],
  ['scoring model', '/channels/', '/id/BR-MOPS-011/'],
  ['shortest limit', '/sla/'],
];

const hybrid: readonly Query[] = [
  ['activated', '/stages/activated/'],
  ['actvated', '/stages/activated/'],
  ['trial', '/stages/signup/'],
  ['paying customers', '/stages/paid/'],
  ['seat 40', '/handoffs/paid-to-sql/', '/stages/paid/', '/stages/sql/'],
  ['single sign-on', '/handoffs/paid-to-sql/', '/stages/sql/', '/stages/paid/', '/stages/opportunity/'],
  ['guest-seats', '/handoffs/paid-to-sql/'],
  ['went-silent', '/stages/opportunity/'],
  ['card declined', '/stages/paid/'],
  ['expantion', '/stages/expansion/'],
];

const examples = join(import.meta.dirname, '..', '..', '..', 'examples');

describe.each([
  ['b2b-saas', [...saas, ...further, ...secondDay]],
  ['deep', [...deep, ...furtherDeep]],
  ['hybrid', [...hybrid, ...furtherHybrid]],
] as const)('who searches the handbook of %s', async (name, queries) => {
  const site = makeSite(await readReport(join(examples, name), null, '2026-11-22'), 'Handbook');
  const records = searchRecords(allPages(site, rules, null));
  const first = (typed: string, most: number) =>
    records
      .map((record, at) => ({ path: record.path, at, score: rank(record, typed) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.at - b.at)
      .slice(0, most)
      .map(({ path }) => path);

  it.each(queries)('with %s finds it among the first three', (typed, ...right) => {
    const found = first(typed, 3);
    expect(found.some((path) => right.includes(path)) ? [] : found).toEqual([]);
    expect(found.length).toBeGreaterThan(0);
  });

  it('sees a page about the tool only behind all of the team’s own', () => {
    const before = queries.flatMap(([typed]) => {
      const found = first(typed, 100);
      const rule = found.findIndex((path) => path.startsWith('/rules/'));
      const last = found.findLastIndex((path) => !path.startsWith('/rules/'));
      return rule >= 0 && rule < last ? [`${typed}: ${found[rule]} before ${found[last]}`] : [];
    });
    expect(before).toEqual([]);
  });
});
