import type { FailOn, Report } from '../../check/finding.ts';
import type { Mode, Motion } from '../../config/schema.ts';
import type { Model } from '../../lifecycle/model.ts';
import type { Format } from '../../report/formats.ts';
import { reporters } from '../../report/index.ts';
import { rules } from '../../rules/index.ts';
import { stayCompact } from '../engine.ts';
import { type ExitCode, exitOf } from '../exit.ts';
import { checkTree } from '../files/check-tree.ts';
import { prefixOf } from '../files/prefix.ts';
import { loadTree, type TreeRequest } from '../files/tree.ts';
import type { Terminal } from '../terminal.ts';
import { version } from '../version.ts';
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
    reporters[flags.format](report, {
      rules,
      version,
      prefix: prefixOf(folder),
      colour: terminal.colour,
      quiet: flags.quiet ?? false,
      diagram: flags.format === 'markdown' ? await drawing(report.model) : null,
    }),
  );
  for (const { rule, message } of report.faults) {
    terminal.error(`mops: rule ${rule} broke (${message}). All other rules were run. Please report it.\n`);
  }
  return exitOf(report);
}

/** The report of a folder, beside that of a base where one is asked for. */
async function reportOf(folder: string, flags: CheckFlags): Promise<Report> {
  const tree = await loadTree(requestOf(folder, flags));
  stayCompact();
  const head = checkTree(tree, flags);
  if (flags.base === undefined) return head;
  const { besideBase } = await import('../git/base.ts');
  return besideBase(folder, flags.base, head, flags, {
    scope: flags.scope ?? 'new',
    sameConfig: flags.config !== undefined,
  });
}

/** The diagram's text. Only the summary shows it, so only the summary loads what draws it. */
async function drawing(model: Model): Promise<string> {
  const { lifecycleDiagram, toMermaid } = await import('../../diagram/index.ts');
  return toMermaid(lifecycleDiagram(model));
}

function requestOf(folder: string, flags: CheckFlags): TreeRequest {
  const config = flags.config === undefined ? {} : { configPath: flags.config };
  return { folder, ruleIds: rules.map(({ id }) => id), ...config };
}
