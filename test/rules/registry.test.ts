import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generatedIndexes } from '../../scripts/indexes.ts';
import { rules } from '../../src/rules/index.ts';
import { reportOfText } from './bench.ts';
import { allCases, subjects } from './case-file.ts';

const rulesFolder = join(import.meta.dirname, '..', '..', 'src', 'rules');
/** A rule's bad and good example are read with every question asked. */
const deep = { mode: 'deep' };

test('the list holds every rule that is there; `npm run build` writes it', () => {
  for (const { path, text } of generatedIndexes()) {
    expect(readFileSync(join(import.meta.dirname, '../..', path), 'utf8'), path).toBe(text);
  }
});

test('a folder of rules holds twelve files at most', () => {
  for (const entry of readdirSync(rulesFolder, { withFileTypes: true })) {
    if (entry.isDirectory())
      expect(readdirSync(join(rulesFolder, entry.name)).length).toBeLessThanOrEqual(12);
  }
});

test('every case folder is named for a rule or a subject', () => {
  const folders = new Set([...rules.map(({ id }) => id), ...subjects]);
  expect(allCases().filter(({ rule }) => !folders.has(rule))).toEqual([]);
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('has a failing and a passing case', () => {
    const own = allCases().filter((one) => one.rule === id);
    expect(own.filter(({ passes }) => !passes).length).toBeGreaterThan(0);
    expect(own.filter(({ passes }) => passes).length).toBeGreaterThan(0);
  });

  test('each failing case has a finding of its own', () => {
    const silent = allCases().filter(
      (one) => one.rule === id && !one.passes && !one.finds?.some(({ rule }) => rule === id),
    );
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  test('says what it finds, why it hurts and how to fix it, in sentences', () => {
    expect(rule.title).toMatch(/^[A-Z].*[^.]$/);
    expect(rule.why).toMatch(/^[A-Z].*\.$/);
    expect(rule.fix).toMatch(/^[A-Z].*\.$/s);
    expect(rule.source).toMatch(/SEED|SPEC|facts/);
  });

  test('its bad example fails with it and its good example does not', () => {
    const speaks = (text: string) => reportOfText(text, deep).findings.map((finding) => finding.rule);
    expect(reportOfText(rule.bad, deep).faults).toEqual([]);
    expect(speaks(rule.bad)).toContain(id);
    expect(speaks(rule.good)).not.toContain(id);
  });
});
