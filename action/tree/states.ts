import { posix, relative, sep } from 'node:path';
import { type ConfigReading, readConfig } from '../../src/config/read.ts';
import { type Config, configSchema } from '../../src/config/schema.ts';
import { UsageError } from '../../src/shell/exit.ts';
import { missedPatterns } from '../../src/shell/files/missed-patterns.ts';
import { holdsEntries } from '../../src/shell/files/nearby.ts';
import { lifecycleElsewhere, passedBy } from '../../src/shell/files/nowhere.ts';
import { BadConfig, type Tree } from '../../src/shell/files/tree.ts';
import type { Occasion } from '../event.ts';
import type { GitHubClient } from '../github/client.ts';
import { baseCommit } from './base-commit.ts';
import { type OpenCommit, openCommit } from './commit-files.ts';
import { openHead } from './head.ts';
import type { CheckedFolder } from './place.ts';

/** What a run checks: the head, and the base beside it where there is one. */
export interface States {
  readonly head: Tree;
  /** One sentence where the head was read otherwise than from disk although it is what is checked out. */
  readonly headNote: string | null;
  /** Null without a base, and when it could not be read. */
  readonly base: Tree | null;
  /** One sentence about the base; null when the event has none. */
  readonly baseNote: string | null;
  /** One sentence about whose configuration counts, where it is not simply the head's. */
  readonly configNote: string | null;
  /** The configurations of both states as their files have them, whichever counts; null without a base. */
  readonly configs: { readonly base: Config; readonly head: Config } | null;
  /** Neither the SoT files nor the configuration differ from the base. */
  readonly unchanged: boolean;
}

export interface StatesRequest {
  readonly occasion: Occasion;
  readonly place: CheckedFolder;
  /** Configuration file from the root of the checked folder's repository. */
  readonly configPath: string;
  /** That root on disk. */
  readonly root: string;
  /** Somebody named it, so it must exist. */
  readonly configNamed: boolean;
  readonly ruleIds: readonly string[];
  readonly client: () => Promise<GitHubClient | null>;
  /** Whether git may ask a remote that is not on this disk. */
  readonly network: boolean;
}

/**
 * Reads both states. Throws BadConfig and UsageError for what somebody configured wrong, and an Error when the head
 * cannot be read: then there is nothing to say about it.
 */
export async function readStates(request: StatesRequest): Promise<States> {
  const { occasion, place, configPath, client, network } = request;
  const open = (sha: string) => openCommit(place, sha, { client, network });
  const repository = place.outer?.repository ?? place.at;

  const headFrom = await openHead(place, request.root, occasion, { client, network });
  const headText = await headFrom.config(configPath);
  const base = await baseCommit(repository, occasion.base, headFrom.named, client);
  const baseOpen = base === null ? null : await openBase(await open(base.sha), configPath);
  const baseFiles = baseOpen === null || 'failed' in baseOpen ? null : baseOpen;
  const baseText = baseFiles?.configText ?? null;
  const trusted =
    base?.tip === false && occasion.pull !== null
      ? await openBase(await open(occasion.pull.baseSha), configPath)
      : baseOpen;
  const config = decidingConfig(request, headText, trusted);

  const { files, issues, onDisk, note, picks } = await headFrom.files(config.value.sot);
  const read = { config: config.value, files, issues };
  const head: Tree = onDisk ? { ...read, elsewhere: passedBy(read, place.folder) } : read;
  const missed = await missedPatterns(head.config, head, place.folder, picks);
  if (missed.length > 0) throw new BadConfig(missed);
  const found = baseFiles === null ? null : await treeOf(baseFiles, baseText, request, config.value);
  const failed =
    baseOpen !== null && 'failed' in baseOpen
      ? baseOpen.failed
      : found !== null && 'failed' in found
        ? found.failed
        : null;
  const tree = found === null || 'failed' in found ? null : found;
  // A change that takes the lifecycle away is told as a finding, with what it means.
  if (tree === null || !tree.files.some(holdsEntries)) refuseElsewhere(request, head, headText !== null);
  return {
    head,
    headNote: note,
    base: tree,
    baseNote: noteOf(base, baseFiles, failed),
    configNote: config.note,
    configs: tree === null ? null : { base: tree.config, head: ownConfig(headText, request) ?? tree.config },
    unchanged: tree !== null && sameText(baseText, headText) && sameFiles(tree, head),
  };
}

/** Refuses a folder without a lifecycle while one is near. @throws UsageError */
function refuseElsewhere({ place, root, ruleIds }: StatesRequest, head: Tree, hasConfig: boolean): void {
  const show = (path: string) => relative(root, path).split(sep).join('/') || '.';
  const told = lifecycleElsewhere(head, place.folder, { hasConfig, ruleIds, show });
  if (told !== null) throw new UsageError(`${told} The input path names it.`);
}

type Opened = OpenCommit & { readonly configText: string | null };

/** A commit with its configuration; one whose configuration cannot be had counts as unreadable. */
async function openBase(
  commit: OpenCommit | { readonly failed: string },
  configPath: string,
): Promise<Opened | { readonly failed: string }> {
  if ('failed' in commit) {
    return commit;
  }
  try {
    return { ...commit, configText: await commit.file(configPath) };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}

function decidingConfig(
  request: StatesRequest,
  headText: string | null,
  trusted: Opened | { readonly failed: string } | null,
): { readonly value: Config; readonly note: string | null } {
  const { occasion, configPath, configNamed } = request;
  if (occasion.configFrom === 'head') {
    if (headText === null && configNamed) {
      throw new UsageError(`Input config is "${configPath}", but there is no such file.`);
    }
    return { value: parsed(headText, request), note: null };
  }
  if (trusted === null || 'failed' in trusted) {
    return {
      value: configSchema.parse({}),
      note: 'The configuration of the base branch could not be read. The defaults count, not the configuration of the pull request.',
    };
  }
  const note = 'The configuration of the base branch counts: this pull request cannot change it for itself.';
  return { value: parsed(trusted.configText, request), note };
}

/** The configuration a file holds; null when it is broken, which only matters where it counts. */
function ownConfig(text: string | null, request: StatesRequest): Config | null {
  const reading = readingOf(text, request);
  return 'errors' in reading ? null : reading.config;
}

function parsed(text: string | null, request: StatesRequest): Config {
  const reading = readingOf(text, request);
  if ('errors' in reading) {
    throw new BadConfig(reading.errors);
  }
  return reading.config;
}

/** Mistakes are placed from the root of the repository, findings from the checked folder. */
function readingOf(text: string | null, { configPath, ruleIds, place }: StatesRequest): ConfigReading {
  return readConfig(text, configPath, ruleIds, posix.relative(place.at?.prefix ?? '', configPath));
}

/** The base by its own configuration; when that one is broken, by the head's. */
async function treeOf(
  commit: OpenCommit,
  text: string | null,
  request: StatesRequest,
  headConfig: Config,
): Promise<Tree | { readonly failed: string }> {
  const own = request.occasion.configFrom === 'base' ? { config: headConfig } : readingOf(text, request);
  const config = 'errors' in own ? headConfig : own.config;
  try {
    const { files, issues, lacking } = await commit.files(config.sot);
    return lacking === undefined ? { config, files, issues } : { failed: lacking.message };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}

function noteOf(
  base: { readonly sha: string; readonly what: string } | null,
  files: OpenCommit | null,
  failed: string | null,
): string | null {
  if (base === null) {
    return null;
  }
  const name = `${base.what} at ${base.sha.slice(0, 7)}`;
  return failed !== null || files === null
    ? `The base (${name}) could not be read, so every finding counts as new. ${failed ?? ''}`.trim()
    : `Compared with ${name}, ${files.how()}.`;
}

function sameFiles(a: Tree, b: Tree): boolean {
  return (
    a.files.length === b.files.length &&
    a.files.every(
      (file, index) =>
        file.path === b.files[index]?.path && sameText(file.text, b.files[index]?.text ?? null),
    ) &&
    JSON.stringify(a.issues) === JSON.stringify(b.issues)
  );
}

/** Whether two texts say the same; a checkout may have turned the ends of the lines. */
function sameText(a: string | null, b: string | null): boolean {
  return a === b || a?.replaceAll('\r\n', '\n') === b?.replaceAll('\r\n', '\n');
}
