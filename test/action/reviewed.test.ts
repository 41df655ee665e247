/** Suggestions in a review, and the lines of a diff they may stand on; GitHub is a table of answers. */
import { describe, expect, test } from 'vitest';
import { blobSha } from '../../action/github/commit.ts';
import { rightHandLines } from '../../action/github/diff-lines.ts';
import { headLines } from '../../action/github/head-lines.ts';
import { suggest } from '../../action/github/review.ts';
import { replacements } from '../../src/edit/lines.ts';
import { AskedGitHub, content } from './asked-github.ts';

describe('a review', () => {
  const text = ['# Rules', 'Ownr: BDR', 'Stage: MQL', 'Ownr: AE', 'Sla: 1h', ''].join('\n');
  const edit = (from: string, to: string, reason = `${from} is ${to}.`) => {
    const start = text.indexOf(from);
    return {
      span: { file: 'a.md', start, end: start + from.length, line: 1, column: 1, endLine: 1, endColumn: 1 },
      text: to,
      reason,
      entry: 'BR-MOPS-001',
    };
  };
  const first = edit('Ownr: BDR', 'Owner: BDR', 'Ownr is called *Owner*.');
  const patch = `@@ -1,5 +1,5 @@\n${text
    .trimEnd()
    .split('\n')
    .map((line) => `+${line}`)
    .join('\n')}`;
  const pull = { number: 7, headSha: 'a1' };
  const answers = {
    'GET pulls/7/files': [{ filename: 'a.md', sha: blobSha(text), patch }],
    'GET pulls/7/comments': [],
    'POST pulls/7/reviews': {},
  };
  const ask = async (other: object = {}, edits = [first], checked = text) => {
    const github = new AskedGitHub({ ...answers, ...other });
    const all = replacements('a.md', checked, edits);
    const { posted, standing, left } = await suggest(github, pull, all, new Map([['a.md', checked]]));
    return { counts: [posted.length, standing.length, left.length], github };
  };
  const comments = (github: AskedGitHub) => (github.sent[0]?.['comments'] ?? []) as { body: string }[];

  test('has the reason, the line as it is to be, and its own mark', async () => {
    const { counts, github } = await ask();
    expect(counts).toEqual([1, 0, 0]);
    expect(github.sent).toEqual([
      {
        pull_number: 7,
        commit_id: 'a1',
        event: 'COMMENT',
        body: '',
        comments: [{ path: 'a.md', body: expect.any(String), side: 'RIGHT', line: 2 }],
      },
    ]);
    expect(comments(github)[0]?.body).toMatch(
      /^Ownr is called \\\*Owner\\\*\.\n\n```suggestion\nOwner: BDR\n```\n\n<!-- mops:suggestion:[0-9a-f]{20} -->$/,
    );
  });

  test('of several lines names the first and the last', async () => {
    const { github } = await ask({}, [edit('Ownr: BDR\nStage: MQL', 'Owner: BDR\nStage: SQL')]);
    expect(comments(github)).toMatchObject([{ line: 3, start_line: 2, side: 'RIGHT', start_side: 'RIGHT' }]);
  });

  test('has each suggestion once, whoever ran before', async () => {
    const before = await ask();
    const made = { body: comments(before.github)[0]?.body, line: 2, user: { login: 'github-actions[bot]' } };
    const again = (comment: object) => ask({ 'GET pulls/7/comments': [comment] });
    expect((await again(made)).counts).toEqual([0, 1, 0]);
    expect((await again(made)).github.sent).toEqual([]);
    expect((await again({ ...made, user: { login: 'mallory' } })).counts).toEqual([1, 0, 0]);
    expect((await again({ ...made, user: null })).counts).toEqual([1, 0, 0]);
    expect((await again({ ...made, line: null })).counts).toEqual([1, 0, 0]);
    expect((await again({ line: 2 })).counts).toEqual([1, 0, 0]);
    const two = await ask({ 'GET pulls/7/comments': [made] }, [first, edit('Ownr: AE', 'Owner: AE')]);
    expect(two.counts).toEqual([1, 1, 0]);
    expect(comments(two.github)).toMatchObject([{ line: 4 }]);
  });

  test('trusts a mark where GitHub does not say who asks', async () => {
    const before = await ask();
    const made = { body: comments(before.github)[0]?.body, line: 2, user: { login: 'somebody' } };
    const github = new AskedGitHub({ ...answers, 'GET pulls/7/comments': [made] });
    github.self = null;
    const done = await suggest(github, pull, replacements('a.md', text, [first]), new Map([['a.md', text]]));
    expect(done.standing).toHaveLength(1);
  });

  test.each<[string, object]>([
    ['the diff does not show the file', { 'GET pulls/7/files': [{ filename: 'b.md', patch }] }],
    ['the diff does not show its lines', { 'GET pulls/7/files': [{ filename: 'a.md' }] }],
    [
      'the line is outside of the diff',
      { 'GET pulls/7/files': [{ filename: 'a.md', patch: '@@ -1 +1 @@\n+# Rules' }] },
    ],
    [
      'the line says something else',
      { 'GET pulls/7/files': [{ filename: 'a.md', patch: '@@ -1 +1,2 @@\n+# Rules\n+Ownr: AE' }] },
    ],
  ])('is none where %s, and nobody is asked more', async (_what, other) => {
    const { counts, github } = await ask(other);
    expect(counts).toEqual([0, 0, 1]);
    expect(github.asked).toEqual(['GET pulls/7/files']);
  });

  test('hangs on the line of the head where the checked text is a merge', async () => {
    const head = `New.\nNew too.\n${text}`;
    const other = {
      'GET pulls/7/files': [{ filename: 'a.md', sha: 'b7', patch: patch.replace('+1,5', '+3,5') }],
      'GET git/blobs/b7': content(head),
    };
    const { github } = await ask(other);
    expect(comments(github)).toMatchObject([{ line: 4 }]);
    expect(github.asked[1]).toBe('GET git/blobs/b7');
  });

  test('has no suggestion that GitHub would not take, and at most thirty', async () => {
    const long = await ask({}, [edit('Ownr: BDR', `Owner: ${'B'.repeat(60_000)}`)]);
    expect(long.counts).toEqual([0, 0, 1]);
    const lines = Array.from({ length: 31 }, (_, at) => `Ownr: ${at}`);
    const many = lines.join('\n');
    const edits = lines.map((line, at) => {
      const start = many.indexOf(`${line}${at < 30 ? '\n' : ''}`);
      const span = { file: 'a.md', start, end: start + 4, line: 1, column: 1, endLine: 1, endColumn: 1 };
      return { span, text: 'Owner', reason: 'So.', entry: '' };
    });
    const files = [
      { filename: 'a.md', patch: `@@ -0,0 +1,31 @@\n${lines.map((line) => `+${line}`).join('\n')}` },
    ];
    expect((await ask({ 'GET pulls/7/files': files }, edits, many)).counts).toEqual([30, 0, 1]);
    expect((await ask({ 'GET pulls/7/files': files }, edits.slice(1), many)).counts).toEqual([30, 0, 0]);
  });
});

describe('lines of a diff', () => {
  test('a line of a file that looks like the head of a hunk is a line', () => {
    const lines = rightHandLines('@@ -1 +5,2 @@ ## Rules\n+@@ -1 +1 @@\n+b\r\n-c');
    expect(lines).toEqual([
      { number: 5, hunk: 1, text: '@@ -1 +1 @@' },
      { number: 6, hunk: 1, text: 'b' },
    ]);
  });

  test('a line keeps what looks like an end of it in its middle', () => {
    expect(rightHandLines('@@ -1 +1 @@\n+a\rb\r')).toEqual([{ number: 1, hunk: 1, text: 'a\rb' }]);
  });

  test('what stands before the first hunk is none', () => {
    expect(rightHandLines('+++ b/a.md\n context\n@@ -3,2 +4,1 @@\n a')).toEqual([
      { number: 4, hunk: 1, text: 'a' },
    ]);
  });

  test('a heading of another kind is a place, too', () => {
    const at = (checked: string, head: string, line: number) => headLines(checked, head)(line, 1);
    expect(at('GTM-MOPS-001: Handoff\nx\n', 'GTM-MOPS-001: Handoff\nx\n', 1)).toBe(1);
    expect(at('a\nx\n', 'BR-MOPS-001 — Stage\nx\n', 1)).toBeNull();
    expect(at('   ## A\nx\n', '   ## B\nx\n', 1)).toBeNull();
    expect(at('    ## A\nx\n', '    ## B\nx\n', 1)).toBe(1);
    expect(at('#A\nx\n', '#B\nx\n', 1)).toBe(1);
    expect(at('x\r\ny\r\n', 'x\ny\n', 1)).toBe(1);
  });

  test('more changes than are worth a search give no place', () => {
    const lines = (word: string) => Array.from({ length: 2100 }, (_, at) => `${word} ${at}`).join('\n');
    expect(headLines(`x\n${lines('a')}`, `x\n${lines('b')}`)(0, 1)).toBeNull();
  });
});
