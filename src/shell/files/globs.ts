import picomatch from 'picomatch';

/** Which paths of a tree the config's globs pick. Paths are relative, with `/`. */
export interface Selection {
  /** Whether a file is picked. */
  readonly file: (path: string) => boolean;
  /** Whether a folder may hold picked files; `` is the root. Folders that cannot are never opened. */
  readonly folder: (path: string) => boolean;
}

/** Folders no source of truth lives in. */
const skipped = new Set(['node_modules', '.git']);

export function selection(globs: readonly string[]): Selection {
  const positive = globs.filter((glob) => !glob.startsWith('!')).map(plain);
  const negative = globs.filter((glob) => glob.startsWith('!')).map((glob) => plain(glob.slice(1)));
  const picked = picomatch(positive, { nonegate: true });
  const refused = negative.length > 0 ? picomatch(negative, { nonegate: true }) : () => false;
  const bases = positive.map((glob) => picomatch.scan(glob).base);
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
