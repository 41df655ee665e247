import { modes, motions } from '../../config/schema.ts';
import { formats } from '../../report/formats.ts';
import { failOns, scopes } from '../choice.ts';
import type { CheckFlags } from '../commands/check.ts';
import type { Context } from './option.ts';
import { after, choice, configOption } from './option.ts';

/** `mops check`. */
export function defineCheck({ program, terminal, finish }: Context): void {
  program
    .command('check')
    .summary('check the entries against the gates')
    .description(
      'Checks the entries of a folder: the seven quality gates, the anti-patterns, IDs and the whole graph.',
    )
    .argument('[dir]', 'folder that holds the SoT', '.')
    .addOption(choice('--format <format>', 'how the result is printed', formats).default('text'))
    .addOption(choice('--mode <mode>', 'which checks run (default: the config, else standard)', modes))
    .addOption(
      choice('--motion <motion>', 'how the product is sold (default: the config, else inferred)', motions),
    )
    .option(...configOption)
    .addOption(choice('--fail-on <severity>', 'worst finding that still passes is one below this', failOns))
    .option('--base <ref>', 'compare with a git ref: findings are new or existing')
    .addOption(
      choice('--scope <scope>', 'which findings decide (default: new with --base, else all)', scopes),
    )
    .option('-q, --quiet', 'print only what fails, and nothing on a pass')
    .option('--watch', 'check again whenever a file changes')
    .addHelpText(
      'after',
      `${after([
        'mops check',
        'mops check --base main --quiet',
        'mops check --format json > report.json',
        'mops check --mode quick --fail-on warning',
      ])}\nExit codes:\n  0 pass, 1 a gate failed, 2 wrong command or config, 3 internal fault\n`,
    )
    .action(async (dir: string, flags: CheckFlags) => {
      const { checkCommand } = await import('../commands/check.ts');
      finish(await checkCommand(dir, flags, terminal));
    });
}
