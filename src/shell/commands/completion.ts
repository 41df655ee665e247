import type { Command } from 'commander';
import type { Shell } from '../choice.ts';

/** One command as a shell completes it. */
interface Completed {
  /** `check`, `site build`. */
  readonly name: string;
  readonly summary: string;
  readonly options: readonly {
    readonly flag: string;
    readonly takesValue: boolean;
    readonly values: readonly string[];
    readonly summary: string;
  }[];
  /** Words for the first argument; empty where it is a folder. */
  readonly words: readonly string[];
}

/** The completion script of a shell for the whole command line, made from its own definition. */
export function completionScript(shell: Shell, program: Command, ruleIds: readonly string[]): string {
  const commands = program.commands.flatMap((command) => {
    const inner = command.commands.map((sub) => completed(sub, `${command.name()} ${sub.name()}`, ruleIds));
    const own = completed(command, command.name(), ruleIds);
    return [
      { ...own, words: inner.length > 0 ? command.commands.map((sub) => sub.name()) : own.words },
      ...inner,
    ];
  });
  if (shell === 'fish') return fish(commands);
  const script = bash(commands);
  return shell === 'bash' ? script : `#compdef mops\nautoload -U +X bashcompinit && bashcompinit\n${script}`;
}

function completed(command: Command, name: string, ruleIds: readonly string[]): Completed {
  const options = command.options.map((option) => ({
    flag: option.long ?? option.short ?? '',
    takesValue: option.required || option.optional,
    values: option.argChoices ?? [],
    summary: option.description,
  }));
  const words = command.name() === 'explain' ? ruleIds : (command.registeredArguments[0]?.argChoices ?? []);
  return { name, summary: command.summary(), options, words };
}

function bash(commands: readonly Completed[]): string {
  const top = commands.filter(({ name }) => !name.includes(' ')).map(({ name }) => name);
  const values = commands.flatMap(({ name, options }) =>
    options
      .filter((option) => option.takesValue)
      .map(({ flag, values: words }) =>
        words.length > 0
          ? `    '${name} ${flag}') COMPREPLY=($(compgen -W '${words.join(' ')}' -- "$cur")); return ;;`
          : `    '${name} ${flag}') COMPREPLY=($(compgen -f -- "$cur")); return ;;`,
      ),
  );
  const bodies = commands.map(({ name, options, words }) => {
    const flags = options.map(({ flag }) => flag).concat('--help');
    const rest =
      words.length > 0
        ? `compgen -W '${words.join(' ')}' -- "$cur"; compgen -d -- "$cur"`
        : 'compgen -d -- "$cur"';
    return `    '${name}') if [[ $cur == -* ]]; then COMPREPLY=($(compgen -W '${flags.join(' ')}' -- "$cur")); else COMPREPLY=($(${rest})); fi ;;`;
  });
  const nested = commands.filter(({ name }) => name.includes(' ')).map(({ name }) => `'${name}'`);
  return [
    '_mops() {',
    `  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}"`,
    '  COMPREPLY=()',
    `  if [[ $COMP_CWORD -eq 1 ]]; then COMPREPLY=($(compgen -W '${top.join(' ')} --help --version' -- "$cur")); return; fi`,
    ...(nested.length > 0
      ? [
          `  if [[ $COMP_CWORD -gt 2 ]]; then case "$command \${COMP_WORDS[2]}" in ${nested.join('|')}) command="$command \${COMP_WORDS[2]}" ;; esac; fi`,
        ]
      : []),
    '  case "$command $prev" in',
    ...values,
    '  esac',
    '  case "$command" in',
    ...bodies,
    '  esac',
    '}',
    'complete -F _mops mops',
    '',
  ].join('\n');
}

function fish(commands: readonly Completed[]): string {
  const lines = ['complete -c mops -f'];
  for (const { name, summary, options, words } of commands) {
    const [parent = name, sub] = name.split(' ');
    const seen = `__fish_seen_subcommand_from ${parent}`;
    const here = sub === undefined ? seen : `${seen}; and __fish_seen_subcommand_from ${sub}`;
    const before = sub === undefined ? '__fish_use_subcommand' : seen;
    lines.push(`complete -c mops -n '${before}' -a ${sub ?? parent} -d '${quoted(summary)}'`);
    for (const option of options) {
      const value = option.takesValue
        ? option.values.length > 0
          ? ` -x -a '${option.values.join(' ')}'`
          : ' -r'
        : '';
      lines.push(
        `complete -c mops -n '${here}' -l ${option.flag.replace(/^--/, '')}${value} -d '${quoted(option.summary)}'`,
      );
    }
    if (words.length > 0 && sub === undefined)
      lines.push(`complete -c mops -n '${here}' -a '${words.join(' ')}'`);
    else lines.push(`complete -c mops -n '${here}' -a '(__fish_complete_directories)'`);
  }
  return `${lines.join('\n')}\n`;
}

function quoted(text: string): string {
  return text.replaceAll("'", "\\'");
}
