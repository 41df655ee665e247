/** The server's own view of a pull request's diff: patches per file and the lines a review may hang on. */
import { execFileSync } from 'node:child_process';

export interface FileDiff {
  readonly path: string;
  readonly previous: string | null;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed';
  readonly patch: string;
  readonly additions: number;
  readonly deletions: number;
  /** Blob of the head's version; of the base's when the file is removed. */
  readonly sha: string;
}

/** What `git` prints, as text. Throws when it fails. */
export function git(folder: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28, stdio: 'pipe' });
}

/** All changed files between two commits, as GitHub lists them. */
export function diffFiles(folder: string, base: string, head: string): FileDiff[] {
  const raw = git(folder, 'diff', '--raw', '--no-abbrev', '-z', '-M', base, head).split('\0');
  const files: FileDiff[] = [];
  for (let index = 0; index + 1 < raw.length; ) {
    const [, , from = '', to = '', letter = ''] = (raw[index] ?? '').split(' ');
    const renamed = letter.startsWith('R');
    const previous = renamed ? (raw[index + 1] ?? '') : null;
    const path = raw[index + (renamed ? 2 : 1)] ?? '';
    index += renamed ? 3 : 2;
    const text = git(
      folder,
      'diff',
      '-M',
      base,
      head,
      '--',
      ...(previous === null ? [path] : [previous, path]),
    );
    const start = text.indexOf('\n@@');
    const patch = start < 0 ? '' : text.slice(start + 1).replace(/\n$/, '');
    const lines = patch.split('\n');
    files.push({
      path,
      previous,
      status: renamed ? 'renamed' : letter === 'A' ? 'added' : letter === 'D' ? 'removed' : 'modified',
      patch,
      additions: lines.filter((line) => line.startsWith('+')).length,
      deletions: lines.filter((line) => line.startsWith('-')).length,
      sha: letter === 'D' ? from : to,
    });
  }
  return files;
}

/** For each line number of the head's file that a review may hang on: the number of the hunk it stands in. */
export function rightLines(patch: string): Map<number, number> {
  const lines = new Map<number, number>();
  let hunk = 0;
  let right = 0;
  for (const line of patch.split('\n')) {
    const header = /^@@ -\d+(?:,\d+)? \+(\d+)/.exec(line);
    if (header !== null) {
      hunk += 1;
      right = Number(header[1]);
    } else if (line.startsWith('+') || line.startsWith(' ') || line === '') {
      lines.set(right, hunk);
      right += 1;
    }
  }
  return lines;
}
