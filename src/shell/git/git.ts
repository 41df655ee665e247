import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { posix, relative, sep } from 'node:path';
import type { ReadIssue, SourceFile } from '../../sot/entry.ts';
import { GitError } from '../exit.ts';
import { decode, mostBytes, sortedFiles, type TreeFiles, tooBig, unreadable } from '../files/bytes.ts';
import { selection } from '../files/globs.ts';

/** A commit, found from whatever the user wrote. */
export interface Commit {
  readonly sha: string;
  /** What the user wrote. */
  readonly ref: string;
}

/**
 * The commit a ref names. Never takes a ref for an option.
 *
 * @throws GitError when the folder is in no repository or the ref names no commit.
 */
export async function resolveCommit(folder: string, ref: string): Promise<Commit> {
  if (ref === '' || ref.startsWith('-') || /[\0\n]/.test(ref))
    throw new GitError(`"${ref}" is not a git ref.`);
  await prefixOf(folder);
  const result = await git(folder, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${ref}^{commit}`,
  ]);
  const sha = result.out.toString('utf8').trim();
  if (result.code !== 0 || !/^[0-9a-f]{40,64}$/.test(sha)) {
    throw new GitError(`git knows no commit "${ref}". Fetch it first, or check the spelling.`);
  }
  return { sha, ref };
}

/** The last commit both have, null when they share none (or the history is shallow). */
export async function mergeBase(folder: string, one: string, other: string): Promise<string | null> {
  const result = await git(folder, ['merge-base', '--end-of-options', one, other]);
  const sha = result.out.toString('utf8').trim();
  return result.code === 0 && sha !== '' ? sha : null;
}

/** Paths under the folder that differ between two commits, relative to the folder. */
export async function changedFiles(folder: string, from: string, to: string): Promise<string[]> {
  const args = [
    'diff',
    '--name-only',
    '--no-renames',
    '--relative',
    '-z',
    '--end-of-options',
    from,
    to,
    '--',
    '.',
  ];
  const result = await git(folder, args);
  if (result.code !== 0) throw new GitError(`git could not compare ${from} with ${to}: ${result.message}`);
  return split(result.out);
}

/** One file of a commit, its path relative to the folder; null when the commit has none there. */
export async function readFileAt(folder: string, sha: string, path: string): Promise<Uint8Array | null> {
  const entry = (await listTree(folder, sha, path)).find((candidate) => candidate.path === path);
  if (entry?.type !== 'blob' || entry.mode === '120000' || entry.size > mostBytes) return null;
  return (await readBlobs(folder, [entry.object])).get(entry.object) ?? null;
}

/**
 * Reads the SoT files of a commit without checking it out: what `readFolder` would read of that tree. Links are
 * followed inside the tree; a link out of it and a submodule give an issue.
 *
 * @throws GitError when git cannot list or read the tree.
 */
export async function readCommit(folder: string, sha: string, globs: readonly string[]): Promise<TreeFiles> {
  const pick = selection(globs);
  const tree = await listTree(folder, sha);
  const blobs = new Map(
    tree.filter(({ type, mode }) => type === 'blob' && mode !== '120000').map((entry) => [entry.path, entry]),
  );
  const issues: ReadIssue[] = [];
  const wanted: { readonly path: string; readonly object: string; readonly size: number }[] = [];
  const links: TreeEntry[] = [];

  for (const entry of tree) {
    if (entry.mode === '120000') {
      if (pick.file(entry.path) || pick.folder(entry.path)) links.push(entry);
    } else if (entry.type === 'commit') {
      if (!pick.folder(entry.path)) continue;
      const message = `${entry.path} is a submodule; its files are not part of the commit.`;
      issues.push(unreadable(entry.path, message, 'Keep the source of truth in the repository itself.'));
    } else if (pick.file(entry.path)) wanted.push(entry);
  }
  const targets = await readBlobs(
    folder,
    links.map(({ object }) => object),
  );
  for (const link of links) {
    const target = Buffer.from(targets.get(link.object) ?? []).toString('utf8');
    const path = posix.normalize(posix.join(posix.dirname(link.path), target));
    const blob = blobs.get(path);
    if (posix.isAbsolute(target) || path.startsWith('..')) {
      // What stands outside is unknown here: a name without an extension is taken for a folder of files.
      if (!pick.file(link.path) && posix.extname(link.path) !== '') continue;
      issues.push(
        unreadable(
          link.path,
          `${link.path} is a link out of the checked folder.`,
          'Put the file itself into the folder.',
        ),
      );
    } else if (blob && pick.file(link.path) && !pick.file(path)) {
      wanted.push({ path: link.path, object: blob.object, size: blob.size });
    } else if (!blob) {
      for (const [inner, found] of blobs) {
        if (!inner.startsWith(`${path}/`) || pick.file(inner)) continue;
        const seen = link.path + inner.slice(path.length);
        if (pick.file(seen)) wanted.push({ path: seen, object: found.object, size: found.size });
      }
    }
  }

  const files: SourceFile[] = [];
  const small = wanted.filter(({ size }) => size <= mostBytes);
  const contents = await readBlobs(
    folder,
    small.map(({ object }) => object),
  );
  for (const { path, size } of wanted) if (size > mostBytes) issues.push(tooBig(path, size));
  for (const { path, object } of small) {
    const bytes = contents.get(object);
    const result = bytes
      ? decode(path, bytes)
      : unreadable(path, `git has no content for ${path}.`, 'Fetch the full history.');
    if ('code' in result) issues.push(result);
    else files.push(result);
  }
  return sortedFiles(files, issues);
}

interface TreeEntry {
  readonly mode: string;
  readonly type: string;
  readonly object: string;
  readonly size: number;
  /** Relative to the folder. */
  readonly path: string;
}

/** Every entry of a commit under the folder, or one path of it. */
async function listTree(folder: string, sha: string, path?: string): Promise<TreeEntry[]> {
  const prefix = await prefixOf(folder);
  const where = path === undefined ? (prefix === '' ? [] : [prefix]) : [prefix + path];
  const args = ['--literal-pathspecs', 'ls-tree', '-r', '-l', '-z', '--full-tree', sha, '--', ...where];
  const result = await git(folder, args);
  if (result.code !== 0) throw new GitError(`git could not list ${sha}: ${result.message}`);
  return split(result.out).flatMap((record) => {
    const tab = record.indexOf('\t');
    const [mode = '', type = '', object = '', size = ''] = record.slice(0, tab).split(/ +/);
    const full = record.slice(tab + 1);
    if (!full.startsWith(prefix)) return [];
    return [{ mode, type, object, size: Number(size) || 0, path: full.slice(prefix.length) }];
  });
}

/** The contents of blobs by object name, all from one git process. */
async function readBlobs(folder: string, objects: readonly string[]): Promise<Map<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  if (objects.length === 0) return found;
  const distinct = [...new Set(objects)];
  const result = await git(folder, ['cat-file', '--batch'], `${distinct.join('\n')}\n`);
  if (result.code !== 0) throw new GitError(`git could not read the files of the commit: ${result.message}`);
  let at = 0;
  for (const object of distinct) {
    const end = result.out.indexOf(10, at);
    const [, type, size] = result.out.toString('latin1', at, end).split(' ');
    at = end + 1;
    if (type === 'missing' || size === undefined) continue;
    found.set(object, result.out.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return found;
}

/** The folder's path inside its repository, `` or ending in `/`. */
async function prefixOf(folder: string): Promise<string> {
  const result = await git(folder, ['rev-parse', '--show-toplevel']);
  if (result.code !== 0) throw new GitError(`${folder} is not in a git repository.`);
  const top = realpathSync(result.out.toString('utf8').replace(/\n$/, ''));
  const inside = relative(top, realpathSync(folder)).split(sep).join('/');
  return inside === '' ? '' : `${inside}/`;
}

interface GitResult {
  readonly code: number;
  readonly out: Buffer;
  /** First line of what git said on its error stream. */
  readonly message: string;
}

/** Variables a hook sets for its own repository; git is to find the checked folder's. */
const {
  GIT_DIR: _dir,
  GIT_WORK_TREE: _tree,
  GIT_INDEX_FILE: _index,
  GIT_PREFIX: _prefix,
  ...environment
} = process.env;

/** Runs git without a shell, a pager, a prompt or a lock; never through a hook. */
function git(folder: string, args: readonly string[], input = ''): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['-c', 'core.quotepath=off', '-c', 'core.fsmonitor=false', ...args], {
      cwd: folder,
      env: {
        ...environment,
        LC_ALL: 'C',
        GIT_OPTIONAL_LOCKS: '0',
        GIT_TERMINAL_PROMPT: '0',
        GIT_PAGER: 'cat',
      },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const out: Buffer[] = [];
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => {
      if (err.length < 4000) err += chunk.toString('utf8');
    });
    child.stdin.on('error', () => {});
    child.on('error', (error: NodeJS.ErrnoException) => {
      const missing = error.code === 'ENOENT';
      reject(
        new GitError(
          missing ? 'git is not installed, or the folder is gone.' : `git could not start: ${error.message}`,
        ),
      );
    });
    child.on('close', (code) => {
      resolve({ code: code ?? 1, out: Buffer.concat(out), message: err.split('\n')[0] ?? '' });
    });
    child.stdin.end(input);
  });
}

function split(out: Buffer): string[] {
  return out
    .toString('utf8')
    .split('\0')
    .filter((part) => part !== '');
}
