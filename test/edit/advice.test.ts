/** Fix texts that are a complete instruction, done to the letter over all cases (SPEC §4). */
import { describe, expect, test } from 'vitest';
import { caseConfig, reportOf } from '../rules/bench.ts';
import { allCases, type Case, caseFiles } from '../rules/case-file.ts';
import { type Desk, followedFurther, further } from './more-instructions.ts';
import { instructions } from './to-the-letter.ts';

/** What a stage, once it has an owner or a limit at all, is asked next: another question, not a fault of the advice. */
const asksNext: Readonly<Record<string, readonly string[]>> = {
  'stage-owner': ['stage-sla', 'handoff-missing', 'sla-escalation', 'criterion-vague'],
  'stage-sla': ['sla-drift', 'drift-per-stage'],
  'stage-progression': ['handoff-missing'],
  'stage-owner-single': ['handoff-missing'],
  'owner-role': ['handoff-missing', 'escalation-weak', 'handoff-same-owner'],
  'id-type': [],
};

/**
 * What was there all along and could not be told before: two places that contradict each other, once both are read;
 * what an entry lacks, once it is one; what links an entry, once it has ended.
 */
const comesToLight: Readonly<Record<string, readonly string[]>> = {
  'a line for the config': ['handoff-owner', 'answers-differ', 'mql-any-form', 'rejection-weak'],
  'a limit by example': ['drift-stale'],
  'a calendar of its own': ['sla-conflict'],
  'a limit that is one': ['sla-conflict', 'sla-order', 'escalation-weak'],
  'an entry that has ended': ['reference-deprecated'],
  'the status that is meant': ['reference-deprecated', 'lifecycle-shape'],
  'the next free number': ['stage-disqualification', 'stage-entry', 'stage-owner', 'stage-sla'],
  'a heading with a number': [
    'stage-disqualification',
    'stage-entry',
    'stage-sla',
    'stage-unreachable',
    'lifecycle-shape',
    'handoff-unplanned',
    'kpi-conversion',
  ],
  'software as the owner': ['handoff-owner'],
  'an entry of its own': ['feedback-unlinked'],
};

function deskOf({ config }: Case, files: Desk['files']): Desk {
  return { files, config: config ?? {} };
}

const proposesId =
  /\b(?:Add|free ID,|Write an entry ")\s*((?:BR|GTM)-MOPS-\d{3}|MON-DRIFT-\d{3}|KPI-\d{3}|CFD-\d{3})/;

const anyAdvice = [proposesId, ...instructions.map(([pattern]) => pattern), ...further.map((row) => row[1])];

/** Whether a case may hold advice that is followed here: one that is not about some rules alone tells all that it finds. */
function mayAdvise({ only, finds = [] }: Case): boolean {
  return only !== undefined || finds.some(({ fix = '' }) => anyAdvice.some((pattern) => pattern.test(fix)));
}

describe('advice done to the letter', () => {
  const reports = allCases()
    .filter(mayAdvise)
    .map((one) => {
      const config = caseConfig(one);
      const files = caseFiles(one);
      return { one, config, files, report: reportOf(files, config) };
    });
  test.each(instructions.map(([pattern, apply]) => [pattern.source.slice(0, 60), pattern, apply] as const))(
    '%s',
    (_name, pattern, apply) => {
      let done = 0;
      for (const { one, config, files, report } of reports) {
        for (const finding of report.findings) {
          const match = pattern.exec(finding.fix ?? '');
          if (match === null) continue;
          const after = apply(files, finding, match.slice(1).filter(Boolean).join('\u0000'));
          if (after === null) continue;
          done += 1;
          const before = new Set(report.findings.map(({ fingerprint }) => fingerprint));
          const found = reportOf(after, config).findings;
          const left = found.filter(({ fingerprint }) => fingerprint === finding.fingerprint);
          const made = found.filter(
            ({ fingerprint, rule }) =>
              !before.has(fingerprint) && asksNext[finding.rule]?.includes(rule) !== true,
          );
          const said = `${one.path}: ${finding.rule}: ${finding.fix}`;
          expect(
            left.map(({ message }) => message),
            said,
          ).toEqual([]);
          expect(
            made.map(({ rule, message }) => `${rule} ${message}`),
            said,
          ).toEqual([]);
        }
      }
      expect(done, 'cases with this advice').toBeGreaterThan(0);
    },
  );

  test('further instructions: places, the config, other entries', () => {
    const done = new Set<string>();
    for (const { one, files, report } of reports) {
      const before = new Set(report.findings.map(({ fingerprint }) => fingerprint));
      for (const finding of report.findings) {
        for (const [name, { files: after, config }] of followedFurther(deskOf(one, files), finding)) {
          done.add(name);
          const found = reportOf(after, caseConfig({ base: one.base, config })).findings;
          // Of one cause in several places the advice is followed in one: the others are still told.
          const left = found.some(
            ({ fingerprint, related }) =>
              fingerprint === finding.fingerprint && related.length >= finding.related.length,
          );
          const made = found.filter(
            ({ fingerprint, rule }) =>
              !before.has(fingerprint) && comesToLight[name]?.includes(rule) !== true,
          );
          const said = `${one.path}: ${name}: ${finding.rule}: ${finding.fix}`;
          expect([said, left, ...made.map(({ rule, message }) => `${rule} ${message}`)]).toEqual([
            said,
            false,
          ]);
        }
      }
    }
    expect(further.map(([name]) => name).filter((name) => !done.has(name))).toEqual([]);
  }, 180_000);

  test('no two findings of a report propose one free ID for two purposes', () => {
    for (const { one, report } of reports) {
      const asked = new Map<string, string>();
      for (const { fix, rule, entry, related } of report.findings) {
        for (const [, id = ''] of (fix ?? '').matchAll(new RegExp(proposesId, 'g'))) {
          const purpose = `${rule} ${entry} ${related.map(({ span }) => `${span.file}:${span.start}`).join()}`;
          expect(asked.get(id) ?? purpose, `${one.path} ${id}`).toBe(purpose);
          asked.set(id, purpose);
        }
      }
    }
  });
});
