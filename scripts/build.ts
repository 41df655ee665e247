/**
 * Builds what is committed and must match the sources: the bundles, the JSON Schemas and the
 * generated parts of the guides. Same sources, same
 * bytes. With `--check` it writes nothing and fails where a committed file differs.
 */

import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { z } from 'zod';
import { configSchema } from '../src/config/schema.ts';
import { lifecycleSchema } from '../src/report/export-schema.ts';
import { generatedDocs } from './docs.ts';

const root = join(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const check = process.argv.includes('--check');
const stale: string[] = [];

await bundle('src/shell/launch.ts', 'dist/mops.cjs', { target: 'node20', banner: '#!/usr/bin/env node' });
await bundle('src/shell/cli.ts', 'dist/cli.cjs', { target: 'node20', banner: '' });
if (existsSync(join(root, 'action/main.ts'))) {
  await bundle('action/main.ts', 'action/dist/main.cjs', { target: 'node24', banner: '' });
}
put('schema/config.json', schemaText(configSchema, 'input', 'mops.config.yml'));
put('schema/lifecycle.json', schemaText(lifecycleSchema, 'output', 'Lifecycle export'));

for (const { path, text } of generatedDocs()) put(path, text);

if (stale.length > 0) {
  console.error(`Out of date: ${stale.join(', ')}. Run: npm run build`);
  process.exit(1);
}

/**
 * @actions/core loads an HTTP client for OIDC tokens, which the Action never asks for: a tenth of a second of every
 * run. The client that @actions/github brings is loaded only with a token, and stays.
 */
function withoutOidc(): Plugin {
  return {
    name: 'without-oidc',
    setup(bundler) {
      bundler.onResolve({ filter: /^@actions\/http-client/ }, ({ path, importer }) =>
        importer.includes('oidc-utils') ? { path, namespace: 'unused' } : undefined,
      );
      bundler.onLoad({ filter: /.*/, namespace: 'unused' }, () => ({
        contents: 'export class HttpClient {}\nexport class BearerCredentialHandler {}',
      }));
    },
  };
}

/** One self-contained CommonJS file. What only the site needs stays out: it runs in a process of its own. */
async function bundle(
  entry: string,
  output: string,
  { target, banner }: { readonly target: string; readonly banner: string },
): Promise<void> {
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
    plugins: [withoutOidc()],
    legalComments: 'none',
    external: ['./cli.cjs'],
    logLevel: 'warning',
    define: { MOPS_VERSION: JSON.stringify(version), 'import.meta.dirname': '__dirname' },
    banner: { js: banner },
  });
  put(output, result.outputFiles[0]?.text ?? '', banner === '' ? 0o644 : 0o755);
}

function schemaText(schema: z.ZodType, io: 'input' | 'output', title: string): string {
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
