import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { git } from '../contract/diff.ts';
import { temporaryFolder } from '../contract/temporary.ts';
import { closeServers, lineOf, passing, play, rules, rulesFile, stage } from './scenario.ts';

afterEach(closeServers);

/** Number of all findings of the head. */
const all = (run: { readonly outputs: ReadonlyMap<string, string> }) =>
  ['errors', 'warnings', 'notices'].reduce((sum, name) => sum + Number(run.outputs.get(name)), 0);

const noOwner = rules(['**Owner**: BDR', '**Owner**: TBD']);
const broken = { ...passing, ...noOwner };
const noEscalation = [
  'Escalation: At 30 business minutes notify the Sales manager; at 60 business minutes the Sales manager reassigns the lead to the next AE in the rotation',
  'Escalation: none',
] as const;

describe('a pull request', () => {
  test('that breaks a rule fails, and says where, what and how to fix it', async () => {
    const run = await play({ change: noOwner });
    expect(run.exit).toBe(1);
    expect(run.outputs.get('verdict')).toBe('fail');
    const [first] = run.annotations;
    expect(first).toMatchObject({
      level: 'error',
      file: rulesFile,
      line: lineOf(noOwner[rulesFile] as string, '**Owner**: TBD'),
      title: 'stage-owner',
    });
    expect(first?.message).toMatch(/Fix: /);
    expect(run.otherCommands).toEqual([]);
    expect(run.stderr).toBe('');
  });

  test('that breaks nothing passes although the base is broken', async () => {
    const run = await play({ base: broken, change: { 'SoT/SoT.customer_feedback.md': null } });
    const errors = run.annotations.filter(({ level }) => level === 'error');
    expect(run.outputs.get('errors')).not.toBe('0');
    expect(run.summary).toContain('existing finding');
    expect(errors.every(({ message }) => !message.includes('owner'))).toBe(true);
  });

  test('that fixes a finding passes and says so', async () => {
    const run = await play({ base: broken, change: { [rulesFile]: passing[rulesFile] as string } });
    expect([run.exit, run.outputs.get('fixed')]).toEqual([0, '1']);
    expect(run.stage.github.world.comments[0]?.body).toContain('1 fixed');
  });

  test('that moves a broken entry to other lines brings nothing new', async () => {
    const moved = `${broken[rulesFile]}`.replace(
      '# Business rules\n',
      '# Business rules\n\nSome words.\n\nMore words.\n',
    );
    const run = await play({ base: broken, change: { [rulesFile]: moved } });
    expect([run.exit, run.outputs.get('new'), run.outputs.get('errors')]).toEqual([0, '0', '1']);
    expect(run.annotations).toEqual([]);
  });

  test('that deletes BR-MOPS-002 is flagged on the unchanged lines that cite it', async () => {
    const text = passing[rulesFile] as string;
    const start = text.indexOf('## BR-MOPS-002');
    const without = text.slice(0, start) + text.slice(text.indexOf('## BR-MOPS-003'));
    const run = await play({ change: { [rulesFile]: without } });
    const cited = run.annotations.filter(
      ({ title, message }) => title === 'reference-undefined' && message.includes('BR-MOPS-002'),
    );
    expect(run.exit).toBe(1);
    expect(cited.map(({ file }) => file)).toContain('PRD.md');
    const prd = (passing['PRD.md'] as string).split('\n');
    for (const { file, line } of cited.filter((one) => one.file === 'PRD.md')) {
      expect([file, prd[(line ?? 0) - 1]]).toEqual(['PRD.md', expect.stringContaining('BR-MOPS-002')]);
    }
  });

  test('with scope all fails for what was broken before', async () => {
    const run = await play({ base: broken, change: { 'notes.md': 'x\n' }, with: { scope: 'all' } });
    expect([run.exit, run.outputs.get('new')]).toEqual([1, '0']);
  });

  test('without a change to the source of truth passes at once and says so', async () => {
    const run = await play({ base: broken, change: { 'src/app.ts': 'export {};\n' } });
    expect(run.exit).toBe(0);
    expect(run.log.join('\n')).toContain('Neither the source of truth nor its configuration changed.');
    expect(run.stage.github.world.comments).toEqual([]);
    expect(run.annotations).toEqual([]);
  });

  test('that raises a severity in the configuration makes the old finding count as new', async () => {
    const config = `${passing['mops.config.yml']}\nrules:\n  stage-owner: error\n`;
    const run = await play({
      base: {
        ...broken,
        'mops.config.yml': `${passing['mops.config.yml']}\nrules:\n  stage-owner: warning\n`,
      },
      change: { 'mops.config.yml': config },
    });
    expect([run.exit, run.outputs.get('new')]).toEqual([1, '1']);
  });

  test('with fail-on warning fails for a warning, with never for nothing', async () => {
    const change = rules(['**Stage**: MQL\n', '**Stage**: MQL\n\n**Pirority**: high\n**Ordr**: 2\n']);
    const strict = await stage({ change });
    expect((await strict.run({ with: { 'fail-on': 'warning' } })).exit).toBe(1);
    const never = await play({ change: noOwner, with: { 'fail-on': 'never' } });
    expect([never.exit, never.outputs.get('verdict'), never.outputs.get('errors')]).toEqual([0, 'pass', '1']);
  });

  test('compares with the base as it is now, not with work done there meanwhile', async () => {
    const meanwhile = rules(noEscalation);
    const run = await play({
      change: { 'SoT/SoT.USER_JOURNEYS.md': `${passing['SoT/SoT.USER_JOURNEYS.md']}\nA line.\n` },
      meanwhile,
    });
    expect([run.exit, run.outputs.get('new'), run.outputs.get('errors')]).toEqual([0, '0', '1']);
  });
});

describe('the base', () => {
  test('is read from the local clone when it is there', async () => {
    const run = await play({ change: noOwner, depth: 2 });
    expect(run.log.join('\n')).toContain('read from the local clone');
    expect(run.outputs.get('new')).toBe('1');
  });

  test('is fetched into a checkout of depth 1', async () => {
    const run = await play({ change: noOwner });
    expect(run.log.join('\n')).toMatch(/Compared with main at [0-9a-f]{7}, fetched with git\./);
    expect(run.summary).toContain('fetched with git');
  });

  test('is read through the API when git cannot fetch it', async () => {
    const run = await play({
      base: broken,
      change: rules(['**Owner**: BDR', '**Owner**: TBD'], noEscalation),
      prepare: (workspace) => git(workspace, 'remote', 'remove', 'origin'),
    });
    expect(run.log.join('\n')).toContain('read through the GitHub API');
    expect([run.outputs.get('new'), run.outputs.get('errors')]).toEqual(['1', '2']);
  });

  test('that cannot be read makes every finding new, and the report says so', async () => {
    const run = await play({
      base: broken,
      change: { [rulesFile]: `${broken[rulesFile]}\nOne more line.\n` },
      prepare: (workspace) => git(workspace, 'remote', 'remove', 'origin'),
      faults: [{ on: '/git/trees/', status: 503 }],
    });
    expect([run.exit, Number(run.outputs.get('new'))]).toEqual([1, all(run)]);
    expect(run.log.join('\n')).toContain('could not be read, so every finding counts as new');
    expect(run.summary).toContain('could not be read, so every finding counts as new');
    expect(run.stage.github.world.comments[0]?.body).toContain('could not be read');
  });

  test('of a checked-out head is where the branch began', async () => {
    const run = await play({ change: noOwner, meanwhile: rules(noEscalation), checkout: 'head' });
    expect(run.log.join('\n')).toContain('where the branch left main');
    expect([run.outputs.get('new'), run.outputs.get('fixed')]).toEqual(['1', '0']);
  });
});

describe('other events', () => {
  test('merge_group compares with the base of the group and writes nothing to GitHub', async () => {
    const run = await play({
      event: 'merge_group',
      base: broken,
      change: rules(['**Owner**: BDR', '**Owner**: TBD'], noEscalation),
    });
    expect([run.exit, run.outputs.get('new'), run.outputs.get('errors')]).toEqual([1, '1', '2']);
    expect(run.stage.github.writes()).toEqual([]);
  });

  test('push fails for everything that is broken', async () => {
    const run = await play({ event: 'push', base: broken, change: { 'notes.md': 'x\n' } });
    expect([run.exit, run.outputs.get('new')]).toEqual([1, '0']);
    expect(run.annotations).toHaveLength(all(run));
  });

  test('push of a new branch has no base', async () => {
    const built = await stage({ event: 'push', base: broken, change: { 'notes.md': 'x\n' } });
    writeFileSync(
      join(built.workspace, 'event.json'),
      JSON.stringify({ before: '0'.repeat(40), after: built.commits.head }),
    );
    const run = await built.run({ env: { GITHUB_EVENT_PATH: join(built.workspace, 'event.json') } });
    expect([run.exit, Number(run.outputs.get('new'))]).toEqual([1, all(run)]);
    expect(run.summary).not.toContain('Compared with');
  });

  test('schedule and workflow_dispatch check the state for itself', async () => {
    for (const event of ['schedule', 'workflow_dispatch'] as const) {
      const run = await play({ event, base: broken });
      expect([event, run.exit, run.outputs.get('errors')]).toEqual([event, 1, '1']);
      expect(run.stage.github.seen).toEqual([]);
    }
  });

  test('pull_request_target reads the head as data and takes the configuration of the base', async () => {
    const hostile = `${passing['mops.config.yml']}\nrules:\n  stage-owner: off\n`;
    const run = await play({
      event: 'pull_request_target',
      fork: true,
      change: { ...noOwner, 'mops.config.yml': hostile },
    });
    expect([run.exit, run.outputs.get('errors')]).toEqual([1, '1']);
    expect(run.log.join('\n')).toContain('The configuration of the base branch counts');
    expect(git(run.stage.workspace, 'status', '--porcelain')).toBe('');
    expect(git(run.stage.workspace, 'rev-parse', 'HEAD').trim()).toBe(run.stage.commits.base);
    expect(run.stage.github.world.comments[0]?.body).toContain('stage-owner');
  });

  test('pull_request_target with a head that cannot be read is no pass', async () => {
    const run = await play({
      event: 'pull_request_target',
      change: noOwner,
      token: 'ghs_blind',
      prepare: (workspace) => git(workspace, 'remote', 'remove', 'origin'),
    });
    expect([run.exit, run.outputs.has('verdict')]).toEqual([3, false]);
    expect(run.annotations[0]?.message).toContain('The head of the pull request cannot be read');
  });
});

describe('a fork', () => {
  test('with a token that reads gets the same verdict, annotations and summary, and one line in the log', async () => {
    const own = await play({ change: noOwner });
    const fork = await play({ change: noOwner, fork: true, token: 'ghs_reader' });
    expect([fork.exit, fork.annotations]).toEqual([own.exit, own.annotations]);
    expect(fork.summary).toContain('stage-owner');
    const lines = fork.log.filter((line) => line.includes('403'));
    expect(lines).toEqual([expect.stringContaining('The comment was not written')]);
    expect(fork.stage.github.world.comments).toEqual([]);
  });

  test('cannot switch a rule off in the same pull request', async () => {
    const config = `${passing['mops.config.yml']}\nrules:\n  stage-owner: off\n`;
    const run = await play({
      change: { ...noOwner, 'mops.config.yml': config },
      fork: true,
      token: 'ghs_reader',
    });
    expect(run.exit).toBe(1);
    expect(run.summary).toContain('configuration of the base branch counts');
    const own = await play({ change: { ...noOwner, 'mops.config.yml': config } });
    expect(own.exit).toBe(0);
  });

  test('is checked by the defaults when the base configuration cannot be read', async () => {
    const run = await play({
      change: { ...noOwner, 'mops.config.yml': 'rules:\n  stage-owner: off\n' },
      fork: true,
      token: 'ghs_blind',
      prepare: (workspace) => git(workspace, 'remote', 'remove', 'origin'),
    });
    expect(run.exit).toBe(1);
    expect(run.log.join('\n')).toContain('The defaults count');
  });
});

describe('what somebody configured wrong ends with exit 2', () => {
  test('an unknown value of an input names the choices', async () => {
    const run = await play({ with: { scope: 'changed', mode: 'fast' } });
    expect([run.exit, run.annotations.length]).toEqual([2, 1]);
    expect(run.annotations[0]?.message).toContain(
      'Input mode is "fast", but must be one of: quick, standard, deep.',
    );
    expect(run.stage.github.seen).toEqual([]);
  });

  test('a mistake in the configuration is annotated on its line', async () => {
    const run = await play({ change: { 'mops.config.yml': 'mode: standard\nmotoin: hybrid\n' } });
    expect(run.exit).toBe(2);
    expect(run.annotations[0]).toMatchObject({ level: 'error', file: 'mops.config.yml', line: 2 });
    expect(run.annotations[0]?.message).toContain('motion');
  });

  test('a named configuration file must exist', async () => {
    const run = await play({ with: { config: 'gtm/mops.yml' } });
    expect([run.exit, run.annotations[0]?.message]).toEqual([
      2,
      'Input config is "gtm/mops.yml", but there is no such file.',
    ]);
  });

  test('a folder that is not there, or outside the workspace', async () => {
    const missing = await play({ with: { path: 'teams/emea' } });
    expect([missing.exit, missing.annotations[0]?.message]).toEqual([
      2,
      expect.stringContaining('no such folder'),
    ]);
    const outside = await play({ with: { path: '../..' } });
    expect([outside.exit, outside.annotations[0]?.message]).toEqual([
      2,
      expect.stringContaining('outside the workspace'),
    ]);
  });

  test('report files outside the workspace are refused before anything is checked', async () => {
    const run = await play({ with: { 'report-file': '../report.json' } });
    expect([run.exit, run.annotations[0]?.message]).toEqual([
      2,
      expect.stringContaining('outside the workspace'),
    ]);
  });
});

test('a workspace without git is compared through the API', async () => {
  const run = await play({
    prepare: (workspace) => rmSync(join(workspace, '.git'), { recursive: true }),
    change: noOwner,
  });
  expect(run.exit).toBe(1);
  expect(run.log.join('\n')).toContain('read through the GitHub API');
});

test('an empty workspace is no pass', async () => {
  const built = await stage({ change: noOwner });
  const empty = temporaryFolder('empty');
  const run = await built.run({ env: { GITHUB_WORKSPACE: empty } });
  expect([run.exit, run.annotations[0]?.message]).toEqual([2, expect.stringContaining('actions/checkout')]);
});

test('a pull request whose base branch is checked out is checked all the same', async () => {
  const run = await play({ change: noOwner, checkout: 'base' });
  expect([run.exit, run.outputs.get('new')]).toEqual([1, '1']);
});

test('a monorepo folder is checked with its own configuration, and paths lead from the repository', async () => {
  const inFolder = (files: object) =>
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`teams/emea/${path}`, text]));
  const run = await play({
    base: inFolder(passing),
    change: inFolder(noOwner),
    with: { path: 'teams/emea' },
  });
  expect([run.exit, run.annotations[0]?.file]).toEqual([1, `teams/emea/${rulesFile}`]);
  expect(run.stage.github.world.comments[0]?.body).toContain('mops:report:teams%2Femea%2F');
});
