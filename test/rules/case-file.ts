/** One case as its YAML file tells it (the format is described in `test/cases/README.md`). */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, isScalar, parseDocument, visit } from 'yaml';
import { z } from 'zod';
import type { SourceFile } from '../../src/sot/entry.ts';

export const casesFolder = join(import.meta.dirname, '..', 'cases');

export const bases = ['standard', 'deep', 'quick', 'hybrid', 'self-serve'] as const;
export type Base = (typeof bases)[number];

/** Folders of cases that no single rule answers for. */
export const subjects = ['reading', 'words', 'clocks', 'writing', 'whole'];

/** A finding as a case expects it. Only `rule` must be said; `UPDATE_CASES=1` writes all that there is. */
const expectation = z.strictObject({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'notice']).optional(),
  /** Path, and `:line` where the text it points at stands more than once in the file. */
  at: z.string().optional(),
  /** First line of the text it points at. */
  on: z.string().optional(),
  says: z.string().optional(),
  fix: z.string().optional(),
  /** What stands there → what belongs there. */
  instead: z.string().optional(),
  /** What the offered edit makes of the lines it touches. */
  becomes: z.string().optional(),
  /** Related places: where, the text there, the message. */
  see: z.array(z.string()).optional(),
});
export type Expectation = z.infer<typeof expectation>;

const caseFile = z.strictObject({
  /** Why this is right, where the name does not say it. */
  note: z.string().optional(),
  base: z.enum([...bases, 'none']),
  /** Keys laid over the base's config; null takes one away. */
  config: z.record(z.string(), z.unknown()).optional(),
  /** Files of the base that are left out. */
  remove: z.array(z.string()).optional(),
  /** Path → what stands exactly once in the base's file → what stands there instead. */
  change: z.record(z.string(), z.record(z.string(), z.string())).optional(),
  /** Path → whole text of a file the base has not, or has otherwise. */
  files: z.record(z.string(), z.string()).optional(),
  /** Findings of these rules alone are compared. Without it the findings below are all there are. */
  only: z.array(z.string()).optional(),
  finds: z.array(expectation).min(1).optional(),
  /** The base's own lifecycle in another shape: `mops export json` is the same, places apart. */
  means: z.literal('base').optional(),
  /** In what its lifecycle differs from the base's, a line each (`read-as.ts`): quiet cases say what was read. */
  reads: z.array(z.string()).optional(),
  /** Path into `mops export json` → the value there. */
  export: z.record(z.string(), z.unknown()).optional(),
});

export interface Case extends z.infer<typeof caseFile> {
  /** The folder: a rule, or a subject that is no rule. */
  readonly rule: string;
  readonly situation: string;
  readonly path: string;
  /** `ok-…`: what looks wrong and is right. */
  readonly passes: boolean;
  readonly document: Document;
}

let read: readonly Case[] | null = null;

/** Every case there is, sorted. */
export function allCases(): readonly Case[] {
  read ??= readdirSync(casesFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'base')
    .map(({ name }) => name)
    .sort()
    .flatMap((rule) =>
      readdirSync(join(casesFolder, rule))
        .sort()
        .map((name) => readCase(rule, name)),
    );
  return read;
}

function readCase(rule: string, name: string): Case {
  const path = join(casesFolder, rule, name);
  if (!name.endsWith('.yml')) throw new Error(`${path} is no case: a case is one .yml file`);
  const document = parseDocument(readFileSync(path, 'utf8'), { uniqueKeys: true });
  if (document.errors.length > 0) throw new Error(`${path}: ${document.errors[0]?.message}`);
  const checked = caseFile.safeParse(document.toJS());
  if (!checked.success) throw new Error(`${path}: ${z.prettifyError(checked.error)}`);
  const situation = name.slice(0, -'.yml'.length);
  return { ...checked.data, rule, situation, path, document, passes: situation.startsWith('ok-') };
}

/** Puts the findings into the case's file, everything else in it as it was. */
export function writeFindings({ document, path }: Case, finds: readonly Expectation[]): void {
  if (finds.length === 0) document.delete('finds');
  else document.set('finds', document.createNode(finds));
  writeFileSync(path, yamlOf(document));
}

/** Puts what a lifecycle says otherwise than its base into the case's file. */
export function writeReads({ document, path }: Case, reads: readonly string[]): void {
  document.set('reads', document.createNode(reads));
  writeFileSync(path, yamlOf(document));
}

/** YAML as a person would write it: texts of several lines as they stand, long ones folded. */
export function yamlOf(document: Document): string {
  visit(document, {
    Scalar(place, node) {
      if (isScalar(node) && typeof node.value === 'string' && node.value.includes('\n'))
        node.type = place === 'key' ? 'QUOTE_DOUBLE' : 'BLOCK_LITERAL';
    },
  });
  return document.toString({ lineWidth: 120, flowCollectionPadding: false });
}

const kept = new Map<Base, readonly SourceFile[]>();

/** A base's files, path from its folder. */
export function baseFiles(base: Base): readonly SourceFile[] {
  const files = kept.get(base) ?? readBase(base);
  kept.set(base, files);
  return files;
}

function readBase(base: Base): SourceFile[] {
  const folder = join(casesFolder, 'base', base);
  const places = ['PRD.md', 'README.md'].filter((name) => existsSync(join(folder, name)));
  const inSot = readdirSync(join(folder, 'SoT'), { recursive: true }).map((name) => `SoT/${name}`);
  const paths = [...places, ...inSot.filter((name) => name.endsWith('.md'))];
  return paths.sort().map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}

/** The files of a case: the base without what it removes, changed, its own files over it. */
export function caseFiles({ base, remove = [], change = {}, files = {}, path: name }: Case): SourceFile[] {
  const laid = new Map<string, SourceFile>();
  if (base !== 'none') for (const file of baseFiles(base)) laid.set(file.path, file);
  for (const path of remove) {
    if (!laid.delete(path)) throw new Error(`${name}: the base has no ${path} to remove`);
  }
  for (const [path, pairs] of Object.entries(change)) {
    const file = laid.get(path);
    if (file === undefined) throw new Error(`${name}: the base has no ${path} to change`);
    laid.set(path, { path, text: changed(file.text, pairs, `${name}: ${path}`) });
  }
  for (const [path, text] of Object.entries(files)) laid.set(path, { path, text });
  return [...laid.values()];
}

/** Every left side stands once in the text as it was, so the order of the pairs does not matter. */
function changed(text: string, pairs: Readonly<Record<string, string>>, where: string): string {
  const places = Object.entries(pairs).map(([from, to]) => {
    const at = text.indexOf(from);
    if (at < 0 || text.indexOf(from, at + 1) >= 0)
      throw new Error(`${where}: ${JSON.stringify(from)} stands ${at < 0 ? 'nowhere' : 'more than once'}`);
    return { at, end: at + from.length, to };
  });
  let done = '';
  let from = 0;
  for (const { at, end, to } of places.sort((a, b) => a.at - b.at)) {
    if (at < from) throw new Error(`${where}: two changes overlap`);
    done += text.slice(from, at) + to;
    from = end;
  }
  return done + text.slice(from);
}
