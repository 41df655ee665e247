import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { git } from '../contract/diff.ts';
import { temporaryFolder } from '../contract/temporary.ts';
import { bot, closeServers, lineOf, passing, play, rulesFile, stage } from './scenario.ts';

afterEach(closeServers);

/** A stage with a mistyped field: the one finding whose fix is sure. */
const typo = (passing[rulesFile] as string).replace('**Owner**: BDR\n', '**Ownr**: BDR\n');
const suggestion = (body: string) => /(`{3,})suggestion\n([\s\S]*?)\n\1/.exec(body)?.[2];

describe('a suggestion', () => {
  test('stands on the line, replaces it whole, and accepting it mends the finding', async () => {
    const run = await play({ change: { [rulesFile]: typo } });
    const [comment, ...others] = run.stage.github.world.reviewComments;
    expect(others).toEqual([]);
    expect(comment).toMatchObject({ path: rulesFile, line: lineOf(typo, '**Ownr**'), author: bot });
    expect(suggestion(comment?.body ?? '')).toBe('**Owner**: BDR');
    const accepted = typo.replace('**Ownr**: BDR', suggestion(comment?.body ?? '') ?? '');
    const after = await play({ change: { [rulesFile]: accepted } });
    expect([after.exit, after.outputs.get('new')]).toEqual([0, '0']);
  });

  test('is made once, however often the workflow runs', async () => {
    const built = await stage({ change: { [rulesFile]: typo } });
    await built.run();
    const again = await built.run();
    expect(built.github.world.reviewComments).toHaveLength(1);
    expect(again.log.join('\n')).toContain('0 posted, 1 posted earlier');
    expect(again.summary).not.toContain('as a patch');
  });

  test('whose lines a push took away is made anew, and then once', async () => {
    const first = await play({ change: { [rulesFile]: typo } });
    const [own] = first.stage.github.world.reviewComments;
    const outdated = [{ ...own!, line: null }];
    const built = await stage({ change: { [rulesFile]: typo }, reviewComments: outdated });
    await built.run();
    expect(built.github.world.reviewComments.map(({ line }) => line)).toEqual([
      null,
      lineOf(typo, '**Ownr**'),
    ]);
    const again = await built.run();
    expect(built.github.world.reviewComments).toHaveLength(2);
    expect(again.log.join('\n')).toContain('0 posted, 1 posted earlier');
  });

  test('counts in the comment as offered only while its lines are there', async () => {
    const first = await play({ change: { [rulesFile]: typo } });
    const [own] = first.stage.github.world.reviewComments;
    const run = await play({
      change: { [rulesFile]: typo },
      reviewComments: [{ ...own!, line: null }],
      faults: [{ on: 'POST /repos/acme/handbook/pulls/7/reviews', status: 422 }],
    });
    expect(run.summary).toContain('+**Owner**: BDR');
    expect(run.stage.github.world.comments[0]?.body).not.toContain('to accept with one click');
  });

  test('is made although somebody else pasted its marker', async () => {
    const first = await play({ change: { [rulesFile]: typo } });
    const [own] = first.stage.github.world.reviewComments;
    const pasted = [{ ...own!, author: 'mallory' }];
    const run = await play({ change: { [rulesFile]: typo }, reviewComments: pasted });
    expect(run.stage.github.world.reviewComments).toHaveLength(2);
  });

  test('is fenced by more backticks than its line holds', async () => {
    const text = typo.replace('**Ownr**: BDR\n', '**Ownr**: BDR <!-- ````` @acme/leads -->\n');
    const run = await play({ change: { [rulesFile]: text } });
    const body = run.stage.github.world.reviewComments[0]?.body ?? '';
    expect(body).toContain('``````suggestion\n');
    expect(suggestion(body)).toBe('**Owner**: BDR <!-- ````` @acme/leads -->');
  });

  test('of a finding outside the diff is a patch in the summary and a file that git applies', async () => {
    const run = await play({
      base: { ...passing, [rulesFile]: typo },
      change: { 'notes.md': 'x\n' },
      with: { scope: 'all' },
    });
    expect(run.stage.github.world.reviewComments).toEqual([]);
    expect(run.summary).toContain('-**Ownr**: BDR');
    expect(run.summary).toContain('+**Owner**: BDR');
    const file = join(temporaryFolder('patch'), 'mops.patch');
    writeFileSync(file, /```diff\n([\s\S]*?)```/.exec(run.summary)?.[1] ?? '');
    git(run.stage.workspace, 'apply', file);
    expect(git(run.stage.workspace, 'diff', '--stat')).toContain(
      '1 file changed, 1 insertion(+), 1 deletion(-)',
    );
    expect(readFileSync(join(run.stage.workspace, rulesFile), 'utf8')).toContain('**Owner**: BDR');
  });

  test('hangs on the line of the pull request, not of the merge with a base that moved on', async () => {
    const meanwhile = {
      [rulesFile]: (passing[rulesFile] as string).replace(
        '# Business rules\n',
        '# Business rules\n\nOne.\n\nTwo.\n',
      ),
    };
    const run = await play({ change: { [rulesFile]: typo }, meanwhile });
    expect(run.stage.github.world.reviewComments[0]?.line).toBe(lineOf(typo, '**Ownr**'));
    expect(run.annotations[0]?.line).toBe(lineOf(typo, '**Ownr**') + 4);
  });

  test('hangs on its own line where another says the same, and main grew by what lies between', async () => {
    const lines = (passing[rulesFile] as string).split('\n');
    const [first = 0, second = 0] = lines.flatMap((line, at) => (line === '**Owner**: AE' ? [at] : []));
    expect(second).toBeGreaterThan(first);
    const text = lines.map((line) => (line === '**Owner**: AE' ? '**Ownr**: AE' : line)).join('\n');
    const grown = ['# Business rules', '', ...Array(second - first - 2).fill('A line.'), ''].join('\n');
    const meanwhile = { [rulesFile]: lines.join('\n').replace('# Business rules\n', `${grown}\n`) };
    const run = await play({ change: { [rulesFile]: text }, meanwhile });
    const made = run.stage.github.world.reviewComments.map(({ line, body }) => [line, suggestion(body)]);
    expect(made).toEqual([
      [first + 1, '**Owner**: AE'],
      [second + 1, '**Owner**: AE'],
    ]);
  });

  test('of a file whose patch GitHub leaves out goes to the summary', async () => {
    const run = await play({ change: { [rulesFile]: typo }, patchless: [rulesFile] });
    expect(run.stage.github.world.reviewComments).toEqual([]);
    expect(run.summary).toContain('+**Owner**: BDR');
  });

  test('of a line too long for a comment goes to the summary, and the others are made', async () => {
    const text = typo.replace(
      '**Owner**: AE\n\n**SLA**:\n- Response time after entering this stage: 30',
      `**Ownr**: AE <!-- ${'as agreed, '.repeat(9000)}-->\n\n**SLA**:\n- Response time after entering this stage: 30`,
    );
    const run = await play({ change: { [rulesFile]: text } });
    const bodies = run.stage.github.world.reviewComments.map(({ body }) => suggestion(body));
    expect(bodies).toEqual(['**Owner**: BDR']);
    expect(run.summary).toContain('+**Owner**: AE <!-- as agreed,');
  });

  test('is made for the first thirty lines; the rest is a patch', async () => {
    const stages = Array.from(
      { length: 33 },
      (_, index) =>
        `\n## BR-MOPS-${index + 100}: Lifecycle Stage — Extra ${index + 100}\n\n**Type**: Lifecycle-Stage\n**Status**: Draft\n**Ownr**: BDR\n`,
    );
    const run = await play({ change: { [rulesFile]: `${passing[rulesFile]}${stages.join('')}` } });
    expect(run.stage.github.world.reviewComments).toHaveLength(30);
    expect(run.stage.github.world.reviews).toHaveLength(1);
    const patch = run.summary.split('as a patch')[1] ?? '';
    expect(patch.match(/^\+\*\*Owner\*\*: BDR$/gm)).toHaveLength(3);
  });

  test('is not made when suggestions are off', async () => {
    const run = await play({ change: { [rulesFile]: typo }, with: { suggestions: 'false' } });
    expect(run.stage.github.seen.some(({ path }) => path.endsWith('/reviews'))).toBe(false);
    expect(run.summary).toContain('+**Owner**: BDR');
  });

  test('in a file with line ends of Windows replaces the line only', async () => {
    const windows = Object.fromEntries(
      Object.entries(passing).map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]),
    );
    const run = await play({ base: windows, change: { [rulesFile]: typo.replaceAll('\n', '\r\n') } });
    const [comment] = run.stage.github.world.reviewComments;
    expect(suggestion(comment?.body ?? '')).toBe('**Owner**: BDR');
  });
});
