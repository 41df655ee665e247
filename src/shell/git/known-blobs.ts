/** Blobs whose contents were read before, from disk or from another commit: git need not be asked for them. */
import { createHash } from 'node:crypto';
import type { SourceFile } from '../../sot/entry.ts';
import { type KnownFile, knownAt } from '../files/known.ts';

/** The file that stood at a path, where its contents have the name that git gives them. */
export function knownByBlob(path: string, object: string): KnownFile | null {
  const known = knownAt(path);
  return known !== null && blobOf(known.file) === object ? known : null;
}

const names = new WeakMap<SourceFile, string>();

/** SHA-1 over the kind, the length and the bytes. In a repository of SHA-256 no blob has such a name, and all are read. */
function blobOf(file: SourceFile): string {
  let name = names.get(file);
  if (name === undefined) {
    const bytes = Buffer.from(file.text, 'utf8');
    name = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
    names.set(file, name);
  }
  return name;
}
