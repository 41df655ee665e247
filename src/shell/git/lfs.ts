/** What Git LFS has fetched beside the objects. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isLfsPointer, mostBytes } from '../files/bytes.ts';
import type { GitRepository } from './run.ts';

/** The file a pointer stands for, from this clone's own store; the bytes as they are when they are no pointer or it is not there. */
export function throughLfs(at: GitRepository, bytes: Uint8Array): Uint8Array {
  if (bytes.length >= 1024) return bytes;
  const text = Buffer.from(bytes).toString('utf8');
  const oid = isLfsPointer(text) ? /^oid sha256:([0-9a-f]{64})\r?$/m.exec(text)?.[1] : undefined;
  if (oid === undefined) return bytes;
  try {
    const file = readFileSync(join(commonDir(at), 'lfs', 'objects', oid.slice(0, 2), oid.slice(2, 4), oid));
    const same = createHash('sha256').update(file).digest('hex') === oid;
    return same && file.length <= mostBytes ? file : bytes;
  } catch {
    return bytes;
  }
}

/** A linked worktree keeps what it shares in the main repository's folder. */
function commonDir({ gitDir }: GitRepository): string {
  try {
    return resolve(gitDir, readFileSync(join(gitDir, 'commondir'), 'utf8').trim());
  } catch {
    return gitDir;
  }
}
