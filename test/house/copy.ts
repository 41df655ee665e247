/** A copy of this repository that a test may build and change, with the packages of the original. */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './imports.ts';

const node = join(root, 'node_modules/node/bin/node');

/** What command and site are made from, and the tests that know of all rules and formats. */
const parts = [
  'src',
  'scripts',
  'schema',
  'skill',
  'package.json',
  'README.md',
  'tsconfig.json',
  'action.yml',
  'site',
  'examples',
];
const tests = ['test/rules', 'test/cases', 'test/report'];

export class Copy {
  readonly folder = mkdtempSync(join(tmpdir(), 'mops-house-'));

  constructor() {
    for (const part of [...parts, ...tests]) {
      cpSync(join(root, part), join(this.folder, part), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(this.folder, 'node_modules'));
    writeFileSync(join(this.folder, 'vitest.config.ts'), 'export default {};\n');
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  /** Runs Node in the copy; what it printed. Throws with the whole output when it fails. */
  node(...args: string[]): string {
    const { FORCE_COLOR: _colour, UPDATE_CASES: _update, ...environment } = process.env;
    return execFileSync(node, args, {
      cwd: this.folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...environment, NO_COLOR: '1' },
    });
  }

  vitest(...args: string[]): string {
    return this.node('node_modules/vitest/vitest.mjs', 'run', '--maxWorkers', '1', ...args);
  }

  /** Files that differ from the original or are not in it, bundles apart. */
  changed(): string[] {
    return this.#files()
      .filter((path) => {
        try {
          return readFileSync(join(root, path), 'utf8') !== readFileSync(join(this.folder, path), 'utf8');
        } catch {
          return true;
        }
      })
      .sort();
  }

  #files(): string[] {
    const found = readdirSync(this.folder, { recursive: true, withFileTypes: true });
    return found
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(this.folder.length + 1))
      .filter((path) => !/^(?:dist|action\/dist|node_modules)\/|^vitest\.config\.ts$/.test(path));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
