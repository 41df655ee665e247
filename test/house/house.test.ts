/** What ARCHITECTURE.md and CONTRIBUTING.md say about the sources, held against the sources. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gateTitles } from '../../src/rules/gates.ts';
import { circles, floorOf, floors, imports, root, sources } from './imports.ts';

/** Files past 250 lines and why they are not cut. The list only gets shorter. */
const long: Readonly<Record<string, string>> = {
  'src/language/tables/fields.ts': 'a table of words',
  'src/lifecycle/model.ts': 'the types of one model',
  'src/language/tables/roles.ts': 'a table of words',
  'src/sla/text/refusals.ts': 'a table of messages',
  'src/sla/limit/tail.ts': 'one walk over what may follow a limit',
  'site/scripts/draw-diagram.ts': 'one picture from end to end',
  'site/scripts/due.ts': 'one form and its answer',
  'site/view/page.ts': 'the types of one page',
};

/** Circles of files, and why they are still there. The list only gets shorter. */
const round: Readonly<Record<string, string>> = {
  'src/lifecycle/entry-parts.ts src/lifecycle/model.ts':
    'types of one model: the ways of a stage hold stages',
  'site/view/diagram-links.ts site/view/diagrams.ts site/view/site.ts':
    'types of one site: its pictures link to its pages',
};

const all = imports();

test('every folder of src stands in the order of ARCHITECTURE.md', () => {
  const known = floors().flat();
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true });
  expect(folders.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
});

test('nobody imports upwards', () => {
  const level = new Map(floors().flatMap((names, at) => names.map((name) => [name, at] as const)));
  const wrong = all
    .filter(({ to }) => /^(?:src|action|site)\//.test(to))
    .filter(({ from, to }) => (level.get(floorOf(to)) ?? 0) > (level.get(floorOf(from)) ?? -1));
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

test('no folders import each other in a circle', () => {
  const arrows = all
    .map(({ from, to }) => ({ from: floorOf(from), to: floorOf(to) }))
    .filter(({ from, to }) => from !== to);
  expect(circles(arrows)).toEqual([]);
});

test('no files import each other in a circle', () => {
  // A component draws blocks, and some blocks hold blocks.
  const found = circles(all.filter(({ to }) => to !== 'site/components/Blocks.astro')).map((group) =>
    group.join(' '),
  );
  expect(found.filter((group) => !(group in round))).toEqual([]);
});

/** What is asked or listed in one place, by how it looks where somebody does it by hand. */
const askedOnce: readonly [question: string, byHand: RegExp, places: readonly string[]][] = [
  ['which stage a line leads to', /arget\??\.stages\[0\]/, ['src/lifecycle/target-stages.ts']],
  ['whether a record counts', /[!=]==\s*'retired'/, ['src/lifecycle/standing.ts']],
  ['which record an entry is', /\.entry === entry\)/, []],
  [
    'whether a target is a place where a lead can be',
    /=== 'stage' \|\| \w+(?:\.kind)? === 'sink'/,
    ['src/lifecycle/target-stages.ts'],
  ],
  ['what a payload is made of', /'Touchpoint history'/, ['src/language/tables/fields.ts']],
  ['what the days of a week are called', /'mon', 'tue', 'wed', 'thu', 'fri', 'sat'/, ['src/sla/units.ts']],
  [
    'how signs of XML are escaped',
    /'&amp;'/,
    // The function that draws is handed to a browser page as its text, and brings all it calls.
    ['src/untrusted/xml.ts', 'site/scripts/draw-diagram.ts'],
  ],
  [
    'whether a record is in force or still to come',
    /[!=]==\s*'(?:gated|drafted)'/,
    ['src/lifecycle/standing.ts'],
  ],
];

test.each(askedOnce)('%s is known in one place', (_question, byHand, places) => {
  const asking = sources().filter((path) => byHand.test(readFileSync(join(root, path), 'utf8')));
  expect(asking.filter((path) => !places.includes(path))).toEqual([]);
});

test('no file is longer than 250 lines without a reason', () => {
  const lengths = sources().map((path) => [
    path,
    readFileSync(join(root, path), 'utf8').split('\n').length - 1,
  ]);
  expect(lengths.filter(([path, lines]) => Number(lines) > 250 && !(String(path) in long))).toEqual([]);
});

test('every exported function of the core, the command, the Action and the site says what it gives', () => {
  const silent = sources().flatMap((path) => {
    const lines = readFileSync(join(root, path), 'utf8').split('\n');
    return lines.flatMap((line, at) => {
      const [, name] = /^export (?:async )?function\*? (\w+)/.exec(line) ?? [];
      return name === undefined || lines[at - 1]?.endsWith('*/') ? [] : [`${path} ${name}`];
    });
  });
  expect(silent).toEqual([]);
});

/** What looks like a path in the pages and is none of ours. */
const noPaths = ['n/a', 'zod/mini', 'SoT/SoT.BUSINESS_RULES.md'];

test('every path that ARCHITECTURE.md and CONTRIBUTING.md name is there', () => {
  const paths = sources();
  const lost = ['ARCHITECTURE.md', 'CONTRIBUTING.md']
    .flatMap((page) => [...readFileSync(join(root, page), 'utf8').matchAll(/`([\w.-]+\/[\w./-]*)`/g)])
    .map(([, path = '']) => path)
    .filter((path) => !noPaths.includes(path) && !paths.some((source) => source.endsWith(`/${path}`)))
    .filter((path) => ['', 'src'].every((folder) => !existsSync(join(root, folder, path))));
  expect(lost).toEqual([]);
});

/** Names that others ask for: what Astro calls in each page. */
const astros = ['GET', 'getStaticPaths'];

test.each([
  ['type', /^export (?:type|interface|class) (\w+)/gm],
  ['function or value', /^export (?:(?:async )?function\*?|const) (\w+)/gm],
])('the name of an exported %s means one thing', (_what, exported) => {
  const homes = sources().flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(exported)].map(
      ([, name = '']) => [name, path] as const,
    ),
  );
  const paths = new Map<string, string[]>();
  for (const [name, path] of homes) paths.set(name, [...(paths.get(name) ?? []), path]);
  expect([...paths].filter(([name, { length }]) => length > 1 && !astros.includes(name))).toEqual([]);
});

test('the title of a gate stands in its table and in one printout: another title moves nothing else', () => {
  const folder = join(root, 'test');
  const holding = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => !/(?:^|\/)(?:cases\/(?!base\/)|__)/.test(path) && /\.(?:ts|txt|md|json)$/.test(path))
    .filter((path) => {
      const text = readFileSync(join(folder, path), 'utf8');
      return Object.values(gateTitles).some((title) => text.includes(title));
    });
  expect(holding).toEqual(['cases/base/quick/expected.txt']);
});

test('the bundle of the Action is no larger than in November 2026', () => {
  expect(statSync(join(root, 'action/dist/main.cjs')).size).toBeLessThanOrEqual(1_276_695);
});

test('what the command and the Action read is checked by the small schemas', () => {
  const large = sources().filter(
    (path) => path !== 'src/export/schema.ts' && /from 'zod'/.test(readFileSync(join(root, path), 'utf8')),
  );
  expect(large).toEqual([]);
});
