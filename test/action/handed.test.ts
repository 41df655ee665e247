/** What a run hands on: fixes as suggestions, patch or commit, and the verdict. Without git. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ApiFailure } from '../../action/github/answer.ts';
import { blobSha } from '../../action/github/commit.ts';
import { judge, meaningOf } from '../../action/judge.ts';
import {
  event,
  inputsOf,
  logged,
  misspelt,
  onARunner,
  path,
  published,
  pull,
  type Run,
  root,
  runner,
  sha,
  statesOf,
  text,
} from './handed-run.ts';

onARunner();

describe('sure fixes', () => {
  test('are suggested where the diff shows them', async () => {
    const { asked, sent, summary, patch: saved } = await published();
    expect(asked).toContain('POST pulls/7/reviews');
    expect(sent[0]).toMatchObject({
      comments: [
        { path, line: 6 },
        { path, line: 7 },
      ],
    });
    expect([saved, summary.includes('Sure fixes')]).toEqual([null, false]);
    expect(logged()).toContain('Suggestions: 2 posted, 0 posted earlier, 0 outside the diff.');
  });

  test('that nothing of the diff shows are no line in the log', async () => {
    await published({ github: { 'GET pulls/7/files': [] } });
    expect(logged()).not.toContain('Suggestions:');
  });

  const files = [
    'diff --git a/gtm/SoT/a.md b/gtm/SoT/a.md',
    '-Ownr: BDR',
    '+Owner: BDR',
    '+Linked IDs: GTM-001 (channel)',
  ];
  test.each<[string, Run]>([
    ['there is no token', { github: null }],
    ['nobody wants suggestions', { with: { suggestions: 'false' } }],
    ['there is no pull request', { occasion: event('schedule', {}) }],
    ['the folder is a submodule', { place: { ...root, outer: { repository: {} as never, path: 'gtm' } } }],
    [
      'GitHub refuses them',
      { github: { 'POST pulls/7/reviews': new ApiFailure('GitHub answered 422.', 422) } },
    ],
    ['the diff does not show them', { github: { 'GET pulls/7/files': [] } }],
  ])('are a patch where %s', async (_what, run) => {
    const { summary, patch: saved } = await published(run);
    for (const line of files) expect(saved).toContain(`${line}\n`);
    expect(summary).toContain(`It lies in ${runner()}/mops.patch of the runner.`);
    expect(summary).toContain('+Owner: BDR\n');
  });

  test('stand in the summary alone where the runner has no folder for them', async () => {
    for (const place of ['', undefined]) {
      const { summary, patch: saved } = await published({ github: null, env: { RUNNER_TEMP: place } });
      expect([saved, summary.includes('of the runner')]).toEqual([null, false]);
      expect(summary).toContain('+Owner: BDR\n');
    }
    const { summary } = await published({ github: null, env: { RUNNER_TEMP: join(runner(), 'gone') } });
    expect(summary).toContain('+Owner: BDR\n');
    expect(logged()).toContain('Saving the patch failed: ENOENT');
  });

  test('of placeholders are left alone where nobody wants them', async () => {
    const { sent } = await published({ with: { reconcile: 'off' } });
    expect(sent[0]).toMatchObject({ comments: [{ line: 6 }] });
  });

  test('leave the review alone where there are none', async () => {
    const clean = text.replace('GTM-YYY (channel)', 'GTM-001');
    expect((await published({ head: clean, base: clean })).asked).not.toContain('GET pulls/7/files');
  });
});

describe('placeholders as a commit', () => {
  const committing = {
    'GET git/ref/heads/sla/faster': { object: { sha: sha('a') } },
    [`GET git/commits/${sha('a')}`]: { message: 'x', tree: { sha: 't1' } },
    'GET git/trees/t1': { tree: [{ path, mode: '100644', sha: blobSha(misspelt) }] },
    'POST git/trees': { sha: 't2' },
    'POST git/commits': { sha: '9876543210' },
    'PATCH git/refs/heads/sla/faster': {},
  };
  const commit = { with: { reconcile: 'commit' } };

  test('are made and told, the other fixes suggested', async () => {
    const { sent, summary } = await published({ ...commit, github: committing });
    expect(sent[0]).toMatchObject({ tree: [{ content: misspelt.replace('GTM-YYY', 'GTM-001') }] });
    expect(sent.find((one) => 'comments' in one)).toMatchObject({ comments: [{ line: 6 }] });
    expect(summary).toContain(
      '- Replace 1 v0\\.9 placeholder with their IDs: commit 9876543 on sla/faster\\.'.replaceAll('\\', ''),
    );
  });

  test.each<[string, Run, string]>([
    [
      'from a fork',
      {
        occasion: event('pull_request', {
          pull_request: { ...pull.pull_request, head: { ...pull.pull_request.head, repo: null } },
        }),
      },
      'the pull request comes from a fork',
    ],
    [
      'without a branch',
      { occasion: event('pull_request_target') },
      'pull_request_target has no branch to push to',
    ],
    [
      'in a submodule',
      { place: { ...root, outer: { repository: {} as never, path: 'gtm' } } },
      'the source of truth is in a submodule',
    ],
    ['without a token', { github: null, with: { reconcile: 'commit', token: '' } }, 'there is no token'],
    ['of an unknown repository', { github: null }, 'the repository is not known'],
    [
      'that moved on',
      { github: { ...committing, 'GET git/ref/heads/sla/faster': { object: { sha: sha('f') } } } },
      'the branch sla/faster has moved on meanwhile',
    ],
    [
      'that may not be read',
      { github: { ...committing, 'GET git/trees/t1': new ApiFailure('GitHub answered 403.', 403) } },
      'GitHub answered 403',
    ],
  ])('are not made %s', async (_what, run, why) => {
    const { summary } = await published({ ...commit, ...run });
    const note = `No commit was made: ${why}. The fixes stand as suggestions or as a patch.`;
    expect(logged()).toContain(note);
    expect(summary.replaceAll('\\', '')).toContain(`- ${note}`);
  });

  test('are not asked for where none is sure', async () => {
    const { asked } = await published({ ...commit, head: misspelt.replace('GTM-YYY (channel)', 'PER-XXX') });
    expect(asked).not.toContain('GET git/ref/heads/sla/faster');
  });
});

describe('the verdict', () => {
  test('takes the inputs over the configuration and the event', () => {
    const of = (given: Record<string, string>, head = misspelt) =>
      judge(statesOf(head, misspelt), inputsOf(given), event()).report;
    expect(of({}).verdict).toBe('pass');
    expect(of({ scope: 'all' }).verdict).toBe('fail');
    expect(of({ scope: 'all', 'fail-on': 'never' }).verdict).toBe('pass');
    expect(of({ mode: 'deep' }).model.mode).toBe('deep');
    expect(of({ motion: 'hybrid' }).model.motion.value).toBe('hybrid');
    expect(of({}).model.mode).toBe('standard');
  });

  test('of what did not change says so, and compares nothing', () => {
    const states = statesOf(text, text);
    const outcome = judge(states, inputsOf(), event());
    expect(outcome.notes[0]).toBe('Neither the source of truth nor its configuration changed.');
    expect(meaningOf(outcome, states)).toEqual({ changes: [], diagram: null });
    expect(judge(statesOf(text, misspelt), inputsOf(), event()).notes).toEqual(['Compared with main.']);
    const alone = statesOf(text, null, { baseNote: null });
    expect(judge(alone, inputsOf(), event()).notes).toEqual([]);
    expect(meaningOf(judge(alone, inputsOf(), event()), alone)).toEqual({ changes: [], diagram: null });
  });
});
