import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { mops, repository } from './mops.ts';

const made: { remove: () => void }[] = [];

afterEach(() => {
  for (const { remove } of made.splice(0)) remove();
});

function folder(files: { readonly [path: string]: string }): string {
  const one = repository(files);
  made.push(one);
  return one.path;
}

const table =
  '| Stage | Entry | Owner | SLA |\n|---|---|---|---|\n| MQL | Demo form sent | BDR | 1 business hour |\n';
const written = 'SoT/SoT.BUSINESS_RULES.md';

describe('mops import', () => {
  test('writes beside what is there, and a second time nothing', () => {
    const path = folder({ 'life.md': table, [written]: '# Rules\n\n## BR-001: Refunds\n\nStatus: Active\n' });
    const { code, out } = mops(['import', 'life.md'], { cwd: path });
    expect([code, out]).toEqual([0, expect.stringContaining('Wrote 1 stage and 0 handoffs in Draft')]);
    const once = readFileSync(join(path, written), 'utf8');
    expect(once).toMatch(
      /^# Rules\n\n## BR-001: Refunds\n\nStatus: Active\n\n## BR-MOPS-001: Lifecycle Stage — MQL\n/,
    );
    expect(mops(['import', 'life.md'], { cwd: path }).out).toContain('Nothing new: nothing was written.');
    expect(readFileSync(join(path, written), 'utf8')).toBe(once);
  });

  test('stages and handoffs that live in one file stand there both', () => {
    const path = folder({
      'life.md': `${table}| SQL | Call held | AE | 1 business day |\n\n## MQL → SQL\n\n| Reason | Goes to |\n|---|---|\n| Too small | Nurture |\n`,
      'PRD.md':
        '# Product\n\n## BR-MOPS-004: Lifecycle Stage — Anonymous\n\nStage: Anonymous\n\n## GTM-MOPS-007: Handoff — Anonymous → Lead\n\nStatus: Draft\n',
    });
    expect(mops(['import', 'life.md'], { cwd: path })).toMatchObject({
      code: 0,
      out: expect.stringContaining('Wrote 2 stages and 1 handoff in Draft to PRD.md:'),
    });
    const ids = readFileSync(join(path, 'PRD.md'), 'utf8').match(/^## \S+(?=:)/gm);
    expect(ids).toEqual([
      '## BR-MOPS-004',
      '## GTM-MOPS-007',
      '## BR-MOPS-005',
      '## BR-MOPS-006',
      '## GTM-MOPS-008',
    ]);
  });

  test('a table it cannot place: the columns it knows, exit 2, nothing written', () => {
    const path = folder({ 'prices.csv': 'Plan,Price\nPro,20\n' });
    const { code, err } = mops(['import', 'prices.csv'], { cwd: path });
    expect(code).toBe(2);
    expect(err).toContain(
      'Nothing was written. It knows a stage table (Stage, Entry criteria, Exit criteria,',
    );
    expect(existsSync(join(path, 'SoT'))).toBe(false);
  });

  test('never through a link', () => {
    const outside = folder({ 'x.md': '# Mine\n' });
    const path = folder({ 'life.md': table, 'SoT/a.md': '' });
    symlinkSync(join(outside, 'x.md'), join(path, written));
    expect(mops(['import', 'life.md'], { cwd: path })).toMatchObject({ code: 2 });
    expect(readFileSync(join(outside, 'x.md'), 'utf8')).toBe('# Mine\n');
  });

  test('--print writes nothing', () => {
    const path = folder({ 'life.md': table });
    expect(mops(['import', 'life.md', '--print'], { cwd: path }).out).toContain(
      '## BR-MOPS-001: Lifecycle Stage — MQL',
    );
    expect(existsSync(join(path, 'SoT'))).toBe(false);
  });

  test('a file that is not there, a folder', () => {
    const path = folder({ 'SoT/a.md': '' });
    expect(mops(['import', 'nothing.md'], { cwd: path })).toMatchObject({
      code: 2,
      err: expect.stringContaining('There is no file nothing.md'),
    });
    expect(mops(['import', 'SoT'], { cwd: path })).toMatchObject({
      code: 2,
      err: expect.stringContaining('is not a file'),
    });
  });
});
