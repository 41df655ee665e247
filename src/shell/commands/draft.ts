import { homeOf } from '../../draft/append.ts';
import { type DraftKind, type Drafts, draftMissing } from '../../draft/missing/index.ts';
import { type DraftOutcome, draftsJson, draftsMarkdown, draftsNotes } from '../../draft/print.ts';
import { type WrittenDrafts, written } from '../../draft/write.ts';
import type { Model } from '../../lifecycle/model.ts';
import { rules } from '../../rules/index.ts';
import type { TwoFormats } from '../choice.ts';
import { today } from '../clock.ts';
import { type ExitCode, exit, UsageError } from '../exit.ts';
import { checkTree } from '../files/check-tree.ts';
import { selection } from '../files/globs.ts';
import { notRead } from '../files/not-read.ts';
import { loadTree, type Tree } from '../files/tree.ts';
import { putFiles } from '../files/write-files.ts';
import type { Terminal } from '../terminal.ts';
import { checkedFolder } from './folder.ts';

export interface DraftFlags {
  readonly write?: boolean;
  readonly format: TwoFormats;
  readonly config?: string;
}

/**
 * `mops draft <kind> [dir]`: prints the entries that are missing as Markdown on the standard output and what to do
 * with them on the error output; with `--write` appends them to their file instead.
 */
export async function draftCommand(
  kind: DraftKind,
  path: string,
  flags: DraftFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const folder = checkedFolder(path);
  const ruleIds = rules.map(({ id }) => id);
  const config = flags.config === undefined ? {} : { configPath: flags.config };
  const tree = await loadTree({ folder, ruleIds, mayBeEmpty: true, ...config });
  // Checked first: a draft takes the number that the finding about it names.
  const { model } = checkTree(tree);
  const drafts = draftMissing(model, kind, today());
  const file = homeOf(model, kind);
  const writes = flags.write === true && drafts.drafts.length > 0;
  const outcome: DraftOutcome = { file, written: writes ? write(tree, folder, kind, model, drafts) : null };
  if (flags.format === 'json') {
    terminal.out(draftsJson(drafts, outcome));
    return exit.pass;
  }
  if (!writes) terminal.out(draftsMarkdown(drafts));
  const unread = notRead(tree.issues, 'Its entries may have these numbers already.');
  const notes = draftsNotes(drafts, outcome) + unread.map((line) => `${line}\n`).join('');
  // Beside entries the notes go apart, so that `mops draft kpi >> PRD.md` appends entries alone.
  if (writes || drafts.drafts.length === 0) terminal.out(notes);
  else terminal.error(`\n${notes}`);
  return exit.pass;
}

/** @throws UsageError where the entries cannot stand where they belong; nothing is written then */
function write(tree: Tree, folder: string, kind: DraftKind, model: Model, { drafts }: Drafts): WrittenDrafts {
  const file = homeOf(model, kind);
  if (!selection(tree.config.sot).file(file))
    throw new UsageError(
      `${file} is not among the files of sot in mops.config.yml, so nothing was written. Run mops draft ${kind} and paste the entries where they belong.`,
    );
  const change = written(model, kind, drafts);
  if (change === null)
    throw new UsageError(
      `At the end of ${file} the entries could not be read, so nothing was written. Run mops draft ${kind} and paste them where they belong.`,
    );
  putFiles(folder, change.files);
  return change;
}
