import { Argument } from 'commander';
import { type DiffFormat, diffFormats, type ExportFormat, exportFormats, oneOf } from '../choice.ts';
import type { Context } from './option.ts';
import { after, choice, configOption } from './option.ts';

/** `mops export` and `mops diff`. */
export function defineLifecycle({ program, terminal, finish }: Context): void {
  program
    .command('export')
    .summary('print the lifecycle as JSON, CSV or Mermaid')
    .description('Prints the lifecycle: json for programs, csv for a spreadsheet, mermaid for a diagram.')
    .addArgument(
      new Argument('<format>', exportFormats.join(', '))
        .choices(exportFormats)
        .argParser(oneOf(exportFormats)),
    )
    .argument('[dir]', 'folder that holds the SoT', '.')
    .option(...configOption)
    .addHelpText(
      'after',
      after(['mops export json > lifecycle.json', 'mops export csv', 'mops export mermaid']),
    )
    .action(async (format: ExportFormat, dir: string, flags: { config?: string }) => {
      const { exportCommand } = await import('../commands/export.ts');
      finish(await exportCommand(format, dir, flags, terminal));
    });

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
