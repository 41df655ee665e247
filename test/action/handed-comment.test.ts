/** What a run tells: the comment on the pull request and the summary. Without git. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ApiFailure } from '../../action/github/answer.ts';
import { configOf } from '../rules/bench.ts';
import {
  event,
  logged,
  misspelt,
  onARunner,
  patch,
  path,
  published,
  type Run,
  root,
  runner,
  sha,
  text,
} from './handed-run.ts';

onARunner();

describe('the comment', () => {
  const bodies = ({ sent }: Awaited<ReturnType<typeof published>>) =>
    sent.flatMap(({ body }) => (body ? [String(body)] : []));
  const clean = text.replace('GTM-YYY (channel)', 'GTM-001');

  test('is made where something is new, with its key, its job and its run', async () => {
    const env = { GITHUB_RUN_ID: '4711', GITHUB_RUN_ATTEMPT: '2', GITHUB_WORKFLOW: 'CI', GITHUB_JOB: 'mops' };
    const [body = ''] = bodies(await published({ env }));
    expect(body).toMatch(/^<!-- mops:report:gtm%2F -->\n## /);
    expect(body).toMatch(/<!-- mops:run:[0-9a-f]{12}:4711:2 -->$/);
    expect(logged()).toContain('Comment: created.');
    const [top = ''] = bodies(await published({ place: { ...root, prefix: '' } }));
    expect(top).toMatch(/^<!-- mops:report:root -->\n[\s\S]*:0:0 -->$/);
  });

  test('tells one job from another', async () => {
    const job = async (run: Run) => /mops:run:([0-9a-f]+)/.exec(bodies(await published(run))[0] ?? '')?.[1];
    const runs: Run[] = [
      {},
      { env: { GITHUB_JOB: 'a' } },
      { env: { GITHUB_WORKFLOW: 'a' } },
      { with: { mode: 'quick' } },
      { with: { motion: 'hybrid' } },
      { with: { config: 'b.yml' } },
    ];
    const jobs = [];
    for (const run of runs) jobs.push(await job(run));
    expect(new Set(jobs).size).toBe(runs.length);
    expect(await job({})).toBe(jobs[0]);
  });

  test.each<[string, Run, number]>([
    ['nothing changed', { head: clean, base: clean }, 0],
    [
      'nothing changed, and it is always wanted',
      { head: clean, base: clean, with: { comment: 'always' } },
      1,
    ],
    ['something changed, and it is never wanted', { with: { comment: 'never' } }, 0],
    ['only something was fixed', { head: text, base: misspelt }, 1],
    [
      'only the meaning changed',
      { head: clean.replace('Order: 2', 'Order: 2\nFollow-up cadence: every 2 days'), base: clean },
      1,
    ],
    ['there is no pull request', { occasion: event('schedule', {}) }, 0],
    ['there is no token', { github: null }, 0],
  ])('where %s', async (_what, run, count) => {
    expect(bodies(await published(run)).filter((body) => body.includes('mops:report'))).toHaveLength(count);
  });

  test('has the picture, the changes, and the notes that matter to a reviewer', async () => {
    const configNote = 'The configuration of the base branch counts.';
    const [body = ''] = bodies(
      await published({ head: text.replace('Owner: BDR', 'Owner: AE'), states: { configNote } }),
    );
    expect(body).toContain('- **MQL**: owner BDR → AE');
    expect(body).toContain('```mermaid\n');
    expect(body).not.toMatch(/Compared with main|configuration of the base/);
    const configs = { base: configOf({}), head: configOf({ mode: 'deep' }) };
    const [config = ''] = bodies(await published({ states: { configNote, configs } }));
    expect(config).toContain(`> ${configNote}`);
    const [alone = ''] = bodies(
      await published({ base: null, states: { configNote, baseNote: 'No base.' } }),
    );
    expect(alone).toContain(`> No base.\n\n> ${configNote}`);
  });

  test('says how many fixes are offered where', async () => {
    const [body = ''] = bodies(
      await published({
        github: {
          'GET pulls/7/files': [{ filename: path, patch: patch.split('\n').slice(0, 7).join('\n') }],
        },
      }),
    ).filter((one) => one.includes('report'));
    expect(body).toContain(
      '1 sure fix to accept with one click in the review.\n1 sure fix as a patch in the job summary.',
    );
  });

  test('that cannot be written is a line in the log', async () => {
    await published({ github: { 'POST issues/7/comments': new ApiFailure('GitHub answered 403.', 403) } });
    expect(logged()).toContain(
      'The comment was not written. GitHub answered 403. The verdict does not depend on it.',
    );
  });
});

describe('the summary', () => {
  test('links to the lines of the commit on its server', async () => {
    const { summary } = await published({ env: { GITHUB_SERVER_URL: 'https://git.acme.example' } });
    expect(summary).toContain(`https://git.acme.example/acme/handbook/blob/${sha('a')}/gtm/SoT/a.md#L`);
    rmSync(join(runner(), 'summary.md'));
    expect((await published()).summary).toContain(
      `https://github.com/acme/handbook/blob/${sha('a')}/gtm/SoT/a.md#L`,
    );
  });

  test('ends with what the run knows of itself', async () => {
    const { summary, outcome } = await published({
      states: { headNote: 'The commit was read.', configNote: 'The base counts.' },
    });
    expect(outcome.notes).toEqual(['The commit was read.', 'Compared with main.', 'The base counts.']);
    expect(summary).toContain('- The commit was read.\n- Compared with main.\n- The base counts.\n');
  });
});
