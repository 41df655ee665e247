/** A folder with nothing to check while the lifecycle is a level up or down is no pass (SPEC §2). */
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { namedIn } from '../../config/named.ts';
import type { Config } from '../../config/schema.ts';
import type { TreeFiles } from './bytes.ts';
import { configName } from './config-name.ts';
import { entriesBelow, governing, holdsEntries, type Nearby, nearby } from './nearby.ts';

/** The checked files with the config they were picked by. */
type Checked = TreeFiles & { readonly config: Config };

/** As `lifecycleElsewhere` for a person's own command. */
export function elsewhereInWords(
  tree: Checked,
  {
    folder,
    configPath,
    ruleIds,
  }: { readonly folder: string; readonly configPath?: string; readonly ruleIds: readonly string[] },
): string | null {
  const hasConfig = configPath !== undefined || existsSync(join(folder, configName));
  return lifecycleElsewhere(tree, folder, { hasConfig, ruleIds, show: shown });
}

/** Files below a folder with entries that its config does not pick, where a config promises some and none is picked. */
export function passedBy({ config, files, issues }: Checked, folder: string): readonly string[] {
  const looked = namedIn(config) === null || issues.length > 0 || files.some(holdsEntries);
  return looked ? [] : entriesBelow(folder);
}

export interface Around {
  /** Whether the folder has a config of its own, or one was named. */
  readonly hasConfig: boolean;
  readonly ruleIds: readonly string[];
  /** How a path on this machine is shown. */
  readonly show: (path: string) => string;
}

/**
 * Where the lifecycle is, in words, when the folder holds no entry of one while config or entries are near, or when
 * its config is further up; null when neither is so. What cannot be read, and a config that promises a lifecycle,
 * speak for themselves.
 */
export function lifecycleElsewhere(
  tree: Checked,
  folder: string,
  { hasConfig, ruleIds, show }: Around,
): string | null {
  if (tree.issues.length > 0) return null;
  const holds = tree.files.some(holdsEntries);
  if (hasConfig) {
    if (holds || namedIn(tree.config) !== null) return null;
    const found = entriesBelow(folder);
    return found.length === 0
      ? null
      : `No file that "sot" picks holds a lifecycle entry, but ${list(found)} ${found.length === 1 ? 'does' : 'do'}. Name ${found.length === 1 ? 'it' : 'them'} under sot in ${configName}.`;
  }
  if (holds) {
    const config = governing(folder, ruleIds);
    if (config === null) return null;
    const at = show(join(folder, config));
    return `${name(folder, show)} has no ${configName}, but ${at} is for its files too. Name the folder ${show(join(folder, config, '..'))} instead, or the config: --config ${at}.`;
  }
  const found = nearby(folder);
  const [first] = found;
  return first === undefined
    ? null
    : `${name(folder, show)} holds no lifecycle and no ${configName}. ${where(folder, found, first, show)}`;
}

function where(folder: string, found: readonly Nearby[], first: Nearby, show: Around['show']): string {
  const files = list(found.map(({ file }) => show(join(folder, file))));
  const folders = [...new Set(found.map((one) => show(join(folder, one.folder))))];
  const are = found.length === 1 ? `${files} is` : `${files} are`;
  const level = first.folder.startsWith('..') ? 'further up' : 'further down';
  if (first.folder === '.')
    return `${files} ${found.length === 1 ? 'holds' : 'hold'} entries, but no usual place of them is there. Write a ${configName} with sot: [${found.map(({ file }) => `"${file}"`).join(', ')}].`;
  return `${are} ${level}: name the folder ${list(folders, 'or')} instead.`;
}

function name(folder: string, show: Around['show']): string {
  const path = show(folder);
  return path === '.' ? 'This folder' : path;
}

/** A path as one would type it where the command runs. */
function shown(path: string): string {
  return relative(process.cwd(), resolve(path)).replaceAll('\\', '/') || '.';
}

function list(names: readonly string[], word = 'and'): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;
}
