import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDrawingPage } from '../../site/browser.mjs';
import { drawLifecycle } from '../../site/lib/draw-lifecycle.ts';
import { type FlowDiagram, lifecycleDiagram, mermaidConfig, toMermaid } from '../../src/diagram/index.ts';
import { plainLabel, wrapLabel } from '../../src/diagram/label.ts';
import { draw } from './browser.ts';
import { exampleModel, modelOf } from './models.ts';
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

  // Mermaid 10 and 11, and with them GitHub, lay out with dagre and look classic; 12 has a layout and a look of its own.
  it.each(
    ['b2b-saas', 'hybrid', 'deep'].flatMap((name) =>
      [{ layout: 'dagre' }, {}].map((config) => [name, config] as const),
    ),
  )(
    'holds the path of %s together, and no line loses its dashes, in a viewer with %j',
    async (name, config) => {
      const diagram = lifecycleDiagram(exampleModel(name));
      const plain = { startOnLoad: false, securityLevel: 'strict', ...config };
      const { boxes } = await draw(page, toMermaid(diagram), plain);
      const stages = new Set(diagram.nodes.filter(({ kind }) => kind === 'stage').map(({ id }) => id));
      const path = boxes.filter(({ id }) => stages.has(id)).map(({ x }) => x);
      expect(path).toHaveLength(stages.size);
      expect(Math.max(...path) - Math.min(...path)).toBeLessThan(420);
      const solid = await page
        .locator('path.edge-pattern-dotted')
        .evaluateAll(
          (lines) =>
            lines.filter((line) => /^0px, 0px, \d/.test(getComputedStyle(line).strokeDasharray)).length,
        );
      expect(solid).toBe(0);
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

/** Nine stages, each turned down to the one before or to a place outside. */
const nineStages = [
  'Anonymous',
  'Signup',
  'Activated',
  'Paid',
  'Qualified account',
  'SQL',
  'Opportunity',
  'Security review',
  'Expansion',
]
  .map((name, at, names) =>
    [
      `## BR-MOPS-00${at + 1}: Lifecycle Stage — ${name}`,
      '- Type: Lifecycle-Stage',
      `- Order: ${at + 1}`,
      '- Status: Active',
      `- Stage: ${name}`,
      '- Entry criteria:',
      `  - Event ${at} was seen in the product`,
      ...(at < 8
        ? ['- Exit criteria (progression):', `  - To ${names[at + 1]}: Event ${at + 1} was seen`]
        : []),
      '- Exit criteria (disqualification):',
      at % 2 === 1 && at > 1
        ? `  - Facts are missing → ${names[at - 1]}`
        : `  - Wrong persona or hobby use → ${at === 0 ? 'Disqualified' : 'Nurture'}`,
      `- Owner: ${['Marketing automation', 'BDR', 'AE', 'CS', 'Founder'][at % 5]}`,
      '- SLA: 4 business hours',
    ].join('\n'),
  )
  .join('\n\n');
