/** Who imports whom in this repository, read from the sources. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export const root = join(import.meta.dirname, '../..');

export interface Import {
  /** Paths from the root. */
  readonly from: string;
  readonly to: string;
}

/** Every TypeScript and Astro source, as paths from the root, sorted. */
export function sources(): string[] {
  return ['src', 'action', 'site'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:ts|astro|mjs)$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)))
      .filter((path) => !path.startsWith('action/dist/'))
      .sort(),
  );
}

/** Every import of a file of ours by another, types included. */
export function imports(): Import[] {
  return sources().flatMap((from) => {
    const text = readFileSync(join(root, from), 'utf8');
    const named = text.matchAll(/(?:^|[\s;])(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g);
    return [...named].map(([, path = '']) => ({
      from,
      to: relative(root, resolve(root, dirname(from), path)),
    }));
  });
}

/** The floor a source stands on: its folder below `src`, `action` or `site`. */
export function floorOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'src' ? second : first;
}

/** The floors of ARCHITECTURE.md from the ground up; those of one level stand side by side. */
export function floors(): string[][] {
  const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
  const order = /`(language,[^`]*←[^`]*)`/.exec(text)?.[1];
  if (order === undefined) throw new Error('ARCHITECTURE.md does not say the order of the folders');
  return order.split('←').map((level) => level.split(',').map((name) => name.trim()));
}

/** Groups of names that import each other in a circle, each sorted. */
export function circles(arrows: readonly Import[]): string[][] {
  const next = Map.groupBy(arrows, ({ from }) => from);
  const seen = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];
  // Tarjan: a name whose way leads back to itself closes a group.
  const visit = (name: string): number => {
    const own = seen.size;
    seen.set(name, own);
    low.set(name, own);
    open.push(name);
    for (const { to } of next.get(name) ?? []) {
      if (!seen.has(to)) visit(to);
      if (open.includes(to)) low.set(name, Math.min(low.get(name) ?? own, low.get(to) ?? own));
    }
    if (low.get(name) === own) {
      const group = open.splice(open.indexOf(name)).sort();
      if (group.length > 1) found.push(group);
    }
    return own;
  };
  for (const name of next.keys()) if (!seen.has(name)) visit(name);
  return found;
}
