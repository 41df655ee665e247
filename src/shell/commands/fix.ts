import { type Applied, type Fixed, fix, fixable } from '../../check/fix.ts';
import { unifiedDiff } from '../../edit/diff.ts';
import { plural } from '../../language/plural.ts';
import { count, countsInWords, printedPlace } from '../../report/reporter.ts';
import { rules } from '../../rules/index.ts';
import { jsonText, plainText, shorten } from '../../untrusted/plain-text.ts';
import type { TwoFormats } from '../choice.ts';
import { today } from '../clock.ts';
import { type ExitCode, exit } from '../exit.ts';
import { modelOf } from '../files/check-tree.ts';
import { notRead } from '../files/not-read.ts';
import { prefixOf } from '../files/prefix.ts';
import { loadTree, type Tree } from '../files/tree.ts';
import { writeFiles } from '../files/write-files.ts';
import type { Terminal } from '../terminal.ts';
import { checkedFolder } from './folder.ts';

export interface FixFlags {
  readonly suggested?: boolean;
  readonly check?: boolean;
  readonly format: TwoFormats;
  readonly config?: string;
}

/**
 * `mops fix`: applies what is sure, all files or none. With `--check` nothing is written, and exit 1 says that
 * something could be.
 */
export async function fixCommand(
  path: string | undefined,
  flags: FixFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const folder = checkedFolder(path);
  const config = flags.config === undefined ? {} : { configPath: flags.config };
  const tree = await loadTree({ folder, ruleIds: rules.map(({ id }) => id), ...config });
  const fixed = fix(modelOf(tree), { today: today() }, { suggested: flags.suggested === true });
  const writes = flags.check !== true;
  if (writes) writeFiles(folder, fixed.changes);
  terminal.out(
    flags.format === 'json' ? fixJson(fixed, writes) : fixText(fixed, writes, prefixOf(folder), flags, tree),
  );
  return !writes && fixed.applied.length > 0 ? exit.failed : exit.pass;
}

function fixText(
  fixed: Fixed,
  writes: boolean,
  prefix: string,
  { suggested }: FixFlags,
  { issues }: Pick<Tree, 'issues'>,
): string {
  const { applied, changes, after } = fixed;
  const files = plural(changes.length, 'file');
  const lines = applied.map((one) => line(one, prefix));
  const done = writes ? 'Fixed' : 'Could fix';
  lines.push(
    applied.length === 0
      ? `Nothing to fix${suggested === true ? '' : ' that is sure'}.`
      : `${done} ${plural(applied.length, 'finding')} in ${files}.`,
  );
  lines.push(...notRead(issues));
  const left = after.findings;
  const more = fixable(left).suggested;
  if (more > 0 && suggested !== true)
    lines.push(`${more} more can be fixed with mops fix --suggested; look at the diff before you commit.`);
  if (left.length > 0) lines.push(`Left for a person: ${countsInWords(count(left))}. mops check shows them.`);
  return `${lines.join('\n')}\n`;
}

/** `SoT/mql.md:9:1  field-unknown  "Ownr" → "Owner"`. */
function line({ finding, edit, before }: Applied, prefix: string): string {
  const words = (text: string) => `"${plainText(shorten(text.trim(), 60))}"`;
  const after = edit.text.trim() === '' ? 'taken away' : words(edit.text);
  const look = edit.sure ? '' : '  (needs a look)';
  return `  ${plainText(printedPlace(edit.span, prefix))}  ${finding.rule}  ${before === '' ? 'written' : words(before)} → ${after}${look}`;
}

/** `{version, applied, diff, written, left}` for programs. */
function fixJson({ applied, changes, after }: Fixed, writes: boolean): string {
  return jsonText({
    version: 1,
    applied: applied.map(({ finding, edit, before }) => ({
      rule: finding.rule,
      message: finding.message,
      file: edit.span.file,
      line: edit.span.line,
      column: edit.span.column,
      before,
      after: edit.text,
      sure: edit.sure,
    })),
    diff: unifiedDiff(changes),
    written: writes ? changes.map(({ path }) => path) : [],
    left: count(after.findings),
  });
}
