/**
 * Builds what is committed and must match the sources: the bundles with the licences of what is in them, the JSON
 * Schemas, the lists of rules and formats, and the generated parts of the guides. Same sources, same bytes. With `--check` it writes nothing and
 * fails where a committed file differs.
 */

import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { z } from 'zod';
import { configSchema } from '../src/config/schema.ts';
import { lifecycleSchema } from '../src/export/schema.ts';
import { generatedIndexes } from './indexes.ts';
import { withoutUnused } from './unused.ts';

const root = join(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const check = process.argv.includes('--check');
const stale: string[] = [];

/** What only `mops replay` reads tables with: files of their own beside the command, which no other command loads. */
const replayPackages = ['papaparse', 'hyparquet', 'hyparquet-compressors'];

/** Packages inside a bundle, by the folder the bundle is in. */
const bundled = new Map<string, Set<string>>();

// First of all: everything below reads them.
for (const { path, text } of generatedIndexes()) put(path, text);
const cli = await bundle('src/shell/cli.ts', 'dist/cli.cjs', {
  target: 'node20',
  banner: '(function (exports, require, module, __filename, __dirname) {',
  footer: '})',
});
const launcher = { target: 'node20', banner: '#!/usr/bin/env node', define: { CLI_HASH: hashOf(cli) } };
await bundle('src/shell/launch.ts', 'dist/mops.cjs', launcher);
for (const name of replayPackages) await bundle(name, `dist/${name}.cjs`, { target: 'node20', banner: '' });
if (existsSync(join(root, 'action/main.ts'))) {
  await bundle('action/main.ts', 'action/dist/main.cjs', { target: 'node24', banner: '' });
}
for (const [folder, packages] of bundled) put(join(folder, 'licenses.txt'), licencesOf(packages));
put('schema/config.json', schemaText(configSchema, 'input', 'mops.config.yml'));
put('schema/lifecycle.json', schemaText(lifecycleSchema, 'output', 'Lifecycle export'));

const { generatedDocs } = await import('./docs.ts');
for (const { path, text } of generatedDocs()) put(path, text);

if (stale.length > 0) {
  console.error(`Out of date: ${stale.join(', ')}. Run: npm run build`);
  process.exit(1);
}

/** Leaves packages out of a bundle: they are files beside it. */
function besides(names: readonly string[]): Plugin {
  return {
    name: 'besides',
    setup(bundler) {
      bundler.onResolve({ filter: new RegExp(`^(?:${names.join('|')})$`) }, ({ path }) => ({
        path: `./${path}.cjs`,
        external: true,
      }));
    },
  };
}

/** One self-contained CommonJS file. What only the site needs stays out: it runs in a process of its own. */
async function bundle(
  entry: string,
  output: string,
  {
    target,
    banner,
    footer = '',
    define = {},
  }: {
    readonly target: string;
    readonly banner: string;
    readonly footer?: string;
    readonly define?: Readonly<Record<string, string>>;
  },
): Promise<string> {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: output,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target,
    minify: true,
    write: false,
    metafile: true,
    plugins: [withoutUnused(root), ...(entry === 'src/shell/cli.ts' ? [besides(replayPackages)] : [])],
    legalComments: 'none',
    logLevel: 'warning',
    define: { MOPS_VERSION: JSON.stringify(version), 'import.meta.dirname': '__dirname', ...define },
    banner: { js: banner },
    footer: { js: footer },
  });
  const text = plainAscii(result.outputFiles[0]?.text ?? '');
  put(output, text, banner.startsWith('#!') ? 0o755 : 0o644);
  const packages = bundled.get(dirname(output)) ?? new Set<string>();
  for (const input of Object.keys(result.metafile.inputs)) {
    const name = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[0];
    if (name !== undefined) packages.add(name);
  }
  bundled.set(dirname(output), packages);
  return text;
}

/** The first 16 letters of a SHA-256, as the text of a string. */
function hashOf(text: string): string {
  return JSON.stringify(createHash('sha256').update(text).digest('hex').slice(0, 16));
}

/**
 * Other signs than ASCII as escapes, also where esbuild leaves them: in patterns and tagged templates. One of them makes
 * V8 keep the whole source in two bytes a letter. `String.raw` is used for patterns alone, where an escape means the sign.
 */
function plainAscii(text: string): string {
  return text.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The licence texts of bundled packages, as their licences ask for. */
function licencesOf(packages: ReadonlySet<string>): string {
  return [...packages]
    .sort()
    .map((path) => {
      const folder = join(root, path);
      const {
        name,
        version: release,
        license,
      } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying)/i.test(entry));
      const text =
        file === undefined
          ? `Licence: ${license ?? 'not stated'}`
          : readFileSync(join(folder, file), 'utf8').trim();
      return `${name} ${release}\n\n${text.replaceAll('\r\n', '\n')}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}

function schemaText(schema: z.core.$ZodType, io: 'input' | 'output', title: string): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-7' });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}

function put(path: string, text: string, mode = 0o644): void {
  const file = join(root, path);
  const same = existsSync(file) && readFileSync(file, 'utf8') === text;
  if (check) {
    if (!same) stale.push(path);
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  if (!same) writeFileSync(file, text);
  chmodSync(file, mode);
}
