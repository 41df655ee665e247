/** The rule test bench: files in, report out, as the command would make it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { check } from '../../src/check/check.ts';
import type { Report } from '../../src/check/finding.ts';
import { readConfig } from '../../src/config/read.ts';
import type { Config } from '../../src/config/schema.ts';
import { type FieldWords, labelsOf } from '../../src/language/fields.ts';
import { buildModel } from '../../src/lifecycle/build.ts';
import type { Model } from '../../src/lifecycle/model.ts';
import { textReport } from '../../src/report/text.ts';
import { ruleIds, rules } from '../../src/rules/index.ts';
import type { ReadFile, SourceFile } from '../../src/sot/entry.ts';
import { readFile, repositoryOf } from '../../src/sot/index.ts';
import { type Case, casesFolder } from './case-file.ts';

/** The day on which all cases are checked. */
export const today = '2026-11-15';

const configs = new Map<string, Config>();

/** The config of a case; cases that say the same share one. */
export function caseConfig({ base, config = {} }: Pick<Case, 'base' | 'config'>): Config {
  const key = JSON.stringify([base, config]);
  const known = configs.get(key) ?? readCaseConfig(base, config);
  configs.set(key, known);
  return known;
}

function readCaseConfig(base: Case['base'], config: Readonly<Record<string, unknown>>): Config {
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
  return check(modelOf(files, config), { today });
}

/** The model of some files; a file that many cases share is read once. */
export function modelOf(files: readonly SourceFile[], config: Config): Model {
  const words = labelsOf(config.fields);
  const once = (file: SourceFile): ReadFile => {
    const known = readings.get(file) ?? new WeakMap<FieldWords, ReadFile>();
    readings.set(file, known);
    const read = known.get(words) ?? readFile(file, words);
    known.set(words, read);
    return read;
  };
  return buildModel(repositoryOf(files.map(once)), config);
}

const readings = new WeakMap<SourceFile, WeakMap<FieldWords, ReadFile>>();

/** The report of one snippet, as the only file. */
export function reportOfText(text: string, keys: object = {}): Report {
  return reportOf([{ path: 'SoT/example.md', text }], configOf(keys));
}

/** What the user sees at the terminal. */
export function printed(report: Report): string {
  return textReport(report, { rules, version: '0.0.0' });
}
