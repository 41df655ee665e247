/** The one way through a folder, over folders that are only lists; and the bounds of what is read. */
import { describe, expect, test } from 'vitest';
import { isLfsPointer, mostBytes, notFetched, unreadable } from '../../src/shell/files/bytes.ts';
import { selection } from '../../src/shell/files/globs.ts';
import { Intake, mostBytesInAll } from '../../src/shell/files/intake.ts';
import { keepKnown, knownAt, knownByStamp, knowsAny, safeStamp } from '../../src/shell/files/known.ts';
import { Snapshot, type SnapshotEntry } from '../../src/shell/files/snapshot.ts';
import { mostFiles, unfollowed, type Walkable, walk } from '../../src/shell/files/walk.ts';

/** A folder of a commit: a path, `path -> target` for a link, `path @` for a submodule. */
function commit(...lines: readonly string[]) {
  const targets = new Map<string, string>();
  const entries = lines.map((line): SnapshotEntry => {
    const [path = '', arrow, target = ''] = line.split(' ');
    if (arrow === '->') targets.set(`blob of ${path}`, target);
    return {
      path,
      kind: arrow === '->' ? 'link' : arrow === '@' ? 'submodule' : 'file',
      object: `blob of ${path}`,
    };
  });
  const read = async (objects: readonly string[]) =>
    new Map(objects.map((name) => [name, targets.get(name) ?? '']));
  return { snapshot: new Snapshot(entries), read };
}

async function walked(lines: readonly string[], globs: readonly string[] = ['SoT/**/*.md', 'PRD.md']) {
  const { snapshot, read } = commit(...lines);
  const { wanted, issues, lacking, empty } = await snapshot.withLinks(
    () => walk(snapshot, selection(globs)),
    read,
  );
  return [
    ...wanted.map(({ path, real }) => (path === real ? path : `${path} from ${real}`)),
    ...issues.map(({ message }) => message),
    ...lacking.map(({ message }) => message),
    ...empty.map((path) => `${path} is empty`),
  ];
}

describe('the files of a folder', () => {
  test.each<[string, string[], string[]]>([
    [
      'in the order of their names',
      ['SoT/b.md', 'SoT/a.md', 'PRD.md', 'SoT/a/z.md'],
      ['PRD.md', 'SoT/a/z.md', 'SoT/a.md', 'SoT/b.md'],
    ],
    ['that no pattern picks', ['a.md', 'docs/b.md', 'SoT/c.txt'], []],
    [
      'of a submodule that is not here',
      ['PRD.md', 'SoT @', 'docs @'],
      ['PRD.md', 'SoT is a submodule; its files were not fetched.'],
    ],
    ['a folder that is called as a file is', ['SoT/x.md/y.md'], ['SoT/x.md is a folder named like a file.']],
    ['a link to a file elsewhere', ['SoT/a.md -> ../docs/a.md', 'docs/a.md'], ['SoT/a.md from docs/a.md']],
    ['a link to a file that is picked itself', ['SoT/a.md', 'SoT/b.md -> a.md'], ['SoT/a.md']],
    ['two links to one file', ['SoT/a.md -> ../x.md', 'SoT/b.md -> ../x.md', 'x.md'], ['SoT/a.md from x.md']],
    [
      'a link to a folder elsewhere',
      ['SoT/in -> ../docs', 'docs/a.md', 'docs/b.txt'],
      ['SoT/in/a.md from docs/a.md'],
    ],
    ['a link to a folder that is read anyway', ['SoT/in -> deep', 'SoT/deep/a.md'], ['SoT/deep/a.md']],
    [
      'a link to a folder, called as a file is',
      ['SoT/in.md -> ../docs', 'docs/a.md'],
      ['SoT/in.md is a folder named like a file.'],
    ],
    [
      'a link that ends in a slash, with a doubled one and a point on its way',
      ['SoT/in -> .././/docs/', 'docs/a.md'],
      ['SoT/in/a.md from docs/a.md'],
    ],
    ['a commit without a file', [], []],
    [
      'names that differ in capitals alone',
      ['SoT/a.md', 'SoT/A.md', 'prd.md', 'PRD.md'],
      [
        'PRD.md',
        'SoT/A.md',
        'SoT/a.md and SoT/A.md have the same name but for the case of its letters. macOS and Windows keep one of the two; here SoT/a.md is not read.',
        'prd.md and PRD.md have the same name but for the case of its letters. macOS and Windows keep one of the two; here prd.md is not read.',
      ],
    ],
    ['a link over a link', ['SoT/a.md -> ../x', 'x -> docs/a.md', 'docs/a.md'], ['SoT/a.md from docs/a.md']],
    [
      'a link in a linked folder',
      ['SoT/in -> ../docs', 'docs/a.md -> b.txt', 'docs/b.txt'],
      ['SoT/in/a.md from docs/b.txt'],
    ],
    [
      'a link to nothing',
      ['SoT/a.md -> gone.md', 'SoT/b.txt -> gone', 'SoT/c -> gone'],
      [
        'SoT/a.md is a link to nothing (it does not exist).',
        'SoT/c is a link to nothing (it does not exist).',
      ],
    ],
    ['a link with nothing in it', ['SoT/a.md -> '], ['SoT/a.md is a link to nothing (it does not exist).']],
    [
      'a link through a file',
      ['SoT/a.md -> ../x.md/y.md', 'x.md'],
      ['SoT/a.md is a link to nothing (it does not exist).'],
    ],
    ['a link to a submodule', ['SoT/a -> ../x', 'x @'], ['SoT/a is a link to nothing (it does not exist).']],
    [
      'a link out of the folder',
      ['SoT/a.md -> ../../a.md', 'SoT/b -> /etc'],
      ['SoT/a.md is a link out of the checked folder.', 'SoT/b is a link out of the checked folder.'],
    ],
    [
      'a link out and in again',
      ['SoT/a.md -> ../../SoT/b.txt', 'SoT/b.txt'],
      ['SoT/a.md is a link out of the checked folder.'],
    ],
    [
      'a link up and down inside',
      ['SoT/a.md -> ../docs/../docs/./b.txt', 'docs/b.txt'],
      ['SoT/a.md from docs/b.txt'],
    ],
    [
      'a link into git’s own folder',
      ['SoT/a.md -> ../.GIT/x.md'],
      ['SoT/a.md is a link into a folder that is never read.'],
    ],
    ['a link to itself', ['SoT/a.md -> a.md'], ['SoT/a.md is a link that leads back to itself.']],
    [
      'two links in a circle',
      ['SoT/a.md -> b.md', 'SoT/b.md -> a.md'],
      ['SoT/a.md is a link that leads back to itself.', 'SoT/b.md is a link that leads back to itself.'],
    ],
    [
      'a link to a folder above',
      ['SoT/up -> ..', 'SoT/me -> .', 'PRD.md'],
      ['PRD.md', 'SoT/me links back to a folder above it.', 'SoT/up links back to a folder above it.'],
    ],
    ['a link that no pattern could pick', ['docs/up -> ..', 'a.md -> gone'], []],
  ])('%s', async (_what, lines, told) => {
    expect(await walked(lines)).toEqual(told);
  });

  test('a chain of forty links is followed, one more is none', async () => {
    const chain = (count: number) => [
      ...Array.from({ length: count }, (_, at) => `l${at} -> ${at + 1 < count ? `l${at + 1}` : 'end.txt'}`),
      'end.txt',
      'SoT/a.md -> ../l0',
    ];
    expect(await walked(chain(39))).toEqual(['SoT/a.md from end.txt']);
    expect(await walked(chain(40))).toEqual(['SoT/a.md is a link that leads back to itself.']);
  });

  test.each<[string, string[], string[]]>([
    [
      'both are picked',
      ['SoT/a.md', 'SoT/A.md'],
      [
        'SoT/A.md',
        'SoT/a.md and SoT/A.md have the same name but for the case of its letters. macOS and Windows keep one of the two; here SoT/a.md is not read.',
      ],
    ],
    [
      'the second is picked',
      ['SoT/A.MD', 'SoT/a.md'],
      [
        'SoT/a.md',
        'SoT/A.MD and SoT/a.md have the same name but for the case of its letters. macOS and Windows keep one of the two; here SoT/A.MD is not read.',
      ],
    ],
    ['neither is picked', ['SoT/a.txt', 'SoT/A.txt'], []],
    [
      'a folder that holds what would count',
      ['SoT/a.md', 'sot/b.md'],
      [
        'SoT/a.md',
        'sot and SoT have the same name but for the case of its letters. macOS and Windows keep one of the two; here sot is not read.',
      ],
    ],
    ['a folder that holds nothing that would', ['SoT/a.md', 'sot/b.txt'], ['SoT/a.md']],
    ['two folders of which neither is opened', ['docs/a.md', 'Docs/b.md'], []],
    [
      'letters beyond ASCII, composed and apart',
      ['SoT/\u00e9.md', 'SoT/e\u0301.md'],
      [
        'SoT/e\u0301.md',
        'SoT/\u00e9.md and SoT/e\u0301.md have the same name but for the case of its letters. macOS and Windows keep one of the two; here SoT/\u00e9.md is not read.',
      ],
    ],
  ])('names that differ in their case alone: %s', async (_what, lines, told) => {
    expect(await walked(lines)).toEqual(told);
  });

  test('a folder that cannot be listed is one issue, one that lists nothing is told apart', () => {
    const folders: Readonly<Record<string, readonly string[]>> = {
      '': ['SoT', 'docs'],
      SoT: ['shut', 'bare', 'sub'],
      'SoT/bare': [],
      'SoT/sub': [],
    };
    const folder: Walkable = {
      list: (path) =>
        folders[path]?.map((name) => ({ name, kind: 'folder' })) ??
        unreadable(path, `${path} is shut.`, 'Open it.'),
      resolve: () => ({ kind: 'nothing' }),
      leftEmpty: (path) => path === 'SoT/sub',
    };
    const { wanted, issues, lacking, empty } = walk(folder, selection(['SoT/**/*.md']));
    expect([
      wanted,
      issues.map(({ message }) => message),
      lacking.map(({ span }) => span.file),
      empty,
    ]).toEqual([[], ['SoT/shut is shut.'], ['SoT/sub'], ['SoT/bare']]);
    expect(walk({ ...folder, list: () => [] }, selection(['*.md'])).empty).toEqual([]);
  });

  test('more files than are read end with one issue', () => {
    const many = (count: number): Walkable => ({
      list: (path) =>
        path === ''
          ? Array.from({ length: count }, (_, at) => ({
              name: `${String(at).padStart(6, '0')}.md`,
              kind: 'file' as const,
            }))
          : [],
      resolve: () => ({ kind: 'nothing' }),
    });
    const of = (count: number) => walk(many(count), selection(['*.md']));
    expect([of(mostFiles).wanted.length, of(mostFiles).issues.length]).toEqual([mostFiles, 0]);
    const { wanted, issues } = of(mostFiles + 2);
    expect([wanted.length, issues.map(({ message }) => message)]).toEqual([
      mostFiles,
      ['The checked folder has more than 50,000 files that count; from 050000.md on none is read.'],
    ]);
  });

  test('a link that is not followed says what to do', () => {
    const fixes = (['outside', 'closed', 'loop', 'nothing'] as const).map(
      (kind) => unfollowed('a.md', kind).fix,
    );
    expect(fixes).toEqual([
      ...Array(2).fill('Put the file itself into the folder.'),
      ...Array(2).fill('Remove the link, or point it to a file in the folder.'),
    ]);
  });

  test('a path of a commit is asked for by its name', () => {
    const { snapshot } = commit('SoT/a.md', 'SoT/deep/b.md');
    expect([snapshot.object('SoT/a.md'), snapshot.object('SoT')]).toEqual(['blob of SoT/a.md', null]);
    expect(snapshot.resolve('/SoT//./deep/../a.md')).toEqual({ kind: 'file', path: 'SoT/a.md' });
    expect(snapshot.resolve('SoT')).toEqual({ kind: 'folder', path: 'SoT' });
    expect(snapshot.resolve('')).toEqual({ kind: 'folder', path: '' });
    expect(snapshot.resolve('..')).toEqual({ kind: 'outside' });
    expect(snapshot.resolve('SoT/a.md/x')).toEqual({ kind: 'nothing' });
    expect(snapshot.list('SoT/a.md')).toMatchObject({
      code: 'file-unreadable',
      message: 'The folder SoT/a.md cannot be listed.',
    });
  });
});

describe('bounds', () => {
  const messages = (intake: Intake) => intake.done().issues.map(({ message }) => message);

  test('a file of 16 MB is read, a larger one is told', () => {
    const intake = new Intake();
    expect([
      intake.admits('a.md', mostBytes),
      intake.admits('b.md', mostBytes + 1),
      intake.admits('c.md', 1),
    ]).toEqual([true, false, true]);
    expect(messages(intake)).toEqual(['b.md is 16.0 MB; files over 16 MB are not read.']);
  });

  test('from the file on with which all are too much, none is read, and that is told once', () => {
    const intake = new Intake();
    const files = mostBytesInAll / mostBytes;
    for (let at = 0; at < files; at++) expect(intake.admits(`${at}.md`, mostBytes)).toBe(true);
    expect([intake.admits('x.md', 1), intake.admits('y.md', 0)]).toEqual([false, false]);
    expect(messages(intake)).toEqual([
      'The files that count have more than 256 MB together; from x.md on none is read.',
    ]);
  });

  test('what Git LFS has not fetched is one issue and says that something is lacking', () => {
    const pointer = Buffer.from('version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n');
    const intake = new Intake();
    for (const path of ['b.md', 'a.md']) expect(intake.add(path, pointer)).toBeNull();
    const { issues, lacking } = intake.done();
    expect(issues).toHaveLength(1);
    expect(lacking?.message).toBe(
      'b.md is only a Git LFS pointer; the file itself was not fetched. So is a.md.',
    );
    expect(new Intake([], [unreadable('sub', 'sub is away.', '')]).done().lacking?.message).toBe(
      'sub is away.',
    );
    expect(new Intake([unreadable('a', 'a is odd.', '')]).done().lacking).toBeUndefined();
  });

  test.each([
    [['a'], 'a is only a Git LFS pointer; the file itself was not fetched.'],
    [['a', 'b'], 'a is only a Git LFS pointer; the file itself was not fetched. So is b.'],
    [['a', 'b', 'c'], 'a is only a Git LFS pointer; the file itself was not fetched. So are b, c.'],
    [
      ['a', ...'bcdef'],
      'a is only a Git LFS pointer; the file itself was not fetched. So are b, c, d, e, f.',
    ],
    [
      ['a', ...'bcdefgh'],
      'a is only a Git LFS pointer; the file itself was not fetched. So are b, c, d, e, f and 2 more.',
    ],
  ])('pointers %j', (paths, message) => {
    expect(notFetched(paths).message).toBe(message);
  });

  test.each([
    ['version https://git-lfs.github.com/spec/v1\n', true],
    ['version https://hawser.github.com/spec/v1\r\n', true],
    ['# Rules\nversion https://git-lfs.github.com/spec/v1\n', false],
    ['version https://git-lfs.github.com/spec/v1 is written so\n', false],
    [`version https://git-lfs.github.com/spec/v1\n${'x'.repeat(980)}`, true],
    [`version https://git-lfs.github.com/spec/v1\n${'x'.repeat(981)}`, false],
  ])('%j is a pointer: %s', (text, is) => {
    expect(isLfsPointer(text)).toBe(is);
  });
});

describe('files of the tree before', () => {
  const stat = { dev: 1, ino: 2, size: 3, mtimeMs: 5000, ctimeMs: 6000, isFile: () => true };
  const stats = (more: object = {}) => ({ ...stat, ...more }) as unknown as Parameters<typeof safeStamp>[0];

  test('are known by what the disk says, once that is two seconds ago', () => {
    expect(safeStamp(stats(), 8000)).toBeNull();
    expect(safeStamp(stats(), 8001)).not.toBeNull();
    expect(safeStamp(stats({ mtimeMs: 7000 }), 9000)).toBeNull();
    expect(safeStamp(stats({ mtimeMs: 7000 }), 9001)).not.toBeNull();
  });

  test('are others where one figure differs, where it is no file, and where no stamp was kept', () => {
    const file = { path: 'a.md', text: 'a' };
    const stamp = safeStamp(stats(), 9999);
    keepKnown(
      new Map([
        ['a.md', { file, size: 3, stamp }],
        ['b.md', { file, size: 3, stamp: null }],
      ]),
    );
    expect(knowsAny()).toBe(true);
    expect(knownByStamp('a.md', stats())?.file).toBe(file);
    for (const other of [
      { dev: 9 },
      { ino: 9 },
      { size: 9 },
      { mtimeMs: 9 },
      { ctimeMs: 9 },
      { isFile: () => false },
    ])
      expect(knownByStamp('a.md', stats(other))).toBeNull();
    expect([
      knownByStamp('a.md', undefined),
      knownByStamp('b.md', stats()),
      knownByStamp('c.md', stats()),
    ]).toEqual([null, null, null]);
    expect([knownAt('b.md')?.file, knownAt('c.md')]).toEqual([file, null]);
    keepKnown(new Map());
    expect(knowsAny()).toBe(false);
  });
});
