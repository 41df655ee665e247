import { type Command, Option } from 'commander';
import { oneOf } from '../choice.ts';
import type { ExitCode } from '../exit.ts';
import type { Terminal } from '../terminal.ts';

/** What a command's definition needs. Its engine is loaded only when it runs. */
export interface Context {
  readonly program: Command;
  readonly terminal: Terminal;
  /** Takes the exit code of the command that ran. */
  readonly finish: (code: ExitCode) => void;
}

/** `--config`, the same for every command that reads a folder. */
export const configOption = [
  '--config <file>',
  'config file (default: mops.config.yml in the folder)',
] as const;

/** An option that takes one of a few words. */
export function choice(flags: string, description: string, choices: readonly string[]): Option {
  const option = new Option(flags, `${description}: ${choices.join(', ')}`);
  return option.choices(choices).argParser(oneOf(choices));
}

/** What an option does, with its default where it has one. The choices stand in the description already. */
export function described(option: Option): string {
  const { description, defaultValue } = option;
  return defaultValue === undefined ? description : `${description} (default: ${String(defaultValue)})`;
}

/** The examples below a command's help. */
export function after(examples: readonly string[]): string {
  return `\nExamples:\n${examples.map((line) => `  $ ${line}`).join('\n')}\n`;
}
