/** Writing that is refused says why, and leaves every byte as it was. */
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UsageError } from '../../src/shell/exit.ts';
import { misnamedConfig } from '../../src/shell/files/config-name.ts';
import { createFiles, existing, notWritten, refuseReadOnly } from '../../src/shell/files/create-files.ts';
import { reason } from '../../src/shell/files/disk.ts';
import { entriesBelow, foldersOf, holdsEntries, isFolder } from '../../src/shell/files/nearby.ts';
import { putFiles, writeFiles } from '../../src/shell/files/write-files.ts';

let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'mops-refused-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (path: string, text = 'old') => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const read = (path: string) => readFileSync(join(folder, path), 'utf8');

describe('files that change beside files that are new', () => {
  const files = [
    { path: 'a.md', before: 'old', after: 'new' },
    { path: 'SoT/b.md', before: null, after: 'fresh' },
  ];

  test('are written together', () => {
    put('a.md');
    putFiles(folder, files);
    expect([read('a.md'), read('SoT/b.md')]).toEqual(['new', 'fresh']);
  });

  test.each<[string, () => void, string]>([
    [
      'one that was to be new is there',
      () => put('SoT/b.md'),
      'SoT/b.md is there by now. Nothing was written; run the command again.',
    ],
    [
      'one that was to change did',
      () => put('a.md', 'by hand'),
      'a.md changed while it was read. Nothing was written; run the command again.',
    ],
    [
      'one that was to change is gone',
      () => rmSync(join(folder, 'a.md')),
      'a.md can no longer be read. Nothing was written.',
    ],
    [
      'one is read-only',
      () => chmodSync(join(folder, 'a.md'), 0o444),
      'a.md is read-only. Nothing was written.',
    ],
    ['a file stands where a folder is to be', () => put('SoT'), 'SoT is not a folder. Nothing was written.'],
    [
      'a link stands where a folder is to be',
      () => symlinkSync(tmpdir(), join(folder, 'SoT')),
      'SoT is a link. Nothing was written.',
    ],
  ])('are not where %s', (_what, spoil, message) => {
    put('a.md');
    spoil();
    const before = readdirSync(folder);
    expect(() => putFiles(folder, files)).toThrow(new UsageError(message));
    expect(readdirSync(folder)).toEqual(before);
  });

  test('two that are there are told in the plural', () => {
    put('a.md');
    put('b.md');
    const fresh = ['a.md', 'b.md'].map((path) => ({ path, before: null, after: 'x' }));
    expect(() => putFiles(folder, fresh)).toThrow('a.md, b.md are there by now.');
    expect(() =>
      createFiles(folder, [
        { path: 'a.md', text: '' },
        { path: 'b.md', text: '' },
      ]),
    ).toThrow('a.md, b.md exist already. Nothing was written.');
  });
});

describe('new files', () => {
  test.each<[string, string, () => void]>([
    ['d is not a file. Nothing was written.', 'd', () => mkdirSync(join(folder, 'd'))],
    ['d is a link. Nothing was written.', 'd', () => symlinkSync('x', join(folder, 'd'))],
    ['d/e is not a folder. Nothing was written.', 'd/e/f.md', () => put('d/e')],
  ])('%s', (message, path, spoil) => {
    spoil();
    expect(() => createFiles(folder, [{ path, text: 'x' }], { replace: true })).toThrow(message);
  });

  test('in a folder reached over a link are written', () => {
    mkdirSync(join(folder, 'real'));
    symlinkSync('real', join(folder, 'way'));
    createFiles(join(folder, 'way'), [{ path: 'a.md', text: 'x' }]);
    expect(read('real/a.md')).toBe('x');
  });

  test('are none of those that are there, through a file neither', () => {
    put('a.md');
    expect(
      existing(
        folder,
        ['a.md', 'b.md', 'a.md/c.md'].map((path) => ({ path, text: '' })),
      ),
    ).toEqual(['a.md']);
    refuseReadOnly(join(folder, 'b.md'), 'b.md');
    refuseReadOnly(join(folder, 'a.md'), 'a.md');
  });

  test('a path out of the folder is refused', () => {
    put('x/a.md');
    put('b.md');
    expect(() => writeFiles(join(folder, 'x'), [{ path: '../b.md', before: 'old', after: 'new' }])).toThrow(
      '../b.md lies outside the folder. Nothing was written.',
    );
    writeFiles(folder, [{ path: 'x/a.md', before: 'old', after: 'new' }]);
    expect([read('x/a.md'), read('b.md')]).toEqual(['new', 'old']);
  });
});

describe('what the system says, in words', () => {
  test.each<[object, string]>([
    [{ code: 'ENOSPC' }, 'the disk is full'],
    [{ code: 'EDQUOT' }, 'the disk is full'],
    [{ code: 'EACCES', path: '/a/b.md' }, '/a may not be written to'],
    [{ code: 'EPERM', path: '/a/b.md' }, '/a may not be written to'],
    [{ code: 'EROFS' }, 'the folder may not be written to'],
    [new Error('odd'), 'odd'],
  ])('%j: %s', (error, why) => {
    expect(notWritten(error).message).toBe(`Nothing was written: ${why}.`);
  });

  test('words that are ours stay', () => {
    const own = new UsageError('a.md is a link.');
    expect(notWritten(own)).toBe(own);
  });

  test.each([
    ['EACCES', 'permission denied'],
    ['EPERM', 'permission denied'],
    ['ENOENT', 'it does not exist'],
    ['ELOOP', 'link loop'],
    ['ENOTDIR', 'not a folder'],
    ['EIO', 'EIO'],
  ])('%s: %s', (code, words) => {
    expect(reason({ code })).toBe(words);
  });
});

describe('what is near', () => {
  const entry = '## BR-MOPS-001: MQL\n\nOwner: BDR\n';

  test('a config that is called a little otherwise', () => {
    const of = (...names: string[]) => {
      rmSync(folder, { recursive: true });
      mkdirSync(folder);
      for (const name of names) put(name);
      return misnamedConfig(folder);
    };
    expect(of()).toBeNull();
    expect(of('mops.config.yaml')).toBe('mops.config.yaml');
    expect(of('.mops-config.yml', 'MOPS_CONFIG.YAML')).toBe('.mops-config.yml');
    expect(of('mopsconfig.yml')).toBe('mopsconfig.yml');
    expect(of('mops.config.yaml', 'mops.config.yml')).toBeNull();
    expect(of('mops.config.yml.md', 'xmops.config.yml', 'mops.config.json')).toBeNull();
    expect(misnamedConfig(join(folder, 'gone'))).toBeNull();
  });

  test('folders level by level, without hidden ones and packages', () => {
    for (const path of ['b/c/d/x', 'a/x', '.git/x', 'node_modules/a/x', 'f.md']) put(path);
    expect(foldersOf(folder, 1)).toEqual(['a', 'b']);
    expect(foldersOf(folder, 2)).toEqual(['a', 'b', 'b/c']);
    expect(foldersOf(folder, 3)).toEqual(['a', 'b', 'b/c', 'b/c/d']);
    expect([isFolder(folder), isFolder(join(folder, 'f.md')), isFolder(join(folder, 'gone'))]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('files with entries, three at most', () => {
    for (const path of ['a.md', 'b.txt', 'x/c.markdown', 'x/SoT/d.MD', 'x/y/e.md', 'z/f.md'])
      put(path, entry);
    put('0.md', '# Rules\n');
    expect(entriesBelow(folder)).toEqual(['a.md', 'x/c.markdown', 'z/f.md']);
    rmSync(join(folder, 'a.md'));
    rmSync(join(folder, 'z'), { recursive: true });
    expect(entriesBelow(folder)).toEqual(['x/c.markdown', 'x/SoT/d.MD']);
  });

  test.each<[string, boolean]>([
    [entry, true],
    ['# Rules\n', false],
    ['About mops and more.\n', false],
    [`About MOPS.\n\n${'More words here. '.repeat(400)}\n\n${entry}`, true],
    [`## Template\n\n#${entry}`, true],
    [`## Template\n\n### BR-MOPS-XXX: [Stage]\n\n#${entry}`, false],
    [`## Template\n\n### BR-MOPS-XXX: [Stage]\n\n## Rules\n\n#${entry}`, true],
  ])('%j holds an entry: %s', (text, holds) => {
    expect(holdsEntries({ path: 'a.md', text })).toBe(holds);
  });
});
