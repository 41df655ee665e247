import { describe, expect, test } from 'vitest';
import { appended, homeOf } from '../../src/draft/append.ts';
import { draftMissing } from '../../src/draft/missing/index.ts';
import { modelOf, type TextFile, today } from './lifecycle.ts';

const rules = `## BR-MOPS-002: Lifecycle Stage — MQL

Order: 1
Status: Active
Stage: MQL
Owner: BDR
SLA: 1 business hour
`;

function write(files: readonly TextFile[], kind: 'mon-drift' | 'kpi' | 'cfd' | 'handoff' = 'mon-drift') {
  const model = modelOf(files);
  return appended(model, kind, draftMissing(model, kind, today).drafts);
}

describe('the file of a kind', () => {
  test('is where most entries of the kind stand', () => {
    const model = modelOf([
      { path: 'SoT/a.md', text: '## MON-DRIFT-001: Baseline — cost\n' },
      { path: 'SoT/b.md', text: '## MON-DRIFT-002: Baseline — a\n\n## MON-DRIFT-003: Baseline — b\n' },
    ]);
    expect(homeOf(model, 'mon-drift')).toBe('SoT/b.md');
  });

  test('is the home of the framework where there are none, in the spelling that is there', () => {
    expect(homeOf(modelOf([]), 'cfd')).toBe('SoT/SoT.customer_feedback.md');
    expect(homeOf(modelOf([{ path: 'SoT/SoT.CUSTOMER_FEEDBACK.md', text: '' }]), 'cfd')).toBe(
      'SoT/SoT.CUSTOMER_FEEDBACK.md',
    );
    expect(homeOf(modelOf([]), 'kpi')).toBe('PRD.md');
    expect(homeOf(modelOf([]), 'handoff')).toBe('PRD.md');
    expect(homeOf(modelOf([]), 'mon-drift')).toBe('SoT/SoT.DEPLOYMENT.md');
  });

  test('deprecated entries do not draw new ones to them', () => {
    const old = '## Deprecated\n\n### MON-DRIFT-001: Baseline — cost\n';
    expect(homeOf(modelOf([{ path: 'SoT/old.md', text: old }]), 'mon-drift')).toBe('SoT/SoT.DEPLOYMENT.md');
  });
});

describe('appending', () => {
  test('a new file gets a title', () => {
    const change = write([{ path: 'SoT/rules.md', text: rules }]);
    expect(change).toMatchObject({ path: 'SoT/SoT.DEPLOYMENT.md', before: null });
    expect(change?.after).toMatch(
      /^# Deployment and operations\n\n## MON-DRIFT-001: Baseline — MQL response time\n/,
    );
    expect(change?.after).toMatch(/[^\n]\n$/);
  });

  test.each([
    ['LF', '# Operations\n'],
    ['CRLF', '\ufeff# Operations\r\n\r\nText\r\n'],
    ['no line end at the end', '# Operations'],
    ['CRLF and no line end at the end', '# Operations\r\nText'],
    ['nothing at all', ''],
  ])("every byte before stays, and the line ends are the file's own: %s", (_what, before) => {
    const change = write([
      { path: 'SoT/rules.md', text: rules },
      { path: 'SoT/SoT.DEPLOYMENT.md', text: before },
    ]);
    expect(change?.after.startsWith(before)).toBe(true);
    const ends = new Set(change?.after.match(/\r?\n/g));
    expect([...ends]).toEqual([before.includes('\r\n') ? '\r\n' : '\n']);
  });

  test('entries take the heading level of their kind', () => {
    const change = write([
      { path: 'SoT/rules.md', text: rules },
      {
        path: 'SoT/ops.md',
        text: '# Operations\n\n## Drift\n\n### MON-DRIFT-004: Baseline — cost\n\nOwner: RevOps\n',
      },
    ]);
    expect(change?.after).toContain('\n### MON-DRIFT-005: Baseline — MQL response time\n');
  });

  test.each([
    ['##', '# Operations\n\n## Deprecated monitors\n'],
    ['#', '# Deprecated monitors\n'],
  ])('entries at the end of a deprecated section get out of it with %s', (marks, text) => {
    const change = write([
      { path: 'SoT/rules.md', text: rules },
      { path: 'SoT/SoT.DEPLOYMENT.md', text },
    ]);
    expect(change?.after).toContain(`\n${marks} MON-DRIFT-001: `);
  });

  test.each([
    ['text', '# Operations\n\n```text\nMON-1 is old\n'],
    ['another language', '# Operations\n\n```js\nconst x = 1;\n'],
    ['a comment', '# Operations\n\n<!-- from here on\n'],
  ])('a file that ends inside %s still takes entries that are read', (_what, text) => {
    const files = [
      { path: 'SoT/rules.md', text: rules },
      { path: 'SoT/SoT.DEPLOYMENT.md', text },
    ];
    const change = write(files);
    const after = [files[0] as TextFile, { path: change?.path ?? '', text: change?.after ?? '' }];
    expect(modelOf(after).monitors.map(({ id, entry }) => [id, entry.fenced])).toEqual([
      ['MON-DRIFT-001', false],
    ]);
  });
});
