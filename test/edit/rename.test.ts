import { describe, expect, test } from 'vitest';
import { withAlias } from '../../src/edit/alias.ts';
import { applyEdits } from '../../src/edit/apply.ts';
import { mentionsOf } from '../../src/edit/mentions.ts';
import { planRename } from '../../src/edit/rename.ts';
import { buildModel } from '../../src/lifecycle/build.ts';
import { readRepository } from '../../src/sot/index.ts';
import { configOf } from '../rules/bench.ts';

const text = `## BR-MOPS-002: Lifecycle Stage — Customer

Type: Lifecycle-Stage
Stage: Customer
Owner: Customer success
Entry criteria:
  - Customers of the old plan; the Customer signed

## GTM-MOPS-001: Handoff — MQL → Customer

Type: Handoff
From: MQL (owner: SDR)
To: Customer (owner: Customer success)
Rejection rule:
  Condition: reason code "too-small", not too-small-team
  Routing: Nurture
Linked IDs: BR-MOPS-002 (Customer rule), BR-MOPS-0021
`;
const model = buildModel(readRepository([{ path: 'SoT/a.md', text }]), configOf({}));

function renamed(old: string, name: string): string {
  const plan = planRename(model, null, old, name);
  return 'refused' in plan ? plan.refused : applyEdits(text, plan.edits);
}

describe('renaming', () => {
  test('a stage: title, field, transition, label and prose, not the role and not another word', () => {
    const after = renamed('Customer', 'Client');
    expect(after.match(/Client/g)).toHaveLength(6);
    expect(after).toContain('Customers of the old plan; the Client signed');
    expect(after).toContain('To: Client (owner: Customer success)');
  });

  test('an ID: its mentions, not a longer ID', () => {
    const after = renamed('BR-MOPS-002', 'BR-MOPS-020');
    expect(after).toContain('Linked IDs: BR-MOPS-020 (Customer rule), BR-MOPS-0021');
    expect(after).toMatch(/^## BR-MOPS-020:/);
  });

  test('a role', () => expect(renamed('SDR', 'BDR')).toContain('From: MQL (owner: BDR)'));

  test('a reason code, not a longer code', () => {
    expect(renamed('too-small', 'below-ten')).toContain('reason code "below-ten", not too-small-team');
  });

  test.each([
    ['Custmer', 'Client', 'Did you mean "Customer"?'],
    ['BR-MOPS-002', 'GTM-MOPS-001', 'an ID of another kind'],
    ['BR-MOPS-002', 'BR-MOPS-2', 'not a valid ID'],
    ['Customer', 'Customer', 'Both names are the same'],
    ['Customer', 'A | B', 'cannot be a name'],
    ['Opportunity', 'Customer', 'renamed already'],
  ])('%s to %s is refused', (old, name, why) => expect(renamed(old, name)).toContain(why));

  const folder = (files: Readonly<Record<string, string>>, old: string, name: string) => {
    const sources = Object.entries(files).map(([path, content]) => ({ path, text: content }));
    const plan = planRename(buildModel(readRepository(sources), configOf({})), null, old, name);
    if ('refused' in plan) throw new Error(plan.refused);
    const after = Object.fromEntries(
      sources.map(({ path, text: content }) => [
        path,
        applyEdits(
          content,
          plan.edits.filter(({ span }) => span.file === path).toSorted((a, b) => a.span.start - b.span.start),
        ),
      ]),
    );
    return { after, others: plan.others };
  };

  test('links to a heading follow it, others stay', () => {
    const links =
      'See [it](rules.md#br-mops-004-lifecycle-stage--deal), [up](../SoT/rules.md#notes-on-deal), [other](other.md#notes-on-deal), [own](#deal) and <a href="rules.md#notes-on-deal">here</a>.\n';
    const { after } = folder(
      {
        'SoT/rules.md':
          '## BR-MOPS-004: Lifecycle Stage — Deal\n\nType: Lifecycle-Stage\nStage: Deal\n\n# Notes on Deal\n\n[above](#br-mops-004-lifecycle-stage--deal), [again](#notes-on-deal-1)\n\n# Deal desk {#deal}\n\n[desk](#deal)\n',
        'SoT/links.md': `${links}\n# Deal\n`,
      },
      'Deal',
      'Closing Call',
    );
    expect(after['SoT/links.md']).toBe(
      'See [it](rules.md#br-mops-004-lifecycle-stage--closing-call), [up](../SoT/rules.md#notes-on-closing-call), [other](other.md#notes-on-deal), [own](#closing-call) and <a href="rules.md#notes-on-closing-call">here</a>.\n\n# Closing Call\n',
    );
    expect(after['SoT/rules.md']).toContain(
      '[above](#br-mops-004-lifecycle-stage--closing-call), [again](#notes-on-deal-1)',
    );
    expect(after['SoT/rules.md']).toContain('{#deal}\n\n[desk](#deal)');
  });

  test('a wiki link keeps the file that it leads to, wherever that lies, and shows the new name', () => {
    const stage = '## BR-MOPS-004: Lifecycle Stage — Deal\n\nType: Lifecycle-Stage\nStage: Deal\n\n';
    const line = '[[Deal]] [Deal] [[Deal|ours]] [[Deal#Signs]] [[My Deal book]] [[deals/Deal]] [[a]] Deal';
    const linked = (...paths: readonly string[]) =>
      folder(
        {
          ...Object.fromEntries(paths.map((path) => [path, '# x\n'])),
          'SoT/a.md': `${stage}# Notes\n\n${line}\n`,
        },
        'Deal',
        'Bid',
      )
        .after['SoT/a.md']?.split('\n')
        .at(-2);
    expect(linked()).toBe('[[Bid]] [Bid] [[Bid|ours]] [[Bid#Signs]] [[My Bid book]] [[deals/Bid]] [[a]] Bid');
    expect(linked('Deal.md')).toBe(
      '[[Deal|Bid]] [Bid] [[Deal|ours]] [[Deal#Signs]] [[My Bid book]] [[deals/Bid]] [[a]] Bid',
    );
    expect(linked('wiki/Deal.md', 'wiki/My Deal book.md')).toBe(
      '[[Deal|Bid]] [Bid] [[Deal|ours]] [[Deal#Signs]] [[My Deal book]] [[deals/Bid]] [[a]] Bid',
    );
    expect(linked('wiki/deals/Deal.md')).toBe(
      '[[Deal|Bid]] [Bid] [[Deal|ours]] [[Deal#Signs]] [[My Bid book]] [[deals/Deal]] [[a]] Bid',
    );
    expect(linked('wiki/New Deal.md', 'wiki/Deal.txt')).toBe(
      '[[Bid]] [Bid] [[Bid|ours]] [[Bid#Signs]] [[My Bid book]] [[deals/Bid]] [[a]] Bid',
    );
  });

  test('a renumbered entry takes its links along', () => {
    const { after } = folder(
      {
        'SoT/rules.md': '### BR-MOPS-004: Lifecycle Stage — Deal\n\nType: Lifecycle-Stage\n',
        'README.md': '[Deal](SoT/rules.md#br-mops-004-lifecycle-stage--deal)\n',
      },
      'BR-MOPS-004',
      'BR-MOPS-014',
    );
    expect(after['README.md']).toBe('[Deal](SoT/rules.md#br-mops-014-lifecycle-stage--deal)\n');
  });

  test.each([
    [
      'Opportunity',
      'Opportunities came; an opportunity-based view; Opportunity; pre-Opportunity',
      { Opportunities: 1, 'opportunity-based': 1, 'pre-Opportunity': 1 },
    ],
    ['MQL', 'MQLs and mql, KPI-MQL-to-SQL, see a/MQL.md', { MQLs: 1 }],
    ['Paid', 'Paid-plan, prepaid, paid for it, unPaid', { 'Paid-plan': 1, paid: 1, prepaid: 1, unPaid: 1 }],
  ])('%s: words that hold the name and are others are said', (name, line, words) => {
    const { others } = folder(
      {
        'SoT/a.md': `## BR-MOPS-004: Lifecycle Stage — ${name}\n\nType: Lifecycle-Stage\nStage: ${name}\n\n${line}\n`,
      },
      name,
      'Renamed',
    );
    expect(Object.fromEntries(others.map(({ word, count }) => [word, count]))).toEqual(words);
  });

  test('an acronym inside a hyphenated name is renamed, a word is not', () => {
    const of = (old: string, line: string) =>
      mentionsOf({ path: 'a.md', text: line }, { old, hyphens: old !== old.toUpperCase(), within: [] }, 'X')
        .length;
    expect(of('MQL', 'KPI-MQL-to-SQL, MQLs, preMQL, MQL')).toBe(2);
    expect(of('Paid', 'Paid-plan, Paid, Paid.')).toBe(2);
    expect(of('Größe', 'Größe, Größen')).toBe(1);
  });

  test('places are told by line and column', () => {
    const [, second] = mentionsOf(
      { path: 'a.md', text: 'MQL\n  MQL\n' },
      { old: 'MQL', hyphens: false, within: [] },
      'X',
    );
    expect(second?.span).toMatchObject({ start: 6, end: 9, line: 2, column: 3, endColumn: 6 });
  });
});

describe('an alias in the config', () => {
  test.each([
    [null, 'stages:\n  Opportunity: [Deal]\n'],
    [
      'mode: deep\n',
      'mode: deep\n\n# The usual name, and what the team calls it.\nstages:\n  Opportunity: [Deal]\n',
    ],
    [
      'stages:\n    Lead: [Inquiry]\nmode: deep\n',
      'stages:\n    Opportunity: [Deal]\n    Lead: [Inquiry]\nmode: deep\n',
    ],
    ['stages:\n  Opportunity: [SQO]\n', 'stages:\n  Opportunity: [Deal, SQO]\n'],
    ['stages:\n', 'stages:\n  Opportunity: [Deal]\n'],
    ['stages:\n  Opportunity: []\n', 'stages:\n  Opportunity: [Deal]\n'],
    ['stages: {Lead: [Inquiry]}\n', 'stages: {Opportunity: [Deal], Lead: [Inquiry]}\n'],
    ['stages: {}\n', 'stages: {Opportunity: [Deal]}\n'],
    ['stages: {Opportunity: [SQO]}\n', 'stages: {Opportunity: [Deal, SQO]}\n'],
    ['stages: null\n', null],
    ['stages:\n  Opportunity: SQO\n', null],
    ['stages:\n  Opportunity:\n    - SQO\n', 'stages:\n  Opportunity:\n    - Deal\n    - SQO\n'],
    ['stages:\n  Opportunity: # ours\n  - SQO\n', 'stages:\n  Opportunity: # ours\n  - Deal\n  - SQO\n'],
  ])('%j', (before, after) => expect(withAlias(before, 'stages', 'Opportunity', 'Deal')).toBe(after));

  test.each(['\n', '\r\n', '\r'])('says the right line and column where lines end with %j', (end) => {
    const [first, second] = mentionsOf(
      { path: 'a.md', text: ['Owner: AE', '', 'MQL and then', 'an MQL'].join(end) },
      { old: 'MQL', hyphens: false, within: ['MQL and', 'then'] },
      'Lead',
    );
    expect(second).toBeUndefined();
    expect(first?.span).toMatchObject({ line: 4, column: 4, endColumn: 7 });
  });
});
