/**
 * What questions of `src/language` answer to what teams write: `said.txt` holds it by question and answer, what is meant
 * beside what is near and is not. One line is one answer; ` | ` parts what gets it, `␣` is a blank at an edge.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as returning from '../../src/language/returning.ts';

const questions: Readonly<Record<string, (words: string) => unknown>> = {
  'comes back because it comes back': returning.comesBackByItself,
  'of its own accord': returning.ofItsOwnAccord,
  'comes back at a time': returning.comesBackByDate,
  'comes back at once': returning.comesBackAtOnce,
  'comes back by taste': returning.comesBackByTaste,
  'goes to somebody else': returning.goesToAnother,
  'says when it is back': returning.saysWhenBack,
  'begins with a return': returning.opensReturn,
  'names a reason': returning.namesReason,
  'only says no': returning.onlySaysNo,
  'never comes back': returning.saysNever,
  'a reason that lasts': returning.lastingReason,
};

const sections = readFileSync(new URL('said.txt', import.meta.url), 'utf8')
  .split(/^# /m)
  .slice(1)
  .map((part) => {
    const [question = '', ...rows] = part.trim().split('\n');
    return { question, rows: rows.filter((row) => row !== '').map((row) => row.split(' <- ')) };
  });

describe('what is said', () => {
  test.each(sections)('$question', ({ question, rows }) => {
    const ask = questions[question];
    if (ask === undefined) throw new Error(`nobody asks for "${question}"`);
    const found = rows.map(([answer = '', texts = '']) =>
      texts.split(' | ').map((text) => [text, told(ask(text.replaceAll('␣', ' '))), answer]),
    );
    const wrong = found.flat().filter(([, answer, expected]) => answer !== expected);
    expect(wrong).toEqual([]);
  });

  test('every question has its answers', () => {
    expect(sections.map(({ question }) => question)).toEqual(Object.keys(questions));
  });
});

/** An answer in a word: lists are joined by commas, nothing is a dash. */
function told(answer: unknown): string {
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no';
  if (Array.isArray(answer)) return answer.length === 0 ? '–' : answer.map(told).join(', ');
  if (answer instanceof Set) return told([...answer]);
  if (typeof answer === 'object' && answer !== null) return told(Object.values(answer));
  return answer === null || answer === undefined || answer === '' ? '–' : String(answer);
}
