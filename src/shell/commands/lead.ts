import { answerLead } from '../../lead/answer.ts';
import { printLead } from '../../lead/print.ts';
import { jsonText, plainText } from '../../untrusted/plain-text.ts';
import { type ExitCode, exit, UsageError } from '../exit.ts';
import { modelOf } from '../files/check-tree.ts';
import { loadTree } from '../files/tree.ts';
import type { Terminal } from '../terminal.ts';
import { type ClockFlags, requestOf } from './answer.ts';

export interface LeadFlags extends ClockFlags {
  readonly stage: string;
  readonly at?: string;
  readonly zone?: string;
  readonly size?: number;
  readonly region?: string;
  readonly source?: string;
  readonly score?: number;
  readonly segment?: string;
  readonly reject?: string;
}

/** `mops lead`: what the rules say of one lead. */
export async function leadCommand(
  path: string | undefined,
  flags: LeadFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const model = modelOf(await loadTree(requestOf(path, flags)));
  const answer = answerLead(model, flags);
  if (!answer.ok) throw new UsageError(answer.message.split('\n').map(plainText).join('\n'));
  const { lead, note } = answer;
  const text = (): string => printLead(lead, note).split('\n').map(plainText).join('\n');
  terminal.out(flags.format === 'json' ? jsonText(lead) : text());
  return exit.pass;
}
