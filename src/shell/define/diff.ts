import { type DiffFormat, diffFormats } from '../choice.ts';
import type { Context } from './option.ts';
import { after, choice } from './option.ts';

/** `mops diff`. */
export function defineDiff({ program, terminal, finish }: Context): void {
  program
    .command('diff')
    .summary('say what changed between two commits')
    .description('Says what a change means: stages, owners, SLAs, criteria and routing, before and after.')
    .argument('<range>', 'A..B, A...B since the two parted, or A alone up to the files as they are')
    .argument('[dir]', 'folder that holds the SoT', '.')
    .addOption(choice('--format <format>', 'how the changes are printed', diffFormats).default('text'))
    .addHelpText(
      'after',
      after(['mops diff main..HEAD', 'mops diff main', 'mops diff v1...v2 --format markdown']),
    )
    .action(async (range: string, dir: string, flags: { format: DiffFormat }) => {
      const { diffCommand } = await import('../commands/diff.ts');
      finish(await diffCommand(range, dir, flags, terminal));
    });
}
