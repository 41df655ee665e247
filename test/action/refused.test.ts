/** What a run tells that somebody’s configuration keeps from a verdict. Without git. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Occasion } from '../../action/event.ts';
import { refused } from '../../action/refused.ts';
import { UsageError } from '../../src/shell/exit.ts';
import { BadConfig } from '../../src/shell/files/tree.ts';
import { AskedGitHub } from './asked-github.ts';
import { answers, event, inputsOf, logged, onARunner, root, runner } from './handed-run.ts';

onARunner();

describe('a run that is refused', () => {
  const told = async (
    error: unknown,
    more: { occasion?: Occasion; with?: Record<string, string>; github?: object | null } = {},
  ) => {
    const github = more.github === null ? null : new AskedGitHub({ ...answers, ...more.github });
    const file = join(runner(), 'summary.md');
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
    expect(logged()).toContain('Comment: created.');
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
    expect(logged()).toContain('Reporting stopped: oops');
  });
});
