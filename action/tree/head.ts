/** Where the head is read from: the files on disk, the commit that an event names, or the one a sparse checkout is of. */
import { basename, dirname, join } from 'node:path';
import { UsageError } from '../../src/shell/exit.ts';
import { submoduleNotFetched, type TreeFiles } from '../../src/shell/files/bytes.ts';
import { configName, misnamedConfig, renameConfig } from '../../src/shell/files/config-name.ts';
import { pathsIn, readFolder, readOneOf } from '../../src/shell/files/disk.ts';
import { selection } from '../../src/shell/files/globs.ts';
import { BadConfig } from '../../src/shell/files/tree.ts';
import { checkedOut } from '../../src/shell/git/commits.ts';
import { leftOutFiles, submodulesAmong } from '../../src/shell/git/left-out.ts';
import { folderIsLink } from '../../src/shell/git/read-commit.ts';
import type { Occasion } from '../event.ts';
import { type OpenCommit, openCommit, type Sources } from './commit-files.ts';
import type { CheckedFolder } from './place.ts';

export interface Head {
  /** The commit of the pull request that is read in place of what is checked out; null where that is checked. */
  readonly named: string | null;
  /** The configuration, its path from the top of the checked folder's repository; null without one. */
  config(path: string): Promise<string | null>;
  files(globs: readonly string[]): Promise<HeadFiles>;
}

export interface HeadFiles extends TreeFiles {
  /** Whether they were read from disk. */
  readonly onDisk: boolean;
  /** One sentence where they were not, though they are what is checked out. */
  readonly note: string | null;
  /** Whether a pattern alone picks anything. */
  picks(glob: string): Promise<boolean>;
}

/** @param root the top of the checked folder's repository on disk. @throws when the head cannot be read */
export async function openHead(
  place: CheckedFolder,
  root: string,
  occasion: Occasion,
  sources: Sources,
): Promise<Head> {
  const named = occasion.head ?? (await headElsewhere(place, occasion));
  if (named === null) return checkedOutHead(place, root, sources);
  const commit = await openCommit(place, named, sources);
  if ('failed' in commit) {
    throw new Error(`The head of the pull request cannot be read (${commit.failed}).`);
  }
  return {
    named,
    config: (path) => commit.file(path),
    files: (globs) => ofCommit(commit, globs, null),
  };
}

/** A pull request whose base branch is checked out, not its merge or head: checking that would check nothing. */
async function headElsewhere({ at, outer }: CheckedFolder, { pull }: Occasion): Promise<string | null> {
  const repository = outer?.repository ?? at;
  const out = pull === null || repository === null ? null : await checkedOut(repository);
  return pull !== null && out !== null && out.sha === pull.baseSha ? pull.headSha : null;
}

/** What is checked out: the files on disk, and where a sparse checkout leaves out what counts, its commit. */
async function checkedOutHead(place: CheckedFolder, root: string, sources: Sources): Promise<Head> {
  const missing = place.at === null ? [] : await leftOutFiles(place.at);
  const prefix = place.at?.prefix ?? '';
  let opened: Promise<OpenCommit> | null = null;
  /** Asks the commit that is checked out. @throws UsageError when that cannot be read either */
  const ofWhole = async <Answer>(path: string | undefined, ask: (commit: OpenCommit) => Promise<Answer>) => {
    try {
      opened ??= commitOnDisk(place, sources);
      return await ask(await opened);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new UsageError(
        `The checkout is sparse and leaves out ${path ?? 'files that count'}. Name it under sparse-checkout of actions/checkout. (${why})`,
      );
    }
  };
  return {
    named: null,
    config: async (path) =>
      missing === null || missing.includes(path)
        ? ofWhole(path, (commit) => commit.file(path))
        : configOnDisk(root, path),
    async files(globs) {
      const read = await onDisk(place, globs);
      const pick = selection(globs);
      const lost = missing?.filter((path) => path.startsWith(prefix) && pick.file(path.slice(prefix.length)));
      // A link may lead to what is left out.
      if (lost?.length === 0 && (missing?.length === 0 || read.issues.length === 0)) {
        const picks = async (glob: string) => pathsIn(place.folder, [glob]).length > 0;
        return { ...read, onDisk: true, note: null, picks };
      }
      const [first, ...others] = lost ?? [];
      const which =
        first === undefined ? '' : ` (${first}${others.length > 0 ? ` and ${others.length} more` : ''})`;
      const note = `The checkout is sparse and leaves out files that count${which}, so the commit that is checked out was read, not the files on disk.`;
      return ofWhole(first, (commit) => ofCommit(commit, globs, note));
    },
  };
}

async function ofCommit(
  commit: OpenCommit,
  globs: readonly string[],
  note: string | null,
): Promise<HeadFiles> {
  const picks = async (glob: string) => {
    const { files, issues } = await commit.files([glob]);
    return files.length + issues.length > 0;
  };
  return { ...(await commit.files(globs)), onDisk: false, note, picks };
}

async function commitOnDisk(place: CheckedFolder, sources: Sources): Promise<OpenCommit> {
  const repository = place.outer?.repository ?? place.at;
  const out = repository === null ? null : await checkedOut(repository);
  if (out === null) throw new Error('nothing is checked out');
  const commit = await openCommit(place, out.sha, sources);
  if ('failed' in commit) throw new Error(commit.failed);
  return commit;
}

/** The checked folder as it lies there; with an issue where it is only a link to what lies there. */
async function onDisk({ at, folder, link }: CheckedFolder, globs: readonly string[]): Promise<TreeFiles> {
  const read = readFolder(folder, globs);
  const prefix = at?.prefix ?? '';
  const unlisted =
    at === null
      ? []
      : await submodulesAmong(
          at,
          (read.empty ?? []).map((path) => prefix + path),
        );
  const issues = [
    ...(link === null ? [] : [folderIsLink(link)]),
    ...read.issues,
    ...unlisted.map((path) => submoduleNotFetched(path.slice(prefix.length))),
  ];
  return { ...read, issues };
}

function configOnDisk(root: string, path: string): string | null {
  const file = join(root, path);
  const read = readOneOf(dirname(file), basename(file));
  if (read === null) {
    const other = basename(path) === configName ? misnamedConfig(dirname(file)) : null;
    if (other === null) return null;
    throw broken(path.slice(0, -configName.length) + other, renameConfig);
  }
  if ('code' in read) throw broken(path, read.message);
  return read.text;
}

function broken(file: string, message: string): BadConfig {
  return new BadConfig([{ file, line: 1, column: 1, message }]);
}
