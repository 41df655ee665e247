/** Links are read the same on disk and in a commit, each file once, and what cannot be followed is said. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { readFolder } from '../../src/shell/files/disk.ts';
import { selection } from '../../src/shell/files/globs.ts';
import { Snapshot } from '../../src/shell/files/snapshot.ts';
import { mostFiles, walk } from '../../src/shell/files/walk.ts';
import { LinkedAway, readCommit, readFileAt } from '../../src/shell/git/read-commit.ts';
import { commitAll, git } from '../cli/git.ts';

const globs = ['SoT/**/*.md', 'README.md'];
const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Writes files; a value that starts with `->` is a link. */
function folder(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'mops-links-'));
  made.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    if (text.startsWith('->')) symlinkSync(text.slice(2), join(root, path));
    else writeFileSync(join(root, path), text);
  }
  return root;
}

/** What is read of the folder on disk and of the same as a commit: paths, and the first words of each issue. */
async function both(files: Readonly<Record<string, string>>) {
  const root = folder(files);
  const sha = commitAll(root);
  const told = ({ files: read, issues }: ReturnType<typeof readFolder>) => ({
    files: read.map(({ path, text }) => `${path}=${text}`),
    issues: issues.map(({ message }) => message),
  });
  return { disk: told(readFolder(root, globs)), commit: told(await readCommit(root, sha, globs)) };
}

describe('the same on disk and in a commit', () => {
  const cases: readonly (readonly [string, Record<string, string>, string[], string[]])[] = [
    [
      'a link to a link',
      { 'notes/a.txt': 'a', 'notes/b.txt': '->a.txt', 'SoT/a.md': '->../notes/b.txt' },
      ['SoT/a.md=a'],
      [],
    ],
    [
      'a file turned into a chain of ten links',
      Object.fromEntries([
        ['x/0', 'a'],
        ...Array.from({ length: 10 }, (_, n) => [`x/${n + 1}`, `->${n}`]),
        ['SoT/a.md', '->../x/10'],
      ]),
      ['SoT/a.md=a'],
      [],
    ],
    [
      'a folder reached over a linked folder',
      { 'real/deep/a.md': 'a', via: '->real', SoT: '->via/deep' },
      ['SoT/a.md=a'],
      [],
    ],
    [
      'two folder links to one folder are read once',
      { 'real/a.md': 'a', 'SoT/one': '->../real', 'SoT/two': '->../real' },
      ['SoT/one/a.md=a'],
      [],
    ],
    ['a link to a picked file adds nothing', { 'SoT/a.md': 'a', 'SoT/b.md': '->a.md' }, ['SoT/a.md=a'], []],
    [
      'a link to nothing',
      { 'SoT/a.md': '->gone.md' },
      [],
      ['SoT/a.md is a link to nothing (it does not exist).'],
    ],
    [
      'a folder link to nothing',
      { 'SoT/more': '->../gone' },
      [],
      ['SoT/more is a link to nothing (it does not exist).'],
    ],
    [
      'a link out of the folder',
      { 'SoT/a.md': '->/etc/hostname' },
      [],
      ['SoT/a.md is a link out of the checked folder.'],
    ],
    [
      'links that lead to each other',
      { 'SoT/a.md': '->b.md', 'SoT/b.md': '->a.md' },
      [],
      ['SoT/a.md is a link that leads back to itself.', 'SoT/b.md is a link that leads back to itself.'],
    ],
    [
      'a folder that links to one above',
      { 'SoT/a.md': 'a', 'SoT/up': '->..' },
      ['SoT/a.md=a'],
      ['SoT/up links back to a folder above it.'],
    ],
  ];
  test.each(cases)('%s', async (_what, files, read, issues) => {
    const { disk, commit } = await both(files);
    expect(disk).toEqual({ files: read, issues });
    expect(commit).toEqual(disk);
  });
});

describe('names that differ in the case of their letters alone', () => {
  const told = (left: string, read: string) =>
    `${left} and ${read} have the same name but for the case of its letters. macOS and Windows keep one of the two; here ${left} is not read.`;
  const cases: readonly (readonly [string, Record<string, string>, string[], string[]])[] = [
    [
      'two folders, one of which is read',
      { 'SoT/a.md': 'a', 'sot/b.md': 'b' },
      ['SoT/a.md=a'],
      [told('sot', 'SoT')],
    ],
    [
      'the other one first in the order of names',
      { 'SOT/b.md': 'b', 'SoT/a.md': 'a' },
      ['SoT/a.md=a'],
      [told('SOT', 'SoT')],
    ],
    [
      'two files that are picked',
      { 'SoT/A.md': 'A', 'SoT/a.md': 'a' },
      ['SoT/A.md=A'],
      [told('SoT/a.md', 'SoT/A.md')],
    ],
    [
      'two files of which one is picked',
      { 'README.md': 'a', 'Readme.md': 'b' },
      ['README.md=a'],
      [told('Readme.md', 'README.md')],
    ],
    [
      'two ways to write one letter',
      { 'SoT/Z\u00fcrich.md': 'a', 'SoT/Zu\u0308rich.md': 'b' },
      ['SoT/Zu\u0308rich.md=b'],
      [told('SoT/Z\u00fcrich.md', 'SoT/Zu\u0308rich.md')],
    ],
    [
      'a folder of code beside that of the texts, and folders that are both read',
      { 'SoT/one/a.md': 'a', 'SoT/One/b.md': 'b', 'sot/main.py': 'c' },
      ['SoT/One/b.md=b', 'SoT/one/a.md=a'],
      [],
    ],
  ];
  test.each(cases)('%s', async (_what, files, read, issues) => {
    const { disk, commit } = await both(files);
    expect(disk).toEqual({ files: read, issues });
    expect(commit).toEqual(disk);
  });
});

describe("git's own folder", () => {
  test('a link into it is not read, under whatever name it hides', async () => {
    const { disk, commit } = await both({
      'SoT/a.md': '->../.git/config',
      'SoT/b.md': '->c/config',
      'SoT/c': '->../.git',
    });
    expect(disk.files).toEqual([]);
    expect(disk.issues).toHaveLength(3);
    expect(disk.issues.every((message) => message.includes('a folder that is never read'))).toBe(true);
    expect(commit).toEqual(disk);
  });
});

describe('the checked folder in a commit is a link', () => {
  test.each(['us', '../elsewhere', '.git', 'nothing', 'emea'])(
    'to %s: one finding, nothing in silence',
    async (target) => {
      const root = folder({
        'teams/us/SoT/a.md': 'us',
        'elsewhere/SoT/a.md': 'else',
        'teams/emea/SoT/a.md': 'emea',
      });
      commitAll(root);
      const blob = git(root, 'hash-object', '-w', '--stdin').length;
      expect(blob).toBeGreaterThan(0);
      git(root, 'rm', '-rq', '--cached', 'teams/emea');
      rmSync(join(root, 'teams/emea'), { recursive: true });
      symlinkSync(target, join(root, 'teams/emea'));
      git(root, 'add', '-A');
      git(root, 'commit', '-qm', 'link');
      const sha = git(root, 'rev-parse', 'HEAD');
      rmSync(join(root, 'teams/emea'));
      mkdirSync(join(root, 'teams/emea'));
      const { issues } = await readCommit(join(root, 'teams/emea'), sha, globs);
      expect(issues.map(({ message }) => message)).toEqual([
        'teams/emea, which leads to the checked folder, is a link.',
      ]);
    },
  );
});

describe('a configuration that is a link', () => {
  test('is read where it leads to a file beside it, and refused elsewhere', async () => {
    const root = folder({
      'conf/mops.yml': 'mode: deep\n',
      'mops.config.yml': '->conf/mops.yml',
      'sub/mops.config.yml': '->../conf/mops.yml',
    });
    const sha = commitAll(root);
    expect(Buffer.from((await readFileAt(root, sha, 'mops.config.yml')) ?? []).toString()).toBe(
      'mode: deep\n',
    );
    await expect(readFileAt(root, sha, 'sub/mops.config.yml')).rejects.toThrow(LinkedAway);
    expect(await readFileAt(root, sha, 'none.yml')).toBe(null);
  });
});

describe('how much is read', () => {
  test('300 folders of 300 links each to one another are each file once', () => {
    const entries = [{ path: 'real/a.md', kind: 'file' as const, object: 'a' }];
    const links = Array.from({ length: 300 }, (_, outer) =>
      Array.from({ length: 300 }, (_, inner) => ({
        path: `SoT/${outer}/${inner}`,
        kind: 'link' as const,
        object: `t${inner % 2}`,
      })),
    ).flat();
    const snapshot = new Snapshot([...entries, ...links]);
    const targets = new Map([
      ['t0', '../../real'],
      ['t1', '../0'],
    ]);
    return snapshot
      .withLinks(
        () => walk(snapshot, selection(globs)),
        async () => targets,
      )
      .then(({ wanted, issues }) => {
        expect(wanted.map(({ real }) => real)).toEqual(['real/a.md']);
        expect(issues.length).toBeLessThan(301);
      });
  });

  test('more files than a source of truth has is one issue', () => {
    const entries = Array.from({ length: mostFiles + 5 }, (_, n) => ({
      path: `SoT/${n}.md`,
      kind: 'file' as const,
      object: 'a',
    }));
    const snapshot = new Snapshot(entries);
    const { wanted, issues } = walk(snapshot, selection(globs));
    expect([wanted.length, issues.length]).toEqual([mostFiles, 1]);
  });
});

describe('Git LFS', () => {
  const pointer = (oid: string) =>
    `version https://git-lfs.github.com/spec/v1\noid sha256:${oid.repeat(64)}\nsize 5\n`;
  test('pointers are one finding that names them all, on disk and in a commit', async () => {
    const { disk, commit } = await both({
      'SoT/a.md': pointer('a'),
      'SoT/b.md': pointer('b'),
      'README.md': 'x',
    });
    expect(disk.files).toEqual(['README.md=x']);
    expect(disk.issues).toEqual([
      'SoT/a.md is only a Git LFS pointer; the file itself was not fetched. So is SoT/b.md.',
    ]);
    expect(commit).toEqual(disk);
  });

  test('a text about pointers is none', async () => {
    const { disk } = await both({ 'README.md': `# LFS\n\n${pointer('a')}` });
    expect(disk.issues).toEqual([]);
  });
});
