import { describe, expect, test } from 'vitest';
import { exportTests } from '../../src/export/tests.ts';
import { modelOf } from '../draft/lifecycle.ts';
import { config, entries, team } from './team.ts';

const rows = exportTests(team()).trimEnd().split('\r\n');

function like(...words: readonly string[]): readonly string[] {
  return rows.filter((row) => words.every((word) => row.includes(word)));
}

describe('mops export tests', () => {
  test('the head', () => {
    expect(rows[0]).toBe('id,given,when,then,by');
  });

  test('every way forward with its owner', () => {
    expect(like('BR-MOPS-002-edge-1')).toEqual([
      'BR-MOPS-002-edge-1,A lead in MQL,BDR confirms budget and date on a call,It moves to SQL; AE has it,BR-MOPS-002 GTM-MOPS-002 BR-MOPS-003',
    ]);
  });

  test('both sides of every boundary', () => {
    const sizes = like('BR-MOPS-010-route').map((row) => /with size (\d+)/.exec(row)?.[1]);
    expect(sizes).toEqual(['1', '49', '50', '499', '500']);
    expect(like('with size 500,')[0]).toContain('AE has it; Response due 2026-01-12T10:30:00-05:00');
  });

  test('a size that no route takes is on both sides of its gap, with the question that it leaves open', () => {
    const gap = entries.replace('50–499 → BDR', '60–499 → BDR');
    const found = exportTests(modelOf([{ path: 'a.md', text: gap }], config))
      .split('\r\n')
      .filter((row) => row.includes('BR-MOPS-010-route'));
    expect(found.map((row) => /with size (\d+)/.exec(row)?.[1])).toEqual([
      ...['1', '49', '50', '59', '60', '499', '500'],
    ]);
    expect(found[2]).toContain('open: No route is for size 50. BR-MOPS-010 knows 1–49, 60–499, 500+.');
  });

  test('a clock that goes by segment has its rows for each of them, whichever clock it is', () => {
    const split = entries.replace(
      'SLA: AMER: 1 business hour; EMEA: 2 business hours\nEscalation: On breach notify the Sales manager',
      'SLA:\n  Response: 1 business hour\n  Acceptance: AMER: 2 business hours; EMEA: 3 business hours\n    Escalation: At 4 business hours notify the Sales manager',
    );
    const found = exportTests(modelOf([{ path: 'a.md', text: split }], config)).split('\r\n');
    const of = (id: string) => found.filter((row) => row.startsWith(`BR-MOPS-003-${id}`));
    expect(of('response-in-hours')).toHaveLength(1);
    expect(of('acceptance-in-hours').map((row) => /Acceptance due \S+/.exec(row)?.[0])).toEqual([
      'Acceptance due 2026-01-12T12:00:00-05:00',
      'Acceptance due 2026-01-12T13:00:00-05:00',
    ]);
    expect(of('acceptance-step').map((row) => /answered at ([^,]+)/.exec(row)?.[1])).toEqual([
      ...['2026-01-12T14:00:00-05:00', '2026-01-12T14:00:00-05:00'],
    ]);
  });

  test('both sides of every threshold', () => {
    expect(like('threshold').map((row) => /reaches (\d+)/.exec(row)?.[1])).toEqual(['49', '50', '79', '80']);
  });

  test('every reason with its place and way back', () => {
    expect(like('-no-')).toHaveLength(6);
    expect(like('DQ-01')[0]).toContain('It goes to Nurture; back: After 90 days');
  });

  test('every step of a clock at its instant', () => {
    expect(like('-step-', 'size 50 ').map((row) => /nobody has answered at (\S+?),/.exec(row)?.[1])).toEqual([
      '2026-01-12T11:00:00-05:00',
      '2026-01-12T12:00:00-05:00',
      '2026-01-12T12:00:00-05:00',
    ]);
  });

  test('arrivals out of hours: before opening, at closing, after it, on a closed day, on a holiday', () => {
    expect(like('out-of-hours', 'Customer').map((row) => /\(([^()]+)\)"?,nobody/.exec(row)?.[1])).toEqual([
      'before opening',
      'at closing time',
      'after closing',
      'closed that day, 2026-01-17',
      'on a holiday',
    ]);
    expect(like('on a holiday', 'Customer')[0]).toContain('due 2026-05-26T17:00:00-04:00');
  });

  test('the IDs are all different', () => {
    expect(new Set(rows.map((row) => row.split(',')[0])).size).toBe(rows.length);
  });

  test('a formula in an entry is inert', () => {
    const evil = entries.replace('BDR confirms budget and date on a call', '=cmd()');
    expect(exportTests(modelOf([{ path: 'a.md', text: evil }], config))).toContain("'=cmd()");
  });

  test('without a calendar the instants are UTC and business limits stay open', () => {
    const text = exportTests(modelOf([{ path: 'a.md', text: entries }]));
    expect(text).toContain('Response due at a time the text leaves open');
  });
});
