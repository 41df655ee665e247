/** Draws all diagrams of a build in one headless browser, each once: what was drawn before comes from the cache. */

import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { settings } from 'virtual:mops/settings';
import { type Diagram, mermaidConfig, toMermaid } from '../../src/diagram/index.ts';
import { type Drawn, type DrawOrder, drawDiagram } from '../scripts/draw-diagram.ts';
import { drawLifecycle } from './draw-lifecycle.ts';

/** A diagram with its text and, where a browser could draw it, its picture. */
export interface Drawing {
  readonly name: string;
  readonly diagram: Diagram;
  readonly mermaid: string;
  /** Null where no browser was there at build: the reader's browser draws then. */
  readonly drawn: Drawn | null;
}

interface DrawingPage {
  evaluate(run: (order: DrawOrder) => Promise<Drawn>, order: DrawOrder): Promise<Drawn>;
}

declare global {
  /** Started before the build (run.mjs), so that the browser comes up while the pages are bundled. */
  var mopsDrawing: Promise<{ readonly page: Promise<DrawingPage> } | null> | undefined;
}

/** Changes whenever what is kept of a drawing changes, so that old cache files are not read. */
const drawingVersion = createHash('sha256')
  .update(drawDiagram.toString())
  .update(JSON.stringify(mermaidConfig))
  .digest('hex');

export async function drawAll(diagrams: ReadonlyMap<string, Diagram>): Promise<ReadonlyMap<string, Drawing>> {
  const browser = (await globalThis.mopsDrawing) ?? null;
  const drawings = new Map<string, Drawing>();
  for (const [name, diagram] of diagrams) {
    const mermaid = toMermaid(diagram);
    const order = orderOf(diagram, mermaid);
    drawings.set(name, {
      name,
      diagram,
      mermaid,
      drawn:
        diagram.type === 'flow' && diagram.kind === 'lifecycle'
          ? drawLifecycle(diagram)
          : browser === null
            ? null
            : await draw(browser.page, order),
    });
  }
  return drawings;
}

/** What a browser needs to know to draw a diagram. */
export function orderOf(diagram: Diagram, mermaid: string): DrawOrder {
  return {
    source: mermaid,
    config: mermaidConfig,
    edgeKinds: diagram.type === 'flow' ? diagram.edges.map((edge) => edge.kind) : [],
    nodes:
      diagram.type === 'flow' ? diagram.nodes.map(({ id }) => id) : diagram.participants.map(({ id }) => id),
  };
}

async function draw(page: Promise<DrawingPage>, order: DrawOrder): Promise<Drawn> {
  const key = createHash('sha256').update(drawingVersion).update(JSON.stringify(order)).digest('hex');
  const file = join(settings.diagramCache, `${key.slice(0, 32)}.json`);
  const cached = await readFile(file, 'utf8').catch(() => null);
  if (cached !== null) return JSON.parse(cached);
  const drawn = await (await page).evaluate(drawDiagram, order);
  await mkdir(settings.diagramCache, { recursive: true });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, JSON.stringify(drawn));
  await rename(draft, file);
  return drawn;
}
