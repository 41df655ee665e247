import { modes, motions } from '../../config/schema.ts';
import type { InitFlags } from '../commands/init.ts';
import { after, type Context, choice } from './option.ts';

/** `mops init`. */
export function defineInit({ program, terminal, finish }: Context): void {
  program
    .command('init')
    .summary('write a lifecycle to start from')
    .description(
      'Writes a complete lifecycle with starting values and marked blanks, and a config. On a terminal it asks what is not said.',
    )
    .argument('[dir]', 'folder for the lifecycle', '.')
    .addOption(choice('--motion <motion>', 'how the product is sold', motions))
    .addOption(choice('--mode <mode>', 'how much is written (default: standard)', modes))
    .option('--force', 'replace files that exist')
    .addHelpText(
      'after',
      after([
        'mops init',
        'mops init --motion sales-assisted',
        'mops init docs/gtm --motion hybrid --mode deep',
      ]),
    )
    .action(async (dir: string, flags: InitFlags) => {
      const { initCommand } = await import('../commands/init.ts');
      const { asking } = await import('../ask.ts');
      finish(await asking((ask) => initCommand(dir, flags, terminal, ask)));
    });
}
