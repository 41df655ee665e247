import { Argument } from 'commander';
import { modes, motions } from '../../config/schema.ts';
import { type DraftKind, draftKinds } from '../../draft/missing/draft.ts';
import { oneOf, twoFormats } from '../choice.ts';
import type { DraftFlags } from '../commands/draft.ts';
import type { InitFlags } from '../commands/init.ts';
import { after, type Context, choice, configOption } from './option.ts';

/** `mops init` and `mops draft`. */
export function defineWriting({ program, terminal, finish }: Context): void {
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

  program
    .command('draft')
    .summary('draft the entries that are missing')
    .description(
      'Drafts what the lifecycle lacks, with the next free numbers: drift monitors, KPIs, feedback, handoffs, a channel map.',
    )
    .addArgument(
      new Argument('<kind>', draftKinds.join(', ')).choices(draftKinds).argParser(oneOf(draftKinds)),
    )
    .argument('[dir]', 'folder that holds the SoT', '.')
    .option('--write', 'append the entries to the file where their kind lives')
    .addOption(choice('--format <format>', 'how the entries are printed', twoFormats).default('text'))
    .option(...configOption)
    .addHelpText(
      'after',
      after(['mops draft mon-drift', 'mops draft handoff --write', 'mops draft cfd --format json']),
    )
    .action(async (kind: DraftKind, dir: string, flags: DraftFlags) => {
      const { draftCommand } = await import('../commands/draft.ts');
      finish(await draftCommand(kind, dir, flags, terminal));
    });
}
