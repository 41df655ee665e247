import { twoFormats } from '../choice.ts';
import type { FixFlags } from '../commands/fix.ts';
import { after, type Context, choice, configOption } from './option.ts';

/** `mops fix`. */
export function defineFix({ program, terminal, finish }: Context): void {
  program
    .command('fix')
    .summary('apply the fixes that are sure')
    .description(
      'Applies the edits that findings carry: IDs, field names, links. Every edit was tried first: its finding goes, none comes.',
    )
    .argument('[dir]', 'folder that holds the SoT', '.')
    .option('--suggested', 'also those that need a look')
    .option('--check', 'write nothing; exit 1 when something could be fixed')
    .addOption(choice('--format <format>', 'how the result is printed', twoFormats).default('text'))
    .option(...configOption)
    .addHelpText(
      'after',
      `${after(['mops fix', 'mops fix --check', 'mops fix --suggested && git diff'])}\nExit codes:\n  0 done, 1 with --check: something could be fixed, 2 wrong command or config, 3 internal fault\n`,
    )
    .action(async (dir: string, flags: FixFlags) => {
      const { fixCommand } = await import('../commands/fix.ts');
      finish(await fixCommand(dir, flags, terminal));
    });
}
