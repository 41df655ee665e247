import { twoFormats } from '../choice.ts';
import type { DueFlags } from '../commands/due.ts';
import { after, type Context, choice, configOption } from './option.ts';

/** `mops due`. */
export function defineDue({ program, terminal, finish }: Context): void {
  program
    .command('due')
    .summary('say when a lead must have been answered')
    .description(
      'Says when a lead must have been answered: by the SLA of a stage or a handoff, on your calendar.',
    )
    .usage('[options] <stage> <arrival> [dir]')
    .argument('[words...]', 'stage name or ID, then the arrival time; with --sla the arrival time alone')
    .option('--sla <phrase>', 'a limit in words in place of a stage')
    .option('--zone <zone>', 'IANA time zone of the arrival and the working hours (default: the config)')
    .option('--segment <segment>', 'one segment of a limit that has several')
    .addOption(choice('--format <format>', 'how the answer is printed', twoFormats).default('text'))
    .option(...configOption)
    .addHelpText(
      'after',
      after([
        'mops due MQL 2026-03-13T16:30',
        'mops due GTM-MOPS-002 2026-03-13T16:30 --zone Europe/London',
        'mops due --sla "1 business hour" 2026-03-13T16:30 --zone America/New_York --format json',
      ]),
    )
    .action(async (words: string[], flags: DueFlags) => {
      const { dueCommand } = await import('../commands/due.ts');
      finish(await dueCommand(words, flags, terminal));
    });
}
