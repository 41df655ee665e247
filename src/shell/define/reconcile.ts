import { twoFormats } from '../choice.ts';
import type { ReconcileFlags } from '../commands/reconcile.ts';
import { after, type Context, choice, configOption } from './option.ts';

/** `mops reconcile`. */
export function defineReconcile({ program, terminal, finish }: Context): void {
  program
    .command('reconcile')
    .summary('replace v0.9 placeholders by real IDs')
    .description(
      'Shows what becomes of each placeholder (GTM-YYY, TBD (channel), …) and the sure rewrites as a diff. Nothing is guessed.',
    )
    .argument('[dir]', 'folder that holds the SoT', '.')
    .option('--write', 'write the sure rewrites, all files or none')
    .option('--early', 'write although v0.9 is a draft')
    .addOption(choice('--format <format>', 'how the plan is printed', twoFormats).default('text'))
    .option(...configOption)
    .addHelpText(
      'after',
      `${after(['mops reconcile', 'mops reconcile --write', 'mops reconcile | git apply'])}\nExit codes:\n  0 nothing is left open, 1 something to apply or to decide, 2 wrong command or config, 3 internal fault\n`,
    )
    .action(async (dir: string, flags: ReconcileFlags) => {
      const { reconcileCommand } = await import('../commands/reconcile.ts');
      finish(await reconcileCommand(dir, flags, terminal));
    });
}
