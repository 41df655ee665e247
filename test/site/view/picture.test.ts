/** What stands around a picture: its links, its table, the file that people take along. */

import { describe, expect, it } from 'vitest';
import { drawLifecycle } from '../../../site/lib/draw-lifecycle.ts';
import { standaloneSvg } from '../../../site/lib/svg.ts';
import { allPages } from '../../../site/view/all-pages.ts';
import { diagramLinks } from '../../../site/view/diagram-links.ts';
import { pageMarkdown } from '../../../site/view/markdown.ts';
import { makeSite } from '../../../site/view/site.ts';
import { lifecycleDiagram } from '../../../src/diagram/index.ts';
import { companyText } from '../../lifecycle/company.ts';
import { configOf, reportOf } from '../../rules/bench.ts';

function siteOf(stages: number) {
  const company = Array.from(
    { length: stages },
    (_, at) => [`Step ${at + 1}`, at < 3 ? 'BDR' : 'AE'] as const,
  );
  return makeSite(reportOf([{ path: 'SoT/all.md', text: companyText(company) }], configOf({})), 'Handbook');
}

describe('the picture of the lifecycle', () => {
  it('has its table below, and on a page of its own where that is long', () => {
    const rowsOn = (stages: number, path: string) => {
      const page = allPages(siteOf(stages), [], null).find((each) => each.path === path);
      return page === undefined ? null : pageMarkdown(page, '/', new Map()).split('| advances |').length - 1;
    };
    expect([rowsOn(5, '/stages/'), rowsOn(5, '/diagrams/lifecycle/')]).toEqual([4, null]);
    expect([rowsOn(30, '/stages/'), rowsOn(30, '/diagrams/lifecycle/')]).toEqual([0, 29]);
    const long = allPages(siteOf(30), [], null).find(({ path }) => path === '/stages/');
    expect(long && pageMarkdown(long, '/', new Map())).toContain(
      '[The same as a table](/diagrams/lifecycle.md)',
    );
  });

  it('leads to a handoff by a link that says from where to where', () => {
    const site = siteOf(4);
    const diagram = lifecycleDiagram(site.model);
    const links = diagramLinks(site, diagram, drawLifecycle(diagram));
    expect(
      links.filter(({ label }) => label.includes('→')).map(({ label, to }) => `${label}: ${to}`),
    ).toContain('Step 3 → Step 4: /handoffs/step-3-to-step-4/');
  });

  it('is legible as a file on a dark slide: it brings its own ground', () => {
    const drawn = drawLifecycle(lifecycleDiagram(siteOf(4).model));
    expect(standaloneSvg(drawn, 'Lifecycle', 'Four stages', '')).toContain(
      `<rect class="paper" x="0" y="0" width="${drawn.width}" height="${drawn.height}"/>`,
    );
  });
});
