import { changedFiles } from '../../edit/apply.ts';
import { unifiedDiff } from '../../edit/diff.ts';
import { planReconcile, type ReconcilePlan } from '../../reconcile/index.ts';
import { type PlanOutcome, reconcileJson, reconcileText } from '../../reconcile/print.ts';
import { rules } from '../../rules/index.ts';
import { plainText } from '../../untrusted/plain-text.ts';
import type { TwoFormats } from '../choice.ts';
import { type ExitCode, exit } from '../exit.ts';
import { modelOf } from '../files/check-tree.ts';
import { notRead } from '../files/not-read.ts';
import { loadTree } from '../files/tree.ts';
import { writeFiles } from '../files/write-files.ts';
import type { Terminal } from '../terminal.ts';
import { checkedFolder } from './folder.ts';

export interface ReconcileFlags {
  readonly write?: boolean;
  readonly early?: boolean;
  readonly format: TwoFormats;
  readonly config?: string;
}

/**
 * `mops reconcile`: shows what stands in place of placeholders, and writes the sure ones when asked (SPEC §6).
 * Exit 0 when nothing is open, 1 when something can be applied or is still open.
 */
export async function reconcileCommand(
  path: string | undefined,
  flags: ReconcileFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const folder = checkedFolder(path);
  const ruleIds = rules.map(({ id }) => id);
  const tree = await loadTree({
    folder,
    ruleIds,
    ...(flags.config === undefined ? {} : { configPath: flags.config }),
  });
  const plan = planReconcile(modelOf(tree));
  const changes = changedFiles(tree.files, plan.edits);
  const writes = flags.write === true && (!plan.pending || flags.early === true);
  if (writes) writeFiles(folder, changes);
  const diff = unifiedDiff(changes);
  const written = writes ? changes.map((change) => change.path) : [];
  terminal.out(
    flags.format === 'json'
      ? reconcileJson(plan, diff, written)
      : reconcileText(plan, printed(diff, terminal), outcomeOf(plan, writes, flags)) +
          notRead(tree.issues)
            .map((line) => `${line}\n`)
            .join(''),
  );
  return exitOfPlan(plan, writes);
}

/** The bytes as they are for a pipe, which may end in `git apply`; on a screen, what would steer it is made visible. */
function printed(diff: string, terminal: Terminal): string {
  return terminal.screen ? diff.split('\n').map(plainText).join('\n') : diff;
}

function outcomeOf(plan: ReconcilePlan, writes: boolean, flags: ReconcileFlags): PlanOutcome {
  if (writes) return 'written';
  return plan.pending && flags.early !== true ? 'pending' : 'planned';
}

function exitOfPlan({ items }: ReconcilePlan, written: boolean): ExitCode {
  const open = written ? items.filter(({ verdict }) => verdict !== 'sure') : items;
  return open.length === 0 ? exit.pass : exit.failed;
}
