import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { navOf } from '../../../site/lib/nav.ts';
import { readReport } from '../../../site/lib/report.ts';
import { allPages } from '../../../site/view/all-pages.ts';
import { pageMarkdown } from '../../../site/view/markdown.ts';
import type { Page } from '../../../site/view/page.ts';
import { makeSite } from '../../../site/view/site.ts';
import { rules } from '../../../src/rules/index.ts';
import { furtherAskedDeep, furtherAskedHybrid, type Question } from './asked.ts';

const examples = join(import.meta.dirname, '..', '..', '..', 'examples');

/** What a page says, without marks and links. */
const said = (page: Page) =>
  pageMarkdown(page, '/', new Map())
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/[*`\\[\]]/g, '');

/** Pages that a page leads to by its own links; those of the frame are on every page. */
function linksOf(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const each of value) linksOf(each, found);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'to' && typeof inner === 'string') found.add(inner.replace(/#.*$/, ''));
      else linksOf(inner, found);
    }
  }
  return found;
}

/** Clicks from home to every page, over links and the main navigation. */
function clicksOf(pages: readonly Page[]): ReadonlyMap<string, number> {
  const nav = navOf(null).map(({ to }) => to as string);
  const clicks = new Map<string, number>([['/', 0]]);
  for (const [path, count] of clicks) {
    const page = pages.find((each) => each.path === path);
    if (page === undefined) continue;
    for (const to of [...linksOf(page.blocks), ...linksOf(page.lead), ...nav])
      if (!clicks.has(to)) clicks.set(to, count + 1);
  }
  return clicks;
}

const deep: readonly Question[] = [
  ['who has a lead in SQL', '/', 'SQL: AE'],
  [
    'how long the AE has',
    '/stages/sql/',
    '15 min 15 business minutes (1000+ employees); 45 business minutes (100–999 employees); 1 business hour (1–99 employees)',
  ],
  ['when an answer in MQL is due', '/', 'MQL, high-signal: 1 business hour, BDR'],
  ['who is told when the limit passes', '/stages/sql/', 'when it passes: notify the Sales director'],
  [
    'who acts after that',
    '/stages/sql/',
    '2 business hours: the Sales director reassigns the lead to the next AE of the segment',
  ],
  [
    'what must come along to the AE',
    '/handoffs/mql-to-sql-1-999-employees/',
    'Source: First and last channel',
  ],
  [
    'on what grounds the AE may say no, and where it goes',
    '/stages/sql/',
    'no-signer, no-date, tender, framework → MQL',
  ],
  [
    'when it comes back',
    '/stages/sql/',
    'Back when (no-signer, no-date, under-three-sites): After 60 days and when the missing signer, date or site is on the record',
  ],
  [
    'which leads of a BDR come back, where others were turned away for good',
    '/stages/mql/',
    'Back when (country, under-three-sites): After 120 days',
  ],
  [
    'when one with a running tender comes back',
    '/stages/sql/',
    'Back when (tender, framework): 90 days before the end date',
  ],
  [
    'what event makes it mine',
    '/handoffs/mql-to-sql-1-999-employees/',
    'It is handed over when: BDR sets status "Qualified" and the CRM assigns',
  ],
  ['which channels bring leads', '/channels/', 'GTM-001 Dock delay calculator'],
  ['what becomes of a lost deal', '/sinks/closed-lost/', 'no rule brings a lead back from Closed-lost'],
  ['which limits nobody watches', '/sla/', /Watched by \|\n\|(?:(?!Nobody)[\s\S])*$/],
  ['which IDs are not defined', '/traceability/', /\d+ IDs, each defined once/],
  ['what changed last', '/changes/', 'No history here'],
  ['what is still a placeholder', '/placeholders/', 'Nothing is open'],
  ['the worst wall time of an answer in SQL', '/sla/', '3 d 16 h 30 min (arrives Fri 14 May 2027 17:00)'],
  ['who takes a company of 50, and how fast', '/channels/', '1–99 → AE: 1 business hour'],
  [
    'who sends outreach at which tier',
    '/channels/',
    'GTM-OUT-001 Tier 1, shippers with 20 or more sites | outreach | 1 | SQL',
  ],
  ['what SQL means here', '/glossary/', /SQL: Sales qualified lead: .*Here: BDR sets status "Qualified"/],
  ['whether the rules hold', '/', 'All 7 gates hold'],
];

const hybrid: readonly Question[] = [
  ['who has a lead in Paid', '/', 'Paid: CS, 2 days, business time'],
  ['how long CS has', '/stages/paid/', '2 days business time; from the moment it becomes Paid'],
  ['when an answer in Paid is due', '/', 'Paid: 2 business days, CS'],
  ['who is told when the limit passes', '/stages/paid/', '2 business days: notify the CS lead'],
  ['who acts after that', '/stages/sql/', '1 business day: the Sales lead calls the admin'],
  [
    'what must come along to the AE',
    '/handoffs/paid-to-sql/',
    'Touchpoint history: Months paid, seats by month, tickets, calls with CS',
  ],
  ['on what grounds CS may say no, and where it goes', '/stages/paid/', 'bounced → Activated'],
  [
    'when it comes back',
    '/stages/sql/',
    'Back when (stays-on-card, guest-seats): After 60 days, and only when 10 more seats are in use or single sign-on is asked for again',
  ],
  ['what a code means', '/handoffs/paid-to-sql/', 'AE may say no\n\nAE learns that the seats are guests'],
  [
    'what event makes it mine',
    '/handoffs/paid-to-sql/',
    'It is handed over when: Usage job reports seat 40, or the single sign-on form is sent',
  ],
  ['which channels bring leads', '/channels/', 'GTM-001 Public boards'],
  [
    'what becomes of a lost deal',
    '/sinks/closed-lost/',
    'No answer for 30 days after the quote (went-silent, from Opportunity)',
  ],
  ['which limits nobody watches', '/sla/', /Watched by \|\n\|(?:(?!Nobody)[\s\S])*$/],
  ['which IDs are not defined', '/traceability/', '38 IDs, each defined once'],
  ['what changed last', '/changes/', 'No history here'],
  ['what is still a placeholder', '/placeholders/', 'Nothing is open'],
  ['the worst wall time of an answer in SQL', '/sla/', '4 d 20 h 30 min (arrives Thu 24 Dec 2026 17:30)'],
  [
    'how fast a company of 50 is answered in SQL, as every other',
    '/stages/sql/',
    '4 hours business hours; from the moment it becomes SQL',
  ],
  ['when the team works', '/sla/clock/', 'Monday to Thursday 09:00 to 12:30 and 13:30 to 17:30'],
  ['what Activated means here', '/glossary/', /Activated: A stage, owned by Marketing automation/],
  ['whether the rules hold', '/', 'All 7 gates hold'],
];

describe.each([
  ['deep', [...deep, ...furtherAskedDeep]],
  ['hybrid', [...hybrid, ...furtherAskedHybrid]],
] as const)('questions of a first day, %s', async (name, questions) => {
  const site = makeSite(await readReport(join(examples, name), null, '2026-11-22'), 'Handbook');
  const pages = allPages(site, rules, null);
  const clicks = clicksOf(pages);

  it.each(questions)('%s: answered on %s', (_, path, answer) => {
    const page = pages.find((each) => each.path === path);
    expect(page === undefined ? '' : said(page)).toMatch(
      typeof answer === 'string' ? new RegExp(answer.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) : answer,
    );
    expect(clicks.get(path)).toBeLessThanOrEqual(2);
  });

  it('no question has two answers here', () => {
    expect(pages.filter((page) => /two answers/i.test(said(page))).map(({ path }) => path)).toEqual([]);
  });

  it('every limit is the same on home, stage, handoff, role and table', () => {
    for (const stage of site.model.living.stages) {
      const limit = stage.sla?.raw.text ?? '';
      const sla = pages.find(({ path }) => path === '/sla/');
      const row = (sla === undefined ? '' : said(sla)).split('\n').find((line) => line.includes(stage.id));
      const hero = pages
        .find(({ path }) => path === site.stagePath(stage))
        ?.blocks.find((block) => block.kind === 'hero');
      const rail = pages[0]?.blocks.find((block) => block.kind === 'stations');
      const station =
        rail?.kind === 'stations' ? rail.stations.find(({ text }) => text === stage.name) : undefined;
      expect(row, `${stage.name}: ${limit}`).toBeDefined();
      if (station?.limit) expect(hero?.kind === 'hero' && hero.big).toBe(station.limit.big);
    }
  });

  it('no page is further than three clicks from home, rule pages and entries aside', () => {
    const far = pages
      .filter(({ group, path }) => group !== 'Rules' && group !== 'Entries' && !/\/\d+\/$/.test(path))
      .map(({ path }) => path as string)
      .filter((path) => (clicks.get(path) ?? 99) > 3);
    expect(far).toEqual([]);
  });
});
