import { formatPatch, structuredPatch } from 'diff';
import type { FileChange } from './edit.ts';

/** A unified diff that `git apply` takes; empty when nothing changes. Paths get the usual `a/` and `b/`. */
export function unifiedDiff(changes: readonly FileChange[]): string {
  return changes
    .map(({ path, before, after }) => {
      const patch = structuredPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
        context: 3,
      });
      return `diff --git a/${path} b/${path}\n${formatPatch(patch).replace(/^=+\n/, '')}`;
    })
    .join('');
}
