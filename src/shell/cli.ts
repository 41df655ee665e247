import { CommanderError } from 'commander';
import { exit } from './exit.ts';
import { describeFailure } from './failure.ts';
import { buildProgram } from './program.ts';
import { processTerminal } from './terminal.ts';

/** `mops`: reads the command line, runs the command, leaves the exit code. */
async function main(): Promise<void> {
  const terminal = processTerminal();
  const finish = (code: number): void => {
    process.exitCode = code;
  };
  const program = buildProgram(terminal, finish, process.argv[2]);
  try {
    await program.parseAsync(process.argv.length > 2 ? process.argv : [...process.argv, '--help']);
  } catch (error) {
    // Commander has already printed its own errors, help and version.
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? exit.pass : exit.usage;
      return;
    }
    const failure = describeFailure(error);
    terminal.error(failure.text);
    process.exitCode = failure.code;
  }
}

void main();
