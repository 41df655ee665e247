/** Patches of files in which nearly everything changed. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { changedLines } from '../../src/edit/changed-lines.ts';
import { unifiedDiff } from '../../src/edit/diff.ts';

/** What git makes of a file and a patch. */
function applied(before: string, patch: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'mops-patch-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'a.md'), before);
  execFileSync('git', ['apply', '-'], { cwd: folder, input: patch });
  return readFileSync(join(folder, 'a.md'), 'utf8');
}

const entries = (count: number, owner: (at: number) => string) =>
  Array.from(
    { length: count },
    (_, at) =>
      `## BR-MOPS-${at}\n\nOwner: ${owner(at)}\nSLA: 1 hour\n\nLinked IDs: KPI-101\n\nA note of ${at}.\n`,
  ).join('\n');

describe('a patch of thousands of lines', () => {
  const before = entries(2000, () => 'AE');
  test.each([
    ['that changed in their place', entries(2000, (at) => `AE ${at}`)],
    ['between which others were put', entries(2000, () => 'Closer\nSince: today')],
    ['from which others went', before.replaceAll('SLA: 1 hour\n', '').replaceAll('AE', 'BDR')],
    ['with Windows line ends', before.replaceAll('\n', '\r\n')],
    ['without a line end at the end', entries(2000, () => 'BDR').trimEnd()],
    ['in another order', before.split('\n\n## ').reverse().join('\n\n## ')],
    ['of nothing else', `${'x\n'.repeat(3000)}`],
    ['down to nothing', ''],
  ])('%s is one that git applies', (_what, after) => {
    const patch = unifiedDiff([{ path: 'a.md', before, after }]);
    expect(applied(before, patch)).toBe(after);
    expect(applied(after, unifiedDiff([{ path: 'a.md', before: after, after: before }]))).toBe(before);
  });

  test('keeps what did not change out of it', () => {
    const patch = unifiedDiff([{ path: 'a.md', before, after: entries(2000, () => 'BDR') }]);
    expect(patch.match(/^-/gm)?.length).toBe(2001);
    expect(patch).not.toMatch(/^[-+](?:##|SLA|Linked)/m);
  });
});

test('changed lines make one text out of the other', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd', '1', '2', '3', ''), { maxLength: 30 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const made: string[] = [];
      let at = 0;
      for (const change of changedLines(before, after)) {
        made.push(...before.slice(at, change.at));
        expect(made.length).toBe(change.now);
        made.push(...after.slice(change.now, change.now + change.came));
        at = change.at + change.gone;
      }
      expect([...made, ...before.slice(at)]).toEqual(after);
    }),
    { numRuns: 2000 },
  );
});
