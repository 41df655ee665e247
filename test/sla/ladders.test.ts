/** Escalations as they are read: `ladders.txt` holds them by subject, with a line "when | who | what" for each step. */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { printSla, readEscalation } from '../../src/sla/index.ts';
import { team } from './team.ts';

const calendars = {
  usual: team({ zone: 'America/New_York' }),
  named: new Map([['emea', team({ zone: 'Europe/London' })]]),
};
const path = new URL('ladders.txt', import.meta.url);
const subjects = readFileSync(path, 'utf8')
  .split(/^# /m)
  .slice(1)
  .map((part) => {
    const [name = '', ...rest] = part.split('\n');
    const lines = rest.filter((line) => line !== '');
    return { name, lines, raws: lines.filter((line) => !line.includes(' | ')) };
  });

function steps(raw: string): string[] {
  return readEscalation(raw, calendars).map(({ raw: own, at, factor, onBreach, early, who, action }) => {
    const when = [
      ...(at === null ? [] : [printSla(at)]),
      ...(factor === null ? [] : [`${factor} times`]),
      ...(onBreach ? ['breach'] : []),
      ...(early ? ['before the limit'] : []),
    ];
    return `  ${when.join(', ') || 'no time'} | ${who ?? 'nobody'} | ${action ?? 'nothing'}${own === raw ? '' : `  <- ${own}`}`;
  });
}

if (process.env.UPDATE_CASES === '1')
  writeFileSync(
    path,
    subjects
      .map(({ name, raws }) => `# ${name}\n\n${raws.flatMap((raw) => [raw, ...steps(raw)]).join('\n')}\n`)
      .join('\n'),
  );

describe('how escalations are read', () => {
  test.each(subjects)('$name', ({ lines, raws }) => {
    expect(raws.flatMap((raw) => [raw, ...steps(raw)])).toEqual(lines);
  });

  test('a step knows where its words stand', () => {
    for (const raw of subjects.flatMap((one) => one.raws))
      for (const step of readEscalation(raw, calendars))
        expect(raw.slice(step.from, step.to).replace('×', 'x'), raw).toBe(step.raw);
  });
});
