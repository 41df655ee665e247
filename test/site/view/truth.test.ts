import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readReport } from '../../../site/lib/report.ts';
import { allPages } from '../../../site/view/all-pages.ts';
import { pageMarkdown } from '../../../site/view/markdown.ts';
import type { Page } from '../../../site/view/page.ts';
import { makeSite, type Site } from '../../../site/view/site.ts';
import { apart, together } from '../../../src/check/together.ts';
import { rules } from '../../../src/rules/index.ts';
import type { Node } from '../../../src/sot/entry.ts';
import { scratch } from '../fixture.ts';
import { emptyRepository, hostileRepository } from '../repositories.ts';
import { counted, counts, numberIn } from './claims/counts.ts';
import { claims } from './claims/index.ts';
import type { Said } from './claims/said.ts';

const examples = join(import.meta.dirname, '..', '..', '..', 'examples');

type Change = readonly [file: string, was: string, is: string];
const sot = 'SoT/SoT.BUSINESS_RULES.md';
const mqlLimit = 'Response time after entering this stage: 1 business hour';

/** The example with one thing changed that pages used to speak falsely of. */
const altered: Readonly<Record<string, readonly Change[]>> = {
  'a limit that cannot be read': [[sot, mqlLimit, 'Response time after entering this stage: ASAP']],
  'a stage without a limit': [[sot, `- ${mqlLimit}\n`, '']],
  'only a limit for taking the lead': [
    [sot, `- ${mqlLimit}`, '- Accept or reject within: 2 business hours'],
    ['PRD.md', 'SLA: 1 business hour', 'SLA: accept or reject within 2 business hours'],
  ],
  'a first stage of a person': [
    [sot, '**Owner**: Marketing automation\n\n**SLA**: n/a (software acts, nobody waits)', '**Owner**: BDR'],
  ],
  'an owner who is nobody': [[sot, '**Owner**: BDR', '**Owner**: TBD']],
  'reasons without a common route': [
    [
      'PRD.md',
      '  Condition: AE finds fewer than 8 engineers on call, no budget owner, no project this year, or a competitor, and picks that reason code\n  Routing: too-small and no-budget-owner → MQL, tag "small-team"; no-project → Nurture; competitor → Disqualified\n',
      '  - too-small\n    Routing: MQL\n  - no-project\n    Routing: Nurture\n',
    ],
  ],
  'a handoff out of a place without a stage': [
    [
      'PRD.md',
      'GTM-MOPS-002: Handoff',
      'GTM-MOPS-009: Handoff — Closed-lost → MQL\n\nType: Handoff\nStatus: Active\n\nFrom: Closed-lost (owner: Marketing)\nTo: MQL (owner: BDR)\n\nTrigger: A new budget year begins\n\nGTM-MOPS-002: Handoff',
    ],
  ],
  'a way on in the handoff only': [
    [
      sot,
      '- To SQL: BDR sets the lead to Qualified in the CRM after a call that confirms an on-call rota, a problem with it, and a date to solve it by\n',
      '',
    ],
  ],
  'an exit that says both ways': [
    [
      sot,
      '- To Opportunity: AE has held the discovery call and recorded budget, budget owner and decision date in the CRM',
      '- AE accepts and it becomes an Opportunity, or rejects it',
    ],
  ],
  'rejected for good': [
    [
      'PRD.md',
      'Re-engagement: 90 days and a changed fact: 8 or more engineers on call, or an office in a region we serve',
      'Re-engagement: None; the record is removed',
    ],
  ],
  'a rule that is switched off': [
    ['mops.config.yml', 'mode: standard', 'rules:\n  channel-unrouted: off\nmode: standard'],
  ],
  'an ID that no file defines': [[sot, 'KPI-101 (conversion rate)', 'KPI-101 (conversion rate), PER-099']],
};

async function alteredFolder(changes: readonly Change[]): Promise<string> {
  const folder = await scratch();
  await cp(join(examples, 'b2b-saas'), folder, { recursive: true });
  for (const [file, was, is] of changes) {
    const text = await readFile(join(folder, file), 'utf8');
    expect(text).toContain(was);
    await writeFile(
      join(folder, file),
      text.replace(was, () => is),
    );
  }
  return folder;
}

const repositories: Readonly<Record<string, () => Promise<string>>> = {
  ...Object.fromEntries(
    ['b2b-saas', 'before-v09', 'broken', 'deep', 'hybrid', 'quick', 'self-serve'].map((name) => [
      name,
      () => Promise.resolve(join(examples, name)),
    ]),
  ),
  empty: async () => {
    const folder = await scratch();
    await emptyRepository(folder);
    return folder;
  },
  hostile: async () => {
    const folder = await scratch();
    await hostileRepository(folder);
    return folder;
  },
  ...Object.fromEntries(
    Object.entries(altered).map(([name, changes]) => [name, () => alteredFolder(changes)]),
  ),
};

async function siteOf(folder: string): Promise<{ site: Site; pages: readonly Page[] }> {
  const site = makeSite(await readReport(folder, null, '2026-11-22'), 'Handbook');
  return { site, pages: allPages(site, rules, null) };
}

const nothing = /\b(?:no|not|nothing|nobody|none|nowhere|never|without|cannot)\b/i;

function aboutPage(site: Site, { path, title }: Page): Said {
  const { report, model } = site;
  return {
    report,
    model,
    path,
    title,
    stage: model.stages.find((stage) => site.stagePath(stage) === path) ?? null,
    handoff: model.handoffs.find((handoff) => site.handoffPath(handoff) === path) ?? null,
  };
}

/** Numbers in standing words of the handbook that count nothing. */
const standing =
  /^(?:One rejection of|Proposed one change|A limit that|The seven)|each stage has one owner|Two (?:answers|entries|handoffs|limits|places|stages)\b|one (?:line|role|card|place)|One ID is defined twice/i;

/** What a page says in sentences and cells, without marks and links. */
function sentencesOf(page: Page): readonly string[] {
  return pageMarkdown(page, '/', new Map())
    .replace(/```[\s\S]*?```/g, '')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/&#8203;|\u200b/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/[*`\\[\]]/g, '')
    .replace(/^(- [^\n:]+): (?:.+ in .+\. )?(?=(?:Owns|Receives|Hands over|Takes leads|Watches) )/gm, '$1 · ')
    .split(/\n| \| |(?<=[.!?:;]) /)
    .map((sentence) => sentence.replace(/^[->#| ]+|[ |]+$/g, '').trim())
    .filter((sentence) => sentence !== '');
}

/** Everything the team wrote, and what the checker says of it, in one text to look sentences up in. */
function writtenIn({ report, model }: Site): string {
  const words = (node: Node): string =>
    [node.text.text, node.value?.text ?? '', ...node.children.map(words)].join('\n');
  return [
    ...[...model.repository.byId.values()]
      .flat()
      .flatMap(({ title, nodes }) => [title.text, ...nodes.map(words)]),
    ...report.findings.flatMap(({ message, fix }) => [message, fix ?? '']),
    ...report.ignored.map(({ reason }) => reason),
    ...report.skipped,
    ...report.gates.map(({ title }) => title),
    model.v09.evidence,
  ]
    .join('\n')
    .replace(/[*`\\[\]]/g, '')
    .toLowerCase();
}

/** Whether the entries have these words, as they are or as two of their pieces side by side. */
function wroteIt(written: string, own: string): boolean {
  if (written.includes(own)) return true;
  return [...own.matchAll(/,? /g)].some(
    ({ index, 0: { length } }) =>
      written.includes(own.slice(0, index)) && known(written, own.slice(index + length)),
  );
}

const known = (written: string, words: string) =>
  written.includes(words) || /^(?:research gap or feedback|\d+ are open)$/.test(words);

/** Sentences of two entries put together, such as a ground with its place, and names of entries. */
const joined = /→|: .*$|, .*:$|reason code|^[A-Z]{2,}-|\(.+\)$/;

describe.each(Object.entries(repositories))('what the pages say of nothing: %s', (_, folderOf) => {
  it('is true of the model', async () => {
    const { site, pages } = await siteOf(await folderOf());
    const written = writtenIn(site);
    const untrue: string[] = [];
    for (const page of pages) {
      if (page.group === 'Rules' || page.path.startsWith('/rules/') || page.group === 'Entries') continue;
      const said = aboutPage(site, page);
      for (const sentence of sentencesOf(page)) {
        if (!nothing.test(sentence)) continue;
        const claim = claims.find(({ says }) => says.test(sentence));
        if (claim === undefined) {
          const own = sentence
            .replace(/[.;:]$/, '')
            .replace(/ …$/, '')
            .toLowerCase();
          if (!wroteIt(written, own) && !joined.test(sentence))
            untrue.push(`${page.path}: nobody holds "${sentence}"`);
          continue;
        }
        const match = claim.says.exec(sentence);
        if (match !== null && !claim.holds(said, match)) untrue.push(`${page.path}: "${sentence}"`);
      }
    }
    expect(untrue).toEqual([]);
  });

  it('counts what is there', async () => {
    const { site, pages } = await siteOf(await folderOf());
    const written = writtenIn(site);
    const untrue: string[] = [];
    for (const page of pages) {
      if (page.path.startsWith('/rules/') && page.path !== '/rules/') continue;
      const said = aboutPage(site, page);
      for (const sentence of sentencesOf(page)) {
        const number = counted.exec(sentence);
        if (number === null || written.includes(number[0].toLowerCase())) continue;
        const held = counts.filter(({ says }) => says.test(sentence));
        if (held.length === 0 && !standing.test(sentence) && !wroteIt(written, sentence.toLowerCase()))
          untrue.push(`${page.path}: nobody counts "${sentence}"`);
        for (const { says, count } of held) {
          const match = says.exec(sentence);
          const is = match === null ? null : count(said, match);
          if (match !== null && is !== null && is !== numberIn(match))
            untrue.push(`${page.path}: "${sentence}", and there are ${is}`);
        }
      }
    }
    expect(untrue).toEqual([]);
  });

  it('agrees in its numbers from page to page', async () => {
    const { site, pages } = await siteOf(await folderOf());
    const { report, model } = site;
    const count = (severity: string) =>
      report.findings.filter((finding) => finding.severity === severity).length;
    const textOf = (path: string) => {
      const page = pages.find((each) => each.path === path);
      return page === undefined ? '' : sentencesOf(page).join(' ');
    };
    const gates = pages.find(({ path }) => path === '/gates/');
    const table = gates?.blocks.find(
      (block) => block.kind === 'table' && block.caption === 'The seven gates',
    );
    const column = (at: number) =>
      table?.kind === 'table'
        ? table.rows.reduce((sum, { cells }) => sum + Number(cells[at]?.words[0] ?? 0), 0)
        : -1;
    expect([column(2), column(3)]).toEqual([count('error'), count('warning')]);
    const home = textOf('/');
    if (count('error') > 0 && model.living.stages.length > 0)
      expect(home).toMatch(new RegExp(`\\b${count('error')} errors? in the checks`));
    else expect(home).not.toMatch(/errors? in the checks/);
    for (const { path, blocks } of pages.filter((each) => each.path.startsWith('/sinks/'))) {
      const rows = blocks
        .flatMap((block) => (block.kind === 'panels' ? block.panels : []))
        .filter(({ id }) => id === 'back')
        .flatMap((panel) => panel.blocks)
        .reduce((sum, block) => sum + (block.kind === 'reasons' ? block.rows.length : 0), 0);
      const told = /(\d+|one) rules? brings? a lead back/.exec(textOf(path))?.[1] ?? '0';
      expect(`${path} ${told}`).toBe(`${path} ${rows === 1 ? 'one' : rows}`);
    }
    for (const stage of model.living.stages) {
      const path = site.stagePath(stage);
      const own = together(apart(report.findings).filter(({ entry }) => entry === stage.id)).length;
      const shown = /, (\d+) findings?\b/.exec(textOf(path))?.[1] ?? '0';
      expect(`${path} ${shown}`).toBe(`${path} ${own}`);
    }
  });
});
