import { check } from '../../check/check.ts';
import type { Report } from '../../check/finding.ts';
import { readConfig } from '../../config/read.ts';
import { withAlias } from '../../edit/alias.ts';
import { changedFiles } from '../../edit/apply.ts';
import { unifiedDiff } from '../../edit/diff.ts';
import type { Edit, FileChange } from '../../edit/edit.ts';
import { planRename, type RenamePlan } from '../../edit/rename.ts';
import { roles } from '../../language/tables/roles.ts';
import { otherStages, stages } from '../../language/tables/stages.ts';
import { buildModel } from '../../lifecycle/build.ts';
import { placeOf, plural } from '../../report/reporter.ts';
import { rules } from '../../rules/index.ts';
import { readRepository } from '../../sot/index.ts';
import { jsonText, plainText } from '../../untrusted/plain-text.ts';
import type { TwoFormats } from '../choice.ts';
import { today } from '../clock.ts';
import { type ExitCode, exit, UsageError } from '../exit.ts';
import { modelOf } from '../files/check-tree.ts';
import { configName } from '../files/config-name.ts';
import { createFiles } from '../files/create-files.ts';
import { readOneOf } from '../files/disk.ts';
import { prefixOf } from '../files/prefix.ts';
import { loadTree, type Tree } from '../files/tree.ts';
import { writeFiles } from '../files/write-files.ts';
import type { Terminal } from '../terminal.ts';
import { checkedFolder } from './folder.ts';

export interface RenameFlags {
  readonly write?: boolean;
  readonly format: TwoFormats;
}

/**
 * `mops rename <old> <new> [dir]`: shows every mention as a diff; with `--write` renames them, all files or none.
 */
export async function renameCommand(
  old: string,
  name: string,
  path: string,
  flags: RenameFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const folder = checkedFolder(path);
  const tree = await loadTree({ folder, ruleIds: rules.map(({ id }) => id) });
  const found = readOneOf(folder, configName);
  const config = found !== null && 'text' in found ? found : null;
  const before = check(modelOf(tree), { today: today() });
  const plan = planRename(before.model, config, old, name);
  if ('refused' in plan) throw new UsageError(`${plan.refused} Nothing was written.`);
  const texts = config === null ? tree.files : [...tree.files, { path: configName, text: config.text }];
  const edits =
    (plan.kind === 'stage' || plan.kind === 'role') && isUsual(plan.old)
      ? plan.edits.filter((edit) => !isKey(edit, config?.text ?? ''))
      : plan.edits;
  let changes = changedFiles(texts, edits);
  let after = checked(tree, changes, config?.text ?? null);
  let created: string | null = null;
  const usual = usualNameOf(before, after, plan);
  if (usual !== null) {
    const kept = changes.find((change) => change.path === configName)?.after ?? config?.text ?? null;
    const aliased = withAlias(kept, usual.section, usual.name, name);
    if (aliased !== null) {
      changes = changes.filter((change) => change.path !== configName);
      if (config === null) created = aliased;
      else changes = [...changes, { path: configName, before: config.text, after: aliased }];
      after = checked(tree, changes, aliased);
    }
  }
  if (flags.write === true) {
    if (created === null) writeFiles(folder, changes);
    else
      createFiles(
        folder,
        [
          ...changes.map((change) => ({ path: change.path, text: change.after })),
          { path: configName, text: created },
        ],
        true,
      );
  }
  const fresh = after.findings.length - before.findings.length;
  terminal.out(
    flags.format === 'json'
      ? renameJson(plan, changes, flags.write === true, fresh)
      : renameText(plan, name, changes, created, fresh, prefixOf(folder), flags, terminal),
  );
  return exit.pass;
}

/** The name that the shape or the list of roles knows, where the new one is known to neither. */
function usualNameOf(
  before: Report,
  after: Report,
  plan: RenamePlan,
): { readonly section: 'stages' | 'roles'; readonly name: string } | null {
  if (plan.kind === 'stage' && before.model.shape !== null && after.model.shape === null) {
    const stage = before.model.livingStages.find(({ name }) => name === plan.old);
    return { section: 'stages', name: stage?.canonical ?? plan.old };
  }
  if (plan.kind !== 'role' || after.findings.length <= before.findings.length) return null;
  const role = before.model.roles.find(plan.old);
  return role === null ? null : { section: 'roles', name: role };
}

/** Whether everybody calls a stage or role so: as a key of the config it stays, a name of the team's own does not. */
function isUsual(name: string): boolean {
  return [stages, otherStages, roles].some((table) => Object.hasOwn(table, name));
}

/** A key of the config's lists is the usual name of a stage or role, not what the team calls it. */
function isKey({ span }: Edit, config: string): boolean {
  return span.file === configName && /^["']?[ \t]*:/.test(config.slice(span.end, span.end + 50));
}

/** The report on the files as they would be. */
function checked(tree: Tree, changes: readonly FileChange[], configText: string | null): Report {
  const changed = new Map(changes.map((change) => [change.path, change.after]));
  const files = tree.files.map((file) => {
    const text = changed.get(file.path);
    return text === undefined ? file : { path: file.path, text };
  });
  const reading = readConfig(
    changed.get(configName) ?? configText,
    configName,
    rules.map(({ id }) => id),
  );
  const config = 'errors' in reading ? tree.config : reading.config;
  return check(buildModel(readRepository(files), config), { today: today() });
}

function renameText(
  plan: RenamePlan,
  name: string,
  changes: readonly FileChange[],
  created: string | null,
  fresh: number,
  prefix: string,
  { write }: RenameFlags,
  terminal: Terminal,
): string {
  const diff = unifiedDiff(changes);
  const shown = terminal.screen ? diff.split('\n').map(plainText).join('\n') : diff;
  const what = `${plan.kind} ${plainText(plan.old)} → ${plainText(name)}`;
  const places = `${plural(plan.edits.length, 'mention')} in ${plural(changes.length + (created === null ? 0 : 1), 'file')}`;
  return [
    write === true
      ? `Renamed the ${what}: ${places}.`
      : `${shown}${what}: ${places}. mops rename … --write renames them.`,
    ...(created === null ? [] : [`${configName} is new: it says what is meant by the new name.`]),
    ...plan.left.map(({ span, why }) => `Left: ${plainText(placeOf(span, prefix))} ${plainText(why)}.`),
    ...(plan.others.length > 0
      ? [
          `Left, being other words: ${plan.others.map(({ word, count }) => `${plainText(word)}${count > 1 ? ` (${count})` : ''}`).join(', ')}.`,
        ]
      : []),
    ...(fresh > 0
      ? [
          `After it there ${fresh === 1 ? 'is' : 'are'} ${plural(fresh, 'finding')} more. mops check shows them.`,
        ]
      : []),
    '',
  ].join('\n');
}

function renameJson(
  plan: RenamePlan,
  changes: readonly FileChange[],
  written: boolean,
  fresh: number,
): string {
  return jsonText({
    version: 1,
    kind: plan.kind,
    old: plan.old,
    mentions: plan.edits.length,
    diff: unifiedDiff(changes),
    written: written ? changes.map(({ path }) => path) : [],
    others: plan.others,
    left: plan.left.map(({ span, why }) => ({ file: span.file, line: span.line, column: span.column, why })),
    newFindings: Math.max(0, fresh),
  });
}
