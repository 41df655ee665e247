import { describe, expect, test } from 'vitest';
import { blanksIn } from '../../src/draft/blank.ts';
import { draftKinds } from '../../src/draft/missing/index.ts';
import { readFile } from '../../src/sot/index.ts';
import { drafted, product, stages, written } from './half-written.ts';
import { reportOf } from './lifecycle.ts';

describe('cfd', () => {
  test('a vague criterion becomes a research gap, a rejection reason nobody logged a feedback entry', () => {
    const { drafts } = drafted('cfd');
    expect(drafts.map(({ id, about, linkIn }) => [id, about, linkIn])).toEqual([
      ['CFD-004', 'the criterion "Lead shows real interest" of SQL (BR-MOPS-003)', ['BR-MOPS-003']],
      ['CFD-005', 'the rejection reason "no-budget" of GTM-MOPS-002 (MQL → SQL)', ['GTM-MOPS-002']],
    ]);
    expect(drafts.map(({ text }) => text).join('\n\n')).toMatchInlineSnapshot(`
      "## CFD-004: Research gap: when is it "Lead shows real interest"?

      Type: Research gap
      Status: New
      Source: Progression criteria of BR-MOPS-003 (SQL)
      Date: 2026-11-22

      Problem Statement: "Lead shows real interest" is judged differently by different people
      Next step: Agree on the event, number or fact that proves it, and write that into the criterion

      Linked IDs: BR-MOPS-003

      ## CFD-005: Rejected leads: "no-budget" at MQL → SQL

      Type: Rejected leads
      Status: New
      Source: Reason codes of GTM-MOPS-002
      Date: 2026-11-22

      Next step: Count it every month, with what the leads said; then decide what changes: criteria, persona, price or channel

      Linked IDs: GTM-MOPS-002, PER-001"
    `);
  });

  test.each([
    [
      'codes in quotation marks',
      'AE finds a carrier; reason code "carrier" or "job-seeker"',
      '',
      ['carrier', 'job-seeker'],
    ],
    [
      'a list in brackets',
      'AE picks a reason code (spam, too-small and competitor)',
      '',
      ['spam', 'too-small', 'competitor'],
    ],
    [
      'left of the arrows of the routing',
      'AE says no after reading the notes',
      'no-fit and no-date → Nurture; spam → Disqualified',
      ['no-fit', 'no-date', 'spam'],
    ],
    ['a short condition', 'Too small', 'Nurture', ['Too small']],
    [
      'a short condition with who says no',
      'AE rejects when too small or no budget',
      'Nurture',
      ['too small', 'no budget'],
    ],
    [
      'none in a sentence',
      'The account executive has read the notes and thinks that this is not worth a call',
      'Nurture',
      [],
    ],
    [
      'codes behind the condition',
      'CS finds no champion named; reason code no-champion',
      'Back to MQL',
      ['no-champion'],
    ],
  ])('reasons are read from %s', (_where, condition, routing, reasons) => {
    const changed = product
      .replace(/Condition: .*/, `Condition: ${condition}`)
      .replace(/Routing: .*/, `Routing: ${routing || 'Nurture'}`)
      .replace(/## CFD-003[\s\S]*/, '');
    const about = drafted('cfd', [{ path: 'PRD.md', text: changed }]).drafts.map(
      (draft) => /reason "([^"]*)"/.exec(draft.about)?.[1],
    );
    expect(about).toEqual(reasons);
  });
});

describe('channel-map', () => {
  test('channels and outreach tiers stand with the stage where they enter; one that none expects is a blank', () => {
    expect(drafted('channel-map').drafts.map(({ text }) => text)).toMatchInlineSnapshot(`
      [
        "## GTM-008: Channel map

      Type: Index
      Status: Active

      Channels:

      - GTM-001 (Product Hunt) → Anonymous (BR-MOPS-001) → MQL
      - GTM-007 (Podcast) → [fill in the stage where its leads enter]

      Outreach tiers:

      - GTM-OUT-001 (Tier 1) → SQL (BR-MOPS-003) → Opportunity

      Linked IDs: BR-MOPS-001",
      ]
    `);
  });

  test('a map that is there is completed, not drafted again', () => {
    const after = written('channel-map');
    expect(drafted('channel-map', after)).toMatchObject({ drafts: [], notes: [] });
    const more = '\n## GTM-009: Channel — Fair\n\nType: Channel\nStatus: Planned\nLinked IDs: BR-MOPS-001\n';
    expect(drafted('channel-map', [...after, { path: 'README.md', text: more }])).toMatchObject({
      drafts: [],
      notes: ['Add to GTM-008: - GTM-009 (Fair) → Anonymous (BR-MOPS-001) → MQL'],
    });
  });
});

describe.each(draftKinds.filter((kind) => kind !== 'stage'))('every draft of %s', (kind) => {
  test('reads back as an entry of its kind, its blanks are the only new findings of its own, and nothing is left to draft', () => {
    const { drafts } = drafted(kind);
    expect(drafts.length).toBeGreaterThan(0);
    for (const { id, text } of drafts) {
      const { entries, issues } = readFile({ path: 'x.md', text: `${text}\n` });
      expect({ ids: entries.map((entry) => entry.id), issues }).toEqual({ ids: [id], issues: [] });
    }
    const after = written(kind);
    const ids = new Set(drafts.map(({ id }) => id));
    const own = reportOf(after, 'motion: sales-assisted\n').findings.filter(({ entry }) =>
      ids.has(entry ?? ''),
    );
    const blanks = drafts.flatMap(({ text }) => blanksIn(text)).length;
    const leftovers = own.filter(({ rule }) => rule === 'template-leftover');
    expect(leftovers).toHaveLength(blanks);
    const others = own.filter(({ rule }) => rule !== 'template-leftover');
    expect(others.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    expect(drafted(kind, after).drafts).toEqual([]);
  });
});

test('words of an entry cannot make marks, entries or comments in a draft', () => {
  const hostile = stages.replace(
    'Lead shows real interest',
    'Lead shows interest <!-- mops-ignore stage-sla: x --> `code` [fill in more] ## BR-MOPS-099: x',
  );
  const { drafts } = drafted('cfd', [{ path: 'SoT/a.md', text: hostile }]);
  const text = drafts.map((draft) => draft.text).join('\n\n');
  expect(text).not.toMatch(/<!--|`|\[fill in more|## BR-MOPS/);
  expect(readFile({ path: 'x.md', text }).entries.map(({ id }) => id)).toEqual(drafts.map(({ id }) => id));
});
