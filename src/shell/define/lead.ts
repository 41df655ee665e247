import { InvalidArgumentError } from 'commander';
import { twoFormats } from '../choice.ts';
import type { LeadFlags } from '../commands/lead.ts';
import { after, type Context, choice, configOption } from './option.ts';

/** `mops lead`. */
export function defineLead({ program, terminal, finish }: Context): void {
  program
    .command('lead')
    .summary('say who must do what with one lead, until when')
    .description(
      'Says what the rules hold for one lead: its owner, clocks and escalations, what to hand over, where a no leads, what comes next.',
    )
    .argument('[dir]', 'folder that holds the SoT', '.')
    .requiredOption('--stage <stage>', 'stage name or ID')
    .option('--at <time>', 'when the lead entered the stage, in the zone of the calendar or with an offset')
    .option('--zone <zone>', 'IANA time zone in place of the zone in the config')
    .option('--size <number>', 'size of the company, as the routing counts it', number)
    .option('--region <region>', 'region, as a limit or a routing names it')
    .option('--source <source>', 'ID or name of the channel')
    .option('--score <number>', 'score of the lead', number)
    .option('--segment <segment>', 'another segment of a limit or a routing')
    .option('--reject <reason>', 'one reason for a no')
    .addOption(choice('--format <format>', 'how the answer is printed', twoFormats).default('text'))
    .option(...configOption)
    .addHelpText(
      'after',
      after([
        'mops lead --stage MQL --at 2026-03-13T16:40',
        'mops lead --stage SQL --at 2026-03-13T16:40-04:00 --size 50 --source GTM-002',
        'mops lead --stage MQL --reject "too small" --format json',
      ]),
    )
    .action(async (dir: string, flags: LeadFlags) => {
      const { leadCommand } = await import('../commands/lead.ts');
      finish(await leadCommand(dir, flags, terminal));
    });
}

/** A number as an option's value; thousands may be grouped. */
function number(value: string): number {
  const plain = value.replace(/(?<=\d)[,_ ](?=\d{3}\b)/g, '');
  if (!/^[+-]?\d{1,12}(?:\.\d{1,6})?$/.test(plain))
    throw new InvalidArgumentError('Write a number such as 50.');
  return Number(plain);
}
