import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { ConfigError } from '../../config/explain.ts';
import { type ConfigReading, readConfig } from '../../config/read.ts';
import type { Config } from '../../config/schema.ts';
import type { ReadIssue, SourceFile } from '../../sot/entry.ts';
import { UsageError } from '../exit.ts';
import type { Commit } from '../git/commits.ts';
import { decode } from './bytes.ts';
import { configName, misnamedConfig, renameConfig } from './config-name.ts';
import { pathsIn, readFolder, readOneOf } from './disk.ts';
import { missedPatterns } from './missed-patterns.ts';
import { elsewhereInWords, passedBy } from './nowhere.ts';
import { prefixOf } from './prefix.ts';

/** One tree, on disk or at a commit, read by its config. */
export interface Tree {
  readonly config: Config;
  readonly files: readonly SourceFile[];
  readonly issues: readonly ReadIssue[];
  /** As in `TreeFiles`. */
  readonly lacking?: ReadIssue;
  /** Files with entries that no pattern picks, looked for where the picked ones hold none. */
  readonly elsewhere?: readonly string[];
}

/** Config mistakes, each at its place; exit 2 everywhere. */
export class BadConfig extends Error {
  readonly errors: readonly ConfigError[];

  constructor(errors: readonly ConfigError[]) {
    super(
      errors.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`).join('\n'),
    );
    this.errors = errors;
  }
}

export interface TreeRequest {
  readonly folder: string;
  /** IDs of all rules, which the config may name. */
  readonly ruleIds: readonly string[];
  /** Reads this commit instead of the disk. */
  readonly commit?: Commit;
  /** A config file elsewhere, from the working folder; it must exist. */
  readonly configPath?: string;
  /** A config already read (the base's, for a pull request from a fork). */
  readonly config?: Config;
  /** The folder may be empty still: for what writes the first entries, and for pages that say so themselves. */
  readonly mayBeEmpty?: boolean;
}

/**
 * Reads the SoT files of a tree by its config.
 *
 * @throws BadConfig when the config is wrong or a pattern of it picks no file on disk, UsageError when the lifecycle
 * is in another folder, GitError when git cannot read the commit, and the system's error when the folder cannot be
 * listed.
 */
export async function loadTree(request: TreeRequest): Promise<Tree> {
  const config = request.config ?? (await loadConfig(request));
  const read = request.commit
    ? await (await git()).readCommit(request.folder, request.commit.sha, config.sot)
    : readFolder(request.folder, config.sot);
  const tree = { config, ...read };
  if (request.commit !== undefined) return tree;
  if (request.mayBeEmpty !== true) {
    const missed = await missedIn(request.folder, tree);
    if (missed.length > 0) throw new BadConfig(missed);
    const elsewhere = elsewhereInWords(tree, request);
    if (elsewhere !== null) throw new UsageError(elsewhere);
  }
  return { ...tree, elsewhere: passedBy(tree, request.folder) };
}

function missedIn(folder: string, tree: Tree): Promise<ConfigError[]> {
  return missedPatterns(tree.config, tree, folder, (glob) => pathsIn(folder, [glob]).length > 0);
}

/** What `loadTree` would refuse a folder for that may be empty: a sentence for each. */
export async function missingIn(tree: Tree, request: TreeRequest): Promise<string[]> {
  const missed = new BadConfig(await missedIn(request.folder, tree)).message;
  return [missed, elsewhereInWords(tree, request) ?? ''].filter((sentence) => sentence !== '');
}

/** Loaded only where a commit is read: it starts processes, and most runs start none. */
function git(): Promise<typeof import('../git/read-commit.ts')> {
  return import('../git/read-commit.ts');
}

/** The config of a tree; the default one where it has none. @throws BadConfig */
export async function loadConfig({ folder, ruleIds, commit, configPath }: TreeRequest): Promise<Config> {
  if (configPath !== undefined) {
    const path = resolve(configPath);
    const real = existsSync(path) ? realpathSync(path) : path;
    const file = readOneOf(dirname(real), basename(real));
    if (file === null) throw broken(configPath, `There is no config file ${configPath}.`);
    return accepted(file, configPath, ruleIds);
  }
  if (commit) {
    const { readFileAt, LinkedAway } = await git();
    const name = `${commit.ref}:${configName}`;
    const bytes = await readFileAt(folder, commit.sha, configName).catch((error: unknown) => {
      throw error instanceof LinkedAway ? broken(name, error.message) : error;
    });
    return accepted(bytes === null ? null : decode(configName, bytes), name, ruleIds, configName);
  }
  const file = readOneOf(folder, configName);
  const other = file === null ? misnamedConfig(folder) : null;
  if (other !== null) throw broken(prefixOf(folder) + other, renameConfig);
  return accepted(file, prefixOf(folder) + configName, ruleIds, configName);
}

function accepted(
  file: SourceFile | ReadIssue | null,
  name: string,
  ruleIds: readonly string[],
  place: string = name,
): Config {
  if (file !== null && 'code' in file) throw broken(name, file.message);
  const reading: ConfigReading = readConfig(file?.text ?? null, name, ruleIds, place);
  if ('errors' in reading) throw new BadConfig(reading.errors);
  return reading.config;
}

function broken(file: string, message: string): BadConfig {
  return new BadConfig([{ file, line: 1, column: 1, message }]);
}
