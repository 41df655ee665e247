import { rules } from '../../rules/index.ts';
import type { SlaAnswer } from '../../sla/index.ts';
import { jsonText, plainText } from '../../untrusted/plain-text.ts';
import type { TwoFormats } from '../choice.ts';
import { type ExitCode, exit, UsageError } from '../exit.ts';
import type { TreeRequest } from '../files/tree.ts';
import type { Terminal } from '../terminal.ts';
import { checkedFolder } from './folder.ts';

export interface ClockFlags {
  readonly format: TwoFormats;
  readonly config?: string;
}

/** Prints an answer about a limit. @throws UsageError when the question was wrong */
export function tell(answer: SlaAnswer, { format }: ClockFlags, terminal: Terminal): ExitCode {
  if (answer.exit === exit.usage) throw new UsageError(answer.text.trimEnd());
  terminal.out(format === 'json' ? jsonText(answer.json) : lines(answer.text));
  return answer.exit;
}

/** The answer may quote the phrase, which may come from an entry. */
function lines(text: string): string {
  return text.split('\n').map(plainText).join('\n');
}

/** The tree whose config and entries answer. */
export function requestOf(path: string | undefined, flags: ClockFlags): TreeRequest {
  const config = flags.config === undefined ? {} : { configPath: flags.config };
  return { folder: checkedFolder(path), ruleIds: rules.map(({ id }) => id), ...config };
}
