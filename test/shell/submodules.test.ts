/** What says that an empty folder is a submodule, and which repository is read as one: both are written by strangers. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { findRepository, isSubmodule, submodule } from '../../src/shell/git/repository.ts';
import type { GitRepository } from '../../src/shell/git/run.ts';
import { removeTemporaryFolders, temporaryFolder } from '../contract/temporary.ts';

afterAll(removeTemporaryFolders);

function repository(...folders: string[]): string {
  const root = realpathSync(temporaryFolder('outer'));
  for (const folder of ['', ...folders]) {
    mkdirSync(join(root, folder), { recursive: true });
    execFileSync('git', ['init', '-q'], { cwd: join(root, folder) });
  }
  return root;
}
const at = (root: string) => findRepository(root) as GitRepository;

describe('an empty folder', () => {
  const listed = (modules: string) => {
    const root = repository();
    mkdirSync(join(root, 'SoT/more'), { recursive: true });
    writeFileSync(join(root, '.gitmodules'), modules);
    return ['SoT', 'SoT/more'].filter((path) => isSubmodule(join(root, path)));
  };

  test.each([
    ['[submodule "x"]\n\tpath = SoT/more\n\turl = y\n', ['SoT/more']],
    ['[submodule "x"]\r\n  path="SoT/more"\r\n', ['SoT/more']],
    ['[submodule "SoT"]\n\tpath = other\n', []],
    ['# path = SoT\n', []],
    ['', []],
  ])('is a submodule where the list of them says so: %j', (modules, found) => {
    expect(listed(modules)).toEqual(found);
  });

  test('is none by a list that is a link, or too long to be one; and a long line takes no time', () => {
    const root = repository();
    mkdirSync(join(root, 'SoT'));
    writeFileSync(join(root, 'modules'), 'path = SoT\n');
    symlinkSync('modules', join(root, '.gitmodules'));
    expect(isSubmodule(join(root, 'SoT'))).toBe(false);
    expect(listed(`path = SoT\n${'#'.repeat(1024 * 1024)}`)).toEqual([]);
    expect(listed(`path =${' '.repeat(900_000)}x\n${'\n'.repeat(100_000)}path = SoT\n`)).toEqual(['SoT']);
  });
});

describe('the repository of a submodule', () => {
  test('is the one in its own folder, which no link and no dots lead away from', () => {
    const root = repository('outer', 'outer/SoT', 'elsewhere');
    symlinkSync('../elsewhere', join(root, 'outer/linked'));
    const outer = at(join(root, 'outer'));
    expect(submodule(outer, 'SoT')?.top).toBe(join(root, 'outer/SoT'));
    for (const path of ['linked', '../elsewhere', '.', 'SoT/..', 'gone'])
      expect(submodule(outer, path)).toBe(null);
  });
});
