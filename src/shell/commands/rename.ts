import { type Renamed, rename } from '../../check/rename.ts';
import { unifiedDiff } from '../../edit/diff.ts';
import type { OtherForm } from '../../edit/other-forms.ts';
import { plural } from '../../language/plural.ts';
import { printedPlace } from '../../report/reporter.ts';
import { ruleIds } from '../../rules/index.ts';
import { jsonText, plainText } from '../../untrusted/plain-text.ts';
import type { TwoFormats } from '../choice.ts';
import { today } from '../clock.ts';
import { type ExitCode, exit, UsageError } from '../exit.ts';
import { checkTree } from '../files/check-tree.ts';
import { configName } from '../files/config-name.ts';
import { readOneOf } from '../files/disk.ts';
import { notRead } from '../files/not-read.ts';
import { prefixOf } from '../files/prefix.ts';
import { loadTree, type Tree } from '../files/tree.ts';
import { putFiles } from '../files/write-files.ts';
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
  const tree = await loadTree({ folder, ruleIds });
  const found = readOneOf(folder, configName);
  const config = { path: configName, text: found !== null && 'text' in found ? found.text : null };
  const renamed = rename(checkTree(tree), config, old, name, { today: today() });
  if ('refused' in renamed) throw new UsageError(`${renamed.refused} Nothing was written.`);
  if (flags.write === true) putFiles(folder, renamed.files);
  terminal.out(
    flags.format === 'json'
      ? renameJson(renamed, flags.write === true)
      : renameText(renamed, name, prefixOf(folder), flags, terminal, tree),
  );
  return exit.pass;
}

function diffOf({ files }: Renamed): string {
  return unifiedDiff(files.flatMap(({ before, ...rest }) => (before === null ? [] : [{ ...rest, before }])));
}

function renameText(
  renamed: Renamed,
  name: string,
  prefix: string,
  { write }: RenameFlags,
  terminal: Terminal,
  { issues }: Pick<Tree, 'issues'>,
): string {
  const { plan, files, more } = renamed;
  const diff = diffOf(renamed);
  const shown = terminal.screen ? diff.split('\n').map(plainText).join('\n') : diff;
  const what = `${plan.kind} ${plainText(plan.old)} → ${plainText(name)}`;
  const places = `${plural(plan.edits.length, 'mention')} in ${plural(files.length, 'file')}`;
  const created = files.filter(({ before }) => before === null).map(({ path }) => path);
  return [
    write === true
      ? `Renamed the ${what}: ${places}.`
      : `${shown}${what}: ${places}. mops rename … --write renames them.`,
    ...created.map((path) => `${path} is new: it says what is meant by the new name.`),
    ...notRead(issues, 'What it says by the old name stays.'),
    ...plan.left.map(({ span, why }) => `Left: ${plainText(printedPlace(span, prefix))} ${plainText(why)}.`),
    ...(plan.files.length > 0
      ? [
          `Left: ${plan.files.map(plainText).join(', ')} keep${plan.files.length === 1 ? 's' : ''} the file name.`,
        ]
      : []),
    ...(plan.others.length > 0
      ? [`Left, being other words: ${plan.others.map((one) => otherForm(one, prefix)).join(', ')}.`]
      : []),
    ...(more > 0
      ? [
          `After it there ${more === 1 ? 'is' : 'are'} ${plural(more, 'finding')} more. mops check shows them.`,
        ]
      : []),
    '',
  ].join('\n');
}

function otherForm({ word, count, first }: OtherForm, prefix: string): string {
  const where = plainText(printedPlace(first, prefix));
  return `${plainText(word)} (${count > 1 ? `${count}, first ` : ''}${where})`;
}

function renameJson(renamed: Renamed, written: boolean): string {
  const { plan, files, more } = renamed;
  return jsonText({
    version: 1,
    kind: plan.kind,
    old: plan.old,
    mentions: plan.edits.length,
    diff: diffOf(renamed),
    written: written ? files.map(({ path }) => path) : [],
    others: plan.others.map(({ word, count, first }) => ({
      word,
      count,
      file: first.file,
      line: first.line,
      column: first.column,
    })),
    files: plan.files,
    left: plan.left.map(({ span, why }) => ({ file: span.file, line: span.line, column: span.column, why })),
    newFindings: Math.max(0, more),
  });
}
