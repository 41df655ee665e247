import { InvalidArgumentError } from 'commander';
import { layouts } from '../../replay/layout.ts';
import { twoFormats } from '../choice.ts';
import type { ReplayFlags } from '../commands/replay.ts';
import { after, type Context, choice, configOption } from './option.ts';

/** `mops replay`. */
export function defineReplay({ program, terminal, finish }: Context): void {
  program
    .command('replay')
    .summary('hold an export of the CRM against the rules')
    .description(
      'Says how far practice is from the rules, from an export of the CRM (CSV or Parquet): answered in time, late, moves no rule knows. Nothing is sent; no name or ID is printed.',
    )
    .argument('<files...>', 'files of the export, all of one layout')
    .option('--dir <dir>', 'folder that holds the SoT', '.')
    .addOption(choice('--layout <layout>', 'layout of the export (default: told from the columns)', layouts))
    .option('--zone <zone>', 'IANA time zone of times without an offset')
    .option('--min-cell <number>', 'withhold counts from 1 to below this number', count, 5)
    .option('--fail-under <percent>', 'exit 1 when a measured clock is met less often', percent)
    .option(
      '--baseline',
      'the baseline of each drift monitor whose clock was measured, as a change of its entry',
    )
    .option('--write', 'with --baseline: write it into the entries')
    .addOption(choice('--format <format>', 'how the figures are printed', twoFormats).default('text'))
    .option(...configOption)
    .addHelpText(
      'after',
      `${after([
        'mops replay lead-history.csv',
        'mops replay changes.csv --dir docs/gtm --zone America/New_York',
        'mops replay events.parquet --format json --fail-under 90 > replay.json',
      ])}\nExit codes:\n  0 measured, 1 below --fail-under, 2 wrong command, config or file, 3 internal fault\n`,
    )
    .action(async (files: string[], flags: ReplayFlags) => {
      const { replayCommand } = await import('../commands/replay.ts');
      finish(await replayCommand(files, flags, terminal));
    });
}

function count(value: string): number {
  if (!/^\d{1,6}$/.test(value)) throw new InvalidArgumentError('Write a whole number such as 5.');
  return Number(value);
}

function percent(value: string): number {
  const number = /^\d{1,3}(?:\.\d+)?%?$/.test(value) ? Number(value.replace('%', '')) : Number.NaN;
  if (!(number >= 0 && number <= 100)) throw new InvalidArgumentError('Write a percentage such as 90.');
  return number;
}
