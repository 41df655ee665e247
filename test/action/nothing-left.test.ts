/** A pull request after which there is less to check than before, or nothing: never a green mark. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { baseFiles, casesFolder } from '../rules/case-file.ts';
import { closeServers, type example, passing, play, rulesFile, type stage } from './scenario.ts';

afterEach(closeServers);

type Files = ReturnType<typeof example>;
type Run = Awaited<ReturnType<Awaited<ReturnType<typeof stage>>['run']>>;

const sotFiles = Object.keys(passing).filter((path) => path.startsWith('SoT/') || path === 'PRD.md');
const gone = Object.fromEntries(sotFiles.map((path) => [path, null]));
const moved = (to: string): Files =>
  Object.fromEntries(sotFiles.map((path) => [`${to}/${path}`, passing[path] as string]));
const text = passing[rulesFile] as string;

/** A lifecycle with an entry a file. */
const parted: Readonly<Record<string, string>> = Object.fromEntries([
  ...baseFiles('standard').map(({ path, text: own }) => [path, own] as const),
  ['mops.config.yml', readFileSync(join(casesFolder, 'base', 'standard', 'mops.config.yml'), 'utf8')],
]);

/** What a run shows as annotations, `level file:line title`. */
const shown = ({ annotations }: Run) =>
  annotations.map(({ level, file, line, title }) => `${level} ${file ?? ''}:${line ?? ''} ${title}`);

describe('a pull request fails with one annotation at the cause when it', () => {
  test('deletes the lifecycle', async () => {
    const run = await play({ change: gone });
    expect([run.exit, run.outputs.get('verdict')]).toEqual([1, 'fail']);
    expect(shown(run)).toEqual(['error mops.config.yml:3 lifecycle-missing']);
    expect(run.stage.github.world.comments[0]?.body).toContain('Lead lifecycle fails');
  });

  test('deletes it together with the config that promised it', async () => {
    const run = await play({ change: { ...gone, 'mops.config.yml': null } });
    expect(shown(run)).toEqual([expect.stringContaining('lifecycle-missing')]);
    expect(run.annotations[0]?.message).toContain('The base has a lead lifecycle (5 stages');
    expect(run.summary).toContain('Nothing to check');
  });

  test('moves it to where nobody looks', async () => {
    const run = await play({ change: { ...gone, ...moved('docs/gtm') } });
    expect([run.exit, ...shown(run)]).toEqual([1, 'error mops.config.yml:3 lifecycle-missing']);
  });

  test('moves it out of the patterns of the config: at the pattern, with what to write', async () => {
    const config = `sot: ["SoT/**/*.md", PRD.md]\n${passing['mops.config.yml']}`;
    const run = await play({
      base: { ...passing, 'mops.config.yml': config },
      change: { ...gone, ...moved('docs') },
    });
    expect([run.exit, run.outputs.get('verdict')]).toEqual([2, 'fail']);
    expect(shown(run)).toEqual(['error mops.config.yml:1 Configuration']);
    const says = '"SoT/**/*.md" matches no file, so nothing of it would be checked. Neither does "PRD.md".';
    for (const where of [run.annotations[0]?.message, run.summary.replaceAll('\\', '')])
      expect(where).toContain(says);
    expect(run.annotations[0]?.message).toContain('Write "docs/SoT/**/*.md".');
    expect(run.stage.github.world.comments.map(({ body }) => body)).toEqual([
      expect.stringContaining('❌ Lead lifecycle not checked'),
    ]);
  });

  test('empties the file of the stages', async () => {
    for (const left of ['', '# Business rules\n\nTo be written again.\n']) {
      const run = await play({ change: { [rulesFile]: left } });
      expect([run.exit, ...shown(run)]).toEqual([1, expect.stringContaining('lifecycle-missing')]);
    }
  });

  test('empties one file of several: at the file, not at each link into it', async () => {
    for (const left of ['', '\n\n', '\ufeff']) {
      const run = await play({ base: parted, change: { 'SoT/sql.md': left } });
      expect([run.exit, run.outputs.get('new'), ...shown(run)]).toEqual([
        1,
        '1',
        'error SoT/sql.md:1 file-unreadable',
      ]);
      expect(run.annotations[0]?.message).toContain(
        'SoT/sql.md is empty, while other entries link BR-MOPS-003',
      );
    }
  });

  test('saves one file as UTF-16', async () => {
    const bytes = Buffer.from(`\ufeff${parted['SoT/sql.md']}`, 'utf16le');
    const run = await play({ base: parted, change: { 'SoT/sql.md': bytes } });
    expect([run.exit, ...shown(run)]).toEqual([1, 'error SoT/sql.md:1 file-unreadable']);
    expect(run.annotations[0]?.message).toContain('SoT/sql.md is saved as UTF-16.');
  });

  test('gives a stage another number: once, with what it may be now', async () => {
    const other = (parted['SoT/sql.md'] as string).replace('## BR-MOPS-003', '## BR-MOPS-030');
    const run = await play({ base: parted, change: { 'SoT/sql.md': other } });
    expect([run.exit, ...shown(run)]).toEqual([1, expect.stringContaining('reference-undefined')]);
    expect(run.annotations[0]?.message).toContain('BR-MOPS-030 (Lifecycle Stage — SQL)');
  });

  test('retires a persona that eight entries link: once', async () => {
    const run = await play({ base: parted, change: { 'SoT/persona.md': null } });
    expect([run.exit, run.outputs.get('errors'), ...shown(run)]).toEqual([
      1,
      '1',
      expect.stringContaining('reference-undefined'),
    ]);
    expect(run.annotations[0]?.message).toMatch(/Also at SoT\/customer\.md:\d+:\d+, /);
  });

  test('leaves conflict marks', async () => {
    const at = text.split('\n').indexOf('**Owner**: BDR');
    const conflict = text.replace(
      '**Owner**: BDR',
      '<<<<<<< HEAD\n**Owner**: BDR\n=======\n**Owner**: SDR\n>>>>>>> faster',
    );
    const run = await play({ change: { [rulesFile]: conflict } });
    expect([run.exit, ...shown(run)]).toEqual([1, `error ${rulesFile}:${at + 1} merge-conflict`]);
  });
});

test('anchors put into the heads change nothing', async () => {
  const anchored = text.replace(/^## (BR-MOPS-(\d+))/gm, '## <a id="stage-$2"></a>$1');
  expect(anchored).not.toBe(text);
  const run = await play({ change: { [rulesFile]: anchored } });
  expect([run.exit, run.outputs.get('new'), ...shown(run)]).toEqual([0, '0']);
  expect(run.summary).not.toContain('What this change means');
  expect(run.stage.github.world.comments).toEqual([]);
});

describe('a workflow that names the wrong folder', () => {
  test('one too deep', async () => {
    const run = await play({ with: { path: 'SoT' } });
    expect([run.exit, ...shown(run)]).toEqual([2, 'error : Configuration']);
    expect(run.annotations[0]?.message).toBe(
      'SoT holds no lifecycle and no mops.config.yml. mops.config.yml is further up: name the folder . instead. The input path names it.',
    );
    expect(run.summary).toContain('not checked');
  });

  test('one too high', async () => {
    const inFolder = Object.fromEntries(Object.entries(passing).map(([path, one]) => [`gtm/${path}`, one]));
    const run = await play({ base: inFolder, change: { 'gtm/notes.md': 'x\n' } });
    expect([run.exit, run.annotations[0]?.message]).toEqual([
      2,
      expect.stringContaining('name the folder gtm instead'),
    ]);
  });
});

test('a config in a folder is named by its path from the repository', async () => {
  const inFolder = (files: object) =>
    Object.fromEntries(Object.entries(files).map(([path, one]) => [`teams/emea/${path}`, one]));
  const run = await play({
    base: inFolder(passing),
    change: inFolder(gone),
    with: { path: 'teams/emea' },
  });
  expect(shown(run)).toEqual(['error teams/emea/mops.config.yml:3 lifecycle-missing']);
});
