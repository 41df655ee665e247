import { compileGlob } from './glob.ts';

/** Which paths of a tree the config's globs pick. Paths are relative, with `/`. */
export interface Selection {
  /** Whether a file is picked. */
  readonly file: (path: string) => boolean;
  /** Whether a folder may hold picked files; `` is the root. Folders that cannot are never opened. */
  readonly folder: (path: string) => boolean;
}

/** Folders no source of truth lives in. */
const skipped = new Set(['node_modules', '.git']);

/** What patterns pick, those with `!` taking away again. */
export function selection(globs: readonly string[]): Selection {
  const compiled = (list: readonly string[]) => list.map((glob) => compileGlob(plain(glob)));
  const positive = compiled(globs.filter((glob) => !glob.startsWith('!')));
  const negative = compiled(globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1)));
  const picked = (path: string) => positive.some(({ matches }) => matches(path));
  const refused = (path: string) => negative.some(({ matches }) => matches(path));
  const bases = positive.map(({ base }) => base);
  return {
    file: (path) => picked(path) && !refused(path) && !path.split('/').some((name) => skipped.has(name)),
    folder: (path) => {
      if (path === '') return true;
      if (path.split('/').some((name) => skipped.has(name))) return false;
      return bases.some((base) => base === '' || within(path, base) || within(base, path));
    },
  };
}

/** Whether `path` is `folder` or lies below it. */
function within(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

function plain(glob: string): string {
  return glob.replace(/^(?:\.\/)+/, '');
}
