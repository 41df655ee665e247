/** What a run hands on: fixes, summary, patch, comment, verdict. Without git. */
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Occasion, readEvent } from '../../action/event.ts';
import { ApiFailure } from '../../action/github/answer.ts';
import { blobSha } from '../../action/github/commit.ts';
import { readInputs } from '../../action/inputs.ts';
import { judge, meaningOf } from '../../action/judge.ts';
import { publish } from '../../action/publish.ts';
import { refused } from '../../action/refused.ts';
import type { CheckedFolder } from '../../action/tree/place.ts';
import type { States } from '../../action/tree/states.ts';
import { rules } from '../../src/rules/index.ts';
import { UsageError } from '../../src/shell/exit.ts';
import { BadConfig, type Tree } from '../../src/shell/files/tree.ts';
import { configOf } from '../rules/bench.ts';
import { AskedGitHub } from './asked-github.ts';

let folder = '';
let logged = '';
const write = process.stdout.write;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'mops-handed-')));
  logged = '';
  process.stdout.write = (chunk: string | Uint8Array) => {
    logged += String(chunk);
    return true;
  };
});
afterEach(() => {
  process.stdout.write = write;
  rmSync(folder, { recursive: true, force: true });
});

const sha = (digit: string) => digit.repeat(40);
const text = `## BR-MOPS-002: Lifecycle Stage — MQL

Type: Lifecycle-Stage
Stage: MQL
Order: 2
Owner: BDR
Linked IDs: GTM-YYY (channel)

## GTM-001: Channel — Ads

Type: Channel
Status: Live
`;
const misspelt = text.replace('Owner: BDR', 'Ownr: BDR');
const tree = (words: string, config: object = { v09: 'final' }): Tree => ({
  config: configOf(config),
  files: [{ path: 'SoT/a.md', text: words }],
  issues: [],
});
const statesOf = (head: string, base: string | null, more: Partial<States> = {}): States => ({
  head: tree(head),
  headNote: null,
  base: base === null ? null : tree(base),
  baseNote: 'Compared with main.',
  configNote: null,
  configs: base === null ? null : { base: tree(base).config, head: tree(head).config },
  unchanged: base === head,
  ...more,
});
const inputsOf = (given: Record<string, string> = {}) => readInputs((name) => given[name] ?? '');
const pull = {
  pull_request: {
    number: 7,
    base: { ref: 'main', sha: sha('b') },
    head: { ref: 'sla/faster', sha: sha('a'), repo: { full_name: 'acme/handbook' } },
  },
};
const event = (name = 'pull_request', payload: unknown = pull): Occasion =>
  readEvent({ name, payload, repository: 'acme/handbook', sha: sha('c'), ref: 'refs/heads/main' });
const root: CheckedFolder = { folder: '/w', at: null, outer: null, prefix: 'gtm/', link: null };

const path = 'gtm/SoT/a.md';
const patch = `@@ -1,12 +1,12 @@\n${misspelt
  .trimEnd()
  .split('\n')
  .map((line) => `+${line}`)
  .join('\n')}`;
const answers = {
  'GET issues/7/comments': [],
  'POST issues/7/comments': { id: 1, node_id: 'N1' },
  'GET pulls/7/files': [{ filename: path, patch }],
  'GET pulls/7/comments': [],
  'POST pulls/7/reviews': {},
};

interface Run {
  readonly head?: string;
  readonly base?: string | null;
  readonly states?: Partial<States>;
  readonly with?: Record<string, string>;
  readonly occasion?: Occasion;
  readonly place?: CheckedFolder;
  readonly github?: object | null;
  readonly env?: NodeJS.ProcessEnv;
}

async function published(run: Run = {}) {
  const states = statesOf(run.head ?? misspelt, run.base === undefined ? text : run.base, run.states);
  const [inputs, occasion] = [inputsOf({ token: 't', ...run.with }), run.occasion ?? event()];
  const github = run.github === null ? null : new AskedGitHub({ ...answers, ...run.github });
  const outcome = judge(states, inputs, occasion);
  const environment = { GITHUB_STEP_SUMMARY: join(folder, 'summary.md'), RUNNER_TEMP: folder, ...run.env };
  const place = run.place ?? root;
  const options = { rules, version: '0.0.0', prefix: place.prefix };
  await publish({
    outcome,
    states,
    inputs,
    occasion,
    place,
    client: async () => github,
    options,
    environment,
  });
  const file = (name: string) => {
    try {
      return readFileSync(join(folder, name), 'utf8');
    } catch {
      return null;
    }
  };
  const asked = github?.asked ?? [];
  return {
    outcome,
    asked,
    sent: github?.sent ?? [],
    summary: file('summary.md') ?? '',
    patch: file('mops.patch'),
  };
}

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
    expect(logged).toContain('Suggestions: 2 posted, 0 posted earlier, 0 outside the diff.');
  });

  test('that nothing of the diff shows are no line in the log', async () => {
    await published({ github: { 'GET pulls/7/files': [] } });
    expect(logged).not.toContain('Suggestions:');
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
    expect(summary).toContain(`It lies in ${folder}/mops.patch of the runner.`);
    expect(summary).toContain('+Owner: BDR\n');
  });

  test('stand in the summary alone where the runner has no folder for them', async () => {
    for (const place of ['', undefined]) {
      const { summary, patch: saved } = await published({ github: null, env: { RUNNER_TEMP: place } });
      expect([saved, summary.includes('of the runner')]).toEqual([null, false]);
      expect(summary).toContain('+Owner: BDR\n');
    }
    const { summary } = await published({ github: null, env: { RUNNER_TEMP: join(folder, 'gone') } });
    expect(summary).toContain('+Owner: BDR\n');
    expect(logged).toContain('Saving the patch failed: ENOENT');
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
    expect(logged).toContain(note);
    expect(summary.replaceAll('\\', '')).toContain(`- ${note}`);
  });

  test('are not asked for where none is sure', async () => {
    const { asked } = await published({ ...commit, head: misspelt.replace('GTM-YYY (channel)', 'PER-XXX') });
    expect(asked).not.toContain('GET git/ref/heads/sla/faster');
  });
});

describe('the comment', () => {
  const bodies = ({ sent }: Awaited<ReturnType<typeof published>>) =>
    sent.flatMap(({ body }) => (body ? [String(body)] : []));
  const clean = text.replace('GTM-YYY (channel)', 'GTM-001');

  test('is made where something is new, with its key, its job and its run', async () => {
    const env = { GITHUB_RUN_ID: '4711', GITHUB_RUN_ATTEMPT: '2', GITHUB_WORKFLOW: 'CI', GITHUB_JOB: 'mops' };
    const [body = ''] = bodies(await published({ env }));
    expect(body).toMatch(/^<!-- mops:report:gtm%2F -->\n## /);
    expect(body).toMatch(/<!-- mops:run:[0-9a-f]{12}:4711:2 -->$/);
    expect(logged).toContain('Comment: created.');
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
    expect(logged).toContain(
      'The comment was not written. GitHub answered 403. The verdict does not depend on it.',
    );
  });
});

describe('the summary', () => {
  test('links to the lines of the commit on its server', async () => {
    const { summary } = await published({ env: { GITHUB_SERVER_URL: 'https://git.acme.example' } });
    expect(summary).toContain(`https://git.acme.example/acme/handbook/blob/${sha('a')}/gtm/SoT/a.md#L`);
    rmSync(join(folder, 'summary.md'));
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

describe('a run that is refused', () => {
  const told = async (
    error: unknown,
    more: { occasion?: Occasion; with?: Record<string, string>; github?: object | null } = {},
  ) => {
    const github = more.github === null ? null : new AskedGitHub({ ...answers, ...more.github });
    const file = join(folder, 'summary.md');
    rmSync(file, { force: true });
    const speaker = {
      inputs: inputsOf(more.with),
      occasion: more.occasion ?? event(),
      place: root,
      environment: { GITHUB_STEP_SUMMARY: file, GITHUB_OUTPUT: '' },
    };
    await refused(error, speaker, async () => github);
    let summary = '';
    try {
      summary = readFileSync(file, 'utf8');
    } catch {}
    return { summary, body: String(github?.sent[0]?.['body'] ?? '') };
  };
  const mistakes = (count: number) =>
    new BadConfig(
      Array.from({ length: count }, (_, at) => ({
        file: 'mops.config.yml',
        line: at + 1,
        column: 1,
        message: `Mistake *${at}*.`,
      })),
    );

  test('for its configuration says each mistake at its place, in summary and comment', async () => {
    const { summary, body } = await told(mistakes(2));
    expect(summary).toBe(
      '## ❌ Lead lifecycle not checked: the configuration is wrong\n\n- `mops.config.yml:1` Mistake \\*0\\*.\n- `mops.config.yml:2` Mistake \\*1\\*.\n',
    );
    expect(body).toContain(summary);
    expect(logged).toContain('Comment: created.');
  });

  test('for more than ten counts the rest', async () => {
    expect((await told(mistakes(10))).summary).not.toContain('more, in the log');
    expect((await told(mistakes(11))).summary).toContain(
      '- `mops.config.yml:10` Mistake \\*9\\*.\n- and 1 more, in the log\n',
    );
  });

  test('for an input has no place', async () => {
    expect((await told(new UsageError('There is no such folder.'))).summary).toContain(
      'wrong\n\n- There is no such folder.\n',
    );
  });

  test('for anything else is not told here', async () => {
    expect(await told(new Error('a bug'))).toEqual({ summary: '', body: '' });
  });

  test.each<[string, Parameters<typeof told>[1]]>([
    ['no pull request', { occasion: event('schedule', {}) }],
    ['nobody wants a comment', { with: { comment: 'never' } }],
    ['there is no token', { github: null }],
  ])('has no comment where there is %s', async (_what, more) => {
    const { summary, body } = await told(mistakes(1), more);
    expect([summary === '', body]).toEqual([false, '']);
  });

  test('does not fail again where GitHub does', async () => {
    await told(mistakes(1), { github: { 'GET issues/7/comments': new Error('oops') } });
    expect(logged).toContain('Reporting stopped: oops');
  });
});
