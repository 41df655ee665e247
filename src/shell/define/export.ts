import { Argument } from 'commander';
import { type ExportFormat, exportFormats, oneOf } from '../choice.ts';
import type { Context } from './option.ts';
import { after, configOption } from './option.ts';

/** `mops export`. */
export function defineExport({ program, terminal, finish }: Context): void {
  program
    .command('export')
    .summary('print the lifecycle as JSON, CSV, Mermaid or trials for a CRM')
    .description(
      'Prints the lifecycle: json for programs, csv for a spreadsheet, mermaid for a diagram, tests for trials in a CRM sandbox.',
    )
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
}
