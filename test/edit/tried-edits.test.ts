import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { fix } from '../../src/check/fix.ts';
import { buildModel } from '../../src/lifecycle/build.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { readRepository } from '../../src/sot/index.ts';
import { configOf, reportOfText } from '../rules/bench.ts';

const stage = (lines: string): string =>
  `## BR-MOPS-002: Lifecycle Stage — MQL\n\nType: Lifecycle-Stage\nStatus: Active\nStage: MQL\n${lines}\n`;

/** A rule that finds each "x" in a title and offers what the test says. */
const titled = (edits: (at: number) => string): Rule => ({
  id: 'title-x',
  title: 'x',
  why: 'x',
  fix: 'x',
  source: 'test',
  severity: { quick: 'error', standard: 'error', deep: 'error' },
  bad: '',
  good: '',
  *check(model) {
    for (const entries of model.repository.byId.values()) {
      for (const { title, ...entry } of entries) {
        const at = title.text.indexOf('x');
        if (at < 0) continue;
        const span = { ...title.span, start: title.span.start + at, end: title.span.start + at + 1 };
        yield {
          at: span,
          message: 'An x.',
          entry: { title, ...entry },
          edit: { span, text: edits(Number(entry.id.slice(-3))) },
        };
      }
    }
  },
});

const modelOf = (text: string) => buildModel(readRepository([{ path: 'SoT/a.md', text }]), configOf({}));
const entries = (count: number): string =>
  Array.from(
    { length: count },
    (_, at) => `## BR-MOPS-${String(at + 1).padStart(3, '0')}: x\n\nType: Lifecycle-Stage\n`,
  ).join('\n');

describe('an edit is offered only when it keeps its promise', () => {
  const offered = (count: number, edits: (id: number) => string) =>
    check(modelOf(entries(count)), { rules: [titled(edits)] }).findings.flatMap(({ entry, edit }) =>
      edit === null ? [] : [entry],
    );

  test('one that takes its finding away', () => {
    expect(offered(3, () => 'y')).toEqual(['BR-MOPS-001', 'BR-MOPS-002', 'BR-MOPS-003']);
  });

  test('not one that leaves it there, and the others all the same', () => {
    expect(offered(9, (id) => (id === 4 ? 'xx' : 'y'))).toHaveLength(8);
    expect(offered(9, (id) => (id === 4 ? 'xx' : 'y'))).not.toContain('BR-MOPS-004');
  });

  test('not one that makes another entry', () => {
    const text = 'y\n\n## BR-MOPS-099: x';
    expect(offered(2, (id) => (id === 1 ? text : 'y'))).toEqual(['BR-MOPS-002']);
  });

  test('none when more would have to be tried than is sensible', () => {
    expect(offered(64, () => 'xx')).toEqual([]);
  });
});

describe('a mistyped field is written as the template has it', () => {
  test.each([
    ['Exit critria (progression)', 'Exit criteria (progression)'],
    ['Exit critera (disqualification)', 'Exit criteria (disqualification)'],
    ['Entry critera', 'Entry criteria'],
    ['Ownr', 'Owner'],
    ['Escalaton', 'Escalation'],
    ['Linked IDss', 'Linked IDs'],
  ])('%s', (label, meant) => {
    const { findings } = reportOfText(
      stage(`${label}: ${meant === 'Owner' ? 'BDR' : 'the SDR books a demo'}`),
    );
    const [found] = findings.filter(({ rule }) => rule === 'field-unknown');
    expect(found?.edit).toMatchObject({ text: meant, sure: true });
  });

  test('not where the right name stands beside it', () => {
    const { findings } = reportOfText(stage('Ownr: BDR\nOwner: AE'));
    expect(findings.find(({ rule }) => rule === 'field-unknown')?.edit).toBeNull();
  });
});

describe('fixing', () => {
  const model = modelOf(
    `${stage('Ownr: BDR\nEntry criteria:\n  - Demo form sent\nLinked IDs: PER-1')}\n<!-- mops-ignore stage-sla: none yet -->\n\n## PER-001: Head of sales\n\nType: Primary\n`,
  );

  test('goes on until nothing is left, and a second time changes nothing', () => {
    const once = fix(model, {}, { suggested: true });
    const [change] = once.changes;
    expect(change?.after).toContain('\nOwner: BDR\n');
    expect(change?.after).toContain('\nLinked IDs: PER-001\n');
    expect(change?.after).not.toContain('mops-ignore');
    expect(fix(once.after.model, {}, { suggested: true }).changes).toEqual([]);
  });

  test('without edits there is nothing to do', () => {
    expect(fix(modelOf('# Nothing here\n'), {}, { suggested: true })).toMatchObject({
      applied: [],
      changes: [],
    });
  });
});
