import { Argument } from 'commander';
import { oneOf, type Shell, shells } from '../choice.ts';
import type { Context } from './option.ts';
import { after } from './option.ts';

/** `mops completion`. */
export function defineCompletion({ program, terminal }: Context): void {
  program
    .command('completion')
    .summary('print a completion script for your shell')
    .description('Prints a script that completes commands, options and rule names.')
    .addArgument(new Argument('<shell>', shells.join(', ')).choices(shells).argParser(oneOf(shells)))
    .addHelpText(
      'after',
      after([
        'source <(mops completion bash)',
        'mops completion fish > ~/.config/fish/completions/mops.fish',
      ]),
    )
    .action(async (shell: Shell) => {
      const { completionScript } = await import('../commands/completion.ts');
      const { rules } = await import('../../rules/index.ts');
      terminal.out(
        completionScript(
          shell,
          program,
          rules.map(({ id }) => id),
        ),
      );
    });
}
