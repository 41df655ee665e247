/** A pattern of `sot` that picks no file: what it would have to say (SPEC §2, "Nothing found is not a pass"). */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ConfigError } from '../../config/explain.ts';
import { patternsIn, type SotPattern } from '../../config/named.ts';
import type { Config } from '../../config/schema.ts';
import { closest } from '../../language/closest.ts';
import type { TreeFiles } from './bytes.ts';
import { pathsIn } from './disk.ts';
import { compileGlob } from './glob.ts';
import { entriesBelow, foldersOf, isFolder } from './nearby.ts';

/**
 * The one error about the patterns that pick no file, at the first of them; none when every one picks a file or meets
 * one that cannot be read. A pattern with `!` only takes away and may meet nothing.
 *
 * @param folder where the files lie on disk, for what to write instead
 * @param picks whether a pattern alone picks anything: links make one file answer to several patterns
 */
export async function missedPatterns(
  config: Config,
  { files, issues }: TreeFiles,
  folder: string,
  picks: (glob: string) => boolean | Promise<boolean>,
): Promise<ConfigError[]> {
  const written = patternsIn(config).filter(({ glob }) => !glob.startsWith('!'));
  const paths = [...files.map(({ path }) => path), ...issues.map(({ span }) => span.file)];
  const missed: SotPattern[] = [];
  for (const pattern of written) {
    const { matches, base } = compileGlob(plain(pattern.glob));
    const folderAlone = isFolder(join(folder, plain(pattern.glob)));
    // A folder that cannot be opened may hold what the pattern is after.
    if (!folderAlone && paths.some((path) => matches(path) || (base !== '' && within(base, path)))) continue;
    if (folderAlone || !(await picks(pattern.glob))) missed.push(pattern);
  }
  const [first, ...others] = missed;
  if (first === undefined) {
    const [any] = written;
    if (any === undefined || paths.length > 0) return [];
    return [
      { ...any, message: 'The patterns with ! take out every file that the others name. Narrow them.' },
    ];
  }
  const also =
    others.length === 0
      ? ''
      : ` Neither ${others.length === 1 ? 'does' : 'do'} ${others.map(({ glob }) => `"${glob}"`).join(', ')}.`;
  const { file, line, column, glob } = first;
  const message = `sot: "${glob}" matches no file, so nothing of it would be checked.${also} ${wayOut(folder, glob, paths)}`;
  return [{ file, line, column, message }];
}

function wayOut(folder: string, glob: string, picked: readonly string[]): string {
  const meant = meantBy(folder, plain(glob));
  if (meant !== null) return `Write "${meant}".`;
  const found = entriesBelow(folder).find((path) => !picked.includes(path));
  return found === undefined
    ? 'Correct the path, or take the pattern out.'
    : `Lifecycle entries are in ${found}. Write that path, or take the pattern out.`;
}

/** The pattern that was meant and picks files: other letters, another folder, deeper down; null when none does. */
function meantBy(folder: string, glob: string): string | null {
  const slashed = glob.replaceAll('\\', '/').replace(/\/+$/, '');
  const spelled = respelled(folder, slashed);
  const candidates = [
    ...(isFolder(join(folder, slashed)) ? [`${slashed}/**/*.md`] : []),
    ...[slashed, spelled].flatMap((one) => [one, deeper(one), `${one}.md`, `${one}/**/*.md`]),
    ...foldersOf(folder, 2).flatMap((inner) => {
      const below = respelled(join(folder, inner), slashed);
      return [`${inner}/${below}`, `${inner}/${deeper(below)}`];
    }),
  ];
  for (const one of new Set(candidates)) {
    const says = one !== glob && !/^[*/]*\.md$|^\*\*/.test(one) && !isFolder(join(folder, one));
    if (says && pathsIn(folder, [one]).length > 0) return one;
  }
  return null;
}

/** Files of the same kind in folders further down. */
function deeper(glob: string): string {
  return glob.replace(/\/\*(\.\w+)?$/, (_all, extension: string | undefined) => `/**/*${extension ?? '.md'}`);
}

/** The pattern with each name that is not there as the folder has it: in other letters, or mistyped. */
function respelled(folder: string, glob: string): string {
  const done: string[] = [];
  for (const name of glob.split('/')) {
    if (/[*?[{]/.test(name)) return [...done, ...glob.split('/').slice(done.length)].join('/');
    const there = namesIn(join(folder, ...done));
    const alike = there.find((one) => one.toLowerCase() === name.toLowerCase());
    done.push(there.includes(name) ? name : (alike ?? closest(name, there) ?? name));
  }
  return done.join('/');
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).slice(0, 2000);
  } catch {
    return [];
  }
}

function within(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

function plain(glob: string): string {
  return glob.replace(/^(?:\.\/)+/, '');
}
