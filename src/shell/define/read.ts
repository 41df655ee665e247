import type { Context } from './option.ts';
import { after, choice, configOption } from './option.ts';

/** `mops read`. */
export function defineRead({ program, terminal, finish }: Context): void {
  program
    .command('read')
    .summary('show what each line of a file was taken for')
    .description(
      'Shows files line by line: what each line was taken for, and for a field the value that the checks see.',
    )
    .argument('[file...]', 'files to show, from the folder; all when none is named')
    .option('--dir <dir>', 'folder that holds the SoT', '.')
    .addOption(choice('--format <format>', 'how the lines are printed', ['text', 'json']).default('text'))
    .option(...configOption)
    .addHelpText('after', after(['mops read SoT/SoT.BUSINESS_RULES.md', 'mops read --format json']))
    .action(
      async (files: readonly string[], flags: { dir: string; format: 'text' | 'json'; config?: string }) => {
        const { readCommand } = await import('../commands/read.ts');
        finish(await readCommand(files, flags, terminal));
      },
    );
}
