/** `mops draft stage` where some of the stages are there. */
import { describe, expect, test } from 'vitest';
import { draftMissing } from '../../src/draft/missing/index.ts';
import { reportOfText, today } from '../rules/bench.ts';

const stages = (...names: readonly string[]): string =>
  names
    .map(
      (name, at) =>
        `## BR-MOPS-00${at + 1}: Lifecycle Stage — ${name}\n\nType: Lifecycle-Stage\nOrder: ${at + 1}\nStatus: Active\nStage: ${name}\n`,
    )
    .join('\n');

function drafted(names: readonly string[], config: object) {
  const { model, findings } = reportOfText(stages(...names), config);
  const { drafts, notes } = draftMissing(model, 'stage', today);
  const shape = findings.find(({ rule }) => rule === 'lifecycle-shape');
  return { drafts: drafts.map(({ about }) => about), notes, fix: shape?.fix ?? '' };
}

describe('mops draft stage', () => {
  test.each([
    [
      ['Anonymous', 'Inquiry', 'Meeting', 'Proposal', 'Customer'],
      'sales-assisted',
      '{MQL: [Inquiry], SQL: [Meeting], Opportunity: [Proposal]}',
    ],
    [['Anonymous', 'MQL', 'SQL', 'Proposal', 'Customer'], 'sales-assisted', '{Opportunity: [Proposal]}'],
  ] as const)('%s: a name of the team’s own gets no second stage beside it', (names, motion, line) => {
    const { drafts, notes } = drafted(names, { motion });
    expect(drafts).toEqual([]);
    expect(notes.join(' ')).toContain(`put this line into mops.config.yml: stages: ${line}`);
  });

  test('what is missing is drafted, what may be there under another name is asked for', () => {
    expect(drafted(['Anonymous', 'Engaged', 'Customer'], { motion: 'sales-assisted' })).toMatchObject({
      drafts: ['the stage SQL', 'the stage Opportunity'],
      notes: [expect.stringContaining('if Engaged is your name for MQL'), expect.any(String)],
    });
  });

  test.each([
    [['Anonymous', 'Lead'], { mode: 'quick', motion: 'sales-assisted' }, ['the stage Customer']],
    [['Anonymous', 'MQL', 'SAL', 'SQL'], { motion: 'sales-assisted' }, ['the stage Customer']],
    [['Anonymous', 'MQL', 'Opportunity', 'Customer'], { motion: 'sales-assisted' }, ['the stage SQL']],
  ] as const)('%s in the shape it is on the way to', (names, config, about) => {
    expect(drafted(names, config).drafts).toEqual(about);
  });

  test('a number that is taken is said', () => {
    expect(
      drafted(['Anonymous', 'MQL', 'Opportunity', 'Customer'], { motion: 'sales-assisted' }).notes,
    ).toEqual(['Order 3 is BR-MOPS-003 (Opportunity) now: count it, and the stages behind it, one up.']);
  });
});
