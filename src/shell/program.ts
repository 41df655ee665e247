import { Argument, Command, Option } from 'commander';
import { modes, motions } from '../config/schema.ts';
import { type ExportFormat, exportFormats, failOns, formats, oneOf, type Shell, shells } from './choice.ts';
import type { CheckFlags } from './commands/check.ts';
import type { ExitCode } from './exit.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';

/** Takes the exit code of the command that ran. */
export type Finish = (code: ExitCode) => void;

/** The whole command line. Each command's engine is loaded only when it runs. */
export function buildProgram(terminal: Terminal, finish: Finish): Command {
  const program = new Command('mops')
    .description(
      'Keeps a lead lifecycle honest: checks BR-MOPS and GTM-MOPS entries, explains and draws them.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help for a command')
    .helpCommand('help [command]', 'print help for a command')
    .configureHelp({ optionDescription: described, argumentDescription: ({ description }) => description })
    .exitOverride()
    .configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.error,
      outputError: (text, write) => write(text.replace(/^error: /, 'mops: ')),
    })
    .showHelpAfterError('(--help says what is possible)')
    .addHelpText(
      'after',
      after(['mops check', 'mops check --mode deep docs/gtm', 'mops explain sla-escalation']),
    );

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
    .option('--config <file>', 'config file (default: mops.config.yml in the folder)')
    .addOption(choice('--fail-on <severity>', 'worst finding that still passes is one below this', failOns))
    .option('-q, --quiet', 'print only what fails, and nothing on a pass')
    .option('--watch', 'check again whenever a file changes')
    .addHelpText(
      'after',
      after([
        'mops check',
        'mops check --format json > report.json',
        'mops check --mode quick --fail-on warning',
      ]) + '\nExit codes:\n  0 pass, 1 a gate failed, 2 wrong command or config, 3 internal fault\n',
    )
    .action(async (dir: string, flags: CheckFlags) => {
      const { checkCommand } = await import('./commands/check.ts');
      finish(await checkCommand(dir, flags, terminal));
    });

  program
    .command('explain')
    .summary('explain a rule, a gate or an anti-pattern')
    .description(
      'Says what a rule wants, why it matters and how to fix it. Without a name it lists all rules.',
    )
    .argument('[rule]', 'rule ID, gate (G1 to G7) or anti-pattern (A1 to A7)')
    .addHelpText(
      'after',
      after(['mops explain', 'mops explain stage-sla', 'mops explain G4', 'mops explain A3']),
    )
    .action(async (topic: string | undefined) => {
      const { explain } = await import('./commands/explain.ts');
      explain(topic, terminal);
    });

  program
    .command('export')
    .summary('print the lifecycle as JSON, CSV or Mermaid')
    .description('Prints the lifecycle: json for programs, csv for a spreadsheet, mermaid for a diagram.')
    .addArgument(
      new Argument('<format>', exportFormats.join(', '))
        .choices(exportFormats)
        .argParser(oneOf(exportFormats)),
    )
    .argument('[dir]', 'folder that holds the SoT', '.')
    .option('--config <file>', 'config file (default: mops.config.yml in the folder)')
    .addHelpText(
      'after',
      after(['mops export json > lifecycle.json', 'mops export csv', 'mops export mermaid']),
    )
    .action(async (format: ExportFormat, dir: string, flags: { config?: string }) => {
      const { exportCommand } = await import('./commands/export.ts');
      finish(await exportCommand(format, dir, flags, terminal));
    });

  program
    .command('completion')
    .summary('print a completion script for your shell')
    .description('Prints a script that completes commands, options and rule names.')
    .addArgument(new Argument('<shell>', shells.join(', ')).choices(shells).argParser(oneOf(shells)))
    .addHelpText(
      'after',
      after([
        'source <(mops completion bash)',
        'mops completion fish > ~/.config/fish/completions/mops.fish',
      ]),
    )
    .action(async (shell: Shell) => {
      const { completionScript } = await import('./commands/completion.ts');
      const { rules } = await import('../rules/index.ts');
      terminal.out(
        completionScript(
          shell,
          program,
          rules.map(({ id }) => id),
        ),
      );
    });

  return program;
}

function choice(flags: string, description: string, choices: readonly string[]): Option {
  const option = new Option(flags, `${description}: ${choices.join(', ')}`);
  return option.choices(choices).argParser(oneOf(choices));
}

/** What an option does, with its default where it has one. The choices stand in the description already. */
function described(option: Option): string {
  const { description, defaultValue } = option;
  return defaultValue === undefined ? description : `${description} (default: ${String(defaultValue)})`;
}

function after(examples: readonly string[]): string {
  return `\nExamples:\n${examples.map((line) => `  $ ${line}`).join('\n')}\n`;
}
