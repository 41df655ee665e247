import { randomUUID } from 'node:crypto';
import { info } from '@actions/core';
import { plainText } from '../src/untrusted/plain-text.ts';

/** One line to the log. Text of others in it can neither steer a terminal nor be read as a workflow command. */
export function log(line: string): void {
  info(harmless(line));
}

/** Many lines that hold text of others, as they are: the runner is told to take no commands from them. */
export function logBlock(text: string): void {
  const token = randomUUID();
  info(`::stop-commands::${token}`);
  info(text.split('\n').map(plainText).join('\n'));
  info(`::${token}::`);
}

/** A line as plain text; the two ways a line can be a workflow command are broken with a space. */
function harmless(line: string): string {
  return plainText(line)
    .replaceAll('##[', '## [')
    .replace(/^\s*::/, ' : :');
}

/** Does something that a run can do without; when it throws, that is a line in the log and the result is null. */
export function attempt<Result>(what: string, act: () => Result): Result | null {
  try {
    return act();
  } catch (error) {
    log(`${what} failed: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}
