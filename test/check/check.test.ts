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
      for (const { entry, name } of model.livingStages) {
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

describe('the order of findings', () => {
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

  test('of a true repeat has a counter behind it', () => {
    const again: Rule = {
      ...rule('x', () => ({})),
      *check(model) {
        for (const { entry } of model.livingStages.slice(0, 1))
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
