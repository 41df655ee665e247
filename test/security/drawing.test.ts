/** The browser that draws, and what it drew before: no lifecycle holds a build up, and no file of a cache is trusted. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { sandboxes, startDrawing, TookTooLong } from '../../site/browser.mjs';
import { type Drawer, drawAll } from '../../site/lib/diagrams.ts';
import { keptDrawing } from '../../site/lib/kept-drawing.ts';
import type { Drawn, DrawOrder } from '../../site/scripts/draw-diagram.ts';
import { diagramsOf } from '../../site/view/diagrams.ts';
import { makeSite } from '../../site/view/site.ts';
import { type Diagram, handoffDiagram } from '../../src/diagram/index.ts';
import type { Handoff } from '../../src/lifecycle/model.ts';
import { removeTemporaryFolders, temporaryFolder } from '../contract/temporary.ts';
import { checked } from '../fuzz/sound.ts';

const picture: Drawn = {
  x: 0,
  y: 0,
  width: 10,
  height: 10,
  smallestText: 12,
  body: '<g class="n stage" transform="translate(1,2)"><rect class="box" x="0" y="0" width="5" height="5" rx="8"/><text x="1" y="1" font-size="12"><tspan x="1" dy="1em">A &amp; B</tspan></text></g><path class="e advance" d="M0 0H5" marker-end="url(#@ID@m0)"/>',
  boxes: [{ id: 'n1', x: 0, y: 0, width: 5, height: 5 }],
};

/** A drawer that counts what it is asked for, in the place of the browser. */
function drawer(answer: (order: DrawOrder) => Promise<Drawn> = async () => picture) {
  const asked: string[] = [];
  const made: Drawer = {
    draw: (_run, order) => {
      asked.push(order.source);
      return answer(order);
    },
  };
  vi.stubGlobal('mopsDrawing', Promise.resolve(made));
  return asked;
}
afterAll(removeTemporaryFolders);
afterEach(() => {
  vi.unstubAllGlobals();
});

/** A lifecycle in which each stage of one owner leads to each other. */
function dense(stages: number): ReadonlyMap<string, Diagram> {
  const names = Array.from({ length: stages }, (_, at) => `Stage ${String.fromCharCode(65 + at)}`);
  const text = names
    .map(
      (name, at) => `## BR-MOPS-${String(at + 1).padStart(3, '0')}: Lifecycle Stage — ${name}
Type: Lifecycle-Stage
Status: Active
Stage: ${name}
Owner: AE
Exit criteria (progression):
${names
  .filter((other) => other !== name)
  .map((other) => `- To ${other}: event ${other} is recorded`)
  .join('\n')}
`,
    )
    .join('\n');
  return diagramsOf(makeSite(checked(text), 'Dense'));
}

/** A handoff, whose steps a browser draws; the pictures of lifecycles and roles are our own. */
const handoff: Diagram = handoffDiagram(
  checked(`## GTM-MOPS-001: Handoff — MQL → SQL
Type: Handoff
From: MQL (owner: BDR)
To: SQL (owner: AE)
Trigger: Call held
Rejection rule:
  Condition: Too small
  Routing: Nurture
`).model.living.handoffs[0] as Handoff,
  new Map(),
);

async function drawn(
  diagrams: ReadonlyMap<string, Diagram>,
  cache = join(temporaryFolder('drawing'), 'cache'),
) {
  const log: string[] = [];
  const started = drawAll(diagrams, { cache, log: (line) => log.push(line) });
  const drawings = new Map(
    await Promise.all([...started].map(async ([name, { drawing }]) => [name, await drawing] as const)),
  );
  return { drawings, log, cache };
}

describe('a lifecycle that no browser can draw', () => {
  test('of more ways than anybody could follow is left to the table, without asking the browser', async () => {
    const asked = drawer();
    const { drawings, log } = await drawn(dense(16));
    expect(asked).toEqual([]);
    expect(drawings.get('role-ae')?.drawn).toBeNull();
    expect(drawings.get('role-ae')?.tableOnly).toBe(
      'This picture would have 240 arrows, too many to follow. The table says all of it.',
    );
    expect(drawings.get('lifecycle')?.drawn).not.toBeNull();
    expect(log).toEqual([
      'role-ae has 240 arrows, more than a picture can show (160): its page has the table alone.',
    ]);
  });

  test('nor is it handed to the readers where no browser was there at build', async () => {
    const { drawings } = await drawn(dense(16));
    expect(drawings.get('role-ae')?.tableOnly).toMatch(/too many to follow/);
    expect((await drawn(new Map([['handoff', handoff]]))).drawings.get('handoff')).toMatchObject({
      drawn: null,
      tableOnly: null,
    });
  });

  test('of 600 ways has no picture of its lifecycle either', async () => {
    drawer();
    const { drawings } = await drawn(dense(26));
    expect(drawings.get('lifecycle')?.tableOnly).toMatch(/650 arrows/);
  });

  test('whose layout does not end, or breaks, costs its own picture only', async () => {
    const diagrams = new Map([
      ['handoff', handoff],
      ['another', handoff],
    ]);
    let first = true;
    drawer(async () => {
      if (!first) return picture;
      first = false;
      throw new TookTooLong('Not drawn within 60000 ms.');
    });
    const { drawings, log } = await drawn(diagrams);
    expect(drawings.get('handoff')?.tableOnly).toBe(
      'This picture could not be drawn. The table says all of it.',
    );
    expect(drawings.get('another')?.drawn).toEqual(picture);
    expect(log).toEqual([
      'handoff could not be drawn (Not drawn within 60000 ms.): its page has the table alone.',
    ]);
  });

  test('is given up by the browser, which draws the next', async () => {
    const drawing = await startDrawing();
    onTestFinished(() => drawing.close());
    // Run in the page, which knows nothing of this file.
    const hang = async (): Promise<Drawn> => {
      for (;;);
    };
    const simple = async () => ({ width: innerWidth }) as Drawn;
    await expect(drawing.draw(hang, {} as DrawOrder, 500)).rejects.toThrow(TookTooLong);
    expect(await drawing.draw(simple, {} as DrawOrder, 60_000)).toEqual({ width: 1200 });
    const broken = async () => {
      throw new Error('Too many edges');
    };
    await expect(drawing.draw(broken, {} as DrawOrder, 60_000)).rejects.toThrow('Too many edges');
    expect(await drawing.draw(simple, {} as DrawOrder, 60_000)).toEqual({ width: 1200 });
  });
});

test('the browser that draws asks nobody for anything, by whatever way a picture might', async () => {
  const asked: string[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', (bytes) => {
      asked.push(String(bytes).split('\r\n')[0] ?? '');
      socket.destroy();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  const drawing = await startDrawing();
  onTestFinished(() => drawing.close());
  // Run in the page, which knows nothing of this file.
  const all = async ({ source: host }: DrawOrder): Promise<Drawn> => {
    const refused = new Set<string>();
    const told = new Promise<void>((done) =>
      document.addEventListener('securitypolicyviolation', ({ blockedURI }) => {
        refused.add(blockedURI.split(':')[0] ?? '');
        if (['ws', 'blob', 'http'].every((kind) => refused.has(kind))) done();
      }),
    );
    const add = (name: string, more: object) =>
      document.head.append(Object.assign(document.createElement(name), more));
    add('style', {
      textContent: `@import url(http://${host}/style); html { background: url(http://${host}/bg) }`,
    });
    add('img', { src: `http://${host}/image` });
    add('iframe', { src: `http://${host}/frame` });
    add('link', { rel: 'prefetch', href: `http://${host}/prefetch` });
    add('link', { rel: 'preconnect', href: `http://${host}` });
    navigator.sendBeacon(`http://${host}/beacon`, 'x');
    new WebSocket(`ws://${host}/socket`);
    new Worker(URL.createObjectURL(new Blob([`new WebSocket('ws://${host}/worker')`])));
    await fetch(`http://${host}/fetch`).catch(() => {});
    await told;
    return { width: 1 } as Drawn;
  };
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  expect(await drawing.draw(all, { source: host } as DrawOrder, 20_000)).toEqual({ width: 1 });
  expect(asked).toEqual([]);
});

test('the browser draws one picture at a time while pages without one go on', async () => {
  let draw = (_picture: Drawn): void => {};
  const asked = drawer(
    () =>
      new Promise((done) => {
        draw = done;
      }),
  );
  const diagrams = new Map([...dense(4), ['handoff', handoff], ['another', handoff]]);
  const started = drawAll(diagrams, { cache: join(temporaryFolder('drawing'), 'cache'), log: () => {} });
  expect((await started.get('lifecycle')?.drawing)?.drawn).not.toBeNull();
  expect([...started.values()].every(({ mermaid }) => mermaid !== '')).toBe(true);
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  const waiting = Promise.race([started.get('another')?.drawing, Promise.resolve('waits')]);
  expect([await waiting, asked.length]).toEqual(['waits', 1]);
  draw(picture);
  expect((await started.get('handoff')?.drawing)?.drawn).toEqual(picture);
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  draw(picture);
  expect((await started.get('another')?.drawing)?.drawn).toEqual(picture);
});

describe('drawings kept between builds', () => {
  const diagrams = new Map([['handoff', handoff]]);

  test('are taken from the cache, and what the browser really draws is among what may be kept', async () => {
    const browser = await startDrawing();
    onTestFinished(() => browser.close());
    vi.stubGlobal('mopsDrawing', Promise.resolve(browser));
    const first = await drawn(diagrams);
    const [file = ''] = readdirSync(first.cache);
    expect(keptDrawing(readFileSync(join(first.cache, file), 'utf8'))).toEqual(
      first.drawings.get('handoff')?.drawn,
    );
    const asked = drawer();
    const again = await drawn(diagrams, first.cache);
    expect(asked).toEqual([]);
    expect(again.drawings.get('handoff')?.drawn).toEqual(first.drawings.get('handoff')?.drawn);
  });

  test.each([
    ['an empty file', ''],
    ['half a file', JSON.stringify(picture).slice(0, 80)],
    ['another kind of JSON', '[]'],
    ['null', 'null'],
    ['no numbers', JSON.stringify({ ...picture, width: '10" onload="alert(1)' })],
    ['a script', JSON.stringify({ ...picture, body: '<script>alert(1)</script>' })],
    ['a handler', JSON.stringify({ ...picture, body: '<rect x="1" onclick="alert(1)"/>' })],
    ['a link', JSON.stringify({ ...picture, body: '<a href="https://evil.example"><rect/></a>' })],
    ['a style', JSON.stringify({ ...picture, body: '<rect style="fill:url(//evil.example)"/>' })],
    [
      'an address',
      JSON.stringify({ ...picture, body: '<path d="M0 0" marker-end="url(//evil.example/x)"/>' }),
    ],
    ['an image', JSON.stringify({ ...picture, body: '<image href="//evil.example/x.png"/>' })],
    ['a foreign object', JSON.stringify({ ...picture, body: '<foreignObject><b>x</b></foreignObject>' })],
    ['a tag that does not end', JSON.stringify({ ...picture, body: '<g><rect x="1"' })],
    ['a comment', JSON.stringify({ ...picture, body: '<!-- --><rect/>' })],
  ])('with %s under its name are drawn anew', async (_what, planted) => {
    drawer();
    const { cache } = await drawn(diagrams);
    const [file = ''] = readdirSync(cache);
    writeFileSync(join(cache, file), planted);
    const asked = drawer();
    const { drawings } = await drawn(diagrams, cache);
    expect(asked).toHaveLength(1);
    expect(drawings.get('handoff')?.drawn).toEqual(picture);
    expect(JSON.parse(readFileSync(join(cache, file), 'utf8'))).toEqual(picture);
  });

  test('where nothing can be kept everything is drawn all the same', async () => {
    const folder = temporaryFolder('drawing');
    writeFileSync(join(folder, 'file'), '');
    drawer();
    expect((await drawn(diagrams, join(folder, 'file', 'cache'))).drawings.get('handoff')?.drawn).toEqual(
      picture,
    );
    // A folder under the name of the drawing.
    const { cache } = await drawn(diagrams);
    const [file = ''] = readdirSync(cache);
    const taken = join(temporaryFolder('drawing'), 'cache');
    mkdirSync(join(taken, file), { recursive: true });
    const there = await drawn(diagrams, taken);
    expect(there.drawings.get('handoff')?.drawn).toEqual(picture);
    expect(readdirSync(taken)).toEqual([file]);
  });
});

test('no program of the checked tree draws or builds, however old our own Node is', () => {
  const tree = temporaryFolder('planted-node');
  const bin = join(tree, 'node_modules', 'node', 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(tree, 'package.json'), '{}');
  writeFileSync(join(tree, 'node_modules', 'node', 'package.json'), '{"name": "node"}');
  writeFileSync(join(bin, 'node'), '#!/bin/sh\necho planted\n', { mode: 0o755 });
  const source = pathToFileURL(join(import.meta.dirname, '../../src/shell/site/process.ts')).href;
  const asks = `import(${JSON.stringify(source)}).then(({ astroNode }) => console.log(astroNode(process.argv[1], '20.0.0')))`;
  const asked = spawnSync(process.execPath, ['-e', asks, temporaryFolder('package')], {
    cwd: tree,
    encoding: 'utf8',
  });
  expect(asked.stdout.trim()).toBe('null');
});

test('the browser runs in its sandbox wherever there is one', () => {
  expect(sandboxes(1001)).toEqual([true, false]);
  expect(sandboxes(undefined)).toEqual([true, false]);
  expect(sandboxes(0)).toEqual([false]);
});
