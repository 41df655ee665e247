import { modes, motions } from '../../config/schema.ts';
import { sellers } from '../../draft/start/people.ts';
import type { InitFlags } from '../commands/init.ts';
import { after, type Context, choice } from './option.ts';

/** `mops init`. */
export function defineInit({ program, terminal, finish }: Context): void {
  program
    .command('init')
    .summary('write a lifecycle to start from')
    .description(
      'Writes a complete lifecycle with starting values and marked blanks, and a config, beside what is there. On a terminal it asks what is not said.',
    )
    .argument('[dir]', 'folder for the lifecycle', '.')
    .addOption(choice('--motion <motion>', 'how the product is sold', motions))
    .addOption(choice('--mode <mode>', 'how much is written (default: standard)', modes))
    .addOption(choice('--seller <seller>', 'who sells: people with a role each, or one person', sellers))
    .option('--zone <zone>', "time zone of the team, for example America/New_York (default: the machine's)")
    .option('--hours <hours>', 'working hours (default: mon-fri 09:00-17:00)')
    .option('--force', 'replace files that exist; what they held is gone')
    .addHelpText(
      'after',
      after([
        'mops init',
        'mops init --motion sales-assisted',
        'mops init --motion sales-assisted --seller founder --zone Europe/Berlin',
        'mops init docs/gtm --motion hybrid --mode deep',
      ]),
    )
    .action(async (dir: string, flags: InitFlags) => {
      const { initCommand } = await import('../commands/init.ts');
      const { asking } = await import('../ask.ts');
      finish(await asking((ask) => initCommand(dir, flags, terminal, ask)));
    });
}
