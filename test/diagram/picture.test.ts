import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDrawingPage } from '../../site/browser.mjs';
import { type FlowDiagram, lifecycleDiagram, mermaidConfig, toMermaid } from '../../src/diagram/index.ts';
import { plainLabel, wrapLabel } from '../../src/diagram/label.ts';
import { draw } from './browser.ts';
import { exampleModel } from './models.ts';
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

  it.each(['b2b-saas', 'hybrid', 'self-serve', 'quick', 'deep'])(
    'keeps the path of %s from top to bottom, each stage below the one before',
    async (name) => {
      const diagram = lifecycleDiagram(exampleModel(name));
      const { boxes, width } = await draw(page, toMermaid(diagram), mermaidConfig);
      const path = diagram.nodes
        .filter(({ kind }) => kind === 'stage')
        .map(({ id }) => boxes.find((box) => box.id === id) ?? { x: Number.NaN, y: Number.NaN });
      const steps = path.slice(1).map((box, index) => ({
        down: box.y - (path[index]?.y ?? 0),
        aside: Math.abs(box.x - (path[index]?.x ?? 0)),
      }));
      for (const { down, aside } of steps) {
        expect(down).toBeGreaterThan(0);
        expect(aside).toBeLessThan(90);
      }
      expect(width).toBeLessThan(900);
    },
  );
});
