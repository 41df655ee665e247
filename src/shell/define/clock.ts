import { twoFormats } from '../choice.ts';
import type { ClockFlags, DueFlags } from '../commands/clock.ts';
import { after, type Context, choice, configOption } from './option.ts';

/** `mops sla` and `mops due`. */
export function defineClock({ program, terminal, finish }: Context): void {
  program
    .command('sla')
    .summary('say how an SLA phrase is read')
    .description('Says how an SLA phrase is read, and at worst how long a lead waits on your calendar.')
    .argument('<phrase>', 'for example "1 business hour"')
    .argument('[dir]', 'folder whose config has the calendar', '.')
    .addOption(choice('--format <format>', 'how the answer is printed', twoFormats).default('text'))
    .option(...configOption)
    .addHelpText(
      'after',
      `${after(['mops sla "1 business hour"', 'mops sla "ASAP"', 'mops sla "24 hr per touch" --format json'])}\nExit codes:\n  0 a limit, 1 no limit, 2 wrong command or config, 3 internal fault\n`,
    )
    .action(async (phrase: string, dir: string, flags: ClockFlags) => {
      const { slaCommand } = await import('../commands/clock.ts');
      finish(await slaCommand(phrase, dir, flags, terminal));
    });

  program
    .command('due')
    .summary('say when a lead must have been answered')
    .description(
      'Says when a lead must have been answered: by the SLA of a stage or a handoff, on your calendar.',
    )
    .usage('[options] <stage> <arrival> [dir]')
    .argument('<words...>', 'stage name or ID, then the arrival time; with --sla the arrival time alone')
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
      const { dueCommand } = await import('../commands/clock.ts');
      finish(await dueCommand(words, flags, terminal));
    });
}
