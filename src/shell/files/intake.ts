/** Takes files in within bounds: each of a size that is read, all together of one that fits into memory. */
import { isUtf8 } from 'node:buffer';
import type { ReadIssue, SourceFile } from '../../sot/entry.ts';
import { isPlainPage } from '../../sot/index.ts';
import {
  decode,
  decoded,
  isLfsPointer,
  mostBytes,
  notFetched,
  sortedFiles,
  type TreeFiles,
  tooBig,
  unreadable,
} from './bytes.ts';

/** Most bytes of one tree. A handbook of 10,000 pages has 100 MB. */
export const mostBytesInAll = 256 * 1024 * 1024;

export class Intake {
  readonly #files: SourceFile[] = [];
  readonly #issues: ReadIssue[];
  readonly #lacking: ReadIssue | undefined;
  readonly #pointers: string[] = [];
  readonly #shelf = new Shelf();
  #bytes = 0;
  #full = false;

  /** @param lacking those of the issues that are about contents which are not on this machine */
  constructor(issues: readonly ReadIssue[] = [], lacking: readonly ReadIssue[] = []) {
    this.#issues = [...issues, ...lacking];
    this.#lacking = lacking[0];
  }

  /** Whether a file of this size is to be read; the issue is noted when not. */
  admits(path: string, size: number): boolean {
    if (size > mostBytes) {
      this.#issues.push(tooBig(path, size));
      return false;
    }
    if (this.#full) return false;
    this.#bytes += size;
    this.#full = this.#bytes > mostBytesInAll;
    if (this.#full) this.#issues.push(tooMuch(path));
    return !this.#full;
  }

  /** The file, unless its bytes are none that can be read. */
  add(path: string, bytes: Uint8Array): SourceFile | null {
    if (bytes.length <= mostBytes && isPlainPage(bytes) && isUtf8(bytes))
      return this.take(plainFile(path, this.#shelf.keep(bytes)));
    const result = decode(path, bytes);
    if ('code' in result) this.#issues.push(result);
    else if (isLfsPointer(result.text)) this.#pointers.push(path);
    else return this.take(result);
    return null;
  }

  /** Takes a file that was read before. */
  take(file: SourceFile): SourceFile {
    this.#files.push(file);
    return file;
  }

  refuse(issue: ReadIssue): void {
    this.#issues.push(issue);
  }

  done(): TreeFiles {
    const pointers = this.#pointers.length === 0 ? [] : [notFetched(this.#pointers)];
    return sortedFiles(this.#files, [...this.#issues, ...pointers], this.#lacking ?? pointers[0]);
  }
}

/** A page without entries: its bytes are kept as they are, and become text each time that somebody asks. */
function plainFile(path: string, bytes: Uint8Array): SourceFile {
  return {
    path,
    plain: true,
    get text() {
      return decoded(bytes);
    },
  };
}

const shelfBytes = 4 * 1024 * 1024;

/** Copies of bytes side by side, outside the memory that is searched for what nobody needs any more. */
class Shelf {
  #room: Buffer = Buffer.alloc(0);

  keep(bytes: Uint8Array): Uint8Array {
    if (bytes.length > this.#room.length)
      this.#room = Buffer.allocUnsafeSlow(Math.max(shelfBytes, bytes.length));
    const place = this.#room.subarray(0, bytes.length);
    place.set(bytes);
    this.#room = this.#room.subarray(bytes.length);
    return place;
  }
}

function tooMuch(path: string): ReadIssue {
  return unreadable(
    path,
    `The files that count have more than ${mostBytesInAll / 1024 / 1024} MB together; from ${path} on none is read.`,
    'Name the source of truth more narrowly under sot: in mops.config.yml.',
  );
}
