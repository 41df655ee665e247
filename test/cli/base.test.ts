import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commitAll, git } from './git.ts';
import { example, mops, repository } from './mops.ts';

const { path, remove } = repository({});
const rulesFile = join(path, 'SoT/SoT.BUSINESS_RULES.md');
let first = '';

function edit(change: (text: string) => string): void {
  const before = readFileSync(rulesFile, 'utf8');
  const after = change(before);
  if (after === before) throw new Error('the edit changed nothing');
  writeFileSync(rulesFile, after);
}

beforeAll(() => {
  cpSync(example('b2b-saas'), path, { recursive: true });
  first = commitAll(path);
  git(path, 'switch', '-q', '-c', 'work');
  // A defect of its own, committed, and lines moved above everything else.
  edit((text) => text.replace(/^\*\*Owner\*\*: AE$/m, '**Owner**: TBD'));
  commitAll(path);
});

afterAll(remove);

describe('mops check --base', () => {
  test('what the branch made worse fails, with the base named', () => {
    const { code, out, err } = mops(['check', '--base', 'main'], { cwd: path });
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toContain(`Compared with main at ${first.slice(0, 7)}.`);
    expect(out).toContain('stage-owner');
  });

  test('beside the branch itself nothing is new, and it passes', () => {
    const { code, out } = mops(['check', '--base', 'HEAD', '--format', 'json'], { cwd: path });
    const report = JSON.parse(out);
    expect({ code, verdict: report.verdict }).toEqual({ code: 0, verdict: 'pass' });
    expect(new Set(report.findings.map((finding: { state: string }) => finding.state))).toEqual(
      new Set(['existing']),
    );
    expect(mops(['check', '--base', 'HEAD', '--scope', 'all'], { cwd: path }).code).toBe(1);
  });

  test('work not yet committed counts, lines that only moved do not', () => {
    edit((text) => `${'\n'.repeat(20)}${text}`);
    expect(mops(['check', '--base', 'HEAD'], { cwd: path }).code).toBe(0);
  });

  test('a ref nobody knows is exit 2, and none is taken for an option', () => {
    expect(mops(['check', '--base', 'mian'], { cwd: path })).toMatchObject({
      code: 2,
      out: '',
      err: 'mops: git knows no commit "mian". Fetch it first, or check the spelling.\n',
    });
    expect(mops(['check', '--base=--upload-pack=touch x'], { cwd: path }).code).toBe(2);
  });
});

describe('mops diff', () => {
  test('says what a change means', () => {
    expect(mops(['diff', 'main..work'], { cwd: path })).toMatchObject({
      code: 0,
      out: expect.stringContaining('AE → TBD'),
    });
    expect(mops(['diff', 'main'], { cwd: path }).out).toBe(mops(['diff', 'main..work'], { cwd: path }).out);
    expect(mops(['diff', 'work..work'], { cwd: path }).out).toBe('The lifecycle means the same.\n');
  });

  test('as JSON and as Markdown', () => {
    expect(
      JSON.parse(mops(['diff', 'main...work', '--format', 'json'], { cwd: path }).out).changes,
    ).toHaveLength(1);
    expect(mops(['diff', 'main...work', '--format', 'markdown'], { cwd: path }).out).toMatch(/^- \*\*/);
  });

  test('a base that Git LFS did not fetch makes everything new, and the report says so', () => {
    const { path: folder, remove: away } = repository({});
    cpSync(example('b2b-saas'), folder, { recursive: true });
    const file = join(folder, 'SoT/SoT.BUSINESS_RULES.md');
    const text = readFileSync(file, 'utf8').replace('**Owner**: BDR', '**Owner**: TBD');
    const oid = 'a'.repeat(64);
    writeFileSync(file, `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize 5\n`);
    commitAll(folder);
    writeFileSync(file, text);
    const { code, out } = mops(['check', '--base', 'HEAD'], { cwd: folder });
    away();
    expect(code).toBe(1);
    expect(out).toContain(
      'could not be read, so every finding counts as new. SoT/SoT.BUSINESS_RULES.md is only',
    );
  });
});
