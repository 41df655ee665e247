import { setTimeout as wait } from 'node:timers/promises';
import { describeFailure } from './failure.ts';
import { loadTree, type TreeRequest } from './files/tree.ts';
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
  let last: string | null = null;
  for (;;) {
    const now = await state(request);
    if (now !== last) {
      if (last !== null && terminal.colour) terminal.out('\u001b[2J\u001b[3J\u001b[H');
      last = now;
      await run().catch((error: unknown) => terminal.error(describeFailure(error).text));
      terminal.error('Watching for changes. Ctrl-C ends.\n');
    }
    await wait(every);
  }
}

/** Everything a run depends on, as one string. */
async function state(request: TreeRequest): Promise<string> {
  try {
    return JSON.stringify(await loadTree(request));
  } catch (error) {
    return describeFailure(error).text;
  }
}
