import { realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { compareReports } from '../../compare/index.ts';
import type { Mode, Motion } from '../../config/schema.ts';
import { lifecycleDiagram } from '../../diagram/lifecycle.ts';
import { toMermaid } from '../../diagram/mermaid.ts';
import type { FailOn, Report } from '../../finding.ts';
import { rules } from '../../rules/index.ts';
import { checkTree } from '../check-tree.ts';
import type { Format } from '../choice.ts';
import { type ExitCode, exit } from '../exit.ts';
import { mergeBase, resolveCommit } from '../git.ts';
import { render } from '../render.ts';
import type { Terminal } from '../terminal.ts';
import { loadTree, type Tree, type TreeRequest } from '../tree.ts';
import { checkedFolder } from './folder.ts';

export interface CheckFlags {
  readonly format: Format;
  readonly mode?: Mode;
  readonly motion?: Motion;
  readonly config?: string;
  readonly failOn?: FailOn;
  readonly scope?: 'new' | 'all';
  readonly base?: string;
  readonly quiet?: boolean;
  readonly watch?: boolean;
}

/** `mops check`: prints the report and gives the exit code: 0 pass, 1 gate failed, 3 a rule broke. */
export async function checkCommand(
  path: string | undefined,
  flags: CheckFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const folder = checkedFolder(path);
  if (flags.watch) {
    const { watch } = await import('../watch.ts');
    return watch(requestOf(folder, flags), () => runCheck(folder, flags, terminal), terminal);
  }
  return runCheck(folder, flags, terminal);
}

async function runCheck(folder: string, flags: CheckFlags, terminal: Terminal): Promise<ExitCode> {
  const report = await reportOf(folder, flags);
  terminal.out(
    render(flags.format, report, {
      prefix: prefixOf(folder),
      colour: terminal.colour && flags.format === 'text',
      quiet: flags.quiet ?? false,
      diagram: flags.format === 'markdown' ? toMermaid(lifecycleDiagram(report.model)) : null,
    }),
  );
  for (const { rule, message } of report.faults) {
    terminal.error(`mops: rule ${rule} broke (${message}). All other rules were run. Please report it.\n`);
  }
  if (report.faults.length > 0) return exit.internal;
  return report.verdict === 'pass' ? exit.pass : exit.failed;
}

/** The report of a folder, beside that of a base where one is asked for. */
async function reportOf(folder: string, flags: CheckFlags): Promise<Report> {
  const head = checkTree(await loadTree(requestOf(folder, flags)), flags);
  if (flags.base === undefined) return head;
  const { tree, note } = await baseTree(folder, flags.base, head.config);
  return compareReports(checkTree(tree, flags), head, {
    scope: flags.scope ?? 'new',
    note,
  });
}

function requestOf(folder: string, flags: CheckFlags): TreeRequest {
  const config = flags.config === undefined ? {} : { configPath: flags.config };
  return { folder, ruleIds: rules.map(({ id }) => id), ...config };
}

/** The tree that the working folder grew from: the last commit it shares with the base. */
async function baseTree(
  folder: string,
  ref: string,
  config: Report['config'],
): Promise<{ tree: Tree; note: string }> {
  const base = await resolveCommit(folder, ref);
  const head = await resolveCommit(folder, 'HEAD');
  const shared = (await mergeBase(folder, base.sha, head.sha)) ?? base.sha;
  const tree = await loadTree({ folder, ruleIds: [], commit: { sha: shared, ref }, config });
  const since = shared === base.sha ? '' : ', where this branch left it';
  return { tree, note: `Compared with ${ref} at ${shared.slice(0, 7)}${since}.` };
}

/** Path from the working folder to the checked one, `` or ending in `/`; `` for a folder elsewhere. */
function prefixOf(folder: string): string {
  const path = relative(realpathSync(process.cwd()), realpathSync(folder)).split(sep).join('/');
  return path === '' || path.startsWith('..') ? '' : `${path}/`;
}
