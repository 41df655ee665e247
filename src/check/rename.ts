/** A rename carried through: the plan, the changed files, and whether anything is found afterwards that was not before. */

import { readConfig } from '../config/read.ts';
import { withAlias } from '../edit/alias.ts';
import { changedFiles } from '../edit/apply.ts';
import type { Edit } from '../edit/edit.ts';
import { planRename, type RenamePlan, type RenameRefusal } from '../edit/rename.ts';
import { labelsOf } from '../language/fields.ts';
import { roles } from '../language/tables/roles.ts';
import { otherStages, stages } from '../language/tables/stages.ts';
import { buildModel } from '../lifecycle/build.ts';
import type { Model } from '../lifecycle/model.ts';
import { ruleIds } from '../rules/index.ts';
import { readFile, repositoryOf } from '../sot/index.ts';
import { type CheckOptions, check } from './check.ts';
import type { Report } from './finding.ts';

/** A file as it is to be; `before` is null for one that is not there yet. */
export interface RenamedFile {
  readonly path: string;
  readonly before: string | null;
  readonly after: string;
}

export interface Renamed {
  readonly plan: RenamePlan;
  readonly files: readonly RenamedFile[];
  /** The report on the files as they would be. */
  readonly after: Report;
  /** How many findings more there would be. */
  readonly more: number;
}

/**
 * @param before the report on the files as they are
 * @param config the config's file, with its text null where there is none
 */
export function rename(
  before: Report,
  config: { readonly path: string; readonly text: string | null },
  old: string,
  name: string,
  options: CheckOptions,
): Renamed | RenameRefusal {
  const { model } = before;
  const haystack = config.text === null ? null : { path: config.path, text: config.text };
  const plan = planRename(model, haystack, old, name);
  if ('refused' in plan) return plan;
  const edits =
    (plan.kind === 'stage' || plan.kind === 'role') && isUsual(plan.old)
      ? plan.edits.filter((edit) => !isKey(edit, config))
      : plan.edits;
  const texts = haystack === null ? model.repository.files : [...model.repository.files, haystack];
  const renamed: readonly RenamedFile[] = changedFiles(texts, edits);
  const after = reportOn(model, renamed, config, options);
  const plain = { plan, files: renamed, after, more: after.findings.length - before.findings.length };
  const usual = usualNameOf(before, plain);
  if (usual === null) return plain;
  const kept = renamed.find(({ path }) => path === config.path)?.after ?? config.text;
  const aliased = withAlias(kept, usual.section, usual.name, name);
  if (aliased === null) return plain;
  const files = [
    ...renamed.filter(({ path }) => path !== config.path),
    { path: config.path, before: config.text, after: aliased },
  ];
  const known = reportOn(model, files, config, options);
  return { plan, files, after: known, more: known.findings.length - before.findings.length };
}

/** The usual name of a stage or role, where without it the new one would be known to nobody. */
function usualNameOf(
  { model, findings }: Report,
  { plan, after, more }: Renamed,
): { readonly section: 'stages' | 'roles'; readonly name: string } | null {
  if (plan.kind === 'stage') {
    const stage = model.living.stages.find(({ name }) => name === plan.old);
    const lost =
      (model.shape !== null && after.model.shape === null) || after.findings.length > findings.length;
    return stage !== undefined && lost && isUsual(stage.canonical)
      ? { section: 'stages', name: stage.canonical }
      : null;
  }
  if (plan.kind !== 'role' || more <= 0) return null;
  const role = model.roles.find(plan.old);
  return role === null ? null : { section: 'roles', name: role };
}

/** Whether everybody calls a stage or role so: as a key of the config it stays, a name of the team's own does not. */
function isUsual(name: string): boolean {
  return [stages, otherStages, roles].some((table) => Object.hasOwn(table, name));
}

/** A key of the config's lists is the usual name of a stage or role, not what the team calls it. */
function isKey({ span }: Edit, config: { readonly path: string; readonly text: string | null }): boolean {
  return (
    span.file === config.path && /^["']?[ \t]*:/.test((config.text ?? '').slice(span.end, span.end + 50))
  );
}

function reportOn(
  model: Model,
  changes: readonly RenamedFile[],
  config: { readonly path: string; readonly text: string | null },
  options: CheckOptions,
): Report {
  const changed = new Map(changes.map((change) => [change.path, change.after]));
  const files = model.repository.files.map((file) => {
    const text = changed.get(file.path);
    return text === undefined ? file : readFile({ path: file.path, text }, labelsOf(model.config.fields));
  });
  const reading = readConfig(changed.get(config.path) ?? config.text, config.path, ruleIds);
  return check(buildModel(repositoryOf(files), 'errors' in reading ? model.config : reading.config), options);
}
