import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { twinPath } from '../../../site/lib/paths.ts';
import { readReport } from '../../../site/lib/report.ts';
import { allPages } from '../../../site/view/all-pages.ts';
import type { Block } from '../../../site/view/page.ts';
import { makeSite } from '../../../site/view/site.ts';
import { rules } from '../../../src/rules/index.ts';
import { scratch } from '../fixture.ts';

/** Stages with an owner each, in order; a handoff between each two. */
const lifecycles: Readonly<Record<string, readonly (readonly [stage: string, owner: string])[]>> = {
  'in Japanese': [
    ['問い合わせ', '営業'],
    ['商談', '営業部'],
    ['受注', 'カスタマー'],
  ],
  'in Cyrillic, Greek and Arabic': [
    ['Лид', 'Отдел продаж'],
    ['Πελάτης', 'Πωλήσεις'],
    ['مرحلة المبيعات', 'خدمة'],
  ],
  'of emoji beside words': [
    ['Deal 🎉', 'AE'],
    ['🔥 deal', 'BDR'],
    ['Deal', 'CS'],
  ],
  'that differ in case, marks and punctuation alone': [
    ['Lead', 'Ops'],
    ['LEAD!', 'Öps'],
    ['Léad', 'Ops+'],
    ['(lead)', 'Ops & co'],
  ],
  'longer than an address': [
    [`${'Very '.repeat(20)}long one`, `${'Very '.repeat(20)}busy one`],
    [`${'Very '.repeat(20)}long two`, `${'Very '.repeat(20)}busy two`],
  ],
  'that are words of the addresses': [
    ['to', 'name'],
    ['name', 'role'],
    ['BR-MOPS-001', 'index'],
  ],
};

async function siteOf(stages: readonly (readonly [string, string])[]) {
  const folder = await scratch();
  const id = (at: number) => `00${at + 1}`;
  const text = stages.map(
    ([stage, owner], at) => `## BR-MOPS-${id(at)}: Lifecycle Stage — ${stage}
Type: Lifecycle-Stage
Order: ${at + 1}
Status: Active
Stage: ${stage}
Entry criteria:
  - Form sent
Exit criteria (progression):
  - To ${stages[at + 1]?.[0] ?? 'nothing'}: Form read
Exit criteria (disqualification):
  - Competitor → Disqualified
Owner: ${owner}
SLA: 1 business hour

## GTM-MOPS-${id(at)}: Handoff — ${stage}
Type: Handoff
Status: Active
From: ${stage} (owner: ${owner})
To: ${stages[at + 1]?.[0] ?? stage} (owner: ${stages[at + 1]?.[1] ?? owner})
Trigger: status set
Rejection rule:
  Condition: too small
  Routing: Nurture
SLA: 1 business hour
`,
  );
  await mkdir(join(folder, 'SoT'));
  await writeFile(join(folder, 'SoT', 'SoT.BUSINESS_RULES.md'), text.join('\n'));
  // Without ASCII letters a name is a role where the config says so.
  const roles = stages.flatMap(([, owner]) => (/\w/.test(owner) ? [] : [`  ${owner}: []\n`]));
  await writeFile(join(folder, 'mops.config.yml'), roles.length === 0 ? '' : `roles:\n${roles.join('')}`);
  return makeSite(await readReport(folder, null, '2026-11-22'), 'Handbook');
}

/** Anchors of a page that a link can lead to. */
function anchors(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    if (block.kind === 'fold')
      return [...(block.id === undefined ? [] : [block.id]), ...anchors(block.blocks)];
    if (block.kind === 'walk') return block.steps.map(({ id }) => id);
    if (block.kind === 'heading') return [block.id];
    if (block.kind === 'facts') return block.facts.flatMap(({ id }) => id ?? []);
    if (block.kind === 'panels') return block.panels.flatMap((panel) => [panel.id, ...anchors(panel.blocks)]);
    return [];
  });
}

const folded = (texts: readonly string[]) => texts.map((text) => text.normalize('NFC').toLowerCase());
const twice = (texts: readonly string[]) => texts.filter((text, at) => texts.indexOf(text) !== at);

describe.each(Object.entries(lifecycles))('names %s', (_, stages) => {
  it('have a page, a twin and a picture each, on every file system', async () => {
    const site = await siteOf(stages);
    const pages = allPages(site, rules, null);
    expect(twice(folded(pages.map(({ path }) => path)))).toEqual([]);
    expect(twice(folded(pages.map(({ path }) => twinPath(path))))).toEqual([]);
    expect(site.model.stages.map(({ name }) => name)).toHaveLength(stages.length);
    const pictures = [...site.diagrams.keys()];
    expect(twice(folded(pictures))).toEqual([]);
    expect(pictures.filter((name) => name.startsWith('role-'))).toHaveLength(site.roles.length);
    expect(pictures.filter((name) => name.startsWith('handoff-'))).toHaveLength(stages.length);
  });

  it('have anchors that no two share on a page', async () => {
    const pages = allPages(await siteOf(stages), rules, null);
    expect(pages.flatMap(({ path, blocks }) => twice(anchors(blocks)).map((id) => `${path}#${id}`))).toEqual(
      [],
    );
  });
});

it('the address of a role without ASCII letters is its own, whoever stands beside it', async () => {
  const alone = await siteOf([['Lead', '営業']]);
  const among = await siteOf([
    ['Lead', '開発'],
    ['Deal', '営業'],
  ]);
  expect(among.rolePath('営業')).toBe(alone.rolePath('営業'));
});

it('the address of a handoff between names without ASCII letters is its ID', async () => {
  const site = await siteOf(lifecycles['in Japanese'] ?? []);
  expect(site.model.handoffs.map((handoff) => site.handoffPath(handoff))).toEqual([
    '/handoffs/gtm-mops-001/',
    '/handoffs/gtm-mops-002/',
    '/handoffs/gtm-mops-003/',
  ]);
});
