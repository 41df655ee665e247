/** Every example that a help shows runs as it is written, in a repository of a team that has what it names. */
import { copyFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeFailure } from '../../src/shell/failure.ts';
import { buildProgram } from '../../src/shell/program.ts';
import type { Terminal } from '../../src/shell/terminal.ts';
import { commitAll, git } from './git.ts';
import { example, repository } from './mops.ts';

const one = repository({
  'docs/lifecycle.md': '| Stage | Owner | SLA |\n|---|---|---|\n| Renewal | CS | 1 business day |\n',
  'stages.csv': 'Stage,Owner,SLA\nRenewal,CS,1 business day\n',
});
const home = process.cwd();

beforeAll(() => {
  cpSync(example('b2b-saas'), one.path, { recursive: true });
  mkdirSync(join(one.path, 'docs/gtm'), { recursive: true });
  cpSync(example('hybrid'), join(one.path, 'docs/gtm'), { recursive: true });
  for (const [from, to] of Object.entries({
    'events.csv': 'lead-history.csv',
    'hubspot-history.csv': 'changes.csv',
    'events.parquet': 'events.parquet',
  }))
    copyFileSync(join(example('replay'), from), join(one.path, to));
  writeFileSync(join(one.path, '.gitignore'), 'out\n');
  commitAll(one.path);
  git(one.path, 'tag', 'v1');
  git(one.path, 'tag', 'v2');
  process.chdir(one.path);
});

afterAll(() => {
  process.chdir(home);
  one.remove();
});

async function run(args: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  let [code, said] = [0, ''];
  const put = (text: string): void => {
    said += text;
  };
  const terminal: Terminal = { out: put, error: put, screen: false, colour: false };
  const finish = (exit: number): void => {
    code = exit;
  };
  try {
    await buildProgram(terminal, finish, args[0]).parseAsync(['node', 'mops', ...args]);
  } catch (error) {
    const { exitCode } = error as { exitCode?: number };
    if (exitCode !== undefined) return { code: exitCode, said };
    const failure = describeFailure(error);
    return { code: failure.code, said: said + failure.text };
  }
  return { code, said };
}

/** The words of a line as a shell hands them over, up to a pipe, a file or the next command. */
function wordsOf(line: string): string[] {
  const [command = ''] = line.replace(/^source <\((.*)\)$/, '$1').split(/ (?:>|\||&&) /);
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '').slice(1);
}

/** Answers are asked for on a terminal; sites are built by the tests of the site. */
const elsewhere = new Set(['mops init', 'mops site build --out public', 'mops site dev']);

test('every example of every help works as written', async () => {
  const help = (await run(['--help'])).said;
  const commands = [...help.matchAll(/^ {2}([a-z]+) .*$/gm)].map(([, name]) => name as string);
  const pages = [help];
  for (const name of commands.filter((name) => name !== 'help'))
    pages.push((await run([name, '--help'])).said);
  const examples = [...new Set(pages.flatMap((page) => [...page.matchAll(/^ {2}\$ (.*)$/gm)]))]
    .map(([, line]) => line as string)
    .filter((line) => !elsewhere.has(line));
  expect(examples.length).toBeGreaterThan(40);
  const wrong: object[] = [];
  const silent: string[] = [];
  for (const line of examples) {
    const args = wordsOf(line);
    // A lifecycle to start from is for a folder without one.
    if (args[0] === 'init') args.push(...(args.some((word) => word.startsWith('docs')) ? [] : ['out']));
    const { code, said } = await run(
      args.map((word) => (word === 'docs/gtm' && args[0] === 'init' ? 'out' : word)),
    );
    if (code > 1) wrong.push({ line, code, said });
    if (said.trim() === '') silent.push(line);
    git(one.path, 'checkout', '-q', '.');
    git(one.path, 'clean', '-fdxq');
  }
  expect(wrong).toEqual([]);
  // Nothing is new beside main, and between the two tags nothing changed.
  expect(silent).toEqual([
    'mops check --base main --quiet',
    'mops hook SoT/SoT.BUSINESS_RULES.md',
    'mops hook docs/gtm/PRD.md',
    'mops diff v1...v2 --format markdown',
  ]);
}, 120_000);
