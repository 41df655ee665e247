/** Fix texts followed to the letter: they take their finding away and bring none (SPEC §4). */
import { describe, expect, test } from 'vitest';
import { fix } from '../../src/check/fix.ts';
import { draftMissing } from '../../src/draft/missing/index.ts';
import { jsonReport } from '../../src/report/json.ts';
import { rules } from '../../src/rules/index.ts';
import { caseConfig, configOf, printed, reportOf, reportOfText, today } from '../rules/bench.ts';
import { allCases, caseFiles } from '../rules/case-file.ts';

/** A stage whose escalation is missing, under a limit and an owner. */
const stage = (owner: string, sla: string, id = '002', name = 'MQL', next = ''): string =>
  `## BR-MOPS-${id}: Lifecycle Stage — ${name}\n\nType: Lifecycle-Stage\nStatus: Active\nStage: ${name}\nOrder: ${Number(id)}\nOwner: ${owner}\n${next}SLA:\n  - Response time: ${sla}\n`;

const fixOf = (text: string, rule: string): string | null =>
  reportOfText(text).findings.find((finding) => finding.rule === rule)?.fix ?? null;

describe('an escalation is computed from the stage', () => {
  test.each([
    [
      'BDR',
      '1 business hour',
      'At 1 business hour notify the BDR manager; at 2 business hours the BDR manager reassigns the lead',
    ],
    [
      'SDR',
      '30 business minutes',
      'At 30 business minutes notify the SDR manager; at 60 business minutes the SDR manager reassigns the lead',
    ],
    [
      'AE',
      '1 business day per touch',
      'At 1 business day notify the AE manager; at 2 business days the AE manager reassigns the lead',
    ],
    [
      'CS',
      '24 hours, 24/7',
      'At 24 hours, 24/7 notify the CS manager; at 48 hours, 24/7 the CS manager reassigns the lead',
    ],
    [
      'Customer success',
      'same business day',
      'On breach notify the Customer success manager, who reassigns the lead',
    ],
  ])('%s with %s', (owner, sla, words) => {
    expect(fixOf(stage(owner, sla), 'sla-escalation')).toContain(`"Escalation: ${words}"`);
  });

  test.each(['Founder', 'AE / founder', 'Sales manager', 'Jane Smith'])(
    '%s is not told to escalate to themselves',
    (owner) => {
      const text = fixOf(stage(owner, '1 business hour'), 'sla-escalation');
      expect(text).toContain('say where the lead goes');
      expect(text).not.toContain('notify');
    },
  );

  test('and the edit writes it in the form of the line above', () => {
    for (const [line, written] of [
      ['  - Response time: 1 business hour', '  - Escalation: At 1 business hour notify'],
      ['  - **Response time**: 1 business hour', '  - **Escalation**: At 1 business hour notify'],
      ['  Response time: 1 business hour', '  Escalation: At 1 business hour notify'],
    ] as const) {
      const text = stage('BDR', 'x').replace('  - Response time: x', line);
      const [found] = reportOfText(text).findings.filter(({ rule }) => rule === 'sla-escalation');
      expect(found?.edit).toMatchObject({ sure: false, text: expect.stringContaining(`\n${written}`) });
    }
  });
});

describe('a limit without a clock gets its own number on both', () => {
  test.each([
    ['30 min', '"30 business minutes" or "30 minutes, 24/7"'],
    ['4 hours', '"4 business hours" or "4 hours, 24/7"'],
    ['24 hr per touch', '"1 business day per touch" or "24 hours, 24/7 per touch"'],
    ['48 hours', '"2 business days" or "48 hours, 24/7"'],
    ['3 days', '"3 business days" or "3 calendar days"'],
  ])('%s', (sla, words) => {
    const first = '## BR-MOPS-001: Lifecycle Stage — Anonymous\n\nType: Lifecycle-Stage\nOrder: 1\n\n';
    expect(fixOf(first + stage('BDR', sla), 'sla-calendar')).toContain(words);
  });
});

describe('a free number is given once', () => {
  const chain = ['MQL', 'SQL', 'Opportunity', 'Customer', 'Expansion'];
  const text = chain
    .map((name, at) =>
      stage(
        ['BDR', 'AE', 'CS', 'Founder', 'AM'][at] ?? 'AE',
        '1 business hour',
        `00${at + 1}`,
        name,
        chain[at + 1] === undefined
          ? ''
          : `Exit criteria (progression):\n  - To ${chain[at + 1]}: contract signed\n`,
      ),
    )
    .join('\n');

  const four = ['GTM-MOPS-001', 'GTM-MOPS-002', 'GTM-MOPS-003', 'GTM-MOPS-004'];
  const askedIn = (said: string): readonly string[] =>
    [...said.matchAll(/Add (GTM-MOPS-\d+): Handoff/g)].map(([, id = '']) => id);

  test('four missing handoffs get four numbers, wherever they are told', () => {
    const report = reportOfText(text);
    const asked = report.findings.flatMap(({ rule, fix: advice }) =>
      rule === 'handoff-missing' ? askedIn(advice ?? '') : [],
    );
    expect(asked).toEqual(four);
    expect(draftMissing(report.model, 'handoff', today).drafts.map(({ id }) => id)).toEqual(four);
    expect(askedIn(printed(report)).toSorted()).toEqual(four);
    expect(askedIn(jsonReport(report, { rules, version: '0.0.0' })).toSorted()).toEqual(four);
  });

  test('and keep them when other findings are fixed first, in any order of files', () => {
    const { model } = reportOfText(text);
    const { after } = fix(model, { today }, { suggested: true });
    expect(askedIn(after.findings.map(({ fix: advice }) => advice).join('\n')).toSorted()).toEqual(four);
    const parts = text.split(/(?=^## )/m).map((part, at) => ({ path: `SoT/${9 - at}.md`, text: part }));
    const apart = reportOf(parts, configOf({}));
    const numbers = askedIn(printed(apart));
    expect(new Set(numbers)).toEqual(new Set(four));
    expect(
      draftMissing(apart.model, 'handoff', today)
        .drafts.map(({ id }) => id)
        .toSorted(),
    ).toEqual(four);
  });

  test('an ID that an entry cites stays free for what it was cited for', () => {
    const cited = text.replace('Owner: BDR', 'Owner: BDR\nLinked IDs: GTM-MOPS-001');
    const { findings } = reportOfText(cited);
    const asked = findings.flatMap(({ rule, fix: advice }) =>
      rule === 'handoff-missing' ? [/GTM-MOPS-\d+/.exec(advice ?? '')?.[0]] : [],
    );
    expect(asked).toEqual(['GTM-MOPS-002', 'GTM-MOPS-003', 'GTM-MOPS-004', 'GTM-MOPS-005']);
  });

  test('monitors, routing and scoring of deep mode do not clash', () => {
    const { findings } = reportOfText(text, { mode: 'deep', motion: 'sales-assisted' });
    const ids = findings.flatMap(({ rule, fix: advice }) =>
      ['drift-per-stage', 'sla-drift', 'segment-routing', 'scoring-model'].includes(rule)
        ? (/Add ((?:MON-DRIFT|BR-MOPS)-\d+)/.exec(advice ?? '')?.slice(1) ?? [])
        : [],
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(2);
  });
});

const edited =
  /^(?:id-|field-|reference-|placeholder|handoff-owner|ignore-|sla-|stage-unknown|template-leftover)/;

test('over all cases, fixing what carries an edit ends, adds nothing and stays fixed', () => {
  // Rules with edits; their own cases hold every form of them.
  for (const one of allCases().filter(({ rule }) => edited.test(rule))) {
    const report = reportOf(caseFiles(one), caseConfig(one));
    if (report.findings.every(({ edit }) => edit === null)) continue;
    const done = fix(report.model, { today }, { suggested: true });
    expect(done.after.findings.length, one.path).toBeLessThan(report.findings.length);
    expect(fix(done.after.model, { today }, { suggested: true }).changes, one.path).toEqual([]);
  }
});

test('over its cases, an escalation written as advised brings no finding about escalations', () => {
  let written = 0;
  for (const one of allCases().filter(({ rule }) => rule === 'sla-escalation')) {
    const report = reportOf(caseFiles(one), caseConfig(one));
    for (const { rule, edit, fix: advice } of report.findings) {
      if (rule !== 'sla-escalation' || !advice?.startsWith('Write "Escalation: ')) continue;
      expect(edit, one.path).not.toBeNull();
      written += 1;
    }
  }
  expect(written).toBeGreaterThan(2);
});
