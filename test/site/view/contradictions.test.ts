import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readReport } from '../../../site/lib/report.ts';
import { allPages } from '../../../site/view/all-pages.ts';
import { pageMarkdown } from '../../../site/view/markdown.ts';
import { makeSite } from '../../../site/view/site.ts';
import { scratch } from '../fixture.ts';

const example = join(import.meta.dirname, '..', '..', '..', 'examples', 'b2b-saas');

/** Twins of the example's pages by address, with changes made to its PRD; in any mode. */
async function pagesOf(changes: readonly (readonly [was: string, is: string])[], mode = 'standard') {
  const folder = await scratch();
  await cp(example, folder, { recursive: true });
  const file = join(folder, 'PRD.md');
  let text = await readFile(file, 'utf8');
  for (const [was, is] of changes) {
    expect(text).toContain(was);
    text = text.replace(was, () => is);
  }
  await writeFile(file, text);
  const config = join(folder, 'mops.config.yml');
  await writeFile(config, (await readFile(config, 'utf8')).replace('mode: standard', `mode: ${mode}`));
  const site = makeSite(await readReport(folder, null, '2026-11-22'), 'Handbook');
  return new Map(
    allPages(site, [], null).map((page) => [
      page.path as string,
      pageMarkdown(page, '/', new Map())
        .replace(/\]\([^)]*\)/g, ']')
        .replace(/[\\`]/g, ''),
    ]),
  );
}

const noShow = [
  ['no project this year, or a competitor', 'no project this year, no-show, or a competitor'],
  ['no-project → Nurture; competitor', 'no-project → Nurture; no-show → Disqualified; competitor'],
] as const;

describe('where two entries answer one question differently', () => {
  it.each(['standard', 'quick'])(
    'both places of a ground stand on the pages of stage and handoff, in %s mode',
    async (mode) => {
      const pages = await pagesOf(noShow, mode);
      for (const path of ['/stages/sql/', '/handoffs/mql-to-sql/']) {
        expect(pages.get(path)).toContain(
          'Two answers stand here. Where does a lead turned down with "no-show" go?',
        );
        expect(pages.get(path)).toMatch(/\[MQL → SQL\] says \*\*Disqualified\*\* PRD\.md:\d+/);
        expect(pages.get(path)).toMatch(/\[SQL\] says \*\*Nurture\*\* SoT\/SoT\.BUSINESS_RULES\.md:\d+/);
      }
      expect(pages.get('/stages/mql/')).not.toContain('Two answers');
    },
  );

  it('the ground is marked on home, under "May I say no?" and where it leads; the others of its line are not', async () => {
    const pages = await pagesOf(noShow);
    for (const path of ['/', '/sinks/nurture/', '/onboarding/reject/', '/roles/ae/'])
      expect(pages.get(path), path).toMatch(/discovery calls in 10 business days \(two answers\)/);
    expect(pages.get('/')).not.toMatch(/too-small[^\n]*two answers/);
  });

  it('two limits for one moment are marked on the rail and stand both on the stage', async () => {
    const pages = await pagesOf([['SLA: 30 business minutes', 'SLA: 2 business hours']]);
    expect(pages.get('/')).toContain('[SQL]: AE, 30 min, business hours, two answers.');
    expect(pages.get('/stages/sql/')).toMatch(
      /Two answers stand here\. How long may the answer take\?[\s\S]*"2 business hours"[\s\S]*"30 business minutes"/,
    );
    expect(pages.get('/sla/')).toContain('[MQL → SQL] (GTM-MOPS-002)');
  });

  it('an owner that the handoff names otherwise stands on both pages', async () => {
    const pages = await pagesOf([
      ['From: MQL (owner: BDR)\nTo: SQL', 'From: MQL (owner: Marketing)\nTo: SQL'],
    ]);
    for (const path of ['/stages/mql/', '/handoffs/mql-to-sql/'])
      expect(pages.get(path)).toMatch(
        /Two answers stand here\. Who has the lead\?[\s\S]*says Marketing owns MQL/,
      );
    expect(pages.get('/stages/sql/')).not.toContain('Who has the lead?');
  });

  it('a field that stands twice with two values shows both', async () => {
    const pages = await pagesOf([
      ['SLA: 30 business minutes', 'SLA: 30 business minutes\nSLA: 4 business hours'],
    ]);
    expect(pages.get('/handoffs/mql-to-sql/')).toMatch(
      /Two answers stand here[\s\S]*"30 business minutes"[\s\S]*"4 business hours"/,
    );
  });

  it('nothing is marked where the entries agree', async () => {
    for (const [path, text] of await pagesOf([])) expect(text, path).not.toMatch(/two answers/i);
  });
});
