/** Reads a step's output as the runner does (actions/runner: ActionCommand.cs, IssueCommandExtension, ExecutionContext). */

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly endLine: number | null;
  readonly column: number | null;
  readonly endColumn: number | null;
  readonly title: string | null;
}

export interface StepOutput {
  /** What a person sees in the log: lines, without the commands. */
  readonly log: readonly string[];
  /** What GitHub shows: ten of a level, fifty in all. */
  readonly annotations: readonly Annotation[];
  /** What it got but does not show. */
  readonly dropped: readonly Annotation[];
  /** Commands that are no annotation and no group: a step of ours never needs one. */
  readonly otherCommands: readonly string[];
  readonly groups: readonly string[];
}

const registered = new Set([
  ...['debug', 'warning', 'error', 'notice', 'group', 'endgroup', 'echo', 'stop-commands'],
  ...['add-mask', 'add-matcher', 'remove-matcher', 'set-env', 'add-path', 'set-output', 'save-state'],
]);
const mostPerLevel = 10;
const mostPerJob = 50;
const longestMessage = 4096;

interface Command {
  readonly name: string;
  readonly properties: ReadonlyMap<string, string>;
  readonly data: string;
}

/** Reads all lines a step wrote to its standard output. */
export function readOutput(text: string): StepOutput {
  const log: string[] = [];
  const annotations: Annotation[] = [];
  const dropped: Annotation[] = [];
  const otherCommands: string[] = [];
  const groups: string[] = [];
  let stopped: string | null = null;
  for (const line of text.split(/\r?\n|\r/)) {
    if (stopped !== null) {
      if (line.trim() === `::${stopped}::`) {
        stopped = null;
      } else {
        log.push(line);
      }
      continue;
    }
    const command = newStyle(line) ?? oldStyle(line);
    if (command === null) {
      log.push(line);
    } else if (command.name === 'stop-commands') {
      stopped = command.data;
    } else if (command.name === 'group') {
      groups.push(command.data);
      log.push(command.data);
    } else if (command.name === 'error' || command.name === 'warning' || command.name === 'notice') {
      const annotation = annotationOf(command.name, command);
      const sameLevel = annotations.filter((one) => one.level === annotation.level).length;
      const shown = sameLevel < mostPerLevel && annotations.length < mostPerJob;
      (shown ? annotations : dropped).push(annotation);
      log.push(`${command.name}: ${annotation.message}`);
    } else if (command.name !== 'endgroup' && command.name !== 'debug') {
      otherCommands.push(line);
    }
  }
  return { log, annotations, dropped, otherCommands, groups };
}

/** `::error file=a.md,line=3::text`, blanks before it allowed. */
function newStyle(line: string): Command | null {
  const text = line.trimStart();
  const end = text.startsWith('::') ? text.indexOf('::', 2) : -1;
  if (end < 0) {
    return null;
  }
  return commandOf(text.slice(2, end), ',', unescapeProperty, unescapeData(text.slice(end + 2)));
}

/** `##[error]text`, anywhere in a line. */
function oldStyle(line: string): Command | null {
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  if (end < 0) {
    return null;
  }
  return commandOf(line.slice(start + 3, end), ';', unescapeData, unescapeData(line.slice(end + 1)));
}

function commandOf(
  info: string,
  separator: string,
  readBack: (text: string) => string,
  data: string,
): Command | null {
  const space = info.indexOf(' ');
  const name = (space < 0 ? info : info.slice(0, space)).toLowerCase();
  if (!registered.has(name)) {
    return null;
  }
  const properties = new Map<string, string>();
  for (const pair of space < 0 ? [] : info.slice(space + 1).split(separator)) {
    const equals = pair.indexOf('=');
    if (equals > 0) {
      properties.set(pair.slice(0, equals).trim(), readBack(pair.slice(equals + 1)));
    }
  }
  return { name, properties, data };
}

/** Places are checked as the runner checks them: what contradicts itself is dropped. */
function annotationOf(level: Annotation['level'], { properties, data }: Command): Annotation {
  const number = (name: string) => {
    const value = properties.get(name);
    return value !== undefined && /^\d+$/.test(value) ? Number(value) : null;
  };
  const line = number('line') ?? number('endLine');
  const endLine = number('endLine') ?? line;
  const column = number('col');
  const oneLine = line !== null && line === endLine;
  return {
    level,
    message: data.slice(0, longestMessage),
    file: properties.get('file') ?? null,
    line,
    endLine,
    column: oneLine ? column : null,
    endColumn: oneLine ? (number('endColumn') ?? column) : null,
    title: properties.get('title') ?? null,
  };
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}

/** Reads a file command (`GITHUB_OUTPUT`): `name=value` lines and heredocs. Throws on what the runner refuses. */
export function readFileCommand(text: string): Map<string, string> {
  const values = new Map<string, string>();
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] as string;
    if (line === '') {
      continue;
    }
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (heredoc >= 0 && (equals < 0 || heredoc < equals)) {
      const end = lines.indexOf(line.slice(heredoc + 2), index + 1);
      if (end < 0) {
        throw new Error(`Invalid value. Matching delimiter not found '${line.slice(heredoc + 2)}'`);
      }
      values.set(line.slice(0, heredoc), lines.slice(index + 1, end).join('\n'));
      index = end;
    } else if (equals > 0) {
      values.set(line.slice(0, equals), line.slice(equals + 1));
    } else {
      throw new Error(`Invalid format '${line}'`);
    }
  }
  return values;
}
