/** What a run says in the comment, the summary and the log, from reports made by hand. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CommentParts, commentBody } from '../../action/comment-body.ts';
import { findingEdits, openPlaceholders, placeholderEdits } from '../../action/fixes/sure-edits.ts';
import { type SummaryParts, summaryOf, writeSummary } from '../../action/summary.ts';
import type { Finding, Report } from '../../src/check/finding.ts';
import { compareReports } from '../../src/compare/findings.ts';
import { semanticChanges } from '../../src/compare/semantic.ts';
import { gateTitles } from '../../src/rules/gates.ts';
import { rules } from '../../src/rules/index.ts';
import { configOf, reportOf } from '../rules/bench.ts';

const text = `## BR-MOPS-002: Lifecycle Stage — MQL

Type: Lifecycle-Stage
Stage: MQL
Order: 2
Owner: BDR
SLA: 1 business hour
Linked IDs: GTM-YYY (channel), PER-XXX

## GTM-001: Channel — Ads

Type: Channel
Status: Live
`;
const options = { rules, version: '0.0.0' };
const checked = (words: string, config: object = { v09: 'final' }) =>
  reportOf([{ path: 'SoT/a.md', text: words }], configOf(config));
const edit = (from: string, to: string) => {
  if (!text.includes(from)) throw new Error(`the text does not say ${from}`);
  return text.replace(from, to);
};

/** Parts of the comment about a change of the text. */
function parts(after: string, more: Partial<CommentParts> = {}, before: string | null = text): CommentParts {
  const base = before === null ? null : checked(before);
  const report = compareReports(base, checked(after), { scope: 'new', note: null });
  return {
    report,
    base,
    changes: semanticChanges(base?.model ?? null, report.model),
    diagram: null,
    commit: '0123456789abcdef',
    notes: [],
    offered: { suggestions: 0, patch: 0 },
    ...more,
  };
}
const body = (...given: Parameters<typeof parts>) => commentBody(parts(...given), options);
const heading = (...given: Parameters<typeof parts>) => body(...given).split('\n')[0];
const last = (...given: Parameters<typeof parts>) =>
  body(...given)
    .split('</details>\n\n')[1]
    ?.split('\n');
const end =
  'Checked at `0123456`. The job summary of the check has every finding and the whole diagram. `mops check` gives the same verdict on your machine.';

describe('the first line of the comment', () => {
  test('counts what is new and what is fixed', () => {
    expect(heading(text)).toBe('## ✅ Lead lifecycle passes: nothing new is wrong');
    expect(heading(edit('PER-XXX', 'PER-XXX, KPI-077'))).toBe('## ❌ Lead lifecycle fails: 1 new error');
    expect(heading(edit(', PER-XXX', ''))).toBe('## ✅ Lead lifecycle passes: nothing new is wrong, 1 fixed');
    expect(heading(edit('PER-XXX', 'KPI-077'))).toBe('## ❌ Lead lifecycle fails: 1 new error, 1 fixed');
  });

  test('counts all where there is nothing to compare with', () => {
    const { report } = parts(text, {}, null);
    const errors = report.findings.filter(({ severity }) => severity === 'error').length;
    expect(errors).toBeGreaterThan(1);
    expect(heading(text, {}, null)).toMatch(
      new RegExp(`^## ❌ Lead lifecycle fails: ${errors} errors, \\d+ warnings?`),
    );
  });

  test('says that rules broke, whatever the verdict', () => {
    const broken = (...faults: string[]) => {
      const given = parts(text);
      const report = { ...given.report, faults: faults.map((rule) => ({ rule, message: 'oops' })) } as Report;
      return commentBody({ ...given, report }, options).split('\n')[0];
    };
    expect(broken('stage-sla')).toBe('## ❌ Lead lifecycle not fully checked: 1 rule broke (`stage-sla`)');
    expect(broken('stage-sla', 'sla-order')).toBe(
      '## ❌ Lead lifecycle not fully checked: 2 rules broke (`stage-sla`, `sla-order`)',
    );
  });
});

describe('the comment', () => {
  test('has its parts in order and leaves out what has nothing to say', () => {
    const all = body(edit('Owner: BDR', 'Owner: AE'), { diagram: 'flowchart TB', notes: ['Beware *this*.'] });
    const [first, ...blocks] = all.split('\n\n');
    expect(first).toMatch(/^## /);
    expect(blocks.slice(0, 4)).toEqual([
      '> Beware \\*this\\*.',
      '### What this change means',
      '- **MQL**: owner BDR → AE',
      '```mermaid\nflowchart TB\n```',
    ]);
    const plain = body(text);
    expect(plain).not.toMatch(/What this change means|mermaid|Silenced|^>/m);
    expect(plain).not.toContain('\n\n\n');
  });

  test('lists what is new, worst first, and not what was there', () => {
    const all = body(edit('Owner: BDR', 'Owner: TBD'));
    expect(all).toContain('stage-owner');
    expect(all).not.toContain('stage-entry');
  });

  test('says which gates changed, and opens them', () => {
    expect(body(text)).toMatch(/<details><summary>Quality gates: \d of 7 fail<\/summary>/);
    const changed = body(edit('Owner: BDR', 'Owner: TBD'));
    expect(changed).toMatch(/<details open><summary>Quality gates: \d of 7 fail, 2 changed<\/summary>/);
    expect(changed).toContain(`| 3 | ${gateTitles[3]} | ✅ pass | ❌ fail |`);
    expect(body(text, {}, null)).toContain(`| 3 | ${gateTitles[3]} |  | ✅ pass |`);
    const report = parts(text).report;
    const green = { ...report, gates: report.gates.map((gate) => ({ ...gate, status: 'pass' as const })) };
    expect(commentBody({ ...parts(text), report: green, base: green }, options)).toContain(
      '<details><summary>Quality gates: none fails</summary>',
    );
  });

  test('says how many placeholders are open, and what became of the others', () => {
    expect(last(text)).toEqual(['v0.9 placeholders: 2 open.', end]);
    expect(last(edit('GTM-YYY (channel)', 'GTM-001'))).toEqual([
      'v0.9 placeholders: 1 reconciled by this change, 1 open.',
      end,
    ]);
    expect(last(edit('PER-XXX', 'PER-XXX, KPI-XXX'))).toEqual([
      'v0.9 placeholders: 1 added by this change, 3 open.',
      end,
    ]);
    expect(last(edit('Linked IDs: GTM-YYY (channel), PER-XXX\n', ''))).toEqual([
      'v0.9 placeholders: 2 reconciled by this change, 0 open.',
      end,
    ]);
    const without = edit('Linked IDs: GTM-YYY (channel), PER-XXX\n', '');
    expect(last(without, {}, without)).toEqual([end]);
    expect(last(text, {}, null)).toEqual(['v0.9 placeholders: 2 open.', end]);
  });

  test('says where the fixes are', () => {
    expect(last(text, { offered: { suggestions: 1, patch: 0 } })?.slice(1)).toEqual([
      '1 sure fix to accept with one click in the review.',
      end,
    ]);
    expect(last(text, { offered: { suggestions: 0, patch: 1 } })?.slice(1)).toEqual([
      '1 sure fix as a patch in the job summary.',
      end,
    ]);
    expect(last(text, { offered: { suggestions: 2, patch: 3 } })?.slice(1)).toEqual([
      '2 sure fixes to accept with one click in the review.',
      '3 sure fixes as a patch in the job summary.',
      end,
    ]);
  });

  test('says what the change silences, and not what was silent before', () => {
    const silent = (reason: string) =>
      edit('Owner: BDR', `<!-- mops-ignore stage-owner: ${reason} -->\nOwner: TBD`);
    expect(body(silent('hiring *now*'))).toContain(
      '### Silenced by this change\n\n- `stage-owner` in `BR-MOPS-002`: hiring \\*now\\*\n\n',
    );
    expect(body(silent('hiring'), {}, silent('hiring'))).not.toContain('Silenced');
    expect(body(silent('hiring'), {}, null)).not.toContain('Silenced');
    expect(body(silent('x'.repeat(400)))).toContain(`\`BR-MOPS-002\`: ${'x'.repeat(299)}…\n`);
  });

  test('counts what of that is not listed, and names the file where there is no entry', () => {
    const given = parts(edit('Owner: BDR', '<!-- mops-ignore stage-owner: hiring -->\nOwner: TBD'));
    const [one] = given.report.ignored;
    const ignored = Array.from({ length: 103 }, (_, at) => ({
      ...one!,
      finding: { ...one!.finding, entry: null, fingerprint: `f${at}` },
    }));
    const many = commentBody({ ...given, report: { ...given.report, ignored } }, options);
    expect(many.match(/- `stage-owner` in `SoT\/a\.md`: hiring/g)).toHaveLength(100);
    expect(many).toContain('\n- and 3 more\n\n');
  });
});

describe('a comment that would be too long', () => {
  const given = parts(text);
  const [finding] = given.report.findings as [Finding, ...Finding[]];
  /** So many new findings, each with so many letters. */
  const long = (
    count: number,
    letters: number,
    diagram: string | null = null,
    changes: CommentParts['changes'] = given.changes,
  ) => {
    const findings = Array.from({ length: count }, (_, at) => ({
      ...finding,
      message: `Finding ${at} ${'m'.repeat(letters)}`,
      fingerprint: `f${at}`,
      state: 'new' as const,
    }));
    return commentBody({ ...given, changes, diagram, report: { ...given.report, findings } }, options);
  };
  const listed = (text: string) => text.match(/Finding \d+ m/g)?.length ?? 0;

  const [change] = parts(edit('Owner: BDR', 'Owner: AE')).changes;
  /** A change of another stage and to another owner each: none is told with the others. */
  const changes = Array.from({ length: 201 }, (_, at) => ({
    ...change!,
    subject: { ...change!.subject, name: `Stage ${at}` },
    sentence: `Stage ${at}: owner BDR → AE ${at}`,
    after: `AE ${at}`,
  }));
  const told = (text: string) => [
    text.match(/^- \*\*Stage \d+/gm)?.length ?? 0,
    listed(text),
    text.includes('```mermaid'),
  ];

  test.each<[letters: number, told: unknown[], rest: string]>([
    [10, [200, 100, true], '1 more finding in the job summary.'],
    [900, [100, 40, true], '61 more findings in the job summary.'],
    [3000, [40, 10, false], '91 more findings in the job summary.'],
    [12_000, [10, 3, false], '98 more findings in the job summary.'],
    [30_000, [0, 0, false], '101 more findings in the job summary.'],
  ])('lists fewer findings of %i letters, and fewer changes with them', (letters, expected, rest) => {
    const text = long(101, letters, 'flowchart TB', changes);
    expect(told(text)).toEqual(expected);
    expect(text).toContain(rest);
    expect(text.length).toBeLessThanOrEqual(64_000);
  });

  test('lists a hundred findings, which are all there are', () => {
    const text = long(100, 10);
    expect([listed(text), text.includes('in the job summary.\n\n<details')]).toEqual([100, false]);
  });

  test('leaves the picture away before it lists fewer than forty', () => {
    const picture = `flowchart TB\n${'%'.repeat(40_000)}`;
    expect(long(40, 10, picture)).toContain('```mermaid');
    expect(told(long(40, 900, picture, changes))).toEqual([100, 40, false]);
  });

  test('is its first line where nothing else fits', () => {
    const notes = Array.from({ length: 10 }, () => 'n'.repeat(7000));
    expect(commentBody({ ...given, notes }, options)).toBe(
      '## ✅ Lead lifecycle passes: nothing new is wrong',
    );
  });
});

describe('the summary', () => {
  const report = checked(text);
  const plain: SummaryParts = { notes: [], changes: [], patch: '', patchFile: null };
  const summary = (given: Partial<SummaryParts>, most?: number) =>
    summaryOf(report, options, { ...plain, ...given }, most);

  test('ends with its notes, a line each', () => {
    expect(summary({ notes: ['One *note*.', 'Two.'] })).toMatch(/\n\n- One \\\*note\\\*\.\n- Two\.\n$/);
    expect(summary({})).not.toMatch(/\n- [^\n]*\n$/);
  });

  test('begins with what the change means', () => {
    const { changes } = parts(edit('Owner: BDR', 'Owner: AE'));
    expect(summary({ changes })).toMatch(/^## What this change means\n\n- \*\*MQL\*\*: owner BDR → AE\n\n/);
    expect(summary({})).not.toContain('What this change means');
  });

  test('has the patch, and where it lies', () => {
    const patch = '-a\n+b\n';
    expect(summary({ patch })).toContain(
      '\n### Sure fixes as a patch\n\nApply it with git apply.\n\n```diff\n-a\n+b\n```\n',
    );
    expect(summary({ patch, patchFile: '/tmp/mops.patch' })).toContain(
      'Apply it with git apply. It lies in /tmp/mops.patch of the runner.\n',
    );
    expect(summary({})).not.toContain('Sure fixes');
  });

  test('only tells of a patch that takes more than a quarter of the room', () => {
    const patch = `+${'b'.repeat(99)}`;
    expect(summary({ patch }, 400)).toContain('```diff');
    expect(summary({ patch }, 399)).toContain('git apply.\n\nThe patch is too long to be shown here.\n');
  });

  test('has the picture of a lifecycle that has a stage', () => {
    expect(summary({})).toContain('```mermaid');
    expect(summaryOf(checked('# Rules\n'), options, plain)).not.toContain('```mermaid');
  });

  test('stays within its room, with all that stands around the findings', () => {
    const notes = ['A note. '.repeat(30)];
    const { changes } = parts(edit('Owner: BDR', 'Owner: AE'));
    for (const most of [4000, 6000])
      expect(Buffer.byteLength(summary({ notes, changes, patch: '-a\n+é\n' }, most))).toBeLessThanOrEqual(
        most,
      );
  });

  describe('as a file', () => {
    let folder = '';
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'mops-summary-'));
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    test('is written behind what another step left, in the room that is left', () => {
      const file = join(folder, 'summary.md');
      writeSummary(file, (most) => `${most}\n`);
      writeFileSync(file, `é${readFileSync(file, 'utf8')}`);
      writeSummary(file, (most) => `${most}\n`);
      expect(readFileSync(file, 'utf8')).toBe('é1000000\n999990\n');
    });

    test('is nowhere where the runner names none', () => {
      for (const file of [undefined, ''])
        writeSummary(file, () => {
          throw new Error('nobody asked');
        });
    });
  });
});

describe('sure fixes', () => {
  const misspelt = text.replace('Owner: BDR', 'Ownr: BDR');
  const places = (
    edits: readonly {
      span: { file: string; line: number };
      text: string;
      reason: string;
      entry: string | null;
    }[],
  ) =>
    edits.map(
      ({ span, text: words, reason, entry }) => `${span.file}:${span.line} ${words} (${entry}) ${reason}`,
    );

  test('of findings stand from the root of the repository, with the message', () => {
    const report = checked(misspelt);
    expect(places(findingEdits(report, 'gtm/'))).toEqual([
      expect.stringMatching(/^gtm\/SoT\/a\.md:6 Owner \(BR-MOPS-002\) .*Ownr/),
    ]);
  });

  test('of old findings are left where only new ones count', () => {
    const report = compareReports(checked(misspelt), checked(misspelt), { scope: 'new', note: null });
    expect(findingEdits(report, '')).toEqual([]);
    expect(findingEdits({ ...report, scope: 'all' }, '')).toHaveLength(1);
    const fresh = compareReports(checked(text), checked(misspelt), { scope: 'new', note: null });
    expect(findingEdits(fresh, '')).toHaveLength(1);
  });

  test('of placeholders say which entry it is, once v0.9 is final', () => {
    expect(places(placeholderEdits(checked(text).model, 'gtm/'))).toEqual([
      'gtm/SoT/a.md:8 GTM-001 (BR-MOPS-002) GTM-YYY is GTM-001: GTM-001 (Ads) is the only channel.',
    ]);
    expect(placeholderEdits(checked(text, { v09: 'draft' }).model, '')).toEqual([]);
  });

  test('a placeholder is open in an entry that is alive', () => {
    expect(openPlaceholders(checked(text).model)).toBe(2);
    expect(openPlaceholders(checked(text.replace('Order: 2', 'Order: 2\nStatus: Deprecated')).model)).toBe(0);
  });
});
