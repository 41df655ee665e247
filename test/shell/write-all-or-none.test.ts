import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFiles, existing, notWritten } from '../../src/shell/files/create-files.ts';
import { writeAll } from '../../src/shell/files/write-all.ts';
import { writeFiles } from '../../src/shell/files/write-files.ts';

/** A name as long as a file system allows: the file can be there, its temporary neighbour cannot. */
const unwritable = `${'x'.repeat(252)}.md`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mops-write-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (path: string, text: string) => writeFileSync(join(folder, path), text);
const read = (path: string) => readFileSync(join(folder, path), 'utf8');

describe('changed files', () => {
  test('are written when each of them is what was read', () => {
    put('a.md', 'one\r\n');
    put('b.md', 'two\n');
    writeFiles(folder, [
      { path: 'a.md', before: 'one\r\n', after: 'ONE\r\n' },
      { path: 'b.md', before: 'two\n', after: 'TWO\n' },
    ]);
    expect([read('a.md'), read('b.md')]).toEqual(['ONE\r\n', 'TWO\n']);
  });

  test('get their old bytes back when a later one cannot be written', () => {
    put('a.md', 'one\r\n');
    put(unwritable, 'two\n');
    const changes = [
      { path: 'a.md', before: 'one\r\n', after: 'ONE\r\n' },
      { path: unwritable, before: 'two\n', after: 'TWO\n' },
    ];
    expect(() => writeFiles(folder, changes)).toThrow('Nothing was written: ');
    expect([read('a.md'), read(unwritable)]).toEqual(['one\r\n', 'two\n']);
  });

  test('are left alone when one of them changed meanwhile', () => {
    put('a.md', 'one\n');
    put('b.md', 'edited by hand\n');
    const changes = [
      { path: 'a.md', before: 'one\n', after: 'ONE\n' },
      { path: 'b.md', before: 'two\n', after: 'TWO\n' },
    ];
    expect(() => writeFiles(folder, changes)).toThrow('b.md changed while it was read. Nothing was written');
    expect(read('a.md')).toBe('one\n');
  });

  test('are never written through a link, a path out of the folder, or one that is gone', () => {
    mkdirSync(join(folder, 'inside'));
    put('outside.md', 'one\n');
    symlinkSync('../outside.md', join(folder, 'inside/link.md'));
    const inside = join(folder, 'inside');
    const change = (path: string) => [{ path, before: 'one\n', after: 'ONE\n' }];
    expect(() => writeFiles(inside, change('link.md'))).toThrow('link.md is a link.');
    expect(() => writeFiles(inside, change('../outside.md'))).toThrow('lies outside the folder');
    expect(() => writeFiles(inside, change('gone.md'))).toThrow('gone.md can no longer be read.');
    expect(() => writeFiles(folder, change('inside'))).toThrow('Nothing was written');
    expect(read('outside.md')).toBe('one\n');
  });
});

describe('files that are ready to take their places', () => {
  const files = () =>
    ['a.md', 'b.md'].map((path) => ({ target: join(folder, path), text: path.toUpperCase() }));
  const names = () => readdirSync(folder).toSorted();

  test('change nothing where something is no longer as it was', () => {
    put('a.md', 'one\n');
    expect(() => writeAll(files(), () => put('a.md', 'by hand\n'))).not.toThrow();
    put('a.md', 'one\n');
    expect(() =>
      writeAll(files(), () => {
        throw new Error('changed meanwhile');
      }),
    ).toThrow('changed meanwhile');
    expect([read('a.md'), names()]).toEqual(['one\n', ['a.md', 'b.md']]);
  });

  test('give those before them their old files back, the same ones, when a place is taken in the last moment', () => {
    put('a.md', 'one\n');
    chmodSync(join(folder, 'a.md'), 0o640);
    const before = statSync(join(folder, 'a.md'));
    expect(() =>
      writeAll(files(), () => mkdirSync(join(folder, 'b.md/full'), { recursive: true })),
    ).toThrow();
    expect([read('a.md'), names()]).toEqual(['one\n', ['a.md', 'b.md']]);
    expect(statSync(join(folder, 'a.md')).ino).toBe(before.ino);
  });

  test('keep the mode of the file they replace', () => {
    put('a.md', 'one\n');
    chmodSync(join(folder, 'a.md'), 0o640);
    writeAll(files());
    expect([read('a.md'), statSync(join(folder, 'a.md')).mode & 0o777]).toEqual(['A.MD', 0o640]);
    expect(names()).toEqual(['a.md', 'b.md']);
  });

  test.each([
    [{ code: 'ENOSPC' }, 'Nothing was written: the disk is full.'],
    [{ code: 'EROFS', path: '/sot/a.md' }, 'Nothing was written: /sot may not be written to.'],
    [new Error('odd'), 'Nothing was written: odd.'],
  ])('say why in words: %j', (error, why) => expect(notWritten(error).message).toBe(why));
});

describe('new files', () => {
  test('are made with the folders on their way', () => {
    createFiles(join(folder, 'new'), [{ path: 'SoT/deep/a.md', text: 'one\n' }]);
    expect(read('new/SoT/deep/a.md')).toBe('one\n');
  });

  test('never replace one that is there, unless asked to', () => {
    put('a.md', 'one\n');
    const files = [
      { path: 'a.md', text: 'ONE\n' },
      { path: 'b.md', text: 'two\n' },
    ];
    expect(existing(folder, files)).toEqual(['a.md']);
    expect(() => createFiles(folder, files)).toThrow('a.md exists already. Nothing was written.');
    expect([read('a.md'), existsSync(join(folder, 'b.md'))]).toEqual(['one\n', false]);
    createFiles(folder, files, { replace: true });
    expect([read('a.md'), read('b.md')]).toEqual(['ONE\n', 'two\n']);
  });

  test('are taken away again, replaced ones restored and folders removed, when a later one cannot be written', () => {
    writeFileSync(join(folder, 'a.md'), Buffer.from([0xff, 0x0a]));
    const files = [
      { path: 'a.md', text: 'ONE\n' },
      { path: 'b.md', text: 'new beside it\n' },
      { path: 'SoT/new.md', text: 'new\n' },
      { path: `PRD/${unwritable}`, text: 'too long\n' },
    ];
    expect(() => createFiles(folder, files, { replace: true })).toThrow('Nothing was written: ');
    expect([...readFileSync(join(folder, 'a.md'))]).toEqual([0xff, 0x0a]);
    expect(['b.md', 'SoT', 'PRD'].filter((path) => existsSync(join(folder, path)))).toEqual([]);
  });

  test('are not made through a link or below a file', () => {
    mkdirSync(join(folder, 'elsewhere'));
    symlinkSync('elsewhere', join(folder, 'SoT'));
    put('PRD.md', 'a file\n');
    expect(() => createFiles(folder, [{ path: 'SoT/a.md', text: '' }])).toThrow('SoT is a link.');
    expect(() => createFiles(folder, [{ path: 'PRD.md/a.md', text: '' }])).toThrow('PRD.md is not a folder.');
    expect(() => createFiles(folder, [{ path: 'elsewhere', text: '' }], { replace: true })).toThrow(
      'elsewhere is not a file.',
    );
    expect(existsSync(join(folder, 'elsewhere/a.md'))).toBe(false);
  });
});
