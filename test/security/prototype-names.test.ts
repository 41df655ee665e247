/** Names that every JavaScript object has are words like any other, wherever a lifecycle or its config says them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allPages } from '../../site/view/all-pages.ts';
import { pageMarkdown } from '../../site/view/markdown.ts';
import { makeSite } from '../../site/view/site.ts';
import { check } from '../../src/check/check.ts';
import { fix } from '../../src/check/fix.ts';
import { semanticChanges } from '../../src/compare/semantic.ts';
import { readConfig } from '../../src/config/read.ts';
import { draftKinds, draftMissing } from '../../src/draft/missing/index.ts';
import { exportCsv } from '../../src/export/csv.ts';
import { exportJson } from '../../src/export/lifecycle.ts';
import { exportTests } from '../../src/export/tests.ts';
import { buildModel } from '../../src/lifecycle/build.ts';
import { Places } from '../../src/replay/places.ts';
import { reporters } from '../../src/report/index.ts';
import { ruleIds, rules } from '../../src/rules/index.ts';
import { readRepository } from '../../src/sot/index.ts';
import { modelOf, path } from '../fuzz/sound.ts';

const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'prototype'] as const;
const today = '2026-01-01';
/** What a function or object looks like where somebody meant a word. */
const leaked = /function \w*\(|native code|\[object /;

const folder = join(import.meta.dirname, '../../examples/deep');
const entries = ['SoT/SoT.BUSINESS_RULES.md', 'SoT/SoT.DEPLOYMENT.md', 'PRD.md']
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .join('\n\n');

/** The example with one word of it replaced everywhere. */
const places: readonly (readonly [where: string, word: string | RegExp, line: (name: string) => string])[] = [
  ['a stage', /\bSQL\b/g, (name) => name],
  ['an owner', /\bBDR\b/g, (name) => name],
  ['a status', /(Status\W+)Active/g, (name) => `$1${name}`],
  ['a label', /^(\W*)Owner(\W+)/gm, (name) => `$1${name}$2`],
  ['a sink', /\bNurture\b/g, (name) => name],
  ['a unit', /\bbusiness hours?\b/g, (name) => name],
];

/** Everything that is made of a text; throws, and finds no function in the place of a word. */
function everythingOf(text: string, settings = ''): string {
  const reading = readConfig(settings, 'mops.config.yml', ruleIds);
  if (!('config' in reading)) throw new Error(JSON.stringify(reading.errors));
  const model = buildModel(readRepository([{ path, text }]), reading.config);
  const report = check(model, { today });
  expect(report.faults).toEqual([]);
  fix(model, { today }, { suggested: true });
  for (const kind of draftKinds) draftMissing(model, kind, today);
  semanticChanges(modelOf(entries), model);
  const site = makeSite(report, 'Lead lifecycle');
  return [
    ...Object.values(reporters).map((reporter) => reporter(report, { rules: [], version: '0.0.0' })),
    exportJson(model),
    exportCsv(model),
    exportTests(model),
    ...allPages(site, rules, null).map((page) => pageMarkdown(page, '/', new Map())),
  ].join('\n');
}

test('the example these tests change is read at all, and says no such thing', () => {
  expect(modelOf(entries).living.stages.length).toBeGreaterThan(3);
  expect(everythingOf(entries)).not.toMatch(leaked);
});

describe.each(names)('%s', (name) => {
  test.each(places)('as %s', (_where, word, line) => {
    expect(everythingOf(entries.replace(word, line(name)))).not.toMatch(leaked);
  });

  test('as a line of its own, in an entry', () => {
    const text = `${entries}\n\n## BR-MOPS-090: Lifecycle Stage — MQL\n${name}\n${name}:\n- ${name}: ${name}\n\n| ${name} | Owner |\n|---|---|\n| ${name} | ${name} |\n`;
    expect(everythingOf(text)).not.toMatch(leaked);
  });

  test.each([
    `stages: {${name}: [Buyer]}`,
    `stages: {SQL: [${name}]}`,
    `roles: {${name}: [Seller]}`,
    `roles: {Broker: [${name}]}`,
    `sinks: {Disqualified: [${name}]}`,
    `fields: {Owner: [${name}]}`,
    `calendars: {${name}: {zone: UTC}}`,
    `reconcile: {${name}: GTM-001}`,
    `replay: {values: {${name}: [x], SQL: [${name}]}}`,
    `rules: {${name}: off}`,
    `site: {${name}: 1}`,
    `calendar: {hours: {${name}: "9-17"}}`,
    `${name}: 1`,
    `sinks: {${name}: [Junk]}`,
    `fields: {${name}: [Junk]}`,
  ])('in the config: %s', (settings) => {
    const reading = readConfig(settings, 'mops.config.yml', ruleIds);
    if ('errors' in reading) {
      expect(reading.errors.map(({ message }) => message).join('\n')).not.toMatch(leaked);
      expect(reading.errors.length).toBeGreaterThan(0);
    } else expect(everythingOf(entries, settings)).not.toMatch(leaked);
    expect(({} as Record<string, unknown>)['Buyer']).toBeUndefined();
  });

  test('as a value of the CRM', () => {
    expect(new Places(modelOf(entries), {}).of(name)).toEqual({ kind: 'unknown', name, stage: null });
  });
});
