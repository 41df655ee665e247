import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../../src/rules/index.ts';
import { reportOfText } from './bench.ts';
import { allCases, subjects } from './case-file.ts';

/** Every rule of the specification, in its order. */
const specified = `
  id-format id-duplicate id-type name-mismatch template-leftover field-unknown reference-undefined reference-named
  reference-deprecated placeholder lifecycle-shape stage-count stage-unknown stage-entry stage-progression
  stage-disqualification stage-exit-mixed criterion-vague criterion-seam mql-any-form stage-owner stage-owner-single
  owner-role stage-sla sla-unreadable sla-escalation escalation-weak sla-calendar sla-conflict sla-order
  handoff-missing handoff-payload payload-empty handoff-trigger rejection-routing rejection-target
  rejection-reengagement rejection-weak sla-drift drift-incomplete handoff-duplicate handoff-owner handoff-unplanned
  handoff-same-owner stage-unreachable stage-dead-end stage-order loop-unbounded progression-backwards kpi-conversion
  channel-unrouted feedback-unlinked segment-routing segment-coverage scoring-model rejection-limit drift-per-stage
  entry-stale file-unreadable ignore-reason ignore-unused`
  .trim()
  .split(/\s+/);

const rulesFolder = join(import.meta.dirname, '..', '..', 'src', 'rules');
/** A rule's bad and good example are read with every question asked. */
const deep = { mode: 'deep' };

test('the registry holds every rule of the specification once, and no other', () => {
  expect(rules.map(({ id }) => id).sort()).toEqual([...specified].sort());
});

test('every rule file is registered under its own name, and every rule has a file', () => {
  const folders = readdirSync(rulesFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const files = folders.flatMap(({ name }) => readdirSync(join(rulesFolder, name)));
  expect(files.map((file) => basename(file, '.ts')).sort()).toEqual(rules.map(({ id }) => id).sort());
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
