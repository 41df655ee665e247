/** What the tests read of a built site's files. */

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Files below a folder, as paths with `/`, sorted. */
export async function filesOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** Paths of all pages, `/stages/mql/`, from the root of the site. Pages that only lead on are left out. */
export async function pagesOf(folder: string): Promise<readonly string[]> {
  const pages: string[] = [];
  for (const file of await filesOf(folder)) {
    if (!file.endsWith('.html')) continue;
    const html = await readFile(join(folder, file), 'utf8');
    if (html.includes('http-equiv="refresh"')) continue;
    pages.push(`/${file.replace(/index\.html$/, '')}`);
  }
  return pages;
}

/** What sort of page a path is: `/stages/mql/` is `/stages/*`, a page of its own is its path. */
export function kindOf(path: string): string {
  return path.replace(
    /^\/((?:stages|sinks|handoffs|roles|rules|id|onboarding\/day-one)\/).+$/,
    (_, folder: string) => `/${folder}*`,
  );
}

/** Values of attributes, as a browser reads them. */
export function attributes(html: string, names: string): readonly string[] {
  return [...html.matchAll(new RegExp(`\\s(?:${names})="([^"]*)"`, 'g'))].map((match) =>
    decode(match[1] ?? ''),
  );
}

function decode(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

export async function zippedSize(path: string): Promise<number> {
  return gzipSync(await readFile(path), { level: 9 }).length;
}
