import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

/** Node's own folder first, so that `npm`, `npx` and the installed command run on the Node of the tests. */
export const environment: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: `${dirname(process.execPath)}:${process.env['PATH']}`,
  NO_COLOR: '1',
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.com',
};

/** Packs the package as npm would publish it and unpacks it into a folder of its own below `parent`. */
function unpack(parent: string): void {
  const scratch = mkdtempSync(join(tmpdir(), 'mops-tarball-'));
  try {
    const [packed] = JSON.parse(
      execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', scratch], {
        cwd: root,
        env: environment,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    ) as [{ filename: string }];
    mkdirSync(join(parent, 'marketing-ops-handoff'), { recursive: true });
    const target = join(parent, 'marketing-ops-handoff');
    execFileSync('tar', ['xzf', join(scratch, packed.filename), '-C', target, '--strip-components=1']);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * An empty repository with the packed package installed. It stands below this repository's `node_modules`, so that
 * the package finds its dependencies one folder up without the network.
 */
export function installed(): { readonly path: string; readonly remove: () => void } {
  const cache = join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const path = mkdtempSync(join(cache, 'mops-installed-'));
  const modules = join(path, 'node_modules');
  unpack(modules);
  mkdirSync(join(modules, '.bin'));
  symlinkSync('../marketing-ops-handoff/dist/mops.cjs', join(modules, '.bin', 'mops'));
  execFileSync('git', ['init', '-q', '-b', 'main'], { cwd: path });
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** The packed package alone, where no other package can be found. */
export function alone(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'mops-alone-'));
  unpack(path);
  return {
    path: join(path, 'marketing-ops-handoff'),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
