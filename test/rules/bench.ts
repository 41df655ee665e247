/** The rule test bench: a case folder laid over a passing lifecycle, checked, and printed as a user sees it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { check } from '../../src/check/check.ts';
import type { Report } from '../../src/check/finding.ts';
import { readConfig } from '../../src/config/read.ts';
import type { Config } from '../../src/config/schema.ts';
import { buildModel } from '../../src/lifecycle/build.ts';
import { textReport } from '../../src/report/text.ts';
import { ruleIds, rules } from '../../src/rules/index.ts';
import type { SourceFile } from '../../src/sot/entry.ts';
import { readRepository } from '../../src/sot/index.ts';

/** The day on which all cases are checked. */
export const today = '2026-11-15';

export const casesFolder = join(import.meta.dirname, '..', 'cases');

export const bases = ['standard', 'deep', 'quick', 'hybrid', 'self-serve'] as const;
export type Base = (typeof bases)[number];

/** `case.yml`. A failing case has exactly one finding, of its rule, unless `findings` or `also` says otherwise. */
export interface CaseFile {
  readonly base: Base | 'none';
  /** Files of the base that are left out. */
  readonly remove?: readonly string[];
  /** Keys laid over the base's config; null takes one away. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** How many findings of its rule the case has, when it is not one. */
  readonly findings?: number;
  /** Rules that rightly speak as well. */
  readonly also?: readonly string[];
}

export interface Case extends CaseFile {
  readonly rule: string;
  readonly situation: string;
  readonly folder: string;
  /** `ok-…`: what looks wrong and is right. */
  readonly passes: boolean;
}

/** Every case there is, sorted. */
export function allCases(): Case[] {
  return foldersIn(casesFolder)
    .filter((rule) => rule !== 'base')
    .flatMap((rule) =>
      foldersIn(join(casesFolder, rule)).map((situation) => {
        const folder = join(casesFolder, rule, situation);
        const file = parse(readFileSync(join(folder, 'case.yml'), 'utf8')) as CaseFile;
        return { ...file, rule, situation, folder, passes: situation.startsWith('ok-') };
      }),
    );
}

/** A base's files, path from its folder. */
export function baseFiles(base: Base): SourceFile[] {
  return filesIn(join(casesFolder, 'base', base));
}

/** The files of a case: the base without what it removes, its own files over it. */
export function caseFiles({ base, remove = [], folder }: Case): SourceFile[] {
  const files = new Map<string, SourceFile>();
  if (base !== 'none') for (const file of baseFiles(base)) files.set(file.path, file);
  for (const path of remove) {
    if (!files.delete(path)) throw new Error(`${folder}: the base has no ${path} to remove`);
  }
  for (const file of filesIn(folder)) files.set(file.path, file);
  return [...files.values()];
}

export function caseConfig({ base, config = {} }: CaseFile): Config {
  const text =
    base === 'none' ? null : readFileSync(join(casesFolder, 'base', base, 'mops.config.yml'), 'utf8');
  const keys = Object.entries({ ...(text === null ? {} : (parse(text) as object)), ...config });
  return configOf(Object.fromEntries(keys.filter(([, value]) => value !== null)));
}

/** A config as the CLI would read it from these keys; throws when it is none. */
export function configOf(keys: object): Config {
  const reading = readConfig(
    Object.keys(keys).length === 0 ? null : stringify(keys),
    'mops.config.yml',
    ruleIds,
  );
  if ('errors' in reading) throw new Error(reading.errors.map(({ message }) => message).join('\n'));
  return reading.config;
}

export function reportOf(files: readonly SourceFile[], config: Config): Report {
  return check(buildModel(readRepository(files), config), { today });
}

/** The report of one snippet, as the only file. */
export function reportOfText(text: string, keys: object = {}): Report {
  return reportOf([{ path: 'SoT/example.md', text }], configOf(keys));
}

/** What the user sees at the terminal. */
export function printed(report: Report): string {
  return textReport(report, { rules, version: '0.0.0' });
}

function foldersIn(folder: string): string[] {
  const found = readdirSync(folder, { withFileTypes: true });
  return found
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Markdown files below a folder, as SoT files: `SoT/**`, `PRD.md`, `README.md`. */
function filesIn(folder: string): SourceFile[] {
  const places = ['PRD.md', 'README.md'].filter((name) => existsSync(join(folder, name)));
  const inSot = existsSync(join(folder, 'SoT')) ? readdirSync(join(folder, 'SoT'), { recursive: true }) : [];
  const paths = [...places, ...inSot.map((name) => `SoT/${name}`).filter((name) => name.endsWith('.md'))];
  return paths.sort().map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}
