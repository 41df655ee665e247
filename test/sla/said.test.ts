/** What `mops sla` says to a phrase, word by word: `said.txt` holds phrases by subject, the answer indented below each. */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { answerSla, printSla, readSla } from '../../src/sla/index.ts';
import { team } from './team.ts';

const weekdays = (hours: string) => ({ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours });

const path = new URL('said.txt', import.meta.url);
const subjects = readFileSync(path, 'utf8')
  .split(/^# /m)
  .slice(1)
  .map((part) => {
    const [name = '', ...lines] = part.split('\n');
    return { name, phrases: lines.filter((line) => line !== '' && !line.startsWith('  ')), lines };
  });

/** A team in New York with a calendar for London and a night shift in Singapore. */
const calendars = {
  usual: team({ zone: 'America/New_York' }),
  named: new Map([
    ['emea', team({ zone: 'Europe/London', hours: weekdays('09:00-18:00') })],
    ['nights', team({ zone: 'Asia/Singapore', hours: weekdays('22:00-06:00') })],
  ]),
};

function answered(phrases: readonly string[], name: string): string[] {
  const book = name.includes('the config') ? { calendars } : {};
  return phrases.flatMap((phrase) => [
    phrase,
    ...answerSla(phrase, book)
      .text.trimEnd()
      .split('\n')
      .map((line) => `  ${line}`),
  ]);
}

if (process.env.UPDATE_CASES === '1')
  writeFileSync(
    path,
    subjects.map(({ name, phrases }) => `# ${name}\n\n${answered(phrases, name).join('\n')}\n`).join('\n'),
  );

describe('what is said to a phrase', () => {
  test.each(subjects)('$name', ({ name, phrases, lines }) => {
    expect(answered(phrases, name)).toEqual(lines.filter((line) => line !== ''));
  });

  test('the normal form of each is read as the same', () => {
    for (const phrase of subjects.flatMap(({ phrases }) => phrases)) {
      const reading = readSla(phrase, { calendars });
      if (!reading.ok) continue;
      expect(readSla(printSla(reading.meaning), { calendars }), phrase).toEqual(reading);
    }
  });
});
