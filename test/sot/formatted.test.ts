/** What a formatter makes of a file is no change of meaning (SPEC §2): the same lifecycle comes out. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Config } from '../../src/config/schema.ts';
import { exportLifecycle } from '../../src/export/lifecycle.ts';
import type { SourceFile } from '../../src/sot/entry.ts';
import { caseConfig, configOf, modelOf } from '../rules/bench.ts';
import { allCases, caseFiles } from '../rules/case-file.ts';
import { dialects } from './dialects.ts';
import { type Formatter, formatters } from './formatters.ts';

interface Document {
  readonly name: string;
  readonly files: readonly SourceFile[];
  readonly config: Config;
}

const root = join(import.meta.dirname, '..', '..', 'examples');

/** Every example with entries. */
function examples(): Document[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !['replay', 'workflows'].includes(entry.name))
    .map(({ name }) => {
      const text = (path: string) => readFileSync(join(root, name, path), 'utf8');
      const paths = [
        'PRD.md',
        'README.md',
        ...readdirSync(join(root, name, 'SoT')).map((one) => `SoT/${one}`),
      ];
      return {
        name: `examples/${name}`,
        files: paths.map((path) => ({ path, text: text(path) })),
        config: configOf(parse(text('mops.config.yml')) as object),
      };
    });
}

/** The quiet cases, whose every word counts, and all that are about reading. */
function cases(): Document[] {
  return allCases()
    .filter(({ passes, rule }) => passes || rule === 'reading')
    .map((one) => ({
      name: `${one.rule}/${one.situation}`,
      files: caseFiles(one),
      config: caseConfig(one),
    }));
}

function dialectDocuments(): Document[] {
  return dialects.map(({ name, text }) => ({
    name: `the dialect ${name}`,
    files: [{ path: 'SoT/rules.md', text }],
    config: configOf({}),
  }));
}

const known = new Map<string, string>();

/** Lines of the exported lifecycle, places apart. Where formatters make the same of a document, it is read once. */
function meaning(files: readonly SourceFile[], config: Config): string {
  const all = JSON.stringify([files, config]);
  const said = known.get(all) ?? read(files, config);
  known.set(all, said);
  return said;
}

function read(files: readonly SourceFile[], config: Config): string {
  const model = modelOf(files, config);
  return JSON.stringify(
    exportLifecycle(model),
    (key, value) => (key === 'file' || key === 'line' ? undefined : value),
    1,
  );
}

const made = new Map<Formatter, Map<string, Promise<SourceFile>>>();
const sections = new Map<Formatter, Map<string, Promise<string>>>();

/** Most cases change one file of a base: the others are formatted, and read, once. */
function formattedOnce({ path, text }: SourceFile, formatter: Formatter): Promise<SourceFile> {
  return once(made, formatter, `${path}\0${text}`, () =>
    inSections(text, formatter).then((done) => ({ path, text: done })),
  );
}

/** What may reach over a heading: fences, HTML, front matter, and definitions of links. */
const reaching = /^(?:[ \t]*[<`~]|---\s*$|\[[^\]\n]+\]:)/m;

/** A case changes a line or two of its file: the sections that it leaves alone are formatted once for all cases. */
async function inSections(text: string, formatter: Formatter): Promise<string> {
  if (reaching.test(text)) return formatter(text);
  const parts = text.split(/^(?=## )/m);
  const done = await Promise.all(parts.map((part) => once(sections, formatter, part, () => formatter(part))));
  return done.filter((part) => part !== '').join('\n');
}

function once<T>(
  kept: Map<Formatter, Map<string, Promise<T>>>,
  formatter: Formatter,
  key: string,
  make: () => Promise<T>,
): Promise<T> {
  const known = kept.get(formatter) ?? new Map<string, Promise<T>>();
  kept.set(formatter, known);
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

async function formatted({ files }: Document, formatter: Formatter): Promise<SourceFile[]> {
  return Promise.all(files.map((file) => formattedOnce(file, formatter)));
}

describe.each(Object.entries(formatters))('%s', (_name, formatter) => {
  test.each([
    ['the examples', examples],
    ['the dialects', dialectDocuments],
    ['the quiet cases', cases],
  ])(
    'leaves %s as they mean',
    async (_what, documents) => {
      for (const document of documents()) {
        const files = await formatted(document, formatter);
        expect
          .soft(meaning(files, document.config), document.name)
          .toBe(meaning(document.files, document.config));
      }
    },
    300_000,
  );
});

test.each(Object.entries(formatters))(
  '%s makes of a file what it makes of its sections',
  async (_name, formatter) => {
    const some = cases().filter((_one, at) => at % 40 === 0);
    const files = [...examples(), ...dialectDocuments(), ...some].flatMap((one) => one.files);
    for (const text of new Set(files.map((file) => file.text)))
      expect(await inSections(text, formatter)).toBe(await formatter(text));
  },
);
