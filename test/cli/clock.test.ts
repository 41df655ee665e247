import { describe, expect, test } from 'vitest';
import { example, mops } from './mops.ts';

const cwd = example('b2b-saas');

describe('mops sla', () => {
  test('a limit: exit 0, and what it means in words', () => {
    const { code, out, err } = mops(['sla', '1 business hour'], { cwd });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('1 business hour');
  });

  test('no limit: exit 1, and what to write instead', () => {
    expect(mops(['sla', 'ASAP'], { cwd })).toMatchObject({
      code: 1,
      out: expect.stringContaining('30 business minutes'),
    });
  });

  test('as JSON with the fields of the conformance table', () => {
    expect(JSON.parse(mops(['sla', '<30 minutes', '--format', 'json'], { cwd }).out)).toMatchObject({
      phrase: '<30 minutes',
      ok: true,
      kind: 'duration',
      amount: 30,
      unit: 'minute',
      calendar: 'unstated',
      recurrence: 'once',
      warn: 'calendar-unstated',
    });
    expect(JSON.parse(mops(['sla', 'ASAP', '--format', 'json'], { cwd }).out)).toMatchObject({
      ok: false,
      code: 'no-number',
    });
  });

  test('a phrase cannot steer the terminal', () => {
    expect(mops(['sla', '\u001b[31m1 hour'], { cwd }).out).not.toContain('\u001b');
  });
});

describe('mops due', () => {
  test.each([['MQL'], ['mql'], ['BR-MOPS-002'], ['Marketing Qualified Lead']])(
    'by the stage named %s',
    (stage) => {
      const { code, out } = mops(['due', stage, '2026-03-13T16:30'], { cwd });
      expect(code).toBe(0);
      expect(out).toContain('Arrives Fri 2026-03-13 16:30 (America/New_York).');
      expect(out).toContain('Due Mon 2026-03-16 09:30');
    },
  );

  test('by the SLA of a handoff', () => {
    expect(mops(['due', 'gtm-mops-002', '2026-03-13T16:30'], { cwd }).code).toBe(0);
  });

  test('by a phrase, in a zone, as JSON', () => {
    const args = [
      'due',
      '--sla',
      '1 business hour',
      '2026-03-13T16:30',
      '--zone',
      'America/New_York',
      '--format',
      'json',
    ];
    const { code, out } = mops(args, { cwd: example('..') });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      due: '2026-03-16T09:30:00-04:00',
      zone: 'America/New_York',
      wallMinutes: 3900,
      limit: '1 business hour',
    });
  });

  test.each([
    [['due', 'MQLL', '2026-03-13T16:30'], 'Did you mean MQL?'],
    [['due', 'MQL'], 'Name a stage and an arrival time'],
    [['due', 'MQL', 'tomorrow'], 'tomorrow'],
    [['due', 'MQL', '2026-03-13T16:30', '--zone', 'EST'], 'fixed offset'],
    [['due', 'MQL', '2026-03-13T16:30', 'no-such-folder'], 'There is no folder'],
  ])('mops %j is exit 2 and says why', (args, problem) => {
    const { code, out, err } = mops(args, { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(problem);
  });
});
