import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { git } from '../contract/diff.ts';
import { closeServers, edited, example, play, rulesFile, type Scenario, stage } from './scenario.ts';

afterEach(closeServers);

/** The example that waits for go-to-market, and the change that decides it. */
const base = example('before-v09');
const offer = `
## GTM-101: Offer — Bank shift plan

- **Type:** Offer
- **Owner:** Founder
- **Status:** Approved
- **Linked IDs:** BR-MOPS-001
`;
const decided = {
  'PRD.md': edited(
    (base['PRD.md'] as string).replace('- **Status:** Planned', '- **Status:** Live'),
    '\n### Offers\n\nTwo ideas on the whiteboard, none written down.\n',
    `\n### Offers\n${offer}`,
  ),
};
/** Touches a line with a sure placeholder, so that the diff shows it. */
const touched = {
  ...decided,
  [rulesFile]: (base[rulesFile] as string).replace(
    'Linked IDs: PER-XXX (fit signals), GTM-YYY (Product Hunt)',
    'Linked IDs: PER-001 (fit signals), GTM-YYY (Product Hunt)',
  ),
};
const scenario = (rest: Scenario = {}): Scenario => ({
  base,
  change: touched,
  with: { 'fail-on': 'never' },
  ...rest,
});

describe('placeholders, once v0.9 is final', () => {
  test('are one-click suggestions where the diff shows them, and a patch elsewhere', async () => {
    const run = await play(scenario());
    const { reviewComments } = run.stage.github.world;
    const ours = reviewComments.filter(({ path }) => path === rulesFile);
    expect(ours.map(({ body }) => body).join('\n')).toContain('GTM-001 (Product Hunt)');
    expect(run.summary).toContain('Sure fixes as a patch');
    expect(run.summary).toMatch(/^\+ {2}- Source: GTM-001 \(Product Hunt\)/m);
    expect(Number(run.outputs.get('placeholders'))).toBeGreaterThan(3);
  });

  test('are left alone when reconcile is off', async () => {
    const run = await play(scenario({ with: { 'fail-on': 'never', reconcile: 'off' } }));
    expect(run.stage.github.world.reviewComments).toEqual([]);
    expect(run.summary).not.toContain('as a patch');
  });

  test('are counted as reconciled in the comment', async () => {
    const run = await play(scenario());
    expect(run.stage.github.world.comments[0]?.body).toMatch(
      /v0\.9 placeholders: \d+ reconciled by this change, \d+ open\./,
    );
  });
});

test('while v0.9 is draft nothing is suggested', async () => {
  const run = await play({
    base,
    change: { [rulesFile]: `${base[rulesFile]}\nA line.\n` },
    with: { scope: 'all' },
  });
  expect(run.stage.github.world.reviewComments).toEqual([]);
  expect(run.summary).not.toContain('as a patch');
});

describe('reconcile: commit', () => {
  const commit = { 'fail-on': 'never', reconcile: 'commit' };
  const branch = 'refs/heads/sla/faster';

  test('pushes one commit that changes the tokens and nothing else', async () => {
    const built = await stage(scenario({ with: commit, token: 'ghs_pusher' }));
    const run = await built.run();
    const { head } = built.commits;
    const after = built.origin.git('rev-parse', branch);
    expect(built.origin.git('rev-parse', `${after}^`)).toBe(head);
    const changed = built.origin
      .git('diff', '--unified=0', head, after)
      .split('\n')
      .filter((line) => /^[-+][^-+]/.test(line));
    expect(changed.length).toBeGreaterThan(2);
    expect(changed.filter((line) => line.startsWith('+')).join('\n')).toContain('GTM-001 (Product Hunt)');
    const words = (sign: string) =>
      changed
        .filter((line) => line.startsWith(sign))
        .map((line) => line.slice(1).replace(/(?:GTM|PER|BR-PRICING|KPI)-[A-Z0-9]+/g, 'ID'));
    expect(words('+')).toEqual(words('-'));
    expect(run.log.join('\n')).toMatch(
      /Replace \d+ v0\.9 placeholders with their IDs: commit [0-9a-f]{7} on sla\/faster\./,
    );
    expect(git(built.workspace, 'status', '--porcelain')).toBe('');
    expect(run.summary).not.toContain('as a patch');
  });

  test.each([
    [
      'by an attribute of the repository',
      { ...base, '.gitattributes': '*.md text eol=crlf\n' },
      (_workspace: string) => {},
    ],
    [
      'by a setting of the machine',
      base,
      (workspace: string) => {
        git(workspace, 'config', 'core.autocrlf', 'true');
        git(workspace, 'rm', '-rq', '--cached', '.');
        git(workspace, 'reset', '-q', '--hard');
      },
    ],
  ])('keeps the line ends of the repository where the checkout turned them %s', async (_how, files, turn) => {
    const built = await stage(
      scenario({
        base: files,
        with: commit,
        token: 'ghs_pusher',
        prepare: (workspace) => {
          turn(workspace);
          expect(readFileSync(join(workspace, rulesFile), 'utf8')).toContain('\r\n');
        },
      }),
    );
    await built.run();
    const after = built.origin.git('rev-parse', branch);
    expect(after).not.toBe(built.commits.head);
    const text = built.origin.git('show', `${after}:${rulesFile}`);
    expect(text).not.toContain('\r');
    const lines = (sha: string) => built.origin.git('show', `${sha}:${rulesFile}`).split('\n');
    const changed = lines(after).filter((line, at) => line !== lines(built.commits.head)[at]);
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.every((line) => /(?:GTM|PER|KPI|BR-PRICING)-\d{3}/.test(line))).toBe(true);
  });

  test('started by hand pushes to the branch it was started on', async () => {
    const built = await stage(scenario({ event: 'workflow_dispatch', with: commit, token: 'ghs_pusher' }));
    const run = await built.run();
    expect(run.exit).toBe(0);
    expect(built.origin.git('rev-parse', `${branch}^`)).toBe(built.commits.head);
    expect(
      built.github.writes().map(({ method, path }) => `${method} ${path.split('/').at(-1)}`),
    ).toHaveLength(3);
  });

  test('makes no second commit on top of its own', async () => {
    const first = await stage(scenario({ with: commit, token: 'ghs_pusher' }));
    await first.run();
    const message = first.origin.git('log', '-1', '--format=%B', branch);
    const built = await stage(scenario({ with: commit, token: 'ghs_pusher', headMessage: message }));
    const run = await built.run();
    expect(built.origin.git('rev-parse', branch)).toBe(built.commits.head);
    expect(run.log.join('\n')).toContain('the last commit is already a reconciling one');
  });

  test('never writes to a fork, nor under pull_request_target', async () => {
    for (const rest of [{ fork: true }, { event: 'pull_request_target' }] as const) {
      const built = await stage(scenario({ ...rest, with: commit, token: 'ghs_pusher' }));
      const run = await built.run();
      expect(
        built.github.seen.filter(({ path, method }) => path.includes('/git/') && method !== 'GET'),
      ).toEqual([]);
      expect(run.log.join('\n')).toMatch(
        /No commit was made: (?:the pull request comes from a fork|pull_request_target has no branch)/,
      );
      expect(run.summary).toContain('No commit was made');
    }
  });

  test('without the permission is a line in the log, and the fixes stand as suggestions and patch', async () => {
    const run = await play(scenario({ with: commit, token: 'ghs_writer' }));
    expect(run.exit).toBe(0);
    expect(run.log.filter((line) => line.includes('403'))).toHaveLength(1);
    expect(run.stage.github.world.reviewComments.length).toBeGreaterThan(0);
  });

  test('of a file that differs between branch and merge is refused', async () => {
    const meanwhile = { [rulesFile]: `${base[rulesFile]}\nWork on main.\n` };
    const built = await stage(scenario({ with: commit, token: 'ghs_pusher', meanwhile }));
    const run = await built.run();
    expect(run.log.join('\n')).toContain('is not the same on the branch sla/faster as in the checked merge');
    expect(built.origin.git('rev-parse', branch)).toBe(built.commits.head);
  });
});
