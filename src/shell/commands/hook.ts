import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ExitCode, exit, GitError } from '../exit.ts';
import { configName } from '../files/config-name.ts';
import type { Terminal } from '../terminal.ts';
import { checkCommand } from './check.ts';

/**
 * `mops hook <files…>`: what a commit hook runs. Checks each lifecycle that the files belong to against the last
 * commit, so that only what is new stops the commit, wherever in the repository the lifecycle stands.
 */
export async function hookCommand(files: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let worst: ExitCode = exit.pass;
  for (const folder of new Set(files.map(lifecycleOf))) {
    const code = await checked(folder, terminal);
    if (code > worst) worst = code;
  }
  return worst;
}

async function checked(folder: string, terminal: Terminal): Promise<ExitCode> {
  const flags = { format: 'text', quiet: true } as const;
  try {
    return await checkCommand(folder, { ...flags, base: 'HEAD' }, terminal);
  } catch (error) {
    // The first commit has nothing before it: everything in it is new.
    if (error instanceof GitError) return checkCommand(folder, flags, terminal);
    throw error;
  }
}

/** The folder of the lifecycle that a file belongs to: the nearest with a config, else the one that holds its SoT. */
function lifecycleOf(file: string): string {
  const parts = dirname(file).split(/[\\/]/);
  for (let count = parts.length; count > 0; count--) {
    const folder = parts.slice(0, count).join('/');
    if (existsSync(join(folder, configName))) return folder;
  }
  const sot = parts.lastIndexOf('SoT');
  return sot > 0 ? parts.slice(0, sot).join('/') : sot === 0 ? '.' : dirname(file);
}
