import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDrawingPage } from '../../site/browser.mjs';
import { drawLifecycle } from '../../site/lib/draw-lifecycle.ts';
import { type FlowDiagram, lifecycleDiagram, mermaidConfig, toMermaid } from '../../src/diagram/index.ts';
import { plainLabel, wrapLabel } from '../../src/diagram/label.ts';
import { draw } from './browser.ts';
import { exampleModel, modelOf } from './models.ts';
import { nineStages } from './nine-stages.ts';
import { traps } from './traps.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  ({ browser, page } = await openDrawingPage());
});
afterAll(async () => {
  await browser.close();
});

describe('a picture that Mermaid 12 draws', () => {
  const labels = traps.filter((trap) => plainLabel(trap) !== '');
  const hostile: FlowDiagram = {
    type: 'flow',
    kind: 'lifecycle',
    direction: 'down',
    title: 'Hostile labels',
    description: 'Each box and arrow has a label that means something to somebody.',
    nodes: labels.map((label, index) => ({
      id: `n_${index}`,
      label,
      sublabels: [],
      kind: 'stage',
      owner: null,
      key: null,
      focus: false,
      marked: null,
    })),
    edges: labels.map((label, index) => ({
      from: `n_${index}`,
      to: `n_${(index + 1) % labels.length}`,
      kind: 'reject',
      label,
      details: [],
      key: null,
      marked: null,
    })),
  };
  const expected = labels.map((label) => wrapLabel(label, 20, 3).join('').replace(/\s+/g, ''));

  it.each([
    ['SVG text, as the site draws it', mermaidConfig],
    ['HTML, as GitHub draws it', { startOnLoad: false, securityLevel: 'strict' }],
  ])('shows hostile labels letter by letter in %s', async (_, config) => {
    const picture = await draw(page, toMermaid(hostile), config);
    expect(picture.boxes.map(({ text }) => text)).toEqual(expected);
    expect([...picture.edgeLabels].sort()).toEqual([...expected].sort());
    expect(picture.active).toBe(0);
  });

  it.each([
    ['b2b-saas', exampleModel('b2b-saas'), 120],
    ['hybrid', exampleModel('hybrid'), 240],
    ['deep', exampleModel('deep'), 120],
    ['nine stages', modelOf(nineStages), 240],
  ] as const)(
    'holds the path of %s together, and no line loses its dashes or words, as a viewer draws it',
    async (_, model, most) => {
      const diagram = lifecycleDiagram(model);
      const plain = { startOnLoad: false, securityLevel: 'strict' };
      const { boxes } = await draw(page, toMermaid(diagram), plain);
      const stages = new Set(diagram.nodes.filter(({ kind }) => kind === 'stage').map(({ id }) => id));
      const path = boxes.filter(({ id }) => stages.has(id)).map(({ x }) => x);
      expect(path).toHaveLength(stages.size);
      expect(Math.max(...path) - Math.min(...path)).toBeLessThan(most);
      const solid = await page
        .locator('path.edge-pattern-dotted')
        .evaluateAll(
          (lines) =>
            lines.filter((line) => /^0px, 0px, \d/.test(getComputedStyle(line).strokeDasharray)).length,
        );
      expect(solid).toBe(0);
      expect(await wordsBesideLines(page)).toEqual([]);
    },
  );

  it.each(['b2b-saas', 'hybrid', 'self-serve', 'quick', 'deep'])(
    'keeps the path of %s on one straight line, each stage below the one before, each place once',
    (name) => {
      const diagram = lifecycleDiagram(exampleModel(name));
      const drawn = drawLifecycle(diagram);
      const box = (id: string) => drawn.boxes.find((each) => each.id === id);
      const path = diagram.nodes.filter(({ kind }) => kind === 'stage').map(({ id }) => box(id));
      expect(new Set(path.map((each) => `${each?.x} ${each?.width}`)).size).toBe(1);
      for (const [at, each] of path.slice(1).entries()) {
        const before = path[at];
        expect(each?.y).toBeGreaterThan((before?.y ?? 0) + (before?.height ?? 0));
      }
      const sinks = diagram.nodes.filter(({ kind }) => kind === 'sink').map(({ label }) => label);
      expect(new Set(sinks).size).toBe(sinks.length);
      for (const each of drawn.boxes) {
        expect(each.x).toBeGreaterThanOrEqual(0);
        expect(each.x + each.width).toBeLessThanOrEqual(drawn.width);
        expect(each.y + each.height).toBeLessThanOrEqual(drawn.height);
      }
      expect(drawn.body.match(/<path class="e /g)?.length).toBe(
        drawn.body.match(/class="e [^>]*marker-end/g)?.length,
      );
    },
  );

  it('is the same each time, and fits nine stages into 600 by 1,500', () => {
    const diagram = lifecycleDiagram(modelOf(nineStages));
    const drawn = drawLifecycle(diagram);
    expect(diagram.nodes.filter(({ kind }) => kind === 'stage')).toHaveLength(9);
    expect(drawn.width).toBeLessThanOrEqual(600);
    expect(drawn.height).toBeLessThanOrEqual(1500);
    expect(drawLifecycle(diagram)).toEqual(drawn);
  });
});

/** The words on arrows whose middle no line goes through. */
function wordsBesideLines(page: Page): Promise<readonly (string | null)[]> {
  return page.evaluate(() => {
    const points = [...document.querySelectorAll<SVGPathElement>('g.edgePaths path')].flatMap((line) =>
      Array.from({ length: Math.ceil(line.getTotalLength() / 4) }, (_, at) => line.getPointAtLength(at * 4)),
    );
    return [...document.querySelectorAll('g.edgeLabels > g.edgeLabel')]
      .filter(({ textContent }) => textContent !== '')
      .filter((label) => {
        const [x = 0, y = 0] = (label.getAttribute('transform') ?? '').match(/-?[\d.]+/g)?.map(Number) ?? [];
        return !points.some((point) => Math.hypot(point.x - x, point.y - y) < 10);
      })
      .map(({ textContent }) => textContent);
  });
}
