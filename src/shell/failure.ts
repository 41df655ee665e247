import { type ExitCode, exit, UsageError } from './exit.ts';
import { BadConfig } from './tree.ts';

/** What went wrong in words, and the exit code it means. Only a fault of this tool shows where in the code it arose. */
export function describeFailure(error: unknown): { readonly text: string; readonly code: ExitCode } {
  if (error instanceof BadConfig) {
    const lines = error.errors.map(
      ({ file, line, column, message }) => `mops: ${file}:${line}:${column}: ${message}\n`,
    );
    return { text: lines.join(''), code: exit.usage };
  }
  if (error instanceof UsageError) {
    return { text: `mops: ${error.message}\n`, code: exit.usage };
  }
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  const place = stack.split('\n').find((line) => line.trim().startsWith('at '));
  return {
    text: `mops: internal fault: ${message}\n${place ? `${place}\n` : ''}Please report it with the command you ran.\n`,
    code: exit.internal,
  };
}
