import { lstatSync, realpathSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { UsageError } from '../src/shell/exit.ts';

/**
 * A path of an input as a path from the workspace, with `/`, empty for the workspace itself. The file need not exist.
 * Throws UsageError when the path leaves the workspace, be it by `..` or through a link.
 */
export function insideWorkspace(workspace: string, path: string, input: string): string {
  const root = realpathSync(workspace);
  const target = throughLinks(resolve(workspace, path));
  const inside = relative(root, target);
  if (inside === '..' || inside.startsWith(`..${sep}`) || resolve(root, inside) !== target) {
    throw new UsageError(`Input ${input} is "${path}", which is outside the workspace.`);
  }
  return inside.split(sep).join('/');
}

/** The path with every link on its way followed; what does not exist stays as it is written. */
function throughLinks(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    if (parent === path || isLink(path)) {
      // A link into nowhere could be pointed anywhere later on.
      return sep;
    }
    return resolve(throughLinks(parent), path.slice(parent.length).replace(/^[/\\]/, ''));
  }
}

/** Whether a symbolic link stands at a path; false where nothing does. */
export function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    // Nothing there, or a file where a folder would be on the way: told when something is written.
    return false;
  }
}
