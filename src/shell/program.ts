import { Command } from 'commander';
import { defineCheck } from './define/check.ts';
import { defineClock } from './define/clock.ts';
import { defineCompletion } from './define/completion.ts';
import { defineEntries } from './define/entries.ts';
import { defineLifecycle } from './define/lifecycle.ts';
import { after, type Context, described } from './define/option.ts';
import { defineSite } from './define/site.ts';
import { defineWriting } from './define/writing.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';

/** The whole command line. Each command's engine is loaded only when it runs. */
export function buildProgram(terminal: Terminal, finish: Context['finish']): Command {
  const program = new Command('mops')
    .description(
      'Keeps a lead lifecycle honest: checks BR-MOPS and GTM-MOPS entries, explains and draws them.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help for a command')
    .configureHelp({
      optionDescription: described,
      argumentDescription: ({ description }) => description,
      subcommandTerm: (command) =>
        `${command.name()} ${command.usage().replace('[options]', '').trim()}`.trim(),
    })
    .exitOverride()
    .configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.error,
      outputError: (text, write) => write(text.replace(/^error: /, 'mops: ')),
    })
    .showHelpAfterError('(--help says what is possible)')
    .addHelpText(
      'after',
      after([
        'mops check',
        'mops check --base main',
        'mops check --mode deep docs/gtm',
        'mops explain sla-escalation',
      ]),
    );

  const context: Context = { program, terminal, finish };
  program.commandsGroup('Check:');
  defineCheck(context);
  program.commandsGroup('Write:');
  defineWriting(context);
  defineEntries(context);
  program.commandsGroup('Look:');
  defineLifecycle(context);
  defineClock(context);
  defineSite(context);
  program.commandsGroup('Other:');
  defineCompletion(context);
  program.addHelpCommand(
    new Command('help')
      .argument('[command]')
      .description('print help for a command')
      .helpOption(false)
      .helpGroup('Other:'),
  );
  return program;
}
