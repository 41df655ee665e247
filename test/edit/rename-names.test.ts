/** Which names can be renamed, what they are taken for, and what is said where one cannot be. */
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../src/edit/apply.ts';
import { planRename, type RenamePlan } from '../../src/edit/rename.ts';
import { buildModel } from '../../src/lifecycle/build.ts';
import { readRepository } from '../../src/sot/index.ts';
import { configOf } from '../rules/bench.ts';

const text = `## BR-MOPS-002: Lifecycle Stage — MQL

Type: Lifecycle-Stage
Stage: MQL
Owner: AE / founder
Escalation: notify the founder

## BR-MOPS-003: Lifecycle Stage — AE review

Type: Lifecycle-Stage
Stage: AE review
Owner: SDR or RevOps

## GTM-MOPS-001: Handoff — MQL → AE review

Type: Handoff
From: MQL (owner: AE)
To: AE review (owner: SDR)
Rejection rule:
  Condition: “No budget”, not no-budget-yet
  Routing: Nurture with code wrong-region
  Re-engagement: When "new budget" is there
Linked IDs: KPI-101/102, KPI-101, BR-PRICING-001
`;
const model = buildModel(readRepository([{ path: 'SoT/a.md', text }]), configOf({}));

function plan(old: string, name: string): RenamePlan {
  const made = planRename(model, null, old, name);
  if ('refused' in made) throw new Error(made.refused);
  return made;
}

function refusal(old: string, name: string): string {
  const made = planRename(model, null, old, name);
  return 'refused' in made ? made.refused : 'planned';
}

describe('what a name is taken for', () => {
  test.each([
    ['mql', 'Lead', 'stage', 'MQL'],
    ['founder', 'CEO', 'role', 'founder'],
    ['revops', 'Marketing ops', 'role', 'RevOps'],
    ['AE / founder', 'AE', 'role', 'AE / founder'],
    ['No budget', 'Budget missing', 'reason code', 'No budget'],
    ['new budget', 'fresh budget', 'reason code', 'new budget'],
    ['WRONG-REGION', 'elsewhere', 'reason code', 'wrong-region'],
    ['GTM-MOPS-001', 'GTM-MOPS-009', 'ID', 'GTM-MOPS-001'],
    ['BR-PRICING-001', 'BR-PRICING-007', 'ID', 'BR-PRICING-001'],
  ])('%s to %s: a %s', (old, name, kind, written) => {
    expect(plan(old, name)).toMatchObject({ kind, old: written });
  });

  test('a part of a seat is renamed where it stands alone, too', () => {
    const after = applyEdits(text, plan('founder', 'CEO').edits);
    expect(after).toContain('Owner: AE / CEO\nEscalation: notify the CEO');
  });

  test('a role inside the name of a stage stays', () => {
    const after = applyEdits(text, plan('AE', 'Closer').edits);
    expect(after).toContain('Owner: Closer / founder');
    expect(after).toContain('From: MQL (owner: Closer)\nTo: AE review (owner: SDR)');
  });

  test('an ID inside a range is left, with the reason; a spelled one is not', () => {
    const { edits, left } = plan('KPI-102', 'KPI-109');
    expect(edits).toEqual([]);
    expect(left.map(({ why }) => why)).toEqual([
      'means KPI-102 as part of a range; write the IDs one by one',
    ]);
    expect(plan('KPI-101', 'KPI-108').left.map(({ span }) => text.slice(span.start, span.end))).not.toContain(
      'KPI-101',
    );
  });

  test('only an ID has places that are left', () => expect(plan('MQL', 'Lead').left).toEqual([]));

  test('the config is a text like the others', () => {
    const config = { path: 'mops.config.yml', text: 'stages: {MQL: [Marketing lead]}\n' };
    const made = planRename(model, config, 'MQL', 'Lead');
    const edits = 'edits' in made ? made.edits.filter(({ span }) => span.file === config.path) : [];
    expect(applyEdits(config.text, edits)).toBe('stages: {Lead: [Marketing lead]}\n');
  });
});

describe('what cannot be renamed', () => {
  test.each([
    ['MQL', 'ae review', 'ae review is another stage already.'],
    ['BR-MOPS-002', 'BR-MOPS-003', 'BR-MOPS-003 is another entry already.'],
    ['BR-MOPS-002', 'BR-PRICING-002', 'BR-PRICING-002 is an ID of another kind than BR-MOPS-002.'],
    [
      'Zeppelin',
      'Airship',
      'Nothing is called "Zeppelin": no stage, role, reason code, channel, other title or ID.',
    ],
    [
      'foundr',
      'CEO',
      'Nothing is called "foundr": no stage, role, reason code, channel, other title or ID. Did you mean "founder"?',
    ],
    ['Lead', 'MQL', 'Nothing is called "Lead", and "MQL" is there: it is renamed already.'],
    ['MQL', ' Lead', '" Lead" cannot be a name: write letters, digits, blanks and hyphens.'],
    ['MQL', '', '"" cannot be a name: write letters, digits, blanks and hyphens.'],
  ])('%s to "%s"', (old, name, why) => expect(refusal(old, name)).toBe(why));

  test('a stage may change its capitals, and a role may be called like a stage', () => {
    expect(refusal('MQL', 'Mql')).toBe('planned');
    expect(refusal('founder', 'MQL')).toBe('planned');
  });
});
