/**
 * Text in the guides that the code knows better: it stands between `<!-- generated:NAME -->` and `<!-- /generated -->`
 * and is written by `npm run build`. CI fails where it is out of date.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { gateTitles, patternTitles } from '../src/rules/gates.ts';
import { rules } from '../src/rules/index.ts';
import { buildProgram } from '../src/shell/program.ts';

const root = join(import.meta.dirname, '..');

/** The guides with their generated parts as they must be: path and text of each that has such parts. */
export function generatedDocs(): { readonly path: string; readonly text: string }[] {
  const guides = ['.', 'action', 'docs', 'skill', 'site'].flatMap((folder) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder))
          .filter((name) => name.endsWith('.md'))
          .map((name) => (folder === '.' ? name : `${folder}/${name}`))
      : [],
  );
  return guides.sort().flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return text.includes('<!-- generated:') ? [{ path, text: regenerated(path, text) }] : [];
  });
}

function regenerated(path: string, text: string): string {
  return text.replace(/<!-- generated:(\S+) -->\n[\s\S]*?<!-- \/generated -->/g, (_whole, name: string) => {
    const part = parts[name];
    if (!part) throw new Error(`${path} asks for an unknown generated part: ${name}`);
    return `<!-- generated:${name} -->\n\n${part()}\n\n<!-- /generated -->`;
  });
}

const parts: { readonly [name: string]: () => string } = {
  rules: () =>
    table(
      ['Rule', 'What it finds', 'Severity', 'Gate', 'Anti-pattern'],
      rules.map((rule) => [
        `\`${rule.id}\``,
        rule.title,
        severities(rule.severity),
        rule.gate === undefined ? '' : `G${rule.gate}`,
        rule.pattern === undefined ? '' : `A${rule.pattern}`,
      ]),
    ),
  gates: () =>
    table(
      ['Gate', 'What it asks'],
      Object.entries(gateTitles).map(([gate, title]) => [`G${gate}`, title]),
    ),
  patterns: () =>
    table(
      ['Anti-pattern', 'What it is'],
      Object.entries(patternTitles).map(([pattern, title]) => [`A${pattern}`, title]),
    ),
  commands: () =>
    table(
      ['Command', 'What it does'],
      program()
        .commands.filter((command) => command.name() !== 'help')
        .map((command) => [
          `\`mops ${command.name()}${command
            .usage()
            .replace('[options]', '')
            .trimEnd()
            .replace(/^(?=.)/, ' ')
            .replace(/ +/g, ' ')}\``,
          command.summary(),
        ]),
    ),
  inputs: () => {
    const { inputs } = action();
    return table(
      ['Input', 'What it does', 'Default'],
      Object.entries(inputs).map(([name, input]) => [
        `\`${name}\``,
        input.description,
        input.default ? `\`${input.default}\`` : '',
      ]),
    );
  },
  outputs: () =>
    table(
      ['Output', 'What it holds'],
      Object.entries(action().outputs).map(([name, output]) => [`\`${name}\``, output.description]),
    ),
};

interface ActionFile {
  readonly inputs: { readonly [name: string]: { readonly description: string; readonly default?: string } };
  readonly outputs: { readonly [name: string]: { readonly description: string } };
}

function action(): ActionFile {
  return parse(readFileSync(join(root, 'action.yml'), 'utf8')) as ActionFile;
}

function program() {
  return buildProgram({ out: () => {}, error: () => {}, screen: false, colour: false }, () => {});
}

/** `error`, or where the modes differ `off in quick, warning, error in deep`. */
function severities({ quick, standard, deep }: { quick: string; standard: string; deep: string }): string {
  if (quick === standard && standard === deep) return standard;
  if (standard === 'off') return quick === 'off' ? `${deep}, deep only` : `quick ${quick}, deep ${deep}`;
  return [standard, quick === standard ? '' : `quick: ${quick}`, deep === standard ? '' : `deep: ${deep}`]
    .filter((part) => part !== '')
    .join(', ');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
