import { Command } from 'commander';
import { draftKinds } from '../draft/missing/draft.ts';
import { listed } from '../language/listed.ts';
import { exportFormats, shells } from './choice.ts';
import { defineCheck } from './define/check.ts';
import { defineCompletion } from './define/completion.ts';
import { defineDiff } from './define/diff.ts';
import { defineDraft } from './define/draft.ts';
import { defineDue } from './define/due.ts';
import { defineExplain } from './define/explain.ts';
import { defineExport } from './define/export.ts';
import { defineFix } from './define/fix.ts';
import { defineHook } from './define/hook.ts';
import { defineImport } from './define/import.ts';
import { defineInit } from './define/init.ts';
import { defineLead } from './define/lead.ts';
import { after, type Context, described } from './define/option.ts';
import { defineRead } from './define/read.ts';
import { defineReconcile } from './define/reconcile.ts';
import { defineRename } from './define/rename.ts';
import { defineReplay } from './define/replay.ts';
import { defineSite } from './define/site.ts';
import { defineSla } from './define/sla.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';

type Define = (context: Context) => void;

/** Every command under its heading in the help. */
const groups: Readonly<Record<string, Readonly<Record<string, Define>>>> = {
  'Check:': { check: defineCheck, explain: defineExplain, read: defineRead, hook: defineHook },
  'Write:': {
    init: defineInit,
    import: defineImport,
    draft: defineDraft,
    fix: defineFix,
    rename: defineRename,
    reconcile: defineReconcile,
  },
  'Look:': {
    export: defineExport,
    diff: defineDiff,
    sla: defineSla,
    due: defineDue,
    lead: defineLead,
    replay: defineReplay,
    site: defineSite,
  },
  'Other:': { completion: defineCompletion },
};

/**
 * The command line. Each command's engine is loaded only when it runs. With the name of a command in `only` the others
 * are left out: a run of one asks for none of them, but for `completion`, which lists them all.
 */
export function buildProgram(terminal: Terminal, finish: Context['finish'], only?: string): Command {
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
      outputError: (text, write) => write(inOtherWords(text.replace(/^error: /, 'mops: '), only)),
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
  const alone =
    only !== 'completion' && Object.values(groups).some((commands) => Object.hasOwn(commands, only ?? ''));
  for (const [heading, commands] of Object.entries(groups)) {
    program.commandsGroup(heading);
    for (const [name, define] of Object.entries(commands)) {
      if (!alone || only === name) define(context);
    }
  }
  program.addHelpCommand(
    new Command('help')
      .argument('[command]')
      .description('print help for a command')
      .helpOption(false)
      .helpGroup('Other:'),
  );
  return program;
}

/** What people type who know the command from other tools. */
const otherWords: Readonly<Record<string, string>> = {
  lint: 'check',
  validate: 'check',
  verify: 'check',
  test: 'check',
  format: 'fix',
  new: 'init',
  create: 'init',
  add: 'draft',
  load: 'import',
  mv: 'rename',
  move: 'rename',
  build: 'site build',
  serve: 'site dev',
};

/** What a command wants, in words and as an example, by the argument that was left out. */
const wanted: Readonly<Record<string, string>> = {
  file: 'Name the file with the tables: mops import docs/lifecycle.md',
  old: 'Say what is renamed, and what it is called from now on: mops rename Opportunity Deal',
  new: 'Say what it is called from now on: mops rename Opportunity Deal',
  phrase: 'Write the limit as it stands in an entry: mops sla "1 business hour"',
  range: 'Name two commits to compare: mops diff main..HEAD',
  kind: `Say what is to be drafted, ${listed(draftKinds, 'or')}: mops draft handoff`,
  format: `Say in which form, ${listed(exportFormats, 'or')}: mops export json`,
  shell: `Name your shell, ${listed(shells, 'or')}: mops completion bash`,
  '--stage': 'Say where the lead is and since when: mops lead --stage MQL --at 2026-03-13T16:40',
};

/** Where two commands call their argument alike. */
const wantedBy: Readonly<Record<string, string>> = {
  hook: 'Name the files that a commit changes: mops hook SoT/SoT.BUSINESS_RULES.md',
  replay: 'Name the export of the CRM: mops replay changes.csv',
};

/**
 * What is missing in words, and an unknown command by a word of another tool: the command that does it, not the one
 * that is spelled nearest.
 */
function inOtherWords(text: string, command = ''): string {
  const missing = /missing required argument '([a-z]+)'|required option '(--[a-z]+)/.exec(text);
  const argument = missing?.[1] ?? missing?.[2] ?? '';
  const want = argument === 'files' ? wantedBy[command] : wanted[argument];
  if (want !== undefined) return `mops: ${want}\n`;
  const refused = /^mops: command-argument value '(.*)' is invalid for argument '([a-z]+)'\. (.*)/s.exec(
    text,
  );
  if (refused !== null) return `mops: "${refused[1]}" is no ${refused[2]}. ${refused[3]}`;
  const word = /unknown command '([a-z]+)'/.exec(text)?.[1] ?? '';
  const meant = Object.hasOwn(otherWords, word) ? otherWords[word] : undefined;
  if (meant === undefined) return text;
  return `mops: unknown command '${word}'\n(Did you mean ${meant}?)\n`;
}
