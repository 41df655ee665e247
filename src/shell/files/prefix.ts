import { realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';

/** Path from the working folder to another, `` or ending in `/`; `` for a folder that does not lie below it. */
export function prefixOf(folder: string): string {
  const path = relative(realpathSync(process.cwd()), realpathSync(folder)).split(sep).join('/');
  return path === '' || path.startsWith('..') ? '' : `${path}/`;
}
