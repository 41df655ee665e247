import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Appended, appendedTogether } from '../../draft/append.ts';
import { blanksIn } from '../../draft/blank.ts';
import { knownColumns } from '../../draft/import/columns.ts';
import { type ImportPlan, planImport } from '../../draft/import/plan.ts';
import { plural } from '../../language/plural.ts';
import { rules } from '../../rules/index.ts';
import { plainText } from '../../untrusted/plain-text.ts';
import { type ExitCode, exit, UsageError } from '../exit.ts';
import { decode } from '../files/bytes.ts';
import { modelOf } from '../files/check-tree.ts';
import { selection } from '../files/globs.ts';
import { notRead } from '../files/not-read.ts';
import { loadTree, type Tree } from '../files/tree.ts';
import { putFiles } from '../files/write-files.ts';
import type { Terminal } from '../terminal.ts';
import { checkedFolder } from './folder.ts';

export interface ImportFlags {
  readonly print?: boolean;
  readonly config?: string;
}

/** A file with tables in it is read by a person; more than this is an export of something else. */
const mostBytes = 16 * 1024 * 1024;

/**
 * `mops import <file> [dir]`: writes entries in Draft from the tables of a document, at the end of the files where
 * their kind lives, all files or none. A file whose tables it cannot place is exit 2 and nothing is written.
 */
export async function importCommand(
  file: string,
  path: string,
  flags: ImportFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const folder = checkedFolder(path);
  const text = textOf(file);
  const config = flags.config === undefined ? {} : { configPath: flags.config };
  const tree = await loadTree({ folder, ruleIds: rules.map(({ id }) => id), mayBeEmpty: true, ...config });
  const model = modelOf(tree);
  const plan = planImport(model, file, text);
  if (!plan.placed)
    throw new UsageError(
      `No table of ${basename(file)} is one that import knows. Nothing was written. It knows ${knownColumns()}.`,
    );
  if (flags.print === true) {
    terminal.out([...plan.stages, ...plan.handoffs].map((draft) => `${draft.text}\n\n`).join(''));
    terminal.error(notesOf(plan));
    return exit.pass;
  }
  const files = appendedTogether(model, [
    ['stage', plan.stages],
    ['handoff', plan.handoffs],
  ]);
  if (files === null)
    throw new UsageError(
      'The entries could not be read back where they would stand, so nothing was written. mops import --print prints them.',
    );
  for (const { path: home } of files)
    if (!selection(tree.config.sot).file(home))
      throw new UsageError(
        `${home} is not among the files of sot in mops.config.yml, so nothing was written. mops import --print prints the entries.`,
      );
  putFiles(folder, files);
  terminal.out(told(plan, files, tree));
  return exit.pass;
}

function textOf(file: string): string {
  let bytes: Buffer;
  try {
    const stat = lstatSync(file);
    if (stat.isSymbolicLink())
      throw new UsageError(`${file} is a link. Nothing was written; name the file it points to.`);
    if (!stat.isFile()) throw new UsageError(`${file} is not a file. Nothing was written.`);
    if (stat.size > mostBytes) throw new UsageError(`${file} is larger than 16 MB. Nothing was written.`);
    bytes = readFileSync(file);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      existsSync(file)
        ? `${file} cannot be read. Nothing was written.`
        : `There is no file ${file}. Nothing was written.`,
    );
  }
  const read = decode(basename(file), bytes);
  if ('code' in read) throw new UsageError(`${read.message} Nothing was written.`);
  return read.text;
}

function notesOf({ notes }: ImportPlan): string {
  return notes.map((note) => `${plainText(note)}\n`).join('');
}

function told(plan: ImportPlan, files: readonly Appended[], { issues }: Pick<Tree, 'issues'>): string {
  const drafts = [...plan.stages, ...plan.handoffs];
  if (drafts.length === 0) return `${notesOf(plan)}Nothing new: nothing was written.\n`;
  const blanks = drafts.reduce((sum, { text }) => sum + blanksIn(text).length, 0);
  const owners = plan.stages.length > 1;
  return [
    `Wrote ${plural(plan.stages.length, 'stage')} and ${plural(plan.handoffs.length, 'handoff')} in Draft to ${files.map((one) => one.path).join(' and ')}:`,
    ...drafts.map(({ id, about }) => `  ${id}  ${plainText(about)}`),
    ...(plan.notes.length > 0 ? ['', notesOf(plan).trimEnd()] : []),
    ...notRead(issues, 'Its entries may have these numbers already.'),
    '',
    'Next:',
    ...(blanks > 0
      ? [`  1. Fill in the ${plural(blanks, 'blank')}, marked [fill in …]: no cell said them.`]
      : []),
    `  ${blanks > 0 ? 2 : 1}. mops check shows what is still open; set Status to Active when an entry holds.`,
    ...(owners
      ? [`  ${blanks > 0 ? 3 : 2}. mops draft handoff writes the handoffs between the stages.`]
      : []),
    '',
  ].join('\n');
}
