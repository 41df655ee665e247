/** What strangers once found false or hard to use on the site, kind by kind; README.md in test/site lists all of it. */

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readReport } from '../../../site/lib/report.ts';
import { limitsOf, momentsOf } from '../../../site/view/lifecycle/limits.ts';
import { pageMarkdown } from '../../../site/view/markdown.ts';
import type { Block } from '../../../site/view/page.ts';
import { questionsOf } from '../../../site/view/people/quiz.ts';
import { makeSite, stageTitle } from '../../../site/view/site.ts';
import { draftMissing } from '../../../src/draft/missing/index.ts';
import { escaped } from '../../../src/language/escaped.ts';
import { type Built, built, changed, handoff, plain, stage, written } from './built.ts';

const examples = join(import.meta.dirname, '..', '..', '..', 'examples');
const names = ['b2b-saas', 'before-v09', 'broken', 'deep', 'hybrid', 'quick', 'self-serve'] as const;

const sites = new Map<string, Built>();
for (const name of names)
  sites.set(name, built(makeSite(await readReport(join(examples, name), null, '2026-11-22'), 'Handbook')));
const example = (name: (typeof names)[number]): Built => sites.get(name) as Built;

/** Blocks of a page with those inside of sheets and panels, but not those behind a fold. */
function unfolded(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) =>
    block.kind === 'fold' ? [] : block.kind === 'sheet' ? unfolded(block.blocks) : [block],
  );
}

describe('a team that calls a role otherwise', () => {
  const { pages, said } = changed(['BDR', 'SDR']);

  it('reads its own word on every page, in every picture and search, and at the address', () => {
    const named = pages
      .filter(({ path, group }) => path !== '/glossary/' && group !== 'Rules')
      .filter((page) => /\bBDRs?\b/.test(pageMarkdown(page, '/', new Map()).replace(/`[^`\n]*`/g, '')));
    expect(named.map(({ path }) => path)).toEqual([]);
    expect(said('/')).toContain('You, SDR');
    expect(said('/roles/sdr/')).toContain('Day-one card for SDR');
    expect(said('/onboarding/day-one/sdr/')).toContain('You, SDR: leads in MQL');
    expect(said('/sla/')).toMatch(/\| SDR \|/);
    expect(pages.find(({ path }) => path === '/roles/sdr/')?.keywords).toContain('BDR');
  });
});

describe("the team's own stage beside a built-in alias of another", () => {
  const { site, pages, said } = written(
    stage(1, 'Trial', 'Marketing', '1 hour, 24/7', 'Activated'),
    stage(2, 'Activated', 'CS', '2 hours, 24/7', 'PQL'),
    stage(3, 'PQL', 'BDR', '3 hours, 24/7', 'Opportunity'),
    stage(4, 'Opportunity', 'AE', '4 hours, 24/7'),
    handoff(1, 'Activated', 'PQL', 'back to Activated'),
  );

  it('has pages, boxes, steps and handoffs under the names that are written', () => {
    const titles = site.model.living.stages.map(stageTitle);
    expect(titles).toEqual(['Trial', 'Activated', 'PQL', 'Opportunity']);
    for (const title of titles) {
      expect(pages.filter((page) => page.title === title && page.path.startsWith('/stages/'))).toHaveLength(
        1,
      );
      expect(said('/onboarding/walk/')).toContain(title);
      expect(said('/glossary/')).toMatch(new RegExp(`^- ${title}:`, 'm'));
    }
    const picture = site.diagrams.get('lifecycle');
    expect(
      picture?.type === 'flow' &&
        picture.nodes.filter(({ kind }) => kind === 'stage').map(({ label }) => label),
    ).toEqual(titles);
    expect(said('/stages/pql/')).toContain('Activated → PQL');
    expect(said('/stages/pql/')).toMatch(/\| In \| Activated → PQL/);
    const named = pages.flatMap(({ title, path }) => (/signup/i.test(title + path) ? [path] : []));
    expect(named).toEqual([]);
  });
});

describe('a stage that lines name by a usual alias, and no entry defines', () => {
  const { pages, said } = written(
    stage(1, 'Lead', 'BDR', '1 hour, 24/7', 'PQL'),
    stage(2, 'Deal', 'AE', '2 hours, 24/7', 'Closed-won').replace(
      'Competitor 2 → Disqualified',
      'Too early → Trial',
    ),
    handoff(1, 'Lead', 'product qualified lead', 'back to Sales Qualified'),
  );

  it('has the name that is written on every page, in every picture and in what is found', () => {
    const others = pages
      .filter(({ path }) => path !== '/glossary/' && path !== '/channels/')
      .filter((page) => /activated|signup|\bSQL\b/i.test(plain(page)));
    expect(others.map(({ path }) => path)).toEqual([]);
    expect(said('/handoffs/')).toContain('Lead → Product Qualified Lead');
    expect(said('/stages/deal/')).toMatch(/Too early → Trial/);
    expect(said('/gates/')).toContain('PQL is a stage that no living entry defines');
    // Two names of one stage are one box.
    expect(said('/stages/').match(/advances \| P/g)).toHaveLength(1);
  });
});

describe('limits that nobody watches', () => {
  it.each(names)('are on the page where gate 7 fails and a draft is to be had, in %s', (name) => {
    const { site, said } = example(name);
    const gate = site.report.gates.find(({ gate: number }) => number === 7)?.status;
    if (/watched by nobody/.test(said('/sla/')) && gate !== 'skipped') expect(gate).toBe('fail');
    if (gate === 'pass') expect(said('/sla/')).not.toMatch(/watched by nobody|\| Nobody \|/);
  });

  it('are told with the command that writes the monitor, and the command does', () => {
    const { site, said } = changed(['MON-DRIFT-', 'RUN-9']);
    expect(said('/sla/')).toMatch(/limits? (?:is|are) watched by nobody/);
    expect(site.report.gates[6]?.status).toBe('fail');
    expect(draftMissing(site.model, 'mon-drift', '2026-11-22').drafts.length).toBeGreaterThan(0);
  });
});

it('two findings never propose one new ID', () => {
  for (const [name, { site }] of sites) {
    const proposed = site.report.findings.flatMap(({ fix, rule }) =>
      [...(fix ?? '').matchAll(/\bAdd ((?:GTM-MOPS|MON-DRIFT|KPI|CFD)-\d{3})\b/g)].map(
        ([, id]) => `${id} ${rule}`,
      ),
    );
    const ids = proposed.map((each) => each.split(' ')[0]);
    expect(new Set(ids).size, `${name}: ${proposed.join(', ')}`).toBe(ids.length);
  }
});

describe('the tightest clock leads', () => {
  it('on the role page, the card and the first page of onboarding', () => {
    const { said } = written(
      stage(1, 'MQL', 'BDR', '2 days, 24/7', 'SAL'),
      stage(2, 'SAL', 'BDR', '4 hours, 24/7', 'Customer'),
      stage(3, 'Customer', 'CS', '1 day, 24/7'),
    );
    expect(said('/roles/bdr/')).toMatch(/You have 4 hours[\s\S]*in SAL/);
    expect(said('/onboarding/')).toMatch(/BDR.*: 4 hours in SAL/);
    expect(said('/roles/')).toMatch(/BDR.*: 4 hours in SAL/);
    expect(said('/onboarding/day-one/bdr/')).toMatch(/My clocks[\s\S]*SAL[\s\S]*MQL/);
  });

  it.each(names)('for every role of %s', (name) => {
    const { site, said } = example(name);
    for (const role of site.roles) {
      const clocks = momentsOf(limitsOf(site)).filter(({ owner }) => owner?.roles.includes(role));
      const path = site.rolePath(role) ?? '';
      const words = /You have ([^.]*?)\s+after a lead/.exec(said(path).replaceAll('\n', ' '))?.[1];
      if (words === undefined) continue;
      expect(
        clocks
          .map(({ sla }) => sla.raw.text)
          .join(' | ')
          .toLowerCase(),
        `${path}: ${words}`,
      ).toContain(words.split(' ')[0]?.toLowerCase());
    }
  });
});

it.each(names)('a clock of a page is opened with its own limit, in %s', (name) => {
  const { pages } = example(name);
  const clocks = unfolded(pages.find(({ path }) => path === '/sla/clock/')?.blocks ?? []);
  const labels = new Map(
    clocks
      .flatMap((block) => (block.kind === 'clock' ? block.limits : []))
      .map(({ key, label }) => [key, label]),
  );
  for (const { path, title, blocks } of pages)
    for (const block of unfolded(blocks))
      if (block.kind === 'hero' && block.clock !== null)
        expect(labels.get(block.clock.limit.key), path).toContain(title);
});

it('the clock begins with a limit that a person keeps, though software has the first stages', () => {
  const blocks = example('hybrid').pages.find(({ path }) => path === '/sla/clock/')?.blocks ?? [];
  const labels = blocks
    .flatMap((block) => (block.kind === 'clock' ? block.limits : []))
    .map(({ label }) => label);
  expect(labels[0]).toBe('Paid: 2 business days, CS');
  expect(labels.some((label) => label.startsWith('Signup: '))).toBe(true);
});

describe('a table of grounds', () => {
  const own = (rejection: string) =>
    written(
      stage(1, 'MQL', 'BDR', '1 hour, 24/7', 'SQL'),
      stage(2, 'SQL', 'AE', '2 hours, 24/7'),
      handoff(1, 'MQL', 'SQL', 'Nurture').replace(
        /Rejection rule:[\s\S]*?(?=\nSLA|$)/,
        `Rejection rule:\n${rejection}`,
      ),
    ).said('/handoffs/mql-to-sql/');
  const table = (page: string) => page.slice(page.indexOf('may say no'), page.indexOf('Yes or no, as'));

  it('says once what holds for every ground, and joins grounds that are answered alike', () => {
    const page = own(
      '  Condition: no budget, spam or a competitor\n  Routing: no budget → Nurture; spam and competitor → Disqualified\n  Re-engagement: after 90 days and a new budget',
    );
    expect(table(page)).toContain('| spam; competitor | Disqualified |');
    expect(table(page)).toContain('No entry says who acts next.');
    expect(page).toContain('Comes back when: after 90 days and a new budget');
    expect(table(page)).not.toContain('90 days');
  });

  it('names who acts next where a no goes back to a stage, and says of which places no entry tells', () => {
    const page = own(
      '  Condition: no budget or too small\n  Routing: no budget → Nurture; too small → MQL\n  Re-engagement: after 90 days and a new budget',
    );
    expect(table(page)).toMatch(/\| too small \| MQL \| BDR \|/);
    expect(table(page)).toContain('No entry says who acts next in Nurture');
    expect(table(page)).not.toContain('no entry says |');
  });
});

describe('the quiz', () => {
  it('offers no second true answer: a reason of two stages, one limit in other words, a place in other words', () => {
    const { site } = written(
      stage(1, 'MQL', 'BDR', '1 hour, 24/7', 'SQL'),
      stage(2, 'SQL', 'AE', '60 minutes, 24/7', 'Opportunity'),
      stage(3, 'Opportunity', 'CS', '1 day, 24/7').replace('Competitor 3', 'Competitor 1'),
      handoff(1, 'MQL', 'SQL', 'back to MQL'),
      handoff(2, 'SQL', 'Opportunity', 'MQL'),
    );
    const same = [['1 hour', '60 minutes'], ['back to MQL', 'MQL'], ['Competitor 1 → Disqualified']];
    const asked = questionsOf(site).map(({ options, right }) => {
      const ways = same.find((each) => each.includes(options[right] ?? '')) ?? [];
      return options.filter((option) => ways.includes(option)).length;
    });
    expect(asked).toContain(1);
    expect(Math.max(...asked)).toBe(1);
  });
});

describe('words of a twin', () => {
  it.each(names)('are not joined, in %s', (name) => {
    const { site, pages } = example(name);
    const own = new Set(site.model.repository.files.flatMap(({ text }) => text.match(/[\p{L}\d]+/gu) ?? []));
    const joined = pages.flatMap((page) =>
      (plain(page).match(/[\p{L}\d]*\p{Ll}\p{Lu}[\p{L}\d]*/gu) ?? [])
        .filter((word) => !own.has(word) && !['RevOps', 'SoT', 'LinkedIn'].includes(word))
        .map((word) => `${page.path}: ${word}`),
    );
    expect(joined).toEqual([]);
  });
});

describe('places without a stage, and words', () => {
  it.each(names)('have a page each, and the glossary has every stage, place and role of %s', (name) => {
    const { site, pages, said } = example(name);
    const glossary = said('/glossary/');
    for (const stage of site.model.living.stages)
      expect(glossary, stage.name).toMatch(new RegExp(`^- ${escaped(stageTitle(stage))}:`, 'mi'));
    for (const name of site.roles.map((role) => site.roleName(role)))
      expect(glossary, name).toMatch(new RegExp(`^- ${escaped(name)}:`, 'mi'));
    const picture = site.diagrams.get('lifecycle');
    const places = picture?.type === 'flow' ? picture.nodes.filter(({ kind }) => kind === 'sink') : [];
    for (const { label } of places) {
      expect(glossary, label).toMatch(new RegExp(`^- ${escaped(label)}:`, 'mi'));
      expect(
        pages.some((page) => page.path.startsWith('/sinks/') && page.title === label),
        label,
      ).toBe(true);
      expect(said(`/sinks/${label.toLowerCase()}/`)).toMatch(/What leads here[\s\S]*What brings it back/);
    }
  });
});

/** Pages that are read in the middle of work. */
const working =
  /^\/(?:$|stages\/.|handoffs\/.|sinks\/|roles\/.|onboarding\/(?:reject|walk|day-one)|sla\/clock)/;

describe("author's advice", () => {
  it.each(names)('stands behind folds and on pages for RevOps alone, in %s', (name) => {
    const { site, pages } = example(name);
    if (site.model.living.stages.length === 0) return;
    const advice = pages
      .filter(({ path }) => working.test(path))
      .flatMap((page) =>
        plain({ ...page, blocks: unfolded(page.blocks) })
          .split(/\n|(?<=[.;:]) /)
          .filter((line) =>
            /\b(?:Add|Write)\b.*\b(?:Routing|entry|line|mops|MON-DRIFT|GTM-|BR-)|mops\.config|mops draft/.test(
              line,
            ),
          )
          .map((line) => `${page.path}: ${line}`),
      );
    expect(advice).toEqual([]);
  });
});

describe('the address where a line is edited', () => {
  it.each([
    'team/handbook',
    'https://github.com/team/handbook',
    'https://github.com/team/handbook.git',
    'https://github.com/team/handbook/',
    'https://github.com/team/handbook/tree/main/docs',
    'http://www.github.com/team/handbook',
    'git@github.com:team/handbook.git',
    'ssh://git@github.com/team/handbook.git',
    'git+https://github.com/team/handbook.git',
    'git://github.com/team/handbook.git',
    'github.com/team/handbook',
  ])('is made from site.repo: %s', (repo) => {
    const { site } = example('quick');
    const report = { ...site.report, config: { ...site.report.config, site: { repo } } };
    const span = site.model.living.stages[0]?.entry.span;
    if (span === undefined) throw new Error('No stage');
    expect(makeSite(report, 'x').place(span).edit).toMatch(
      /^https:\/\/(?:www\.)?github\.com\/team\/handbook\/blob\/HEAD\/.+#L\d+$/,
    );
  });
});

describe('names with signs that HTML or Markdown means something by', () => {
  const site = changed(['MQL', 'R&D <lead> 100%_up']);

  it('stand as they are written on every page, also where the page is a template in Markdown as well', () => {
    const shown = site.pages.map(({ path, blocks }) => [
      path,
      JSON.stringify(blocks, (_, value) => (value?.kind === 'code' ? null : value)),
    ]);
    expect(
      shown.filter(([, text]) => /&(?:#\d+|amp|lt|gt);|\\\\[*_<&]/.test(text ?? '')).map(([path]) => path),
    ).toEqual([]);
    expect(shown.find(([path]) => path === '/onboarding/checklist/')?.[1]).toContain(
      'A full month of R&D <lead> 100%_up without a missed limit',
    );
  });
});

describe('one ground of several stages', () => {
  it('stands once on the page of the place, with all of its stages', () => {
    const { pages } = changed(
      ['Competitor or student e-mail domain →', 'Bounced address →'],
      ['Competitor or student →', 'Bounced address →'],
    );
    const page = pages.find(({ path }) => path === '/sinks/disqualified/');
    const text = page === undefined ? '' : pageMarkdown(page, '/', new Map());
    expect(text.match(/^- .*Bounced address.*$/gm)).toEqual([
      '- Bounced address (from [Anonymous](/stages/anonymous.md), [MQL](/stages/mql.md))',
    ]);
  });
});

describe('the steps of a missed limit in the table of limits', () => {
  const written = 'At 1 business hour notify the sales manager; at 2 business hours reassign to AE';
  const missed = (escalation: string) => {
    const { pages } = changed([written, escalation]);
    const table = pages.find(({ path }) => path === '/sla/')?.blocks.find((block) => block.kind === 'table');
    const cell = table?.kind === 'table' ? table.rows[1]?.cells[4] : undefined;
    return cell?.lines?.map((line) => line.join('')) ?? cell?.words.join('');
  };

  it.each([
    [written, ['At 1 business hour notify the sales manager', 'at 2 business hours reassign to AE']],
    [
      `Nobody sleeps: ${written}`,
      ['Nobody sleeps: At 1 business hour notify the sales manager', 'at 2 business hours reassign to AE'],
    ],
    ['On breach, notify the sales manager', 'On breach, notify the sales manager'],
  ])('stand on a line each, with all that is written: %s', (escalation, lines) => {
    expect(missed(escalation)).toEqual(lines);
  });
});
