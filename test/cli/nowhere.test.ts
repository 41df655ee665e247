/** "Nothing found is not a pass": patterns that pick nothing, and folders whose lifecycle is elsewhere. */
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { commitAll } from './git.ts';
import { example, mops } from './mops.ts';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const name = 'mops.config.yml';

/** A folder with the quick example in `at`, its config replaced where one is given (null: none), and further files. */
function folder({
  at = '.',
  config,
  files = {},
}: {
  readonly at?: string;
  readonly config?: string | null;
  readonly files?: { readonly [path: string]: string };
}): string {
  const root = mkdtempSync(join(tmpdir(), 'mops-nowhere-'));
  made.push(root);
  cpSync(example('quick'), join(root, at), { recursive: true });
  if (config === null) rmSync(join(root, at, name));
  else if (config !== undefined) writeFileSync(join(root, at, name), config);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** What the check says on the error output; it ends with exit 2 and prints nothing else. */
function refusal(cwd: string, args: readonly string[] = ['check']): string {
  const { code, out, err } = mops(args, { cwd });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  return err;
}

describe('a pattern of sot that picks no file', () => {
  test.each([
    [
      'one of three',
      'sot: ["SoT/**/*.md", "PRD.md", "docs/**/*.md"]',
      '1:32',
      '"docs/**/*.md" matches no file',
      'Correct the path, or take the pattern out.',
    ],
    [
      'in other letters',
      'sot: ["sot/**/*.md", "PRD.md"]',
      '1:7',
      '"sot/**/*.md" matches no file',
      'Write "SoT/**/*.md".',
    ],
    ['mistyped', 'sot:\n  - SotT/**/*.md\n', '2:5', '"SotT/**/*.md" matches no file', 'Write "SoT/**/*.md".'],
    [
      'a folder alone',
      'mode: quick\nsot: [SoT, PRD.md]\n',
      '2:7',
      '"SoT" matches no file',
      'Write "SoT/**/*.md".',
    ],
    ['a folder with a stroke', 'sot: [SoT/]', '1:7', '"SoT/" matches no file', 'Write "SoT/**/*.md".'],
    ['with the strokes of Windows', 'sot: ["SoT\\\\*.md"]', '1:7', 'matches no file', 'Write "SoT/*.md".'],
    [
      'of another kind of file',
      'sot: ["SoT/*.mdx"]',
      '1:7',
      '"SoT/*.mdx" matches no file',
      'Lifecycle entries are in PRD.md.',
    ],
    [
      'two of them',
      'sot: ["a/*.md", "SoT/**/*.md", "b/*.md"]',
      '1:7',
      '"a/*.md" matches no file, so nothing of it would be checked. Neither does "b/*.md".',
      'Lifecycle entries are in PRD.md.',
    ],
  ])('%s', (_title, config, place, what, wayOut) => {
    const err = refusal(folder({ config: `${config}\n` }));
    expect(err).toContain(`mops: ${name}:${place}: sot: `);
    expect(err).toContain(what);
    expect(err).toContain(wayOut);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  test('that would pick files in a folder further down, or in folders below its own, names it', () => {
    const moved = folder({});
    mkdirSync(join(moved, 'gtm'));
    renameSync(join(moved, 'SoT'), join(moved, 'gtm/SoT'));
    writeFileSync(join(moved, name), 'sot: ["SoT/**/*.md"]\n');
    expect(refusal(moved)).toContain('Write "gtm/SoT/**/*.md".');
    const deeper = folder({
      config: 'sot: ["docs/*.md", PRD.md]\n',
      files: { 'docs/gtm/rules.md': 'Words.\n' },
    });
    expect(refusal(deeper)).toContain('Write "docs/**/*.md".');
  });

  test('patterns with ! that take out all others are told', () => {
    expect(refusal(folder({ config: 'sot: ["SoT/**/*.md", "!**/*.md"]\n' }))).toContain(
      `${name}:1:7: The patterns with ! take out every file that the others name.`,
    );
  });

  test('one with ! that takes nothing away, a link and a file that cannot be read are fine', () => {
    const root = folder({
      config: 'mode: quick\nsot: ["SoT/**/*.md", PRD.md, "!SoT/archive/**", "./PRD.md"]\n',
    });
    expect(mops(['check'], { cwd: root })).toMatchObject({ code: 1, err: '' });
    writeFileSync(join(root, 'late.md'), Uint8Array.of(0xff, 0xfe, 0x41, 0));
    writeFileSync(join(root, name), 'mode: quick\nsot: ["SoT/**/*.md", PRD.md, late.md]\n');
    expect(mops(['check'], { cwd: root })).toMatchObject({ code: 1, err: '' });
  });

  test('every command says so; those that write the first entries do not mind', () => {
    const root = folder({ config: 'sot: ["sot/**/*.md", PRD.md]\n' });
    for (const args of [
      ['export', 'json'],
      ['read'],
      ['fix', '--check'],
      ['reconcile'],
      ['lead', '--stage', 'Lead'],
    ])
      expect(refusal(root, args)).toContain('Write "SoT/**/*.md".');
    expect(mops(['draft', 'kpi'], { cwd: root }).code).toBe(0);
  });
});

describe('a folder without a lifecycle', () => {
  test('in the folder of the entries: the config is further up', () => {
    const root = folder({});
    expect(refusal(join(root, 'SoT'))).toBe(
      `mops: This folder holds no lifecycle and no ${name}. ../${name} is further up: name the folder .. instead.\n`,
    );
    expect(refusal(root, ['check', 'SoT'])).toContain(`${name} is further up: name the folder . instead.`);
  });

  test('in the folder of the entries, where there is no config at all', () => {
    const root = folder({ config: null });
    expect(refusal(join(root, 'SoT'))).toContain('is further up: name the folder .. instead.');
  });

  test('in a folder beside the entries of one repository, two levels below the config', () => {
    const root = folder({ files: { 'src/app/index.md': 'Words.\n' } });
    commitAll(root);
    expect(refusal(join(root, 'src/app'))).toContain(`../../${name} is further up`);
  });

  test('above the lifecycle: its folder is named, with a config or without', () => {
    const root = folder({ at: 'gtm', files: { 'README.md': 'See BR-MOPS-001 in gtm.\n' } });
    expect(refusal(root)).toContain(`gtm/${name} is further down: name the folder gtm instead.`);
    const two = folder({ at: 'teams/emea' });
    expect(refusal(two)).toContain('name the folder teams/emea instead.');
    const bare = folder({ at: 'gtm', config: null });
    expect(refusal(bare)).toContain('name the folder gtm instead.');
  });

  test('beside files that no usual pattern picks: the config to write', () => {
    const root = folder({ config: null });
    rmSync(join(root, 'PRD.md'));
    renameSync(join(root, 'SoT/SoT.BUSINESS_RULES.md'), join(root, 'lifecycle.md'));
    rmSync(join(root, 'SoT'), { recursive: true });
    expect(refusal(root)).toContain(`Write a ${name} with sot: ["lifecycle.md"].`);
  });

  test('with a config that promises nothing: the files to name', () => {
    const root = folder({ at: 'docs', config: null, files: { [name]: 'v09: draft\n' } });
    expect(refusal(root)).toContain('No file that "sot" picks holds a lifecycle entry, but docs/PRD.md');
  });

  test('with a config that promises a lifecycle: a finding that names the files', () => {
    const root = folder({ at: 'docs', config: null, files: { [name]: 'motion: self-serve\n' } });
    const { code, out } = mops(['check'], { cwd: root });
    expect(code).toBe(1);
    expect(out).toContain('Fix: Lifecycle entries are in docs/PRD.md');
  });

  test('and nothing of the kind near it is nothing to check', () => {
    const root = folder({});
    for (const path of ['SoT', 'PRD.md', name]) rmSync(join(root, path), { recursive: true });
    mkdirSync(join(root, '.archive'));
    writeFileSync(
      join(root, '.archive/old.md'),
      '## BR-MOPS-001: Lifecycle Stage — Lead\n\nStatus: Active\n',
    );
    const { code, out } = mops(['check'], { cwd: root });
    expect(code).toBe(0);
    expect(out).toContain('Nothing to check');
  });
});

describe('a folder with entries and no config', () => {
  test('is checked by the defaults', () => {
    const root = folder({ config: null });
    expect(mops(['check', '--mode', 'quick'], { cwd: root })).toMatchObject({ code: 0, err: '' });
  });

  test('is not, where a config of the same repository is for its files', () => {
    const root = folder({
      at: 'teams/emea',
      config: null,
      files: { [name]: 'mode: quick\nsot: ["teams/*/SoT/**/*.md", "teams/*/PRD.md"]\n' },
    });
    commitAll(root);
    expect(refusal(join(root, 'teams/emea'))).toContain(
      `This folder has no ${name}, but ../../${name} is for its files too. Name the folder ../.. instead, or the config: --config ../../${name}.`,
    );
    expect(mops(['check'], { cwd: root })).toMatchObject({ code: 1, err: '' });
  });

  test('is, where the config above is for other files', () => {
    const root = folder({ at: 'teams/emea', config: null, files: { [name]: 'mode: quick\n' } });
    commitAll(root);
    expect(mops(['check', '--mode', 'quick'], { cwd: join(root, 'teams/emea') }).code).toBe(0);
  });
});
