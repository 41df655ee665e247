import { twoFormats } from '../choice.ts';
import type { RenameFlags } from '../commands/rename.ts';
import { after, type Context, choice } from './option.ts';

/** `mops rename`. */
export function defineRename({ program, terminal, finish }: Context): void {
  program
    .command('rename')
    .summary('give a stage, role, title or ID another name')
    .description(
      'Shows every mention of a stage, a role, a reason code, a channel or other title, or an ID in all files and the config as a diff; --write renames them, all files or none.',
    )
    .argument('<old>', 'name or ID as it is')
    .argument('<new>', 'name or ID as it shall be')
    .argument('[dir]', 'folder that holds the SoT', '.')
    .option('--write', 'write the new name')
    .addOption(choice('--format <format>', 'how the plan is printed', twoFormats).default('text'))
    .addHelpText(
      'after',
      after(['mops rename Opportunity Deal', 'mops rename BR-MOPS-003 BR-MOPS-030 --write']),
    )
    .action(async (old: string, name: string, dir: string, flags: RenameFlags) => {
      const { renameCommand } = await import('../commands/rename.ts');
      finish(await renameCommand(old, name, dir, flags, terminal));
    });
}
