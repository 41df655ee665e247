import { describe, expect, test } from 'vitest';
import { configOf, reportOf, reportOfText } from '../rules/bench.ts';

/** A stage whose owner nobody is and whose status is mistyped further down. */
const entry = (above: string, between = '') =>
  `${above}## BR-MOPS-003: Lifecycle Stage — SQL\n\nType: Lifecycle-Stage\nStage: SQL\n${between}Owner: the team\nLinked IDs: BR-MOPS-077\n`;

function told(text: string) {
  const report = reportOfText(text);
  const own = (rule: string) => report.findings.some((finding) => finding.rule === rule);
  return {
    owner: own('stage-owner'),
    link: own('reference-undefined'),
    ignored: report.ignored.map(({ finding, reason }) => `${finding.rule}: ${reason}`).sort(),
    comments: report.findings.filter(({ rule }) => rule.startsWith('ignore-')).map(({ rule }) => rule),
  };
}

describe('an ignore comment', () => {
  test('above an entry silences its rule in the whole entry, and only that rule', () => {
    expect(told(entry('<!-- mops-ignore stage-owner: hired in May -->\n'))).toEqual({
      owner: false,
      link: true,
      ignored: ['stage-owner: hired in May'],
      comments: [],
    });
  });

  test('above a line silences that line', () => {
    expect(told(entry('', '<!-- mops-ignore stage-owner: hired in May -->\n')).owner).toBe(false);
  });

  test('above another line silences nothing and is reported', () => {
    const text = `${entry('')}\n<!-- mops-ignore stage-owner: too late -->\nNotes: see the wiki\n`;
    expect(told(text)).toMatchObject({ owner: true, ignored: [], comments: ['ignore-unused'] });
  });

  test('without a reason silences nothing and is reported', () => {
    for (const comment of ['<!-- mops-ignore stage-owner -->', '<!-- mops-ignore stage-owner: -->'])
      expect(told(entry(`${comment}\n`))).toMatchObject({
        owner: true,
        ignored: [],
        comments: ['ignore-reason'],
      });
  });

  test('and another one above the same line both count, blank lines between them or not', () => {
    const both =
      '<!-- mops-ignore stage-owner: hired in May -->\n\n<!-- mops-ignore reference-undefined: comes with v0.9 -->\n';
    expect(told(entry(both))).toEqual({
      owner: false,
      link: false,
      ignored: ['reference-undefined: comes with v0.9', 'stage-owner: hired in May'],
      comments: [],
    });
  });

  test('over several lines and in capitals is read, its reason on one line', () => {
    const comment = '<!--\n  mops-ignore STAGE-OWNER:\n  hired\n  in May\n-->\n';
    expect(told(entry(comment)).ignored).toEqual(['stage-owner: hired in May']);
  });

  test.each([
    ['old Mac line ends', (text: string) => text.replaceAll('\n', '\r')],
    ['a blank that does not break', (text: string) => text.replace('-->\n', '-->\u00a0\n')],
    ['a tab behind it', (text: string) => text.replace('-->\n', '-->\t\n')],
    [
      'a comment of another tool below it',
      (text: string) => text.replace('-->\n', '-->\n<!-- prettier-ignore\n-->\n'),
    ],
  ])('with %s is above the same line', (_what, written) => {
    const text = written(entry('', '<!-- mops-ignore stage-owner: hired in May -->\n'));
    expect(told(text)).toMatchObject({ owner: false, comments: [] });
  });

  test.each(['see mops-ignore stage-owner: hired in May', 'mops-ignored stage-owner: hired in May'])(
    'is one only where it begins so: %s',
    (words) => {
      expect(told(entry('', `<!-- ${words} -->\n`))).toMatchObject({
        owner: true,
        ignored: [],
        comments: [],
      });
    },
  );

  test('with Windows line ends is above the same line', () => {
    const text = entry('', '<!-- mops-ignore stage-owner: hired in May -->\n').replaceAll('\n', '\r\n');
    expect(told(text).owner).toBe(false);
  });

  test('at the end of a file is reported', () => {
    expect(told(`${entry('')}\n<!-- mops-ignore stage-owner: nothing follows -->`).comments).toEqual([
      'ignore-unused',
    ]);
  });

  test('that is never closed, or of another tool, silences nothing', () => {
    expect(told(entry('<!-- prettier-ignore -->\n')).owner).toBe(true);
    expect(told(entry('<!-- mops-ignored stage-owner: x -->\n')).owner).toBe(true);
  });

  test('in a long run above one entry, each is about the entry below them all', () => {
    const run = Array.from({ length: 3000 }, (_, at) => `<!-- mops-ignore stage-owner: reason ${at} -->`);
    const result = told(entry(`${run.join('\n')}\n`));
    expect(result.owner).toBe(false);
    // The first one silences; the others have nothing left to do.
    expect(result.ignored).toEqual(['stage-owner: reason 0']);
    expect(result.comments).toHaveLength(2999);
  });

  test('above an entry says nothing about the entries beside it', () => {
    const two = `${entry('')}\n${entry('<!-- mops-ignore stage-owner: hired in May -->\n').replaceAll('003', '004')}`;
    expect(told(two)).toMatchObject({ owner: true, ignored: ['stage-owner: hired in May'] });
  });

  test.each([
    ['a comment of three lines', '<!-- prettier-ignore\nx\n-->\n'],
    ['two comments on a line', '<!-- a --> <!-- b -->\n'],
    ['blank lines on both sides', '\n\n<!-- a -->\n\n'],
    ['another that is not closed on its line', '<!-- a\n--> \n'],
    ['one that is set in as code is', '\n    <!-- a -->\n'],
    ['one of two lines that is set in as code is', '\n    <!-- a\n    b -->\n'],
  ])('is about the line below %s', (_what, between) => {
    const text = entry('', `<!-- mops-ignore stage-owner: hired in May -->\n${between}`);
    expect(told(text)).toMatchObject({ owner: false, comments: [] });
  });

  test('above a comment that is never closed is about nothing', () => {
    const text = entry('', '<!-- mops-ignore stage-owner: hired in May -->\n<!-- a\n');
    expect(told(text)).toMatchObject({ ignored: [], comments: ['ignore-unused'] });
  });

  test('behind the text of a line is about the next line', () => {
    expect(told(entry('', 'Order: 3 <!-- mops-ignore stage-owner: hired in May -->\n'))).toMatchObject({
      owner: false,
      comments: [],
    });
  });

  test('before the text of a line is about that line, not the next one', () => {
    const two = entry('', 'Order: 3\n').replace(
      'Order',
      '<!-- mops-ignore stage-owner: hired in May --> Order',
    );
    expect(told(two)).toMatchObject({ owner: true, comments: ['ignore-unused'] });
  });

  test('of two about one entry the first counts and the second is left over', () => {
    const first = '<!-- mops-ignore stage-owner: hired in May -->\n';
    const second = '<!-- mops-ignore stage-owner: hired in June -->\n';
    expect(told(entry(first + second))).toMatchObject({
      ignored: ['stage-owner: hired in May'],
      comments: ['ignore-unused'],
    });
  });

  test('without a colon, with blanks and with a reason of several words is read', () => {
    expect(told(entry('<!--mops-ignore\tstage-owner   hired  in\tMay-->\n')).ignored).toEqual([
      'stage-owner: hired in May',
    ]);
    expect(told(entry('<!-- mops-ignore stage-owner :hired -->\n')).ignored).toEqual(['stage-owner: hired']);
  });

  test('that names no rule, or one that nobody knows, is reported', () => {
    expect(told(entry('<!-- mops-ignore : for now -->\n')).comments).not.toEqual([]);
    expect(told(entry('<!-- mops-ignore stage-ownr: for now -->\n'))).toMatchObject({
      owner: true,
      ignored: [],
      comments: ['ignore-unused'],
    });
  });

  test('about a rule that the config or the mode does not ask is no leftover', () => {
    const text = entry('<!-- mops-ignore drift-per-stage: later -->\n<!-- mops-ignore stage-owner: x -->\n');
    const rulesOf = (keys: object) =>
      reportOfText(text, keys)
        .findings.map(({ rule }) => rule)
        .filter((rule) => rule.startsWith('ignore-'));
    expect(rulesOf({ rules: { 'stage-owner': 'off' } })).toEqual([]);
    expect(rulesOf({ mode: 'deep' })).toEqual(['ignore-unused']);
  });

  test('in one file says nothing about another', () => {
    const text = entry('<!-- mops-ignore stage-owner: hired in May -->\n');
    const report = reportOf(
      [
        { path: 'SoT/a.md', text },
        { path: 'SoT/b.md', text: entry('').replaceAll('003', '004') },
      ],
      configOf({}),
    );
    expect(report.findings.filter(({ rule }) => rule === 'stage-owner').map(({ span }) => span.file)).toEqual(
      ['SoT/b.md'],
    );
  });

  test('about the whole is no leftover while there is no lifecycle, about an entry it is', () => {
    const orphan = (rule: string) =>
      reportOfText(
        `<!-- mops-ignore ${rule}: comes in May -->\n## GTM-MOPS-002: Handoff — MQL → SQL\n\nType: Handoff\nFrom: MQL\nTo: SQL\n`,
      )
        .findings.map(({ rule: id }) => id)
        .filter((id) => id.startsWith('ignore-'));
    expect(orphan('handoff-missing')).toEqual([]);
    expect(orphan('stage-owner')).toEqual(['ignore-unused']);
  });

  test('about what waits until something is read is no leftover', () => {
    const unread = '\n## BR-MOPS-009 — MQL\n<table><tr><td>Owner</td></tr></table>\n';
    const text = `${entry('<!-- mops-ignore handoff-missing: comes in May -->\n')}${unread}`;
    expect(told(text).comments).toEqual([]);
  });
});
