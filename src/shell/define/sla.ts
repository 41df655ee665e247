import { twoFormats } from '../choice.ts';
import type { ClockFlags } from '../commands/answer.ts';
import { after, type Context, choice, configOption } from './option.ts';

/** `mops sla`. */
export function defineSla({ program, terminal, finish }: Context): void {
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
      const { slaCommand } = await import('../commands/sla.ts');
      finish(await slaCommand(phrase, dir, flags, terminal));
    });
}
