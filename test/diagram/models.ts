/** Models for the tests of diagrams and comparisons: from text, or from one of the examples. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readConfig } from '../../src/config/read.ts';
import type { Config } from '../../src/config/schema.ts';
import { buildModel } from '../../src/lifecycle/build.ts';
import type { Model } from '../../src/lifecycle/model.ts';
import { readRepository, type SourceFile } from '../../src/sot/index.ts';

/** The model of one file's text, with a config in YAML. */
export function modelOf(text: string, config: string | null = null): Model {
  return modelOfFiles([{ path: 'SoT/SoT.BUSINESS_RULES.md', text }], config);
}

export function modelOfFiles(files: readonly SourceFile[], config: string | null = null): Model {
  return buildModel(readRepository(files), configOf(config));
}

export function configOf(text: string | null): Config {
  const reading = readConfig(text, 'mops.config.yml', ['stage-sla']);
  if ('errors' in reading) throw new Error(reading.errors.map(({ message }) => message).join('; '));
  return reading.config;
}

const examples = new URL('../../examples/', import.meta.url);

/** Folders under `examples/` that hold a lifecycle. */
export const exampleNames = readdirSync(examples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/mops.config.yml`, examples)))
  .map(({ name }) => name)
  .sort();

/** The files of an example and its config's text. */
export function exampleFiles(name: string): { files: SourceFile[]; config: string } {
  const folder = new URL(`${name}/`, examples);
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) =>
      path.startsWith('SoT/') ? path.endsWith('.md') : path === 'PRD.md' || path === 'README.md',
    );
  return {
    files: paths.sort().map((path) => ({ path, text: readFileSync(new URL(path, folder), 'utf8') })),
    config: readFileSync(new URL('mops.config.yml', folder), 'utf8'),
  };
}

export function exampleModel(name: string): Model {
  const { files, config } = exampleFiles(name);
  return modelOfFiles(files, config);
}
