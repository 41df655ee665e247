import { plainText } from '../untrusted/plain-text.ts';
import { type ExitCode, exit, UsageError } from './exit.ts';
import { BadConfig } from './files/tree.ts';

/** What went wrong in words, and the exit code it means. Only a fault of this tool shows where in the code it arose. */
export function describeFailure(error: unknown): { readonly text: string; readonly code: ExitCode } {
  if (error instanceof BadConfig || error instanceof UsageError) {
    return { text: error.message.split('\n').map(said).join(''), code: exit.usage };
  }
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  const place = stack.split('\n').find((line) => line.trim().startsWith('at '));
  return {
    text: `${said(`internal fault: ${message}`)}${place ? `${place}\n` : ''}Please report it with the command you ran.\n`,
    code: exit.internal,
  };
}

/** A line of ours. It may quote a config or a file name, so it is made fit for a terminal. */
function said(line: string): string {
  return `mops: ${plainText(line)}\n`;
}
