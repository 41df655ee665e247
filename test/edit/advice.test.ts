/** Fix texts that are a complete instruction, done to the letter over all cases (SPEC §4). */
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/check/finding.ts';
import type { SourceFile } from '../../src/sot/entry.ts';
import { caseConfig, reportOf } from '../rules/bench.ts';
import { allCases, caseFiles } from '../rules/case-file.ts';

/** Where a value goes that the advice names by its field, and what must stand around it. */
const instructions: readonly (readonly [
  RegExp,
  (files: readonly SourceFile[], finding: Finding, words: string) => readonly SourceFile[] | null,
])[] = [
  [/^(?:Write one role, for example|Name one role, for example|Write) "(Owner: [^"…]+)"/, line],
  [/^Write "(Type: [^"…]+)"/, line],
  [/and write "(Verified: [^"…]+)"/, line],
  [/^Write "(Routing: Disqualified)"\.$/, line],
  [/^Write under "(Entry criteria)" the event that moves a lead in, for example "([^"…]+)"/, item],
  [
    /^Write under "(Exit criteria \(disqualification\))" (?:a line such as|how a customer leaves, for example) "([^"…]+)"/,
    item,
  ],
  [/^Write "SLA:" with "(Response time after entering this stage: [^"…]+)"/, limit],
  [/^(?:Name|Write) the event [^"]*, for example "([^"…]+)"\.$/, trigger],
  [/^Write "([^"…]+)" or "[^"]+", whichever is meant/, inPlace],
  [/^Keep one of them in both places: "[^"]+" or "([^"…]+)"\.$/, inPlace],
  [/^Write the event behind the stage, for example "([^"…]+)"\.$/, inPlace],
  [/^Add what must have changed, for example "([^"…]+)"\.$/, behind],
  [/^Add "Re-engagement:" with a time and what must have changed, for example "([^"…]+)"\.$/, back],
];

function edited(
  files: readonly SourceFile[],
  path: string,
  change: (text: string) => string | null,
): readonly SourceFile[] | null {
  const file = files.find((each) => each.path === path);
  const text = file === undefined ? null : change(file.text);
  if (file === undefined || text === null || text === file.text) return null;
  return files.map((each) => (each === file ? { ...each, text } : each));
}

/** From the entry's own head to the next: where its lines stand. */
function ofEntry(text: string, id: string | null, change: (entry: string) => string | null): string | null {
  const heads = [...text.matchAll(/^#{1,6} .*$|^(?:BR|GTM)-MOPS-\d{3}:.*$/gm)].map(({ index }) => index);
  const from = heads.find((at) =>
    text
      .slice(at, at + 120)
      .split('\n')[0]
      ?.includes(id ?? ''),
  );
  if (from === undefined) return null;
  const to = heads.find((at) => at > from) ?? text.length;
  const entry = change(text.slice(from, to));
  return entry === null ? null : text.slice(0, from) + entry + text.slice(to);
}

/** `Owner: AE` in place of the line of that label, else behind the head. */
function line(files: readonly SourceFile[], { span, entry }: Finding, words: string) {
  const label = words.slice(0, words.indexOf(':'));
  return edited(files, span.file, (text) =>
    ofEntry(text, entry, (own) => {
      const pointed = text.split('\n')[span.line - 1] ?? '';
      if (pointed.trimStart().startsWith(`${label}:`))
        return own.replace(pointed, () => `${pointed.slice(0, pointed.indexOf(label))}${words}`);
      const there = new RegExp(`^([ \\t]*(?:[-*] )?(?:\\*\\*)?)${label}((?:\\*\\*)?:(?:\\*\\*)?).*$`, 'm');
      const value = words.slice(label.length + 1);
      if (there.test(own))
        return own.replace(there, (_, before, colon) => `${before}${label}${colon}${value}`);
      return own.replace(/\n\n/, `\n\n${words}\n`);
    }),
  );
}

/** A line in the list of a field, which is written where there is none. */
function item(files: readonly SourceFile[], { span, entry }: Finding, words: string) {
  const [label = '', value = ''] = words.split('\u0000');
  return edited(files, span.file, (text) =>
    ofEntry(text, entry, (own) => {
      const there = new RegExp(`^(${label.replace(/[()]/g, '\\$&')}:).*(?:\\n {2}- .*)*`, 'm');
      if (there.test(own)) return own.replace(there, (_, head) => `${head}\n  - ${value}`);
      return own.replace(/^Owner:/m, `${label}:\n  - ${value}\n\nOwner:`);
    }),
  );
}

function limit(files: readonly SourceFile[], { span, entry }: Finding, words: string) {
  return edited(files, span.file, (text) =>
    ofEntry(text, entry, (own) => {
      const there = /^SLA:(?:.*\n(?: +Response time[^\n]*\n)?)/m;
      return there.test(own)
        ? own.replace(there, `SLA:\n  ${words}\n`)
        : own.replace(/^Linked IDs:/m, `SLA:\n  ${words}\n\nLinked IDs:`);
    }),
  );
}

function trigger(files: readonly SourceFile[], finding: Finding, words: string) {
  return finding.rule === 'handoff-trigger' ? line(files, finding, `Trigger: ${words}`) : null;
}

function inPlace(files: readonly SourceFile[], { span }: Finding, words: string) {
  return edited(files, span.file, (text) => text.slice(0, span.start) + words + text.slice(span.end));
}

function behind(files: readonly SourceFile[], { span }: Finding, words: string) {
  return edited(files, span.file, (text) => `${text.slice(0, span.end)} ${words}${text.slice(span.end)}`);
}

function back(files: readonly SourceFile[], { span, entry }: Finding, words: string) {
  return edited(files, span.file, (text) =>
    ofEntry(text, entry, (own) =>
      own
        .replace(/^ *Re-engagement:.*\n/m, '')
        .replace(/^( *)Routing:.*$/m, (routing, indent) => `${routing}\n${indent}Re-engagement: ${words}`),
    ),
  );
}

/** What a stage, once it has an owner or a limit at all, is asked next: another question, not a fault of the advice. */
const asksNext: Readonly<Record<string, readonly string[]>> = {
  'stage-owner': ['stage-sla', 'handoff-missing', 'sla-escalation', 'criterion-vague'],
  'stage-sla': ['sla-escalation', 'sla-drift', 'drift-per-stage'],
  'stage-owner-single': ['handoff-missing'],
  'owner-role': ['handoff-missing', 'escalation-weak', 'handoff-same-owner'],
  'id-type': [],
};

describe('advice done to the letter', () => {
  const reports = allCases().map((one) => {
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
          const after = apply(files, finding, match.slice(1).join('\u0000'));
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

  test('no two findings of a report propose one free ID for two purposes', () => {
    for (const { one, report } of reports) {
      const asked = new Map<string, string>();
      for (const { fix, rule, entry, related } of report.findings) {
        for (const [, id = ''] of (fix ?? '').matchAll(
          /\b(?:Add|free ID,|Write an entry ")\s*((?:BR|GTM)-MOPS-\d{3}|MON-DRIFT-\d{3}|KPI-\d{3}|CFD-\d{3})/g,
        )) {
          const purpose = `${rule} ${entry} ${related.map(({ span }) => `${span.file}:${span.start}`).join()}`;
          expect(asked.get(id) ?? purpose, `${one.path} ${id}`).toBe(purpose);
          asked.set(id, purpose);
        }
      }
    }
  });
});
