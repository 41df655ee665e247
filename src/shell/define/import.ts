import type { ImportFlags } from '../commands/import.ts';
import { after, type Context, configOption } from './option.ts';

/** `mops import`. */
export function defineImport({ program, terminal, finish }: Context): void {
  program
    .command('import')
    .summary('make entries from a table you have')
    .description(
      'Reads a Markdown or CSV file with a stage table, a reason table, an SLA table or a payload list, and writes entries in Draft with what it says.',
    )
    .argument('<file>', 'Markdown or CSV file')
    .argument('[dir]', 'folder that holds the SoT', '.')
    .option('--print', 'print the entries and write nothing')
    .option(...configOption)
    .addHelpText('after', after(['mops import docs/lifecycle.md', 'mops import stages.csv --print']))
    .action(async (file: string, dir: string, flags: ImportFlags) => {
      const { importCommand } = await import('../commands/import.ts');
      finish(await importCommand(file, dir, flags, terminal));
    });
}
