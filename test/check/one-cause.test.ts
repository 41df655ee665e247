/** What one finding of many places says, and at which of them it stands. */
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/rules/rule.ts';
import { askingStages, checked, modelOf, stagesText } from './own-rules.ts';

const six = modelOf(stagesText('ABCDEF'));

/** `A hurts. [B too at 7]` for each finding. */
function told(more: (at: number) => Partial<Problem> | null, model = six) {
  const rule = askingStages('shared', ({ name, entry }, at) => {
    const own = more(at);
    if (own === null) return null;
    const cause = { key: 'k', here: `${name} too` };
    const related = own.related?.map(({ message }) => ({ message, span: entry.idSpan }));
    return {
      message: `${name} hurts.`,
      key: name,
      ...own,
      ...(own.cause === undefined ? { cause } : { cause: { ...cause, ...own.cause, key: own.cause.key } }),
      ...(related === undefined ? {} : { related }),
    };
  });
  return checked(model, [rule]).findings.map(
    ({ message, related }) =>
      message + related.map((one) => ` [${one.message} at ${one.span.line}]`).join(''),
  );
}

const root = (key = 'k') => ({ cause: { key, here: 'the root', root: true } });

describe('the other entries are named up to three, more are counted', () => {
  test.each([
    [1, 'A hurts.'],
    [2, 'A hurts. Also in BR-MOPS-002. [B too at 7]'],
    [3, 'A hurts. Also in BR-MOPS-002 and BR-MOPS-003. [B too at 7] [C too at 13]'],
    [
      4,
      'A hurts. Also in BR-MOPS-002, BR-MOPS-003 and BR-MOPS-004. [B too at 7] [C too at 13] [D too at 19]',
    ],
    [
      5,
      'A hurts. Also in BR-MOPS-002, BR-MOPS-003 and 2 more entries. [B too at 7] [C too at 13] [D too at 19] [E too at 25]',
    ],
  ])('%i', (count, line) => {
    expect(told((at) => (at < count ? {} : null))).toEqual([line]);
  });

  test('an entry with two of the places is named once, the finding’s own not at all', () => {
    const twice = askingStages('shared', ({ name, entry }, at) =>
      at > 1
        ? null
        : [entry.title.span, entry.idSpan].map((span) => ({
            at: span,
            key: `${name}${span.start}`,
            message: `${name} hurts.`,
            cause: { key: 'k', here: `${name} too` },
          })),
    );
    const [found, ...others] = checked(six, [twice]).findings;
    expect(others).toEqual([]);
    expect(found?.message).toBe('A hurts. Also in BR-MOPS-002.');
    expect(found?.related.map(({ span }) => span.line)).toEqual([1, 7, 7]);
    expect(found?.places).toHaveLength(4);
  });
});

describe('it stands', () => {
  test('where it is worst', () => {
    expect(told((at) => (at < 3 ? { severity: at === 1 ? 'error' : 'warning' } : null))).toEqual([
      'B hurts. Also in BR-MOPS-001 and BR-MOPS-003. [A too at 1] [C too at 13]',
    ]);
  });

  test('at the root of the others, worse ones aside', () => {
    expect(told((at) => (at < 2 ? (at === 1 ? root() : {}) : null))).toEqual([
      'B hurts. Also in BR-MOPS-001. [A too at 1]',
    ]);
    expect(
      told((at) =>
        at < 2 ? (at === 1 ? { ...root(), severity: 'notice' } : { severity: 'warning' }) : null,
      ),
    ).toEqual(['A hurts. Also in BR-MOPS-002. [the root at 7]']);
  });

  test('at the first of two roots', () => {
    expect(told((at) => (at > 0 && at < 3 ? root() : at === 0 ? {} : null))).toEqual([
      'B hurts. Also in BR-MOPS-001 and BR-MOPS-003. [A too at 1] [the root at 13]',
    ]);
  });
});

test('what is related to each place is related to all, and said once', () => {
  const see: Partial<Problem> = { related: [{ message: 'see', span: six.living.stages[0]!.entry.idSpan }] };
  expect(told((at) => (at < 2 ? see : null))).toEqual([
    'A hurts. Also in BR-MOPS-002. [see at 1] [B too at 7] [see at 7]',
  ]);
  const one = six.living.stages[0]!.entry.idSpan;
  const rule = askingStages('shared', ({ name }, at) =>
    at < 3
      ? { key: name, cause: { key: 'k', here: `${name} too` }, related: [{ message: 'the same', span: one }] }
      : null,
  );
  expect(checked(six, [rule]).findings[0]?.related.map(({ message }) => message)).toEqual([
    'the same',
    'B too',
    'C too',
  ]);
});

test('two entries at one place are one place', () => {
  const at = six.living.stages[0]!.entry.title.span;
  const rule = askingStages('shared', ({ name }, index) =>
    index < 2 ? { at, key: name, cause: { key: 'k', here: `${name} too` } } : null,
  );
  const [found] = checked(six, [rule]).findings;
  expect([found?.message, found?.related]).toEqual(['A. Also in BR-MOPS-002.', []]);
});

test('other causes, other rules and findings without a cause stay apart, in the order of places', () => {
  const shared = (id: string) =>
    askingStages(id, ({ name }, at) =>
      at === 1 ? {} : { key: name, cause: { key: at < 3 ? 'one' : 'other', here: `${name} too` } },
    );
  expect(
    checked(six, [shared('x'), shared('y')]).findings.map(
      ({ rule, message, related }) => `${rule} ${message} ${related.length}`,
    ),
  ).toEqual([
    'x A. Also in BR-MOPS-003. 1',
    'y A. Also in BR-MOPS-003. 1',
    'x B. 0',
    'y B. 0',
    'x D. Also in BR-MOPS-005 and BR-MOPS-006. 2',
    'y D. Also in BR-MOPS-005 and BR-MOPS-006. 2',
  ]);
});

test('its fingerprint says the rule and the cause: not who cites, nor in which file', () => {
  const print = (from: number, key: string, id = 'shared') =>
    checked(six, [
      askingStages(id, ({ name }, at) => (at < from ? null : { key: name, cause: { key, here: 'too' } })),
    ]).findings[0]?.fingerprint;
  expect(print(0, 'k')).toBe(print(3, 'k'));
  expect(new Set([print(0, 'k'), print(0, 'l'), print(0, 'k', 'other')]).size).toBe(3);
});
