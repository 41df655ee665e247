/** Links that a stranger's pull request brings: followed inside the checked folder, told elsewhere, read over git and over the API alike. */
import { afterEach, describe, expect, test } from 'vitest';
import { git } from '../contract/diff.ts';
import { closeServers, passing, play, rules, rulesFile, type Scenario } from './scenario.ts';

afterEach(closeServers);

type Files = NonNullable<Scenario['base']>;
const noOwner = rules(['**Owner**: BDR', '**Owner**: TBD'])[rulesFile] as string;
const target = { event: 'pull_request_target', fork: true } as const;
const ways = [
  ['git', (_workspace: string) => {}],
  ['the API', (workspace: string) => git(workspace, 'remote', 'remove', 'origin')],
] as const;

describe.each(ways)('under pull_request_target, read over %s,', (_way, prepare) => {
  test('a file turned into a chain of links is judged by where the chain ends', async () => {
    const run = await play({
      ...target,
      prepare,
      change: {
        [rulesFile]: { link: '../x/3' },
        'x/3': { link: '2' },
        'x/2': { link: './1' },
        'x/1': { link: '0.txt' },
        'x/0.txt': noOwner,
      },
    });
    expect([run.exit, ...run.annotations.map(({ title }) => title)]).toEqual([1, 'stage-owner']);
  });

  test.each([
    ['to nothing', '../x/gone.md', 'is a link to nothing'],
    ['out of the repository', '../../../etc/hostname', 'is a link out of the checked folder'],
    ["into git's folder", '../.git/config', 'is a link into a folder that is never read'],
    ['to itself', 'SoT.BUSINESS_RULES.md', 'is a link that leads back to itself'],
  ])('one %s is no pass', async (_what, link, says) => {
    const run = await play({ ...target, prepare, change: { [rulesFile]: { link } } });
    expect([run.exit, run.annotations[0]?.title]).toEqual([1, 'file-unreadable']);
    expect(run.annotations[0]?.message).toContain(says);
  });
});

const inFolder = (folder: string, files: Files): Record<string, Files[string]> =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
const teams = { ...inFolder('teams/emea', passing), ...inFolder('teams/us', passing) };
const gone = Object.fromEntries(Object.keys(passing).map((path) => [`teams/emea/${path}`, null]));

describe('the checked folder turned into a link', () => {
  test.each([
    ['on disk', { event: 'pull_request' }, () => {}],
    ['in a commit', target, () => {}],
    ['behind the API', target, ways[1][1]],
  ] as const)('%s: another folder is not judged in its place', async (_where, event, prepare) => {
    const run = await play({
      ...event,
      prepare,
      base: teams,
      change: { ...gone, 'teams/emea': { link: 'us' } },
      with: { path: 'teams/emea' },
    });
    expect([run.exit, run.outputs.get('verdict')]).toEqual([1, 'fail']);
    expect(run.annotations.map(({ message }) => message).join('\n')).toContain(
      'teams/emea, which leads to the checked folder, is a link.',
    );
  });

  test("into git's own folder, or out of the workspace, it is a mistake of the workflow", async () => {
    for (const [link, says] of [
      ['../.git', "leads into git's own folder"],
      ['../../..', 'outside the workspace'],
    ] as const) {
      const run = await play({
        base: teams,
        change: { ...gone, 'teams/emea': { link } },
        with: { path: 'teams/emea' },
      });
      expect([run.exit, run.annotations[0]?.message]).toEqual([2, expect.stringContaining(says)]);
    }
  });
});

describe('a configuration that is a link', () => {
  const off = `${passing['mops.config.yml']}\nrules:\n  stage-owner: off\n`;
  const linked = { ...passing, 'mops.config.yml': { link: 'conf/mops.yml' }, 'conf/mops.yml': off };

  test.each(ways)('counts for forks where it leads to a file beside it: over %s', async (_way, prepare) => {
    const run = await play({
      fork: true,
      prepare,
      base: linked,
      change: { [rulesFile]: noOwner, 'conf/mops.yml': passing['mops.config.yml'] as string },
    });
    expect(run.log.join('\n')).toContain('The configuration of the base branch counts');
    expect(run.exit).toBe(0);
  });

  test.each(ways)(
    'that leads elsewhere in the base is said, and the defaults count: over %s',
    async (_way, prepare) => {
      const run = await play({
        fork: true,
        prepare,
        base: { ...passing, 'mops.config.yml': { link: '../mops.yml' } },
        change: { [rulesFile]: noOwner, 'mops.config.yml': off },
      });
      expect([run.exit, run.annotations[0]?.title]).toEqual([1, 'stage-owner']);
      expect(run.log.join('\n')).toContain('mops.config.yml is a link out of the checked folder');
      expect(run.summary).toContain('The defaults count');
    },
  );
});
