import { describe, expect, test } from 'vitest';
import { mops } from './mops.ts';

describe('help', () => {
  test('mops alone prints the help and is no error', async () => {
    const { code, out, err } = mops([]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    await expect(out).toMatchFileSnapshot('expected/help.txt');
    expect(mops(['--help']).out).toBe(out);
  });

  test('every command has a help with examples', () => {
    const commands = [...mops([]).out.matchAll(/^ {2}([a-z]+) .*$/gm)].map(([, name]) => name as string);
    expect(commands).toContain('check');
    for (const command of commands.filter((name) => name !== 'help')) {
      const { code, out } = mops([command, '--help']);
      expect({ command, code }).toEqual({ command, code: 0 });
      expect(out).toMatch(/Examples:\n {2}\$ (?:source <\()?mops /);
    }
  });

  test('the help of check names choices, defaults and exit codes', async () => {
    await expect(mops(['check', '--help']).out).toMatchFileSnapshot('expected/help-check.txt');
  });

  test('the version is the package version', () => {
    expect(mops(['--version'])).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });
});

describe('a mistyped command line is exit 2 with the closest name', () => {
  test.each([
    [['chekc'], "unknown command 'chekc'", 'check'],
    [['check', '--formt', 'json'], "unknown option '--formt'", '--format'],
    [['check', '--format', 'jsn'], 'Choose one of: text, json, sarif, markdown, github', 'json'],
    [['check', '--mode', 'standrad'], 'Choose one of: quick, standard, deep', 'standard'],
    [
      ['check', '--motion', 'salesassisted'],
      'Choose one of: self-serve, sales-assisted, hybrid',
      'sales-assisted',
    ],
    [['check', '--fail-on', 'errors'], 'Choose one of: error, warning, notice, never', 'error'],
    [['export', 'mermiad'], 'Choose one of: json, csv, mermaid', 'mermaid'],
    [['explain', 'stage-slaa'], 'There is no rule, gate or anti-pattern "stage-slaa"', 'stage-sla'],
    [['completion', 'fissh'], 'Choose one of: bash, zsh, fish', 'fish'],
  ])('mops %j', (args, problem, meant) => {
    const { code, out, err } = mops(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(problem);
    expect(err).toMatch(new RegExp(`Did you mean ${meant}\\?`));
  });

  test.each([
    [['check', 'no-such-folder'], 'There is no folder no-such-folder.'],
    [['check', 'package.json'], 'package.json is a file. Name the folder that holds the SoT.'],
    [['check', '--config', 'no.yml'], 'There is no config file no.yml.'],
    [['check', 'a', 'b'], 'too many arguments'],
    [['draft', 'handof'], '"handof" is no kind. Choose one of: stage, mon-drift'],
    [['import', 'none.csv'], 'There is no file none.csv. Nothing was written.'],
    [['import', 'src'], 'src is not a file. Nothing was written.'],
    [['fix', 'package.json'], 'package.json is a file. Name the folder that holds the SoT.'],
    [['reconcile', 'nowhere'], 'There is no folder nowhere.'],
    [['rename', 'Nobody', 'Somebody', 'examples/b2b-saas'], 'Nothing is called "Nobody"'],
    [
      ['due', 'MQL', 'yesterday', 'examples/b2b-saas'],
      '"yesterday" is no date with a time. Write it as 2026-',
    ],
    [
      ['due', 'Foo', '2026-03-01T10:00', 'examples/b2b-saas'],
      'There is no stage "Foo". Stages: Anonymous, MQL',
    ],
    [['due', '--sla', '1 hour'], 'Give one arrival time: mops due --sla'],
    [['lead', '--stage', 'MQL', '--at', 'x', 'examples/b2b-saas'], '"x" is no date with a time.'],
    [['replay', 'README.md', '--dir', 'examples/b2b-saas'], 'The columns are those of no known layout.'],
    [
      ['init', 'README.md', '--motion', 'self-serve'],
      'README.md is a file. Name the folder for the lifecycle.',
    ],
    [['check', '--format'], "option '--format <format>' argument missing"],
  ])('mops %j', (args, problem) => {
    const { code, out, err } = mops(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(problem);
    expect(err).not.toMatch(/^\s+at /m);
  });
});

test.each([
  ['lint', 'check'],
  ['create', 'init'],
  ['move', 'rename'],
])('mops %s is told as mops %s', (word, meant) => {
  const { code, err } = mops([word]);
  expect(code).toBe(2);
  expect(err).toContain(`Did you mean ${meant}?`);
});

test.each([
  ['due', 'Name a stage and an arrival time: mops due MQL 2026-03-13T16:30'],
  ['import', 'Name the file with the tables: mops import docs/lifecycle.md'],
  ['rename', 'Say what is renamed, and what it is called from now on: mops rename Opportunity Deal'],
  ['sla', 'Write the limit as it stands in an entry: mops sla "1 business hour"'],
  ['diff', 'Name two commits to compare: mops diff main..HEAD'],
  ['draft', 'stage, mon-drift, kpi, cfd, handoff or channel-map: mops draft handoff'],
  ['hook', 'Name the files that a commit changes: mops hook SoT/SoT.BUSINESS_RULES.md'],
  ['replay', 'Name the export of the CRM: mops replay changes.csv'],
  ['export', 'Say in which form, json, csv, mermaid or tests: mops export json'],
  ['completion', 'Name your shell, bash, zsh or fish: mops completion bash'],
  ['lead', 'mops lead --stage MQL --at'],
])('mops %s alone says in words what it wants', (command, words) => {
  const { code, out, err } = mops([command]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(words);
  expect(err).not.toContain('missing required');
});
