/** Draws all diagrams of a build in one headless browser, each once: what was drawn before comes from the cache. */

import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Diagram, mermaidConfig, participantLines, toMermaid } from '../../src/diagram/index.ts';
import { type Drawn, type DrawOrder, drawDiagram } from '../scripts/draw-diagram.ts';
import { drawLifecycle } from './draw-lifecycle.ts';
import { largestPath, mostArrows, sizeOf } from './drawable.ts';
import { keptDrawing } from './kept-drawing.ts';
import { relativePaths } from './relative-path.ts';

/** A diagram with its text; its picture is being made. */
export interface StartedDrawing {
  readonly name: string;
  readonly diagram: Diagram;
  readonly mermaid: string;
  readonly drawing: Promise<Drawing>;
}

/** A diagram with its text and, where a browser could draw it, its picture. */
export interface Drawing extends Omit<StartedDrawing, 'drawing'> {
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

/** Starts all pictures, so that pages without one are rendered meanwhile. Pictures that are not kept take turns in the browser. */
export function drawAll(
  diagrams: ReadonlyMap<string, Diagram>,
  { cache, limit = longest, log }: DrawOptions,
): ReadonlyMap<string, StartedDrawing> {
  let lost = 0;
  let turn: Promise<unknown> = Promise.resolve();

  async function drawnInTurn(diagram: Diagram, mermaid: string): Promise<Drawn | null> {
    const order = drawOrder(diagram, mermaid);
    const file = join(cache, `${keyOf(order)}.json`);
    const kept = readFile(file, 'utf8').then(keptDrawing, () => null);
    const mine = turn.then(async () => {
      const drawer = (await globalThis.mopsDrawing) ?? null;
      if (drawer === null) return null;
      const found = await kept;
      if (found !== null) return found;
      const began = Date.now();
      try {
        if (lost >= mostLost && sizeOf(diagram) > small)
          throw new Error('Too much time went into pictures before it.');
        const drawn = await drawer.draw(drawDiagram, order, limit);
        await keep(file, drawn);
        return drawn;
      } catch (problem) {
        lost += Date.now() - began;
        throw problem;
      }
    });
    turn = mine.catch(() => {});
    return mine;
  }

  async function drawingOf(name: string, diagram: Diagram, mermaid: string): Promise<Drawing> {
    const made = (drawn: Drawn | null, tableOnly: string | null = null) => ({
      name,
      diagram,
      mermaid,
      drawn,
      tableOnly,
    });
    const own = diagram.type === 'flow' && (diagram.kind === 'lifecycle' || diagram.kind === 'role');
    const [size, most] = [sizeOf(diagram), own && diagram.kind === 'lifecycle' ? largestPath : mostArrows];
    if (size > most) {
      log(
        `${name} has ${size} arrows, more than a picture can show (${most}): its page has the table alone.`,
      );
      return made(
        null,
        `This picture would have ${size} arrows, too many to follow. The table says all of it.`,
      );
    }
    if (own) {
      const drawn = drawLifecycle(diagram);
      return made({ ...drawn, body: relativePaths(drawn.body) });
    }
    try {
      return made(await drawnInTurn(diagram, mermaid));
    } catch (problem) {
      const [why = ''] = String((problem as Error).message).split('\n');
      log(`${name} could not be drawn (${why}): its page has the table alone.`);
      return made(null, 'This picture could not be drawn. The table says all of it.');
    }
  }

  return new Map(
    [...diagrams].map(([name, diagram]) => {
      const mermaid = toMermaid(diagram);
      return [name, { name, diagram, mermaid, drawing: drawingOf(name, diagram, mermaid) }];
    }),
  );
}

export interface DrawOptions {
  /** The folder where drawings are kept between builds. */
  readonly cache: string;
  /** Milliseconds for one picture. */
  readonly limit?: number;
  readonly log: (line: string) => void;
}

/** What a browser needs to know to draw a diagram. */
export function drawOrder(diagram: Diagram, mermaid: string): DrawOrder {
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

/** Name of the file in which a drawing is kept. */
function keyOf(order: DrawOrder): string {
  const hash = createHash('sha256').update(drawingVersion).update(JSON.stringify(order));
  return hash.digest('hex').slice(0, 32);
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
