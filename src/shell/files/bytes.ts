import { isAscii } from 'node:buffer';
import type { ReadIssue, SourceFile } from '../../sot/entry.ts';

/** A file over this size is not read (SPEC §12). */
export const mostBytes = 16 * 1024 * 1024;

/** What was read of a tree: the files, and what could not be read, each sorted by path. */
export interface TreeFiles {
  readonly files: readonly SourceFile[];
  readonly issues: readonly ReadIssue[];
  /** The first issue about contents that the tree has and this machine does not: what is missing says nothing about the tree. */
  readonly lacking?: ReadIssue;
  /** Folders on disk that may hold what counts and hold nothing: git keeps none but for a submodule. */
  readonly empty?: readonly string[];
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The bytes of a file as text, or why they are none. A byte order mark stays in the text. */
export function decode(path: string, bytes: Uint8Array): SourceFile | ReadIssue {
  if (bytes.length > mostBytes) return tooBig(path, bytes.length);
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return unreadable(path, `${path} is saved as UTF-16.`, 'Save it as UTF-8.');
  }
  try {
    return { path, text: decoded(bytes) };
  } catch {
    return unreadable(path, `${path} is not valid UTF-8.`, 'Save it as UTF-8.');
  }
}

/** Bytes in UTF-8 as text. @throws where they are none */
export function decoded(bytes: Uint8Array): string {
  // Most pages are ASCII, which needs no decoding.
  return isAscii(bytes) ? latin1(bytes) : utf8.decode(bytes);
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

/** The issue of a file of so many bytes, over the limit. */
export function tooBig(path: string, size: number): ReadIssue {
  const megabytes = (size / 1024 / 1024).toFixed(1);
  return unreadable(
    path,
    `${path} is ${megabytes} MB; files over 16 MB are not read.`,
    'Split it into smaller files.',
  );
}

/** The one issue a file that cannot be read gives. */
export function unreadable(path: string, message: string, fix: string): ReadIssue {
  const span = { file: path, start: 0, end: 0, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return { code: 'file-unreadable', message, expected: null, span, fix };
}

/** Whether a text is what Git LFS leaves in place of a file it has not fetched. */
export function isLfsPointer(text: string): boolean {
  return (
    text.length < 1024 && /^version https:\/\/(?:git-lfs|hawser)\.github\.com\/spec\/v\d+\r?\n/.test(text)
  );
}

/** The one issue about all files that Git LFS has not fetched: one setting of the checkout causes them all. */
export function notFetched(paths: readonly string[]): ReadIssue {
  const [first = '', ...more] = paths;
  const others =
    more.length === 0
      ? ''
      : ` So ${more.length === 1 ? 'is' : 'are'} ${more.slice(0, 5).join(', ')}${more.length > 5 ? ` and ${more.length - 5} more` : ''}.`;
  return unreadable(
    first,
    `${first} is only a Git LFS pointer; the file itself was not fetched.${others}`,
    'Set lfs: true on actions/checkout (git lfs pull on your machine), or keep the source of truth out of Git LFS.',
  );
}

/** The issue of a submodule that a checkout left empty. */
export function submoduleNotFetched(path: string): ReadIssue {
  return unreadable(
    path,
    `${path} is a submodule; its files were not fetched.`,
    'Set submodules: true on actions/checkout (git submodule update --init on your machine).',
  );
}

/** Plain code-unit order, the same on every machine. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Sorts files and issues by path. */
export function sortedFiles(files: SourceFile[], issues: ReadIssue[], lacking?: ReadIssue): TreeFiles {
  files.sort((a, b) => byCodeUnit(a.path, b.path));
  issues.sort((a, b) => byCodeUnit(a.span.file, b.span.file));
  return { files, issues, ...(lacking === undefined ? {} : { lacking }) };
}
