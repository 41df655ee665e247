import { execFileSync } from 'node:child_process';
import { appendFile, cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CommitChange, readHistory } from '../../../site/lib/history.ts';
import { navOf } from '../../../site/lib/nav.ts';
import { readReport } from '../../../site/lib/report.ts';
import { allPages } from '../../../site/view/all-pages.ts';
import { slaCsv } from '../../../site/view/lifecycle/sla-csv.ts';
import { pageMarkdown } from '../../../site/view/markdown.ts';
import type { Page } from '../../../site/view/page.ts';
import { checklistText } from '../../../site/view/people/checklist.ts';
import { questionsOf } from '../../../site/view/people/quiz.ts';
import { workOf } from '../../../site/view/people/role-work.ts';
import { changesFeed } from '../../../site/view/proof/feed.ts';
import { makeSite } from '../../../site/view/site.ts';
import { gateTitles } from '../../../src/rules/gates.ts';
import { rules } from '../../../src/rules/index.ts';
import { scratch } from '../fixture.ts';

const example = join(import.meta.dirname, '..', '..', '..', 'examples', 'b2b-saas');
const report = await readReport(example, null, '2026-11-22');
const site = makeSite(report, 'Handbook');
const pages = allPages(site, rules, null);

function page(path: string): Page {
  const found = pages.find((each) => each.path === path);
  if (found === undefined) throw new Error(`There is no page ${path}`);
  return found;
}

describe('pages made from the entries of the example', () => {
  it('answer first: the time that somebody has', () => {
    expect(page('/stages/mql/').blocks.find(({ kind }) => kind === 'hero')).toMatchObject({
      look: 'clock',
      big: '1 hour',
      small: ['business hours; from the moment it becomes MQL'],
    });
    expect(page('/handoffs/mql-to-sql/').blocks.find(({ kind }) => kind === 'hero')).toMatchObject({
      big: '30 min',
      small: ['business hours, for AE to take it or say no'],
    });
    expect(page('/stages/anonymous/').blocks.find(({ kind }) => kind === 'hero')).toMatchObject({
      look: 'none',
      big: 'No clock',
    });
  });

  it('show on the rail who has a lead, until when, and where a no leads', () => {
    const rail = page('/').blocks.find((block) => block.kind === 'stations');
    expect(
      rail?.kind === 'stations' &&
        rail.stations.map(({ text, owner, limit, no }) => [text, owner, limit?.big, no]),
    ).toEqual([
      ['Anonymous', 'Marketing automation', undefined, 'Disqualified, Nurture'],
      ['MQL', 'BDR', '1 hour', 'Nurture, Disqualified'],
      ['SQL', 'AE', '30 min', 'back to MQL, Nurture, Disqualified'],
      ['Opportunity', 'AE', '1 day', 'back to SQL, Closed-lost, Nurture'],
      ['Customer', 'CS', '1 day', 'back to Opportunity, Churn'],
    ]);
  });

  it('stand under the part of the navigation that leads to them', () => {
    const current = (path: string) => navOf(page(path)).find((item) => item.current)?.to;
    for (const { to } of navOf(null)) expect(current(to), to).toBe(to);
    expect(current('/handoffs/mql-to-sql/')).toBe('/handoffs/');
    expect(current('/roles/ae/')).toBe('/roles/');
    expect(current('/stages/mql/')).toBe('/stages/');
  });

  it('tell a limit of a stage and its handoff once on the day-one card', () => {
    const card = pageMarkdown(page('/onboarding/day-one/ae/'), '/', new Map());
    expect(card.match(/within 30 business minutes/g)).toHaveLength(1);
  });

  it('ask nothing of a stage that is no longer in use', () => {
    const unused = pageMarkdown(page('/stages/'), '/', new Map()).split('No longer in use')[1];
    expect(unused).toContain('SAL');
    expect(unused).not.toMatch(/yet/);
  });

  it('have addresses that no two share', () => {
    expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
  });

  it('say of a role what it owns, receives, hands over', () => {
    const work = workOf(site, 'BDR');
    expect(work.owns.map(({ name }) => name)).toEqual(['MQL']);
    expect(work.receives.map(({ id }) => id)).toEqual(['GTM-MOPS-001']);
    expect(work.gives.map(({ id }) => id)).toEqual(['GTM-MOPS-002']);
  });

  it('link IDs in the text of an entry to where they are read', () => {
    expect(site.words('the route in GTM-MOPS-002, see PER-001 and XX-999')).toEqual([
      'the route in ',
      { kind: 'link', text: 'GTM-MOPS-002', to: '/handoffs/mql-to-sql/' },
      ', see ',
      { kind: 'link', text: 'PER-001', to: '/id/PER-001/' },
      ' and XX-999',
    ]);
  });

  it('ask questions whose right answer is what the entry says', () => {
    const questions = questionsOf(site);
    expect(questions.length).toBeGreaterThan(4);
    const mql = questions.find(({ ask }) => ask.startsWith('A lead enters MQL'));
    expect(mql?.options[mql.right]).toBe('1 business hour');
    for (const { options } of questions) expect(new Set(options).size).toBe(options.length);
    expect(questionsOf(site)).toEqual(questions);
  });

  it('give a checklist that is an issue template', () => {
    const text = checklistText(workOf(site, 'BDR'));
    expect(text).toMatch(/^---\nname: /);
    expect(text).toContain('Can say without looking: MQL has 1 business hour');
    expect(text).toMatch(/## Days 1 to 30[\s\S]*## Days 31 to 60[\s\S]*## Days 61 to 90/);
  });

  it('read as Markdown with links to the other twins', () => {
    const text = pageMarkdown(page('/stages/mql/'), '/repo/', new Map());
    expect(text).toMatch(/^# MQL\n\nowned by \[BDR\]\(\/repo\/roles\/bdr\.md\)\n/);
    expect(text).toContain('([PER-001](/repo/id/PER-001.md), [PER-002](/repo/id/PER-002.md))');
  });

  it('tell in a twin from where leads come to a place, and set asides in brackets', () => {
    const twin = (path: string) => pageMarkdown(page(path), '/', new Map());
    expect(twin('/sinks/nurture/')).toContain(
      '- Fewer than 8 engineers on call (small-team, from [MQL](/stages/mql.md))',
    );
    expect(twin('/sinks/nurture/')).toMatch(/## What brings it back\n\n- .* → \[Anonymous\]/);
    expect(twin('/sla/')).toContain('| 1 business hour | 4 d 17 h (arrives Wed 25 Nov 2026 17:00) |');
    expect(twin('/gates/')).toContain(`| 3. ${gateTitles[3]} | ✓ holds | 0 | 0 |`);
    const levels = twin('/stages/mql/').match(/^#+ (?:MQL|It fits|For RevOps|Linked entries)/gm);
    expect(levels).toEqual(['# MQL', '## It fits', '## For RevOps', '### Linked entries']);
  });

  it('glue no word of a twin to a link or mark beside it', () => {
    for (const each of pages) {
      const text = pageMarkdown(each, '/', new Map()).replace(/```[\s\S]*?```/g, '');
      expect(text.match(/[\p{L}\p{N}]\[[^\]]+\]\(|\]\([^)]+\)[\p{L}\p{N}]/gu) ?? [], each.path).toEqual([]);
    }
  });

  it('count the worst wait of a limit over the calendar in sla.csv', () => {
    const line = slaCsv(site)
      .split('\r\n')
      .find((each) => each.includes('BR-MOPS-002'));
    // Thanksgiving: closing on Wednesday, 17:00, to Monday, 10:00.
    expect(line).toContain(',1,hour,business,6780,');
  });

  it('edit links go to the line, and only to http addresses', async () => {
    const withRepo = makeSite(
      { ...report, config: { ...report.config, site: { repo: 'team/handbook' } } },
      'x',
    );
    const span = report.model.living.stages[1]?.entry.span;
    if (span === undefined) throw new Error('No stage');
    expect(withRepo.place(span).edit).toBe(
      `https://github.com/team/handbook/blob/HEAD/SoT/SoT.BUSINESS_RULES.md?plain=1#L${span.line}`,
    );
    const hostile = makeSite(
      { ...report, config: { ...report.config, site: { editUrl: 'javascript:alert("{path}")' } } },
      'x',
    );
    expect(hostile.place(span).edit).toBeNull();
  });
});

describe('changes from git history', () => {
  it('are told by what they mean, newest first, on the page and in the feed', async () => {
    const folder = await scratch();
    await cp(example, folder, { recursive: true });
    const git = (...args: string[]) =>
      execFileSync(
        'git',
        ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.com', '-c', 'commit.gpgsign=false', ...args],
        { cwd: folder },
      );
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'Write the lifecycle');
    const file = join(folder, 'SoT', 'SoT.BUSINESS_RULES.md');
    const text = await readFile(file, 'utf8');
    await writeFile(
      file,
      text.replace('entering this stage: 1 business hour', 'entering this stage: 4 business hours'),
    );
    git('commit', '-qam', 'Give the BDRs more <time>');
    await appendFile(join(folder, 'README.md'), '\nNothing that changes a rule.\n');
    git('commit', '-qam', 'Say hello');

    const history = await readHistory(folder, report.config);
    const changes = history?.changes;
    expect(changes?.map(({ subject }) => subject)).toContain('Give the BDRs more <time>');
    const change = changes?.find(({ subject }) => subject.startsWith('Give'));
    expect(change?.lines).toContainEqual(
      expect.objectContaining({ id: 'BR-MOPS-002', before: '1 business hour', after: '4 business hours' }),
    );
    const shown = allPages(site, [], changes ?? null).find(({ path }) => path === '/changes/');
    expect(JSON.stringify(shown)).toContain('4 business hours');
    const home = allPages(site, [], changes ?? null).find(({ path }) => path === '/');
    const news = home?.blocks.find((block) => block.kind === 'news');
    expect(news?.kind === 'news' && news.items.length).toBeLessThanOrEqual(3);
    expect(JSON.stringify(news)).toContain('4 business hours');
    const feed = changesFeed(site, changes ?? [], '/repo/', 'https://team.github.io');
    expect(feed).toContain('<title>Give the BDRs more &lt;time&gt;</title>');
    expect(feed).toContain(`<link>https://team.github.io/repo/changes/#c-${change?.sha.slice(0, 10)}</link>`);
  });

  it('say where the history begins, and never that nothing changed before', () => {
    const dated = makeSite(report, 'Handbook', null, '2026-11-20');
    const said = (changes: readonly CommitChange[]) => {
      const found = allPages(dated, [], changes).find(({ path }) => path === '/changes/');
      return found === undefined ? '' : pageMarkdown(found, '/', new Map());
    };
    expect(said([])).toMatch(
      /No change in the history here[\s\S]*begins at 2026-11-20; what changed before is not known/,
    );
    const change = {
      sha: 'a'.repeat(40),
      date: '2026-11-21',
      author: 'Ana',
      subject: 'Change a limit',
      lines: [],
    };
    expect(said([change])).toContain(
      'The history here begins at 2026-11-20; what changed before is not shown',
    );
    for (const text of [said([]), said([change])]) expect(text).not.toMatch(/nothing (?:has )?changed/i);
  });

  it('are none where there is no repository', async () => {
    expect(await readHistory(await scratch(), report.config)).toBeNull();
  });
});
