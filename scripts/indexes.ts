/**
 * The lists of rules, output formats and pages, written by `npm run build` from the files that are there: who adds a
 * rule, a format or a page adds its file and nothing else. They are committed, so that the compiler checks each entry and a reader
 * sees them all.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Folders of rules in the order of the documentation; further ones follow by name. */
const folders = [
  'entries',
  'references',
  'shape',
  'stages',
  'sla',
  'handoffs',
  'rejection',
  'monitoring',
  'downstream',
  'deep',
  'files',
];

/** Formats in the order of `--help`, the default first; further ones follow by name. */
const formats = ['text', 'json', 'sarif', 'markdown', 'github'];

/** Makers of pages in the order of the site; further ones follow by folder and name. */
const pages = [
  'homePage',
  'onboardingPages',
  'glossaryPage',
  'stagePages',
  'sinkPages',
  'handoffPages',
  'rolePages',
  'slaPages',
  'channelPage',
  'tracePages',
  'replayPages',
  'gatePages',
  'placeholderPage',
  'changesPage',
  'rulePages',
  'idPages',
];

const generated =
  '/* biome-ignore-all assist/source/organizeImports: in the order of the documentation */\n/** Written by `npm run build` from the files there are. */\n';

/** Path and text of each list. */
export function generatedIndexes(): { readonly path: string; readonly text: string }[] {
  return [rulesIndex(), ...formatIndexes(), pagesIndex()];
}

/** A rule is a file in a folder of `src/rules`, named for its ID; it exports the ID in camel case. */
function rulesIndex() {
  const found = readdirSync(join(root, 'src/rules'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const files = known(
    found.map(({ name }) => name),
    folders,
  ).flatMap((folder) => namesIn(`src/rules/${folder}`).map((id) => ({ folder, id })));
  const imports = files.map(({ folder, id }) => `import { ${camel(id)} } from './${folder}/${id}.ts';\n`);
  const text = `${generated}import type { Rule } from './rule.ts';
${imports.join('')}
/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [
${files.map(({ id }) => `  ${camel(id)},\n`).join('')}];

/** IDs of all rules, for the config reader and the command line. */
export const ruleIds: readonly string[] = rules.map(({ id }) => id);
`;
  return { path: 'src/rules/index.ts', text };
}

/** A format is a file of `src/report` that exports a function `<format>Report`. */
function formatIndexes() {
  const own = namesIn('src/report').filter((name) =>
    readFileSync(join(root, 'src/report', `${name}.ts`), 'utf8').includes(
      `export function ${camel(name)}Report(`,
    ),
  );
  const names = known(own, formats);
  const imports = names.map((name) => `import { ${camel(name)}Report } from './${name}.ts';\n`);
  const key = (name: string) => (name.includes('-') ? `'${name}'` : name);
  return [
    {
      path: 'src/report/formats.ts',
      text: `/** Written by \`npm run build\` from the files there are: the formats of \`mops check --format\`. */
export const formats = ${listOf(names.map((name) => `'${name}'`))} as const;
export type Format = (typeof formats)[number];
`,
    },
    {
      path: 'src/report/index.ts',
      text: `${generated}import type { Format } from './formats.ts';
import type { Reporter } from './reporter.ts';
${imports.join('')}
/** The reporter of each format. */
export const reporters = {
${names.map((name) => `  ${key(name)}: ${camel(name)}Report,\n`).join('')}} satisfies Record<Format, Reporter>;
`,
    },
  ];
}

/** An array as the formatter writes it. */
function listOf(items: readonly string[]): string {
  const line = `[${items.join(', ')}]`;
  return line.length <= 75 ? line : `[\n${items.map((item) => `  ${item},\n`).join('')}]`;
}

/** A page's file is one in a folder of `site/view` that exports a function `<name>Page` or `<name>Pages` of the site. */
function pagesIndex() {
  const makers = readdirSync(join(root, 'site/view'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: folder }) =>
      namesIn(`site/view/${folder}`).flatMap((name) => {
        const text = readFileSync(join(root, 'site/view', folder, `${name}.ts`), 'utf8');
        const found = text.matchAll(/^export function (\w+Pages?)\(\s*_?site: Site\b/gm);
        return [...found].map(([, maker = '']) => ({ maker, from: `./${folder}/${name}.ts` }));
      }),
    );
  const order = known(
    makers.map(({ maker }) => maker),
    pages,
  );
  const fromOf = new Map(makers.map(({ maker, from }) => [maker, from]));
  return {
    path: 'site/view/pages.ts',
    text: `${generated}import type { Rule } from '../../src/rules/rule.ts';
import type { CommitChange } from '../lib/history.ts';
${order.map((maker) => `import { ${maker} } from '${fromOf.get(maker)}';\n`).join('')}import type { Page } from './page.ts';
import type { Site } from './site.ts';

type Maker = (
  site: Site,
  changes: readonly CommitChange[] | null,
  rules: readonly Rule[],
) => Page | readonly Page[];

/** What makes the pages of the site, in their order. */
export const makers: readonly Maker[] = [
${order.map((maker) => `  ${maker},\n`).join('')}];
`,
  };
}

/** Those with a place in the order first, in it; the others behind them, by name. */
function known(names: readonly string[], order: readonly string[]): string[] {
  return [...order.filter((name) => names.includes(name)), ...names.filter((name) => !order.includes(name))];
}

/** Names of the TypeScript files in a folder, sorted. */
function namesIn(folder: string): string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => basename(name, '.ts'))
    .sort();
}

function camel(name: string): string {
  return name.replace(/-(.)/g, (_whole, letter: string) => letter.toUpperCase());
}
