/** Draws all diagrams of a build in one headless browser, each once: what was drawn before comes from the cache. */

import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Diagram, mermaidConfig, participantLines, toMermaid } from '../../src/diagram/index.ts';
import { type Drawn, type DrawOrder, drawDiagram } from '../scripts/draw-diagram.ts';
import { drawLifecycle } from './draw-lifecycle.ts';
import { largest, largestPath, sizeOf } from './drawable.ts';
import { keptDrawing } from './kept-drawing.ts';

/** A diagram with its text and, where a browser could draw it, its picture. */
export interface Drawing {
  readonly name: string;
  readonly diagram: Diagram;
  readonly mermaid: string;
  /** Null where no browser was there at build (the reader's browser draws then), or where nobody can draw it. */
  readonly drawn: Drawn | null;
  /** Why there is only the table, in a sentence for readers; null where somebody draws. */
  readonly tableOnly: string | null;
}

/** What draws: a browser page, renewed when a drawing took it down (browser.mjs). */
export interface Drawer {
  draw(run: (order: DrawOrder) => Promise<Drawn>, order: DrawOrder, limit: number): Promise<Drawn>;
}

declare global {
  /** Started before the build (run.mjs), so that the browser comes up while the pages are bundled. */
  var mopsDrawing: Promise<Drawer | null> | undefined;
}

/** Milliseconds for one picture; on a busy machine a usual one takes a few seconds. */
const longest = 60_000;
/** Milliseconds that a build may lose on pictures that came to nothing; from then on only small ones are tried. */
const mostLost = 120_000;
const small = 40;

/** Changes whenever what is kept of a drawing changes, so that old cache files are not read. */
const drawingVersion = createHash('sha256')
  .update(drawDiagram.toString())
  .update(JSON.stringify(mermaidConfig))
  .digest('hex');

export async function drawAll(
  diagrams: ReadonlyMap<string, Diagram>,
  { cache, limit = longest, log }: DrawOptions,
): Promise<ReadonlyMap<string, Drawing>> {
  const drawer = (await globalThis.mopsDrawing) ?? null;
  const drawings = new Map<string, Drawing>();
  let lost = 0;
  for (const [name, diagram] of diagrams) {
    const mermaid = toMermaid(diagram);
    const put = (drawn: Drawn | null, tableOnly: string | null = null) =>
      drawings.set(name, { name, diagram, mermaid, drawn, tableOnly });
    const own = diagram.type === 'flow' && diagram.kind === 'lifecycle';
    const [size, most] = [sizeOf(diagram), own ? largestPath : largest];
    if (size > most) {
      log(
        `${name} has ${size} arrows, more than a picture can show (${most}): its page has the table alone.`,
      );
      put(null, `This picture would have ${size} arrows, too many to follow. The table says all of it.`);
      continue;
    }
    if (own || drawer === null) {
      put(own ? drawLifecycle(diagram) : null);
      continue;
    }
    const started = Date.now();
    try {
      const onlyKept = lost >= mostLost && size > small;
      put(await draw(drawer, orderOf(diagram, mermaid), cache, onlyKept ? null : limit));
    } catch (problem) {
      lost += Date.now() - started;
      const [why = ''] = String((problem as Error).message).split('\n');
      log(`${name} could not be drawn (${why}): its page has the table alone.`);
      put(null, 'This picture could not be drawn. The table says all of it.');
    }
  }
  return drawings;
}

export interface DrawOptions {
  /** The folder where drawings are kept between builds. */
  readonly cache: string;
  /** Milliseconds for one picture. */
  readonly limit?: number;
  readonly log: (line: string) => void;
}

/** What a browser needs to know to draw a diagram. */
export function orderOf(diagram: Diagram, mermaid: string): DrawOrder {
  return {
    source: mermaid,
    config: mermaidConfig,
    edgeKinds: diagram.type === 'flow' ? diagram.edges.map((edge) => edge.kind) : [],
    nodes:
      diagram.type === 'flow' ? diagram.nodes.map(({ id }) => id) : diagram.participants.map(({ id }) => id),
    looks:
      diagram.type === 'flow'
        ? {}
        : Object.fromEntries(
            diagram.participants.map((participant) => [
              participant.id,
              {
                look: participant.owner ?? participant.kind,
                names: participantLines(participant).name.length,
              },
            ]),
          ),
  };
}

/** From the cache, else drawn within `limit` milliseconds; null is no time at all. */
async function draw(drawer: Drawer, order: DrawOrder, cache: string, limit: number | null): Promise<Drawn> {
  const key = createHash('sha256').update(drawingVersion).update(JSON.stringify(order)).digest('hex');
  const file = join(cache, `${key.slice(0, 32)}.json`);
  const kept = keptDrawing(await readFile(file, 'utf8').catch(() => ''));
  if (kept !== null) return kept;
  if (limit === null) throw new Error('Too much time went into pictures before it.');
  const drawn = await drawer.draw(drawDiagram, order, limit);
  await keep(file, drawn);
  return drawn;
}

/** A drawing that cannot be kept is drawn again next time. */
async function keep(file: string, drawn: Drawn): Promise<void> {
  const draft = `${file}.${process.pid}`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(draft, JSON.stringify(drawn));
    await rename(draft, file);
  } catch {
    await rm(draft, { force: true }).catch(() => {});
  }
}
