import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import type { Config } from '../../src/config/schema.ts';
import { buildModel } from '../../src/lifecycle/build.ts';
import type { Model } from '../../src/lifecycle/model.ts';
import type { Problem, Rule } from '../../src/rules/rule.ts';
import { readRepository } from '../../src/sot/index.ts';
import { configOf, reportOfText } from '../rules/bench.ts';

const stage = (number: number, name: string, more = '') =>
  `## BR-MOPS-00${number}: Lifecycle Stage — ${name}\n\nType: Lifecycle-Stage\nStage: ${name}\nOwner: BDR\n${more}\n`;

function modelOf(text: string, keys: Partial<Config> | object = {}): Model {
  return buildModel(readRepository([{ path: 'SoT/a.md', text }]), configOf(keys));
}

/** A rule that asks one question of every stage. */
function rule(id: string, ask: (name: string) => Partial<Problem> | null, more: Partial<Rule> = {}): Rule {
  return {
    id,
    title: id,
    why: 'It hurts.',
    fix: 'Write it.',
    source: 'SPEC §4',
    severity: { quick: 'off', standard: 'error', deep: 'error' },
    bad: '',
    good: '',
    *check(model) {
      for (const { entry, name } of model.living.stages) {
        const problem = ask(name);
        if (problem !== null) yield { at: entry.title.span, message: `${name}.`, entry, ...problem };
      }
    },
    ...more,
  };
}

const two = stage(1, 'MQL') + stage(2, 'SQL');
const found = (model: Model, ...rules: Rule[]) =>
  check(model, { rules }).findings.map(({ rule: id, severity, message }) => `${id} ${severity} ${message}`);

describe('a rule that breaks', () => {
  const broken = rule('broken', (name) => {
    if (name === 'SQL') throw new Error('no such thing');
    return {};
  });

  test('is a fault of that rule; what it found before and the other rules stand', () => {
    const report = check(modelOf(two), { rules: [broken, rule('sound', () => ({}))] });
    expect(report.faults).toEqual([{ rule: 'broken', message: 'no such thing' }]);
    expect(report.findings.map(({ rule: id, message }) => [id, message])).toEqual([
      ['broken', 'MQL.'],
      ['sound', 'MQL.'],
      ['sound', 'SQL.'],
    ]);
  });
});

test('what is thrown that is no error is told as it is', () => {
  const odd = rule('odd', () => {
    throw 'out of words';
  });
  expect(check(modelOf(two), { rules: [odd] }).faults).toEqual([{ rule: 'odd', message: 'out of words' }]);
});

test('nothing is said about entries of kinds that are read for links alone', () => {
  const all: Rule = {
    ...rule('all', () => ({})),
    *check(model) {
      for (const entries of model.repository.byId.values())
        for (const entry of entries) yield { at: entry.title.span, message: `${entry.id}.`, entry };
      const [file] = model.repository.files;
      if (file?.entries[0]) yield { at: file.entries[0].idSpan, message: 'Of the file.' };
    },
  };
  const told = check(modelOf(`${two}## SEC-001: Keys\n\nType: Secret\n`), { rules: [all] }).findings;
  expect(told.map(({ message, entry }) => `${message} ${entry}`)).toEqual([
    'Of the file. null',
    'BR-MOPS-001. BR-MOPS-001',
    'BR-MOPS-002. BR-MOPS-002',
  ]);
});

test('a finding has what its rule leaves out: the rule’s own fix, no gate, no field, nothing beside it', () => {
  const [plain] = check(modelOf(stage(1, 'MQL')), { rules: [rule('plain', () => ({}))] }).findings;
  expect(plain).toMatchObject({
    gate: null,
    pattern: null,
    field: null,
    fix: 'Write it.',
    related: [],
    edit: null,
    instead: null,
    state: 'new',
  });
  const own = { fix: 'Write that.', field: 'owner' as const };
  const [said] = check(modelOf(stage(1, 'MQL')), {
    rules: [rule('plain', () => own, { pattern: 3 })],
  }).findings;
  expect(said).toMatchObject({ pattern: 3, field: 'owner', fix: 'Write that.' });
});

test('a rule hears what day it is, the IDs of all rules, and no comment that is not its business', () => {
  const heard: unknown[] = [];
  const listening: Rule = {
    ...rule('listening', () => ({})),
    check: (_model, { today, ruleIds, ignores }) => {
      heard.push([today, ruleIds.includes('stage-owner'), ignores]);
      return [];
    },
  };
  const model = modelOf(`<!-- mops-ignore stage-owner: later -->\n${two}`);
  check(model, { rules: [listening], today: '2026-11-15' });
  check(model, { rules: [listening] });
  expect(heard).toEqual([
    ['2026-11-15', true, []],
    [null, true, []],
  ]);
});

describe('the order of findings', () => {
  test('of two at one place and of one rule is by what they say', () => {
    const many: Rule = {
      ...rule('many', () => ({})),
      *check(model) {
        for (const { entry } of model.living.stages.slice(0, 1)) {
          const at = entry.title.span;
          yield { at, message: 'Second.', entry };
          yield { at: { ...at, column: at.column + 1 }, message: 'Behind.', entry };
          yield { at, message: 'First.', entry };
        }
      },
    };
    expect(check(modelOf(two), { rules: [many] }).findings.map(({ message }) => message)).toEqual([
      'First.',
      'Second.',
      'Behind.',
    ]);
  });

  test('is by file, line, column, rule, and not by the order of the rules', () => {
    const report = check(modelOf(two), { rules: [rule('b', () => ({})), rule('a', () => ({}))] });
    expect(report.findings.map(({ rule: id, span }) => `${span.line} ${id}`)).toEqual([
      '1 a',
      '1 b',
      '7 a',
      '7 b',
    ]);
  });
});

describe('severity', () => {
  const draft = stage(1, 'MQL', 'Status: Draft\n');

  test('of a gate softens to a notice in a draft, and says that it must be fixed', () => {
    const gated = rule('gated', () => ({}), { gate: 2 });
    expect(found(modelOf(draft), gated)).toEqual(['gated notice MQL. This must be fixed before activation.']);
    expect(found(modelOf(stage(1, 'MQL')), gated)).toEqual(['gated error MQL.']);
  });

  test('of a warning in a draft is a notice and says no more', () => {
    const warning = { quick: 'off', standard: 'warning', deep: 'warning' } as const;
    expect(
      found(
        modelOf(draft),
        rule('gated', () => ({}), { gate: 2, severity: warning }),
      ),
    ).toEqual(['gated notice MQL.']);
  });

  test('of a rule without a gate, or one that says so, stays in a draft', () => {
    expect(
      found(
        modelOf(draft),
        rule('free', () => ({})),
      ),
    ).toEqual(['free error MQL.']);
    expect(
      found(
        modelOf(draft),
        rule('hard', () => ({ softens: false }), { gate: 2 }),
      ),
    ).toEqual(['hard error MQL.']);
  });

  test('is the problem’s own where it has one, and the config’s above all', () => {
    const own = rule('stage-owner', () => ({ severity: 'notice' }));
    expect(found(modelOf(two), own)).toEqual(['stage-owner notice MQL.', 'stage-owner notice SQL.']);
    const config = { rules: { 'stage-owner': 'warning' } };
    expect(found(modelOf(stage(1, 'MQL'), config), own)).toEqual(['stage-owner warning MQL.']);
  });
});

describe('the verdict', () => {
  const at = (severity: 'error' | 'warning' | 'notice', failOn: 'error' | 'warning' | 'notice' | 'never') =>
    check(modelOf(stage(1, 'MQL')), { rules: [rule('x', () => ({ severity }))], failOn }).verdict;

  test.each([
    ['error', 'error', 'fail'],
    ['error', 'never', 'pass'],
    ['warning', 'error', 'pass'],
    ['warning', 'warning', 'fail'],
    ['notice', 'warning', 'pass'],
    ['notice', 'notice', 'fail'],
  ] as const)('with a finding of severity %s and --fail-on %s is %s', (severity, failOn, verdict) => {
    expect(at(severity, failOn)).toBe(verdict);
  });
});

test('the verdict without a word about it fails on errors alone', () => {
  const report = (severity: 'error' | 'warning') =>
    check(modelOf(stage(1, 'MQL')), { rules: [rule('x', () => ({ severity }))] });
  expect([report('error').verdict, report('error').failOn]).toEqual(['fail', 'error']);
  expect(report('warning').verdict).toBe('pass');
  expect(report('error')).toMatchObject({ scope: 'all', fixed: [], baseNote: null, nothing: null });
});

describe('a gate', () => {
  const gates = (severity: 'error' | 'warning' | 'notice') =>
    check(modelOf(stage(1, 'MQL')), { rules: [rule('x', () => ({ severity }), { gate: 3 })] }).gates[2];

  test('fails on errors alone and counts the rest', () => {
    expect(gates('error')).toMatchObject({ gate: 3, status: 'fail', errors: 1, warnings: 0, notices: 0 });
    expect(gates('warning')).toMatchObject({ status: 'pass', errors: 0, warnings: 1, notices: 0 });
    expect(gates('notice')).toMatchObject({ status: 'pass', errors: 0, warnings: 0, notices: 1 });
  });

  test('is skipped where nothing was read, and in a mode that does not ask', () => {
    expect(new Set(reportOfText('# Nothing here\n').gates.map(({ status }) => status))).toEqual(
      new Set(['skipped']),
    );
    const quick = reportOfText(two, { mode: 'quick' }).gates;
    expect(quick.filter(({ status }) => status === 'skipped').map(({ gate }) => gate)).toEqual([
      2, 3, 5, 6, 7,
    ]);
  });
});

describe('a fingerprint', () => {
  const prints = (text: string, key: (name: string) => string) =>
    check(modelOf(text), { rules: [rule('x', (name) => ({ key: key(name) }))] }).findings.map(
      ({ fingerprint }) => fingerprint,
    );

  test('stays when lines move, and differs by entry and by key', () => {
    const [mql, sql] = prints(two, () => 'k');
    expect(prints(`Some words.\n\n${two}`, () => 'k')).toEqual([mql, sql]);
    expect(sql).not.toBe(mql);
    expect(prints(two, () => 'other')[0]).not.toBe(mql);
    expect(mql).toMatch(/^[0-9a-f]{16}$/);
  });

  test('differs by rule, by field, and for findings about a file by the file', () => {
    const print = (id: string, more: Partial<Problem>, path = 'SoT/a.md') =>
      check(buildModel(readRepository([{ path, text: stage(1, 'MQL') }]), configOf({})), {
        rules: [rule(id, () => ({ key: 'k', ...more }))],
      }).findings[0]?.fingerprint;
    const all = [
      print('x', {}),
      print('y', {}),
      print('x', { field: 'owner' }),
      print('x', { entry: undefined as never }),
      print('x', { entry: undefined as never }, 'SoT/b.md'),
    ];
    expect(new Set(all).size).toBe(all.length);
    // Of a known entry the file is no part: it may move.
    expect(print('x', {}, 'SoT/b.md')).toBe(print('x', {}));
  });

  test('is the same in every version: a baseline and a comparison rest on it', () => {
    expect(prints(two, (name) => `${name} — “ключ”`)).toEqual(['e2f5ea807dc7cfc3', '57abce5583910a04']);
    const plain = check(modelOf(two), { rules: [rule('x', () => ({}))] }).findings;
    expect(plain.map(({ fingerprint }) => fingerprint)).toEqual(['d0ce4b451e6a1124', 'cd24433ef25fe86d']);
  });

  test('of a true repeat has a counter behind it', () => {
    const again: Rule = {
      ...rule('x', () => ({})),
      *check(model) {
        for (const { entry } of model.living.stages.slice(0, 1))
          for (const message of ['One.', 'Two.', 'Three.'])
            yield { at: entry.title.span, message, entry, key: 'k' };
      },
    };
    const [one, two_, three] = check(modelOf(two), { rules: [again] }).findings;
    // Sorted by message: One, Three, Two.
    expect([two_?.fingerprint, three?.fingerprint]).toEqual([
      `${one?.fingerprint}-2`,
      `${one?.fingerprint}-3`,
    ]);
  });
});
