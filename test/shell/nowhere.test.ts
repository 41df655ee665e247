/** A pattern that picks nothing, and a folder without a lifecycle: what is said, and what to write instead. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadTree, missingIn } from '../../src/shell/files/tree.ts';

const entry = '### BR-MOPS-001: MQL\n\n- **Owner:** BDR\n';

let top = '';
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'mops-nowhere-'));
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

function put(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(top, path)), { recursive: true });
    writeFileSync(join(top, path), text);
  }
}

/** What reading a folder is refused for, paths from the top; null where it is read. */
async function refusal(inner = '.', configPath?: string): Promise<string | null> {
  const before = process.cwd();
  process.chdir(top);
  try {
    await loadTree({ folder: join(top, inner), ruleIds: [], ...(configPath ? { configPath } : {}) });
    return null;
  } catch (error) {
    return (error as Error).message;
  } finally {
    process.chdir(before);
  }
}

describe('a pattern that picks no file', () => {
  const missed = (pattern: string, rest: string) =>
    `mops.config.yml:1:7: sot: "${pattern}" matches no file, so nothing of it would be checked. ${rest}`;

  test.each([
    ['in other letters', 'sot/*.md', 'SoT/a.md', 'SoT/*.md'],
    ['mistyped', 'Handboook/*.md', 'Handbook/a.md', 'Handbook/*.md'],
    ['of files a folder further down', 'docs/*.md', 'docs/gtm/a.md', 'docs/**/*.md'],
    ['that names a folder', 'docs', 'docs/gtm/a.md', 'docs/**/*.md'],
    ['that names a folder in other letters', 'DOCS/', 'docs/gtm/a.md', 'docs/**/*.md'],
    ['without the extension', 'handbook', 'handbook.md', 'handbook.md'],
    ['of a folder that stands in another', 'SoT/*.md', 'gtm/SoT/a.md', 'gtm/SoT/*.md'],
    ['of a folder in another, further down', 'rules/*.md', 'gtm/rules/x/a.md', 'gtm/rules/**/*.md'],
    ['with backslashes', 'docs\\\\gtm\\\\*.md', 'docs/gtm/a.md', 'docs/gtm/*.md'],
    ['with a dot in front', './sot/a.md', 'SoT/a.md', 'SoT/a.md'],
  ])('%s', async (_what, pattern, file, meant) => {
    put({ 'mops.config.yml': `sot: ["${pattern}"]\n`, [file]: entry });
    const shown = pattern.replaceAll('\\\\', '\\');
    expect(await refusal()).toBe(missed(shown, `Write "${meant}".`));
  });

  test('that is like nothing there: the file with entries is named', async () => {
    put({ 'mops.config.yml': 'sot: ["lifecycle/*.txt"]\n', 'handbook/marketing.md': entry });
    expect(await refusal()).toBe(
      missed(
        'lifecycle/*.txt',
        'Lifecycle entries are in handbook/marketing.md. Write that path, or take the pattern out.',
      ),
    );
  });

  test('where no entry is anywhere', async () => {
    put({ 'mops.config.yml': 'sot: ["lifecycle/*.txt"]\n', 'README.md': '# Hello\n' });
    expect(await refusal()).toBe(missed('lifecycle/*.txt', 'Correct the path, or take the pattern out.'));
  });

  test('beside others: all are told at once, the file that is picked is not offered again', async () => {
    put({ 'mops.config.yml': 'sot: ["x/*.txt", "a.md", "y/*.txt", "z/*.txt"]\n', 'a.md': entry });
    expect(await refusal()).toBe(
      'mops.config.yml:1:7: sot: "x/*.txt" matches no file, so nothing of it would be checked. Neither do "y/*.txt", "z/*.txt". Correct the path, or take the pattern out.',
    );
    put({ 'mops.config.yml': 'sot: ["x/*.txt", "a.md", "y/*.txt"]\n' });
    expect(await refusal()).toContain('would be checked. Neither does "y/*.txt". Correct');
  });

  test('with ! may meet nothing, but not take out everything', async () => {
    put({ 'mops.config.yml': 'sot: ["a.md", "!drafts/*.md"]\n', 'a.md': entry });
    expect(await refusal()).toBeNull();
    put({ 'mops.config.yml': 'sot: ["a.md", "!*.md"]\n' });
    expect(await refusal()).toBe(
      'mops.config.yml:1:7: The patterns with ! take out every file that the others name. Narrow them.',
    );
  });
});

describe('a folder without a lifecycle', () => {
  const none = 'holds no lifecycle and no mops.config.yml.';

  test('below the one that has it', async () => {
    put({ 'SoT/rules.md': entry, 'docs/guide/x.txt': '' });
    expect(await refusal('docs')).toBe(`docs ${none} SoT/rules.md is further up: name the folder . instead.`);
    expect(await refusal('docs/guide')).toBe(
      `docs/guide ${none} SoT/rules.md is further up: name the folder . instead.`,
    );
  });

  test('below a config of its repository, whatever that picks', async () => {
    put({ 'mops.config.yml': 'sot: ["gtm/*.md"]\n', 'gtm/a.md': '', 'docs/x.txt': '', '.git/HEAD': '' });
    put({
      '.git/HEAD': 'ref: refs/heads/main\n',
      '.git/config': '',
      '.git/objects/x': '',
      '.git/refs/x': '',
    });
    expect(await refusal('docs')).toBe(
      `docs ${none} mops.config.yml is further up: name the folder . instead.`,
    );
  });

  test('above one, two or more that have it', async () => {
    put({ 'gtm/SoT/rules.md': entry });
    expect(await refusal()).toBe(
      `This folder ${none} gtm/SoT/rules.md is further down: name the folder gtm instead.`,
    );
    put({ 'sales/handbook.md': entry });
    expect(await refusal()).toBe(
      `This folder ${none} sales/handbook.md and gtm/SoT/rules.md are further down: name the folder sales or gtm instead.`,
    );
  });

  test('above folders with a config: three at most are named', async () => {
    put(Object.fromEntries(['a', 'b', 'c', 'd'].map((one) => [`${one}/mops.config.yml`, 'mode: quick\n'])));
    expect(await refusal()).toBe(
      `This folder ${none} a/mops.config.yml, b/mops.config.yml and c/mops.config.yml are further down: name the folder a, b or c instead.`,
    );
  });

  test('whose entries lie in no usual place', async () => {
    put({ 'handbook.md': entry });
    expect(await refusal()).toBe(
      'This folder holds no lifecycle and no mops.config.yml. handbook.md holds entries, but no usual place of them is there. Write a mops.config.yml with sot: ["handbook.md"].',
    );
    put({ 'sales.md': entry });
    expect(await refusal()).toContain('handbook.md and sales.md hold entries');
  });

  test('whose entries are templates and examples alone has none', async () => {
    const shape = '### BR-MOPS-XXX: [Stage]\n\n- **Owner:** [role]\n\n';
    put({ 'handbook.md': `## Template\n\n${shape}${entry}`, 'notes.md': 'Ask the MOPS team.\n' });
    expect(await refusal()).toBeNull();
  });

  test('that is all there is, is read: it may be a beginning', async () => {
    expect(await refusal()).toBeNull();
    put({ 'README.md': '# Hello\n', '.hidden/SoT/rules.md': entry, 'node_modules/x/SoT/rules.md': entry });
    expect(await refusal()).toBeNull();
  });
});

describe('a config that picks no entry', () => {
  const words = 'roles:\n  Closer: [Deal desk]\n';

  test('without patterns of its own: the files that hold some are named', async () => {
    put({ 'mops.config.yml': words, 'handbook.md': entry });
    expect(await refusal()).toBe(
      'No file that "sot" picks holds a lifecycle entry, but handbook.md does. Name it under sot in mops.config.yml.',
    );
    put({ 'sales.md': entry });
    expect(await refusal()).toBe(
      'No file that "sot" picks holds a lifecycle entry, but handbook.md and sales.md do. Name them under sot in mops.config.yml.',
    );
  });

  test('and names one elsewhere counts as the folder’s own', async () => {
    put({ 'team.yml': words, 'docs/handbook.md': entry });
    expect(await refusal('docs', join(top, 'team.yml'))).toContain('but handbook.md does.');
  });
});

test('files of a folder that a config further up is for are not checked without it', async () => {
  put({
    '.git/HEAD': 'ref: refs/heads/main\n',
    '.git/objects/x': '',
    '.git/refs/x': '',
    'mops.config.yml': 'sot: ["team/SoT/*.md"]\n',
    'team/SoT/rules.md': entry,
    'other/SoT/rules.md': entry,
  });
  expect(await refusal('team')).toBe(
    'team has no mops.config.yml, but mops.config.yml is for its files too. Name the folder . instead, or the config: --config mops.config.yml.',
  );
  expect(await refusal('other')).toBeNull();
});

test('what writes the first entries is told what is missing, and goes on', async () => {
  put({ 'mops.config.yml': 'sot: ["x/*.txt"]\nmode: quick\n', 'a/SoT/rules.md': entry });
  const request = { folder: top, ruleIds: [], mayBeEmpty: true };
  const tree = await loadTree(request);
  expect(tree.elsewhere).toEqual(['a/SoT/rules.md']);
  expect(await missingIn(tree, request)).toEqual([
    'mops.config.yml:1:7: sot: "x/*.txt" matches no file, so nothing of it would be checked. Lifecycle entries are in a/SoT/rules.md. Write that path, or take the pattern out.',
  ]);
});
