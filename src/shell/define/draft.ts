import { Argument } from 'commander';
import { type DraftKind, draftKinds } from '../../draft/missing/draft.ts';
import { oneOf, twoFormats } from '../choice.ts';
import type { DraftFlags } from '../commands/draft.ts';
import { after, type Context, choice, configOption } from './option.ts';

/** `mops draft`. */
export function defineDraft({ program, terminal, finish }: Context): void {
  program
    .command('draft')
    .summary('draft the entries that are missing')
    .description(
      'Drafts what the lifecycle lacks, with the next free numbers: stages, handoffs, drift monitors, KPIs, feedback, a channel map.',
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
