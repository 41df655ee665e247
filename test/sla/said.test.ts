/** What `mops sla` says to a phrase, word by word: `said.txt` holds phrases by subject, the answer indented below each. */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { answerSla, printSla, readSla } from '../../src/sla/index.ts';

const path = new URL('said.txt', import.meta.url);
const subjects = readFileSync(path, 'utf8')
  .split(/^# /m)
  .slice(1)
  .map((part) => {
    const [name = '', ...lines] = part.split('\n');
    return { name, phrases: lines.filter((line) => line !== '' && !line.startsWith('  ')), lines };
  });

function answered(phrases: readonly string[]): string[] {
  return phrases.flatMap((phrase) => [
    phrase,
    ...answerSla(phrase)
      .text.trimEnd()
      .split('\n')
      .map((line) => `  ${line}`),
  ]);
}

if (process.env.UPDATE_CASES === '1')
  writeFileSync(
    path,
    subjects.map(({ name, phrases }) => `# ${name}\n\n${answered(phrases).join('\n')}\n`).join('\n'),
  );

describe('what is said to a phrase', () => {
  test.each(subjects)('$name', ({ phrases, lines }) => {
    expect(answered(phrases)).toEqual(lines.filter((line) => line !== ''));
  });

  test('the normal form of each is read as the same', () => {
    for (const phrase of subjects.flatMap(({ phrases }) => phrases)) {
      const reading = readSla(phrase);
      if (!reading.ok) continue;
      expect(readSla(printSla(reading.meaning)), phrase).toEqual(reading);
    }
  });
});
