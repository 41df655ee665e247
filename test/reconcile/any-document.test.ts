import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { configSchema } from '../../src/config/schema.ts';
import { applyEdits, changedFiles } from '../../src/edit/apply.ts';
import { unifiedDiff } from '../../src/edit/diff.ts';
import { buildModel } from '../../src/lifecycle/build.ts';
import { planReconcile } from '../../src/reconcile/index.ts';
import { readRepository } from '../../src/sot/index.ts';

const v09 =
  '## GTM-001: Channel — Product Hunt\n\nType: Channel\nStatus: Live\n\n## GTM-010: Offer — Team plan\n\nType: Offer\nStatus: Approved\n';

/** Lines around the token: anything a file may hold but another token or a line that ends the entry. */
const filler = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '',
        '   ',
        '\t',
        'Notes: 🚀 été',
        '> quoted',
        '- item  ',
        '* **Owner**: BDR',
        'عربي',
        '| a | b |',
        '\u00a0x',
        '`code`',
        'Order: 2',
      ),
      fc
        .string({ unit: 'grapheme', maxLength: 20 })
        .filter((text) => !/[#`<>\r\n[\](){}\u2028\u2029]|-{3}|~{3}|[A-Z]{2,}-|TB[DC]/u.test(text)),
    ),
    { maxLength: 8 },
  )
  .map((lines) => lines);

const documents = fc.record({
  before: filler,
  after: filler,
  end: fc.constantFrom('\n', '\r\n'),
  bom: fc.boolean(),
  finalNewline: fc.boolean(),
});

function textOf({
  before,
  after,
  end,
  bom,
  finalNewline,
}: {
  before: string[];
  after: string[];
  end: string;
  bom: boolean;
  finalNewline: boolean;
}): string {
  const lines = [
    '## BR-MOPS-002: Lifecycle Stage — MQL',
    '',
    'Stage: MQL',
    ...before,
    '',
    'Linked IDs: GTM-YYY (Product Hunt)',
    '',
    ...after,
  ];
  return `${bom ? '\ufeff' : ''}${lines.join(end)}${finalNewline ? end : ''}`;
}

function planOf(text: string) {
  const files = [
    { path: 'PRD.md', text: v09 },
    { path: 'SoT/rules.md', text },
  ];
  return { files, plan: planReconcile(buildModel(readRepository(files), configSchema.parse({}))) };
}

describe('in any document', () => {
  test('a rewrite changes the bytes of the token and no other, and twice is once', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const text = textOf(document);
        const { files, plan } = planOf(text);
        const [change] = changedFiles(files, plan.edits);
        expect(change?.after).toBe(text.replace('GTM-YYY', 'GTM-001'));
        const again = planOf(change?.after ?? '');
        expect(again.plan.edits).toEqual([]);
      }),
    );
  });

  test('git apply takes the diff', () => {
    const work = mkdtempSync(join(tmpdir(), 'mops-diff-'));
    try {
      fc.assert(
        fc.property(documents, (document) => {
          const text = textOf(document);
          const { files, plan } = planOf(text);
          const changes = changedFiles(files, plan.edits).map((change) => ({ ...change, path: 'rules.md' }));
          writeFileSync(join(work, 'rules.md'), text);
          execFileSync('git', ['apply', '--whitespace=nowarn', '-'], {
            cwd: work,
            input: unifiedDiff(changes),
            env: { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() },
          });
          expect(readFileSync(join(work, 'rules.md'), 'utf8')).toBe(changes[0]?.after);
        }),
        { numRuns: 40 },
      );
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  });
});

describe('edits', () => {
  const span = (start: number, end: number) => ({
    file: 'a.md',
    start,
    end,
    line: 1,
    column: start + 1,
    endLine: 1,
    endColumn: end + 1,
  });

  test('that overlap are refused whole', () => {
    expect(() =>
      applyEdits('GTM-YYY', [
        { span: span(0, 7), text: 'GTM-001' },
        { span: span(4, 7), text: '002' },
      ]),
    ).toThrow(/overlaps/);
  });

  test('outside the text are refused', () => {
    expect(() => applyEdits('GTM', [{ span: span(0, 7), text: 'GTM-001' }])).toThrow(RangeError);
  });
});
