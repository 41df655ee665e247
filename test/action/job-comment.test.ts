/** The comment tells the newest run of its job. */
import { afterEach, describe, expect, test } from 'vitest';
import type { IssueComment } from '../contract/github.ts';
import { bot, closeServers, play, rules, stage } from './scenario.ts';

afterEach(closeServers);

const noOwner = rules(['**Owner**: BDR', '**Owner**: TBD']);
const asRun = (id: number, attempt = 1, more: Record<string, string> = {}) => ({
  env: { GITHUB_RUN_ID: String(id), GITHUB_RUN_ATTEMPT: String(attempt), ...more },
});
const shown = (comments: readonly IssueComment[]) => comments.filter(({ minimized }) => !minimized);

describe('runs of one job', () => {
  test('the comment names the commit it speaks of', async () => {
    const run = await play({ change: noOwner });
    expect(run.stage.github.world.comments[0]?.body).toContain(
      `Checked at \`${run.stage.commits.head.slice(0, 7)}\``,
    );
  });

  test('a re-run of an older run leaves what the newer one wrote', async () => {
    const built = await stage({ change: noOwner });
    await built.run(asRun(20));
    const [comment] = built.github.world.comments;
    const written = (comment?.body ?? '').replace('Checked at', 'Checked later at');
    built.github.world.comments[0]!.body = written;
    const older = await built.run(asRun(19, 2));
    expect(built.github.world.comments.map(({ body }) => body)).toEqual([written]);
    expect(older.log.join('\n')).toContain('Comment: left to a newer run.');
    expect(older.exit).toBe(1);
    await built.run(asRun(20, 2));
    expect(built.github.world.comments[0]?.body).not.toBe(written);
  });

  test('two that arose side by side become one, that of the newer run', async () => {
    const built = await stage({ change: noOwner });
    await built.run(asRun(20));
    const [first] = built.github.world.comments;
    built.github.world.comments.push({
      ...first!,
      id: 1999,
      body: first!.body.replace(/mops:run:([0-9a-f]+):20:/, 'mops:run:$1:21:'),
    });
    await built.run(asRun(22));
    expect(built.github.world.comments.map(({ id }) => id)).toEqual([1999]);
  });
});

describe('jobs side by side', () => {
  test('each mode, job and workflow keeps its own, and a green one folds nothing of a red one', async () => {
    const built = await stage({ change: noOwner });
    await built.run({ ...asRun(20), with: { mode: 'deep', comment: 'always' } });
    await built.run({ ...asRun(20, 1, { GITHUB_JOB: 'quick' }), with: { 'fail-on': 'never' } });
    await built.run({ ...asRun(20, 1, { GITHUB_WORKFLOW: 'Nightly' }) });
    expect(shown(built.github.world.comments)).toHaveLength(3);
    await built.run({ ...asRun(21), with: { mode: 'deep' } });
    expect(built.github.world.comments).toHaveLength(3);
  });
});

describe('a server that is half there', () => {
  test('with an App token and GraphQL down, the own comment is found by its bot and not made twice', async () => {
    const built = await stage({
      change: noOwner,
      faults: [{ on: 'POST /graphql', status: 502 }],
    });
    await built.run(asRun(20));
    await built.run(asRun(21));
    expect(built.github.world.comments.map(({ author }) => author)).toEqual([bot]);
  });

  test('a fold that is refused is said as such: the comment stands', async () => {
    const built = await stage({ change: noOwner });
    await built.run(asRun(20));
    built.github.world.comments[0]!.minimized = true;
    Object.assign(built.github.world, { faults: [{ on: 'POST /graphql', status: 403, times: 9 }] });
    const run = await built.run(asRun(21));
    const log = run.log.join('\n');
    expect(log).toContain('could not be brought back into view');
    expect(log).not.toContain('The comment was not written');
  });

  test.each([
    ['429 without a word', { status: 429 }],
    [
      'a secondary limit told only in words',
      { status: 403, body: { message: 'You have exceeded a secondary rate limit.' } },
    ],
  ])('waited for: %s', async (_what, fault) => {
    const run = await play({
      change: noOwner,
      faults: [{ on: 'POST /repos/acme/handbook/issues', times: 1, ...fault }],
    });
    expect(run.stage.github.world.comments).toHaveLength(1);
    expect(run.log.join('\n')).not.toContain('may not do this');
  });
});

describe('what cannot be written', () => {
  test.each(['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'])(
    '%s that is gone is one line, the verdict stands',
    async (name) => {
      const run = await play({ change: noOwner, env: { [name]: '/nonexistent/file' } });
      expect(run.exit).toBe(1);
      expect(run.annotations.some(({ level }) => level === 'error')).toBe(true);
      expect(run.log.filter((line) => /(outputs|summary) failed/.test(line))).toHaveLength(1);
    },
  );

  test.each([
    ['a folder on its way is a file', 'PRD.md/report.json'],
    ['its name is that of a folder', 'SoT'],
  ])('a report file is one line, the verdict and the rest stand: %s', async (_what, path) => {
    const run = await play({ change: noOwner, with: { 'report-file': path } });
    expect(run.exit).toBe(1);
    expect(run.outputs.get('verdict')).toBe('fail');
    expect(run.outputs.get('report-file')).toBe('');
    expect(run.log.filter((line) => line.includes(`Writing ${path} failed`))).toHaveLength(1);
    expect(run.summary).toContain('stage-owner');
    expect(run.stage.github.world.comments).toHaveLength(1);
  });
});
