import { formatPatch, structuredPatch } from 'diff';
import type { FileChange } from './edit.ts';

/** A unified diff that `git apply` takes; empty when nothing changes. Paths get the usual `a/` and `b/`. */
export function unifiedDiff(changes: readonly FileChange[]): string {
  return changes
    .map(({ path, before, after }) => {
      const patch = structuredPatch('a', 'b', before, after, undefined, undefined, { context: 3 });
      const hunks = formatPatch(patch).replace(/^[\s\S]*?(?=^@@ |(?![\s\S]))/m, '');
      const [from, to] = [quoted(`a/${path}`), quoted(`b/${path}`)];
      return `diff --git ${from} ${to}\n--- ${ended(from)}\n+++ ${ended(to)}\n${hunks}`;
    })
    .join('');
}

/** A path as git writes it in a patch: one that could end its line or begin another stands in quotes. */
function quoted(path: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not stand raw in a patch
  if (!/["\\\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/.test(path)) return path;
  const bytes = [...new TextEncoder().encode(path)];
  return `"${bytes.map(inQuotes).join('')}"`;
}

function inQuotes(byte: number): string {
  const named: Readonly<Record<number, string>> = { 9: '\\t', 10: '\\n', 13: '\\r', 34: '\\"', 92: '\\\\' };
  const plain =
    byte >= 32 && byte < 127 ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`;
  return named[byte] ?? plain;
}

/** Git ends a name with blanks in it by a tab, so that programs know where it ends. */
function ended(name: string): string {
  return name.includes(' ') && !name.startsWith('"') ? `${name}\t` : name;
}
