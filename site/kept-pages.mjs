/** The pages of the last build of a folder, each by all that it is made of: one file beside the bundle that made them. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Folders whose pages are kept for each bundle. */
const mostFolders = 8;

function fileOf(folder, dir) {
  return join(folder, 'pages', `${createHash('sha256').update(dir).digest('hex').slice(0, 24)}.json`);
}

/** HTML by key; empty where there is none, or none that can be read. */
export async function readPages(folder, dir) {
  try {
    const { pages } = JSON.parse(await readFile(fileOf(folder, dir), 'utf8'));
    return new Map(Object.entries(pages).filter(([, html]) => typeof html === 'string'));
  } catch {
    return new Map();
  }
}

/** Keeps the pages of this build and no others of its folder. */
export async function keepPages(folder, dir, pages) {
  const file = fileOf(folder, dir);
  const half = `${file}.${process.pid}`;
  await mkdir(join(folder, 'pages'), { recursive: true, mode: 0o700 });
  try {
    await writeFile(half, JSON.stringify({ pages: Object.fromEntries(pages) }));
    await rename(half, file);
  } finally {
    await rm(half, { force: true });
  }
  const all = (await readdir(join(folder, 'pages'))).map((name) => join(folder, 'pages', name));
  const dated = await Promise.all(all.map(async (path) => ({ path, at: (await stat(path)).mtimeMs })));
  for (const { path } of dated.toSorted((a, b) => b.at - a.at).slice(mostFolders))
    await rm(path, { force: true });
}
