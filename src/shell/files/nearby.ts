/** Where a lifecycle and its config are when the checked folder has neither: a level up or down (SPEC §2). */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { readConfig } from '../../config/read.ts';
import type { SourceFile } from '../../sot/entry.ts';
import { readFile } from '../../sot/index.ts';
import { findRepository } from '../git/repository.ts';
import { configName } from './config-name.ts';
import { pathsIn, readFolder, readOneOf } from './disk.ts';

/** Folders looked into; a repository has a few dozen, a home folder thousands that are none of ours. */
const mostFolders = 300;
const mostFiles = 300;
/** How far up is looked: inside a repository, and where there is none. */
const mostAbove = { repository: 8, none: 2 } as const;

/** What was found near the checked folder. Paths are relative to it, with `/`; `..` is the folder above. */
export interface Nearby {
  readonly folder: string;
  /** A config, or a file with entries in it. */
  readonly file: string;
}

/** The nearest folder above that holds a config or lifecycle entries, else those below; empty when nothing does. */
export function nearby(folder: string): readonly Nearby[] {
  const above = foldersAbove(folder);
  for (const { up, at, inRepository } of above) {
    const config = existsSync(join(at, configName));
    const first = usualEntries(at);
    // A config somewhere above that is no repository's and has nothing beside it may be anybody's.
    if (config && (inRepository || first !== null)) return [{ folder: up, file: `${up}/${configName}` }];
    if (first !== null) return [{ folder: up, file: `${up}/${first}` }];
  }
  const configs = foldersOf(folder, 2)
    .filter((inner) => existsSync(join(folder, inner, configName)))
    .map((inner) => ({ folder: inner, file: `${inner}/${configName}` }));
  if (configs.length > 0) return configs.slice(0, 3);
  return entriesBelow(folder).map((file) => ({ folder: folderOfEntries(file), file }));
}

/** The config above a folder of the same repository that picks files in it, as a path from it; null without one. */
export function governing(folder: string, ruleIds: readonly string[]): string | null {
  for (const { up, at, inside, inRepository } of foldersAbove(folder)) {
    if (!inRepository || !existsSync(join(at, configName))) continue;
    const file = readOneOf(at, configName);
    const reading = file === null || 'code' in file ? null : readConfig(file.text, configName, ruleIds);
    const picks =
      reading === null ||
      'errors' in reading ||
      pathsIn(at, reading.config.sot).some((path) => path.startsWith(`${inside}/`));
    return picks ? `${up}/${configName}` : null;
  }
  return null;
}

interface Above {
  /** `..`, `../..` */
  readonly up: string;
  readonly at: string;
  /** The way back down. */
  readonly inside: string;
  readonly inRepository: boolean;
}

function foldersAbove(folder: string): Above[] {
  const real = realpathSync(folder);
  const top = findRepository(real)?.top ?? null;
  const most = top === null ? mostAbove.none : mostAbove.repository;
  const found: Above[] = [];
  for (let at = real; found.length < most && at !== top && dirname(at) !== at; ) {
    at = dirname(at);
    const up = Array(found.length + 1)
      .fill('..')
      .join('/');
    found.push({ up, at, inside: relative(at, real).split(sep).join('/'), inRepository: top !== null });
  }
  return found;
}

/** A file with entries in the usual places of a folder. */
function usualEntries(folder: string): string | null {
  const { files } = readFolder(folder, ['SoT/**/*.md', 'PRD.md']);
  return files.find(holdsEntries)?.path ?? null;
}

/** Files with lifecycle entries in the folder, its folders and their `SoT`, at most three, as paths from it. */
export function entriesBelow(folder: string): string[] {
  const found: string[] = [];
  let looked = 0;
  const inner = foldersOf(folder, 1);
  for (const place of ['', ...inner, ...inner.map((one) => `${one}/SoT`)]) {
    for (const name of listed(join(folder, place))) {
      if (!/\.(?:md|markdown)$/i.test(name) || ++looked > mostFiles) continue;
      const path = place === '' ? name : `${place}/${name}`;
      const file = readOneOf(folder, path);
      if (file === null || 'code' in file || !holdsEntries(file)) continue;
      found.push(path);
      if (found.length === 3) return found;
    }
  }
  return found;
}

/** Whether a file defines a stage, a handoff or another entry of the lifecycle. */
export function holdsEntries(file: SourceFile): boolean {
  if (file.plain === true) return false;
  const { text } = file;
  const first = text.search(/MOPS/i);
  if (first < 0) return false;
  // The first mention is most often that of an entry; a long file is read in full only where it is not, or where a
  // heading above may say that it is a template's.
  const start = text.lastIndexOf('\n', first) + 1;
  const inDoubt = /template|example/i.test(text.slice(0, start));
  return (!inDoubt && defines(text.slice(start, start + 4000))) || defines(text);
}

function defines(text: string): boolean {
  return readFile({ path: '', text }).entries.some(
    ({ kind, section }) =>
      (kind === 'BR-MOPS' || kind === 'GTM-MOPS') && section !== 'template' && section !== 'example',
  );
}

/** Folders below a folder that may be a team's, down to a depth, in a fixed order. */
export function foldersOf(folder: string, depth: number): string[] {
  const found: string[] = [];
  let level = [''];
  for (let down = 0; down < depth; down++) {
    const next: string[] = [];
    for (const at of level) {
      for (const name of listed(join(folder, at))) {
        if (name.startsWith('.') || name === 'node_modules' || found.length >= mostFolders) continue;
        const inner = at === '' ? name : `${at}/${name}`;
        if (!isFolder(join(folder, inner))) continue;
        found.push(inner);
        next.push(inner);
      }
    }
    level = next;
  }
  return found;
}

/** `gtm/SoT/rules.md` is of the folder `gtm`, `docs/rules.md` of `docs`. */
function folderOfEntries(file: string): string {
  return dirname(file).replace(/(?:^|\/)SoT$/, '') || '.';
}

/** Whether a path is that of a folder; also false where nobody may look. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder).sort().slice(0, 2000);
  } catch {
    return [];
  }
}
