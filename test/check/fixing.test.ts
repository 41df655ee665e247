/** `mops fix`: which edits are taken, how often, and what is said of them. */
import { describe, expect, test } from 'vitest';
import { fix, fixable } from '../../src/check/fix.ts';
import type { Problem, Rule } from '../../src/rules/rule.ts';
import { askingStages, checked, modelOf, part, stagesText } from './own-rules.ts';

/** Offers another letter in place of the last of each title. */
const lettered = (next: (letter: string) => Partial<Problem['edit'] & object> | null): Rule =>
  askingStages('letter', ({ entry: { title } }) => {
    const span = part(title.span, title.text.length - 1, 1);
    const edit = next(title.text.slice(-1));
    return edit === null ? null : { at: span, key: title.text, edit: { span, text: '', ...edit } };
  });

const titles = (text: string | undefined) =>
  [...(text ?? '').matchAll(/— (.+)$/gm)].map(([, title]) => title);
const after = (letters: string, rule: Rule, suggested = false) => {
  const made = fix(modelOf(stagesText(letters)), { rules: [rule] }, { suggested });
  return {
    titles: titles(made.after.model.repository.files[0]?.text),
    rounds: made.applied.map(({ before, edit }) => `${before}→${edit.text}`),
    changed: made.changes.map(({ path }) => path),
    left: made.after.findings.length,
  };
};

describe('fixing', () => {
  /** A finding for each x at the end of a title; each would take one of them away, all at the same place. */
  const crowded = askingStages('crowded', ({ entry: { title } }) => {
    const many = /x*$/.exec(title.text)?.[0].length ?? 0;
    const span = part(title.span, title.text.length - many, many);
    return Array.from({ length: many }, (_, at) => ({
      at: part(span, at, 1),
      key: `${at}`,
      edit: { span, text: 'x'.repeat(many - 1) },
    }));
  });
  const withTitle = (title: string) =>
    fix(modelOf(stagesText('A').replace('— A', `— ${title}`)), { rules: [crowded] }, { suggested: false });

  test('of edits at one place takes one a round, until none is left', () => {
    const made = withTitle('Axxx');
    expect(made.applied.map(({ before, edit }) => `${before}→${edit.text}`)).toEqual([
      'xxx→xx',
      'xx→x',
      'x→',
    ]);
    expect(made.after.findings).toEqual([]);
    expect(made.changes.map(({ after }) => titles(after))).toEqual([['A']]);
  });

  test('ends after five rounds', () => {
    const made = withTitle('Axxxxxxx');
    expect(made.applied).toHaveLength(5);
    expect(titles(made.changes[0]?.after)).toEqual(['Axx']);
    expect(made.after.findings).toHaveLength(2);
  });

  test('leaves what wants a look until that is asked for', () => {
    const doubtful = lettered((letter) =>
      letter === 'y' ? null : { text: 'y', ...(letter === 'x' ? { sure: false } : {}) },
    );
    expect(after('xa', doubtful)).toEqual({
      titles: ['x', 'y'],
      rounds: ['a→y'],
      changed: ['SoT/a.md'],
      left: 1,
    });
    expect(after('xa', doubtful, true).titles).toEqual(['y', 'y']);
    const { findings } = checked(modelOf(stagesText('xa')), [doubtful]);
    expect(fixable(findings)).toEqual({ sure: 1, suggested: 1 });
  });

  test('with nothing to offer changes nothing', () => {
    const silent = askingStages('letter', () => ({}));
    expect(after('ab', silent)).toEqual({ titles: ['a', 'b'], rounds: [], changed: [], left: 2 });
    expect(fixable(checked(modelOf(stagesText('ab')), [silent]).findings)).toEqual({
      sure: 0,
      suggested: 0,
    });
  });

  test('of two that overlap takes the first, and the other one when it comes again', () => {
    const both: Rule = askingStages('letter', ({ entry: { title } }) => {
      const at = title.text.indexOf('xx');
      if (at < 0) return null;
      return [0, 1].map((from) => {
        const span = part(title.span, at, 2 - from);
        return {
          at: part(title.span, at + from, 1),
          key: `${from}`,
          edit: { span, text: from === 0 ? 'y' : '' },
        };
      });
    });
    const made = fix(
      modelOf(stagesText('A').replace('— A', '— xx')),
      { rules: [both] },
      { suggested: false },
    );
    expect(titles(made.after.model.repository.files[0]?.text)).toHaveLength(1);
    expect(made.after.findings).toEqual([]);
  });
});

describe('an edit is tried before it is offered', () => {
  /** Which titles keep their edit. */
  const offered = (letters: string, rule: Rule) =>
    checked(modelOf(stagesText(letters)), [rule]).findings.flatMap(({ edit, key }) =>
      edit === null ? [] : [(key ?? '').slice(-1)],
    );

  test('one that brings another finding of its rule, or of another rule, is not', () => {
    const shy = lettered((letter) => (letter === 'a' ? { text: 'z' } : null));
    const strict = askingStages('no-z', ({ entry }) => (entry.title.text.endsWith('z') ? {} : null));
    expect(offered('a', shy)).toEqual(['a']);
    const both = checked(modelOf(stagesText('a')), [shy, strict]).findings;
    expect(both.map(({ edit }) => edit)).toEqual([null]);
  });

  test('one that makes another finding worse is not, one that makes it milder is', () => {
    const shy = lettered((letter) => (letter === 'a' ? { text: 'z' } : null));
    const told = (before: 'warning' | 'notice', then: 'warning' | 'notice') =>
      askingStages('other', ({ entry }) => ({
        severity: entry.title.text.endsWith('z') ? then : before,
      }));
    const edits = (before: 'warning' | 'notice', then: 'warning' | 'notice') =>
      checked(modelOf(stagesText('a')), [shy, told(before, then)]).findings.filter(({ edit }) => edit).length;
    expect(edits('notice', 'warning')).toBe(0);
    expect(edits('warning', 'warning')).toBe(1);
  });

  test('one that takes another finding away and leaves its own is not', () => {
    const model = modelOf(stagesText('AB').replace('— A', '— ax').replace('— B', '— bx'));
    const lasts = model.living.stages.map(({ entry: { title } }) =>
      part(title.span, title.text.length - 1, 1),
    );
    const crossed = askingStages('crossed', ({ entry: { title } }, at) => {
      const [, span] = lasts;
      if (!title.text.endsWith('x') || span === undefined) return null;
      return { key: `${at}`, ...(at === 0 ? { edit: { span, text: 'y' } } : {}) };
    });
    expect(checked(model, [crossed]).findings.map(({ edit }) => edit)).toEqual([null, null]);
  });

  test('of several told in the same words each goes by itself', () => {
    const twins = askingStages('twins', ({ entry: { title } }) =>
      [...title.text.matchAll(/x/g)].map(({ index }) => {
        const span = part(title.span, index, 1);
        return { at: span, key: 'same', edit: { span, text: 'y' } };
      }),
    );
    const model = modelOf(stagesText('A').replace('— A', '— axxx'));
    const { findings } = checked(model, [twins]);
    expect(findings.map(({ fingerprint, edit }) => [fingerprint.slice(16), edit?.text])).toEqual([
      ['', 'y'],
      ['-2', 'y'],
      ['-3', 'y'],
    ]);
    const [change] = fix(model, { rules: [twins] }, { suggested: false }).changes;
    expect(titles(change?.after)).toEqual(['ayyy']);
  });

  test('sure ones first: a doubtful one that spoils a sure one gives way', () => {
    const tail = askingStages('tail', ({ entry: { title } }) => {
      const at = title.text.indexOf('xx');
      if (at < 0) return null;
      return [
        {
          at: part(title.span, at, 1),
          key: 'doubtful',
          edit: { span: part(title.span, at, 2), text: 'q', sure: false },
        },
        { at: part(title.span, at + 1, 1), key: 'sure', edit: { span: part(title.span, at, 2), text: 'y' } },
      ];
    });
    const { findings } = checked(modelOf(stagesText('A').replace('— A', '— xx')), [tail]);
    expect(findings.filter(({ edit }) => edit !== null).map(({ key }) => key)).toContain('sure');
  });

  test('twenty-four trials are made, no more', () => {
    let asked = 0;
    const stubborn: Rule = {
      ...lettered(() => ({ text: 'xx' })),
      id: 'stubborn',
    };
    const counting: Rule = {
      ...stubborn,
      check: (model, context) => {
        asked++;
        return stubborn.check(model, context);
      },
    };
    checked(modelOf(stagesText('abcdefghijklmnopqrstuvwxyz012345')), [counting]);
    // Once for the report itself.
    expect(asked).toBe(25);
  });
});
