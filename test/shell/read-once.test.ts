import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/read.ts';
import { modelOf } from '../../src/shell/files/check-tree.ts';
import { readFolder } from '../../src/shell/files/disk.ts';
import { readCommit } from '../../src/shell/git/read-commit.ts';

const reading = readConfig(null, 'mops.config.yml', []);
if ('errors' in reading) throw new Error('no config');
const { config } = reading;

function entriesOf(texts: Readonly<Record<string, string>>) {
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }));
  const model = modelOf({ config, files, issues: [] });
  return Object.fromEntries(model.repository.files.map(({ path, entries }) => [path, entries]));
}

const stage = (id: number, name: string): string =>
  `## BR-MOPS-00${id}: Lifecycle Stage — ${name}\nType: Lifecycle-Stage\nStage: ${name}\n`;

test('of two trees in a row an unchanged file is read once, a changed one again', () => {
  const before = entriesOf({ 'a.md': stage(1, 'MQL'), 'b.md': stage(2, 'SQL') });
  const after = entriesOf({ 'a.md': stage(1, 'MQL'), 'b.md': stage(2, 'Customer') });
  expect(after['a.md']?.[0]).toBe(before['a.md']?.[0]);
  expect(after['b.md']?.[0]?.title.text).toContain('Customer');
});

test('the same text under another path is another file', () => {
  entriesOf({ 'a.md': stage(1, 'MQL') });
  expect(entriesOf({ 'c.md': stage(1, 'MQL') })['c.md']?.[0]?.span.file).toBe('c.md');
});

test('an entry that the tree before left out for another file is there again', () => {
  const row = '| ID | Stage | Owner |\n|---|---|---|\n| BR-MOPS-001 | MQL | BDR |\n';
  expect(entriesOf({ 'a.md': stage(1, 'MQL'), 'b.md': row })['b.md']).toEqual([]);
  expect(entriesOf({ 'b.md': row })['b.md']?.map(({ id }) => id)).toEqual(['BR-MOPS-001']);
});

/** A file whose contents are taken out of git's store: whoever asks for them again is refused. */
function takeOutOfStore(root: string, path: string): void {
  const object = git(root, 'rev-parse', `HEAD:${path}`);
  rmSync(join(root, '.git/objects', object.slice(0, 2), object.slice(2)), { force: true });
}

function git(root: string, ...args: string[]): string {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...identity, ...args], { cwd: root, encoding: 'utf8' }).trim();
}

const stays = stage(1, 'MQL');
const globs = ['*.md'];

describe('of a folder under git', () => {
  const root = mkdtempSync(join(tmpdir(), 'mops-read-once-'));
  const write = (path: string, text: string): void => writeFileSync(join(root, path), text);
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  /** Ten seconds on: what was written by now is old enough to be known by its time. */
  const later = Date.now() + 10_000;

  beforeAll(() => {
    git(root, 'init', '-q');
    write('a.md', stays);
    write('b.md', stage(2, 'SQL'));
    git(root, 'add', '.');
    git(root, 'commit', '-qm', 'one');
    write('b.md', stage(2, 'Customer'));
    git(root, 'commit', '-qam', 'two');
  });

  test('a base reads what differs from its head on disk alone: the other contents may be gone from the store', async () => {
    const head = readFolder(root, globs);
    takeOutOfStore(root, 'a.md');
    const base = await readCommit(root, 'HEAD~1', globs);
    expect(base.files[0]).toBe(head.files[0]);
    expect(base.files.map(({ text }) => text)).toEqual([stays, stage(2, 'SQL')]);
  });

  test('two commits in a row read what both hold once', async () => {
    const base = await readCommit(root, 'HEAD~1', globs);
    const head = await readCommit(root, 'HEAD', globs);
    expect(head.files[0]).toBe(base.files[0]);
    expect(head.files.map(({ text }) => text)).toEqual([stays, stage(2, 'Customer')]);
  });

  test('a folder that is watched opens a file again when it was written to, also to the same length', () => {
    const first = readFolder(root, globs, later);
    write('b.md', stage(2, 'Prospect'));
    const second = readFolder(root, globs, later);
    expect(second.files[0]).toBe(first.files[0]);
    expect(second.files[1]?.text).toBe(stage(2, 'Prospect'));
  });

  test('a file written just now is read again: the next writing could leave the same time', () => {
    write('a.md', stays);
    const first = readFolder(root, globs);
    const second = readFolder(root, globs);
    expect(second.files[0]).not.toBe(first.files[0]);
    expect(second).toEqual(first);
  });

  test('a file that is gone, or a folder in its place, is not remembered', () => {
    readFolder(root, globs, later);
    rmSync(join(root, 'b.md'));
    expect(readFolder(root, globs, later).files.map(({ path }) => path)).toEqual(['a.md']);
    mkdirSync(join(root, 'b.md'));
    expect(readFolder(root, globs, later).issues).toEqual(readFolder(root, globs).issues);
  });
});
