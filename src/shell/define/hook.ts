import { after, type Context } from './option.ts';

/** `mops hook`. */
export function defineHook({ program, terminal, finish }: Context): void {
  program
    .command('hook')
    .summary('check what a commit changes')
    .description(
      'For commit hooks: checks every lifecycle that the files belong to against the last commit. Only what is new stops the commit.',
    )
    .argument('<files...>', 'files of the commit')
    .addHelpText('after', after(['mops hook SoT/SoT.BUSINESS_RULES.md', 'mops hook docs/gtm/PRD.md']))
    .action(async (files: string[]) => {
      const { hookCommand } = await import('../commands/hook.ts');
      finish(await hookCommand(files, terminal));
    });
}
