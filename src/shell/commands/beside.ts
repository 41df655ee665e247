/** What a lifecycle is written beside: the files and the config of a folder, and what replacing them would cost. */

import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type Config, configSchema } from '../../config/schema.ts';
import { type Homes, homesIn, type StartFile, usualHomes } from '../../draft/start/index.ts';
import { labelsOf } from '../../language/fields.ts';
import { buildModel } from '../../lifecycle/build.ts';
import type { Model } from '../../lifecycle/model.ts';
import { rules } from '../../rules/index.ts';
import { readFile, repositoryOf } from '../../sot/index.ts';
import { UsageError } from '../exit.ts';
import { modelOf } from '../files/check-tree.ts';
import { configName } from '../files/config-name.ts';
import { existing } from '../files/create-files.ts';
import { selection } from '../files/globs.ts';
import { loadTree } from '../files/tree.ts';
import { findRepository } from '../git/repository.ts';

export interface Beside {
  /** The config that is there and stays; null where there is none. */
  readonly config: Config | null;
  /** What the folder's files hold; null where it has none. */
  readonly model: Model | null;
}

/**
 * @param replacing leaves out what is replaced anyway: the framework's own files and the config
 * @throws UsageError where a lifecycle is there, which a second one beside it would contradict
 */
export async function besideOf(folder: string, replacing: boolean): Promise<Beside> {
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) return { config: null, model: null };
  const keepsConfig = !replacing && existsSync(join(folder, configName));
  const config = keepsConfig ? {} : { config: configSchema.parse({}) };
  const tree = await loadTree({ folder, ruleIds: rules.map(({ id }) => id), mayBeEmpty: true, ...config });
  const replaced = new Set<string>(replacing ? Object.values(usualHomes) : []);
  const model = replacing
    ? buildModel(
        repositoryOf(
          tree.files
            .filter(({ path }) => !replaced.has(path))
            .map((file) => readFile(file, labelsOf(tree.config.fields))),
        ),
        tree.config,
      )
    : modelOf(tree);
  const [stage] = model.living.stages;
  if (stage !== undefined) {
    const { file, line } = stage.entry.span;
    throw new UsageError(
      `${file}:${line} already defines ${stage.id}, the stage ${stage.name}, and a second lifecycle beside it would contradict it. Nothing was written. mops draft stage drafts the stages that are missing; mops draft handoff, kpi and mon-drift what goes with them.`,
    );
  }
  return { config: keepsConfig ? tree.config : null, model };
}

/** Files for the new entries that the check reads and that are not there yet. @throws UsageError */
export function homesFor(folder: string, { config, model }: Beside, replacing: boolean): Homes {
  const { file } = selection((config ?? configSchema.parse({})).sot);
  const free = (path: string): boolean =>
    file(path) && (replacing || existing(folder, [{ path, text: '' }]).length === 0);
  const homes = replacing && config === null ? usualHomes : homesIn(free, homeFolder(model));
  if (homes !== null) return homes;
  throw new UsageError(
    `No new file in ${folder === '' ? 'this folder' : relative(process.cwd(), folder) || 'this folder'} would be among the files of sot in ${configName}. Nothing was written. Add one to it, for example "SoT/*.md".`,
  );
}

/** The folder where most entries stand. */
function homeFolder(model: Model | null): string {
  let most = 0;
  let home = 'SoT';
  for (const { path, entries } of model?.repository.files ?? []) {
    if (entries.length <= most || !path.includes('/')) continue;
    most = entries.length;
    home = dirname(path);
  }
  return home;
}

/** A file that is replaced, with what goes with it. */
export interface Lost {
  readonly path: string;
  readonly lines: number;
  readonly ids: readonly string[];
}

/**
 * What would be lost with files that stand where a start is written: their lines and IDs. Folders and links are
 * none.
 */
export function lostWith(folder: string, files: readonly StartFile[]): readonly Lost[] {
  return existing(folder, files).flatMap((path) => {
    const target = join(folder, path);
    if (!statSync(target).isFile()) return [];
    const text = readFileSync(target, 'utf8');
    const ids = path.endsWith('.md') ? readFile({ path, text }).entries.map(({ id }) => id) : [];
    return [{ path, lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0), ids }];
  });
}

/** The installed schema of the config, from the folder: `./node_modules/…`, or higher up in the same repository. */
export function schemaFrom(folder: string): string | null {
  let there = folder;
  while (!existsSync(there)) there = dirname(there);
  const start = join(realpathSync(there), relative(there, folder));
  const top = findRepository(there)?.top ?? start;
  for (let at = start; ; at = dirname(at)) {
    const schema = join(at, 'node_modules/marketing-ops-handoff/schema/config.json');
    if (existsSync(schema)) {
      const path = relative(start, schema).split('\\').join('/');
      return path.startsWith('.') ? path : `./${path}`;
    }
    if (at === top || dirname(at) === at) return null;
  }
}
