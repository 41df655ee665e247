/** `mops site build --out` clears what a build of ours wrote, and nothing else. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { lockBuilds } from '../../src/shell/site/lock.ts';
import { clearable, manifestName, writeManifest } from '../../src/shell/site/manifest.ts';
import { mops } from '../cli/mops.ts';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function folder(files: Readonly<Record<string, string>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'mops-out-'));
  made.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const sot = {
  'SoT/rules.md': '## BR-MOPS-001: Lifecycle Stage — Lead\n',
  'docs/a.md': 'a\n',
  '.git/HEAD': 'ref: x\n',
};

describe('what may be cleared', () => {
  test('nothing there yet, an empty folder, and what a build wrote', async () => {
    const root = folder({ 'built/index.html': '<p>', 'built/a/b.svg': '<svg>' });
    mkdirSync(join(root, 'empty'));
    await writeManifest(join(root, 'built'));
    for (const name of ['new/deeper', 'empty', 'built'])
      expect(await clearable(join(root, name), [])).toBe(join(root, name));
  });

  test.each([
    ['an entry file', 'SoT', 'holds rules.md'],
    ['documents', 'docs', 'holds a.md'],
    ["git's folder", '.git', "git's own folder"],
    ['a checkout', '.', 'holds .git'],
    ['a file', 'docs/a.md', 'is a file'],
  ])('refused: %s', async (_what, out, why) => {
    const root = folder(sot);
    await expect(clearable(join(root, out), [])).rejects.toThrow(why);
  });

  test('refused: a file somebody put beside what was built, and one that was changed since', async () => {
    const root = folder({ 'index.html': '<p>' });
    await writeManifest(root);
    writeFileSync(join(root, 'CNAME'), 'team.example');
    await expect(clearable(root, [])).rejects.toThrow('holds CNAME, which no build');
    rmSync(join(root, 'CNAME'));
    writeFileSync(join(root, 'index.html'), 'mine');
    await expect(clearable(root, [])).rejects.toThrow('was changed since it was built');
  });

  test('refused: a list that a stranger planted among other files, or that is no list', async () => {
    const root = folder({ 'SoT/a.md': 'a' });
    writeFileSync(join(root, 'SoT', manifestName), JSON.stringify({ version: 1, files: { 'a.md': 'x' } }));
    await expect(clearable(join(root, 'SoT'), [])).rejects.toThrow('was changed');
    writeFileSync(join(root, 'SoT', manifestName), '[]');
    await expect(clearable(join(root, 'SoT'), [])).rejects.toThrow('which no build');
  });

  test('real paths are compared: the checked folder reached by a link, its parent, a link to it', async () => {
    const root = folder({ 'repo/sub/a.md': 'a' });
    symlinkSync(join(root, 'repo'), join(root, 'alias'));
    const sources = [join(root, 'repo', 'sub')];
    for (const out of ['alias', 'repo', 'alias/sub', 'repo/sub'])
      await expect(clearable(join(root, out), sources)).rejects.toThrow('Choose another --out');
    symlinkSync(join(root, 'nowhere'), join(root, 'dead'));
    await expect(clearable(join(root, 'dead'), sources)).rejects.toThrow('a link to nothing');
  });

  test('the command refuses with exit 2 before anything is built, and leaves everything', () => {
    const root = folder(sot);
    for (const out of ['SoT', '.git', '.', 'docs']) {
      const { code, err } = mops(['site', 'build', root, '--out', join(root, out)]);
      expect({ code, says: err.includes('Choose another --out') }).toEqual({ code: 2, says: true });
    }
    expect(mops(['check', root, '--format', 'json']).out).toContain('BR-MOPS-001');
  });
});

test('a base that is no path is refused, on the command line and in the config', () => {
  for (const base of ['https://evil.example/x/', '//evil.example/', '/a"onload=x/', 'javascript:alert(1)']) {
    const root = folder({ 'SoT/rules.md': '## BR-MOPS-001: Lifecycle Stage — Lead\n' });
    const out = join(root, 'out');
    const asked = mops(['site', 'build', root, '--out', out, '--base', base]);
    expect([asked.code, asked.out + asked.err]).toEqual([2, expect.stringContaining('is not a path')]);
    writeFileSync(join(root, 'mops.config.yml'), `site: {base: ${JSON.stringify(base)}}\n`);
    const configured = mops(['site', 'build', root, '--out', out]);
    expect([configured.code, configured.out + configured.err]).toEqual([
      2,
      expect.stringMatching(/is not a path|expected a path/),
    ]);
  }
});

describe('the lock of a build', () => {
  test('held by a number that is alive but has been silent for long: taken over', async () => {
    const root = folder({ '.astro/mops-build.lock': String(process.ppid) });
    utimesSync(join(root, '.astro/mops-build.lock'), new Date(0), new Date(0));
    const unlock = await lockBuilds(root, () => {});
    await unlock();
  });

  test('where a file is in its way what to do is said, as where nobody may write', async () => {
    const root = folder({ '.astro': 'a file\n', package: 'another\n' });
    for (const at of [root, join(root, 'package')])
      await expect(lockBuilds(at, () => {})).rejects.toThrow(
        `The site is built in ${at}, which is not writable`,
      );
  });

  test('left empty by a build that was killed: taken over', async () => {
    const root = folder({ '.astro/mops-build.lock': '' });
    utimesSync(join(root, '.astro/mops-build.lock'), new Date(0), new Date(0));
    await (await lockBuilds(root, () => {}))();
  });
});
