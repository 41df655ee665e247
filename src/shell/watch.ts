import { setTimeout as wait } from 'node:timers/promises';
import { describeFailure } from './failure.ts';
import { loadTree, type Tree, type TreeRequest } from './files/tree.ts';
import type { Terminal } from './terminal.ts';

/** How often the files are looked at, in milliseconds: no watcher limits, and it works on every file system. */
const every = 400;

/**
 * Runs once, then again whenever an SoT file or the config has changed, until the process is ended. A run that
 * fails is shown and waited out.
 */
export async function watch(
  request: TreeRequest,
  run: () => Promise<unknown>,
  terminal: Terminal,
): Promise<never> {
  let last: Tree | string | null = null;
  for (;;) {
    const now = await state(request);
    if (last === null || !isSame(now, last)) {
      if (last !== null && terminal.colour) terminal.out('\u001b[2J\u001b[3J\u001b[H');
      last = now;
      await run().catch((error: unknown) => terminal.error(describeFailure(error).text));
      terminal.error('Watching for changes. Ctrl-C ends.\n');
    }
    await wait(every);
  }
}

/** Everything a run depends on; what is wrong with it, where it cannot be read. */
async function state(request: TreeRequest): Promise<Tree | string> {
  try {
    return await loadTree(request);
  } catch (error) {
    return describeFailure(error).text;
  }
}

/** Whether two states are one. A file that nobody wrote to is the same file, and its text is left alone. */
function isSame(one: Tree | string, other: Tree | string): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other;
  const { files, ...rest } = one;
  const { files: others, ...restOfOther } = other;
  if (files.length !== others.length || JSON.stringify(rest) !== JSON.stringify(restOfOther)) return false;
  return files.every((file, index) => {
    const before = others[index];
    return file === before || (file.path === before?.path && file.text === before.text);
  });
}
