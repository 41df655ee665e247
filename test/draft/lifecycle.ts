import { check } from '../../src/check/check.ts';
import type { Report } from '../../src/check/finding.ts';
import { readConfig } from '../../src/config/read.ts';
import type { Config } from '../../src/config/schema.ts';
import { buildModel } from '../../src/lifecycle/build.ts';
import type { Model } from '../../src/lifecycle/model.ts';
import { rules } from '../../src/rules/index.ts';
import { readFile, repositoryOf } from '../../src/sot/index.ts';

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

export const today = '2026-11-22';

/** The config of `mops.config.yml` text. */
export function configOf(text: string): Config {
  const reading = readConfig(
    text,
    'mops.config.yml',
    rules.map(({ id }) => id),
  );
  if ('errors' in reading) throw new Error(JSON.stringify(reading.errors));
  return reading.config;
}

/** The model of some SoT files under a config. */
export function modelOf(files: readonly TextFile[], config = ''): Model {
  return buildModel(repositoryOf(files.map((file) => readFile(file))), configOf(config));
}

/** What the check says about them. */
export function reportOf(files: readonly TextFile[], config = ''): Report {
  return check(modelOf(files, config), { today });
}

/** Findings in short: severity, rule and message. */
export function said(report: Report): readonly string[] {
  return report.findings.map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);
}
