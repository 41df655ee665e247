/** One cause, one finding: what many entries cite and nobody defines, in the report and beside a base. */

import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/check/finding.ts';
import { fix } from '../../src/check/fix.ts';
import { compareReports } from '../../src/compare/findings.ts';
import { githubReport } from '../../src/report/github.ts';
import { jsonReport } from '../../src/report/json.ts';
import { markdownReport } from '../../src/report/markdown.ts';
import { sarifReport } from '../../src/report/sarif.ts';
import { textReport } from '../../src/report/text.ts';
import { rules } from '../../src/rules/index.ts';
import type { SourceFile } from '../../src/sot/entry.ts';
import { caseConfig, reportOf } from '../rules/bench.ts';
import { baseFiles } from '../rules/case-file.ts';

const whole = baseFiles('standard');
const config = caseConfig({ base: 'standard' });
const options = { rules, version: '0.0.0' };

/** The standard lifecycle with some files changed; null takes a file away. */
function withFiles(changes: Readonly<Record<string, ((text: string) => string) | null>>): SourceFile[] {
  return whole.flatMap((file) => {
    const change = changes[file.path];
    return change === undefined ? [file] : change === null ? [] : [{ ...file, text: change(file.text) }];
  });
}

const check = (files: readonly SourceFile[]): Report => reportOf(files, config);
const compared = (base: readonly SourceFile[], head: readonly SourceFile[]): Report =>
  compareReports(check(base), check(head), { scope: 'new', note: 'compared with main' });
const told = ({ findings }: Report): string[] =>
  findings.map(({ state, rule, span, message }) => `${state} ${rule} ${span.file} ${message}`);

const noPrice = { 'SoT/price.md': null } as const;
const unlinked = (text: string): string =>
  text.replace(/, BR-PRICING-001(?: \([^)]*\))?/, '').replace(/BR-PRICING-001(?: \([^)]*\))?, /, '');
const oneCites = withFiles({ ...noPrice, 'SoT/sql.md': unlinked });

describe('beside a base', () => {
  test('deleting an entry is one new finding, on a line that did not change', () => {
    const report = compared(whole, withFiles(noPrice));
    expect(told(report)).toEqual([
      'new reference-undefined SoT/feedback.md CFD-101 links BR-PRICING-001, which no file defines. Also in BR-MOPS-002, GTM-010 and 2 more entries.',
    ]);
    expect(report.verdict).toBe('fail');
  });

  test('citing what was missing before is new, at the line that came, with the others beside it', () => {
    const report = compared(oneCites, withFiles(noPrice));
    expect(told(report)).toEqual([
      'new reference-undefined SoT/sql.md BR-MOPS-003 links BR-PRICING-001, which no file defines. Also in CFD-101, BR-MOPS-002 and 2 more entries.',
    ]);
    expect(report.verdict).toBe('fail');
    expect(report.findings[0]?.related.map(({ span }) => span.file)).toEqual([
      'SoT/feedback.md',
      'SoT/mql.md',
      'SoT/offer.md',
      'SoT/opportunity.md',
    ]);
  });

  test('taking one of the citations away leaves the finding as it was, and nothing is called fixed', () => {
    const report = compared(withFiles(noPrice), oneCites);
    expect(report.findings.map(({ state }) => state)).toEqual(['existing']);
    expect(report.fixed).toEqual([]);
    expect(report.verdict).toBe('pass');
  });

  test('writing the missing entry fixes one finding', () => {
    const report = compared(withFiles(noPrice), whole);
    expect(report.findings).toEqual([]);
    expect(report.fixed).toHaveLength(1);
  });

  test('the first place may change: the finding keeps its fingerprint', () => {
    const before = check(withFiles(noPrice)).findings[0];
    const after = check(withFiles({ ...noPrice, 'SoT/feedback.md': unlinked })).findings[0];
    expect(after?.span.file).not.toBe(before?.span.file);
    expect(after?.fingerprint).toBe(before?.fingerprint);
  });

  test('a milder citation does not make an old error new', () => {
    const drafted = (text: string): string => `${text}
## GTM-MOPS-009: Handoff — SQL → Opportunity

Type: Handoff
Status: Draft
From: Shortlist (owner: AE)
To: Opportunity (owner: Founder)
`;
    const unknown = (text: string): string => text.replace('From: SQL', 'From: Shortlist');
    const base = withFiles({ 'SoT/sql-opportunity.md': unknown });
    const head = withFiles({ 'SoT/sql-opportunity.md': (text) => drafted(unknown(text)) });
    const unknowns = (report: Report): string[] =>
      report.findings.filter(({ rule }) => rule === 'stage-unknown').map(({ state }) => state);
    expect(unknowns(compared(base, head))).toEqual(['existing']);
  });
});

test('a comment silences its own place, and the others speak', () => {
  const silenced = (text: string): string =>
    `<!-- mops-ignore reference-undefined: being renegotiated -->\n${text}`;
  const one = check(withFiles({ ...noPrice, 'SoT/feedback.md': silenced }));
  expect(told(one)).toEqual([
    'new reference-undefined SoT/mql.md BR-MOPS-002 links BR-PRICING-001, which no file defines. Also in GTM-010, BR-MOPS-004 and BR-MOPS-003.',
  ]);
  expect(one.ignored).toHaveLength(1);
});

describe('every place has its edit', () => {
  const renumbered = withFiles({
    'SoT/persona.md': (text) =>
      `${text}
## PER-002: Engineering lead, second round

Type: Primary
Replaces: PER-001
`.replace('Type: Primary', 'Type: Primary\nStatus: Deprecated'),
  });

  test('one finding, and fixing it changes all of its places', () => {
    const before = check(renumbered);
    expect(before.findings.map(({ rule }) => rule)).toEqual(['reference-deprecated']);
    const { applied, after } = fix(before.model, {}, { suggested: false });
    expect(applied).toHaveLength(before.findings[0]?.places?.length ?? 0);
    expect(applied.length).toBeGreaterThan(5);
    expect(after.findings).toEqual([]);
  });

  test('machines get them: JSON beside each place, SARIF as one fix over several files', () => {
    const report = check(renumbered);
    const [finding] = JSON.parse(jsonReport(report)).findings;
    const beside = finding.related.filter(({ edit }: { edit?: object }) => edit !== undefined);
    expect(beside.length + 1).toBe(report.findings[0]?.places?.length);
    const [result] = JSON.parse(sarifReport(report, options)).runs[0].results;
    const files: { replacements: object[] }[] = result.fixes[0].artifactChanges;
    expect(files.flatMap(({ replacements }) => replacements)).toHaveLength(beside.length + 1);
    expect(result.relatedLocations.length).toBe(finding.related.length);
  });
});

test('every report names the other places, and says how many are left out', () => {
  const twenty = Array.from(
    { length: 20 },
    (_, at) =>
      `## CFD-2${String(at).padStart(2, '0')}: Wish ${at}\n\nType: Feature Request\nLinked IDs: PER-009\n`,
  );
  const report = check([...whole, { path: 'SoT/wishes.md', text: twenty.join('\n') }]);
  expect(report.findings).toHaveLength(1);
  expect(textReport(report, options)).toMatch(
    /See: SoT\/wishes\.md:9:13 {2}CFD-201 links PER-009 too\n(?:.*\n){9}.*See: 9 more places/,
  );
  expect(markdownReport(report, options)).toContain('See 9 more places');
  expect(githubReport(report, options)).toContain('Also at SoT/wishes.md:9:13, SoT/wishes.md:14:13');
  expect(githubReport(report, options)).toContain('and 9 more');
  expect(JSON.parse(jsonReport(report)).findings[0].related).toHaveLength(19);
});
