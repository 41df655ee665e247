/**
 * What questions of `src/language` answer to what teams write: `said.txt` holds it by question and answer, what is meant
 * beside what is near and is not. One line is one answer; ` | ` parts what gets it, `␣` is a blank at an edge.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { actsNobody, isHolder, movesLead, saysOnlyHow } from '../../src/language/acting.ts';
import { amountsIn, numbersDiffer, scoreIn } from '../../src/language/amounts.ts';
import { isCadence } from '../../src/language/cadence.ts';
import { clockOfWords } from '../../src/language/clock-words.ts';
import { closest } from '../../src/language/closest.ts';
import { attemptsBeforeSilence, attemptsIn, priceIn } from '../../src/language/counts.ts';
import * as criterion from '../../src/language/criterion.ts';
import { isDenied } from '../../src/language/denying.ts';
import * as fold from '../../src/language/fold.ts';
import { namesFit, showsIntent, showsInterest } from '../../src/language/interest.ts';
import * as returning from '../../src/language/returning.ts';

/** Asks of two texts that ` ~ ` parts. */
const ofTwo =
  (ask: (one: string, other: string) => unknown) =>
  (pair: string): unknown => {
    const [one = '', other = ''] = pair.split(' ~ ');
    return ask(one, other);
  };
const choices = ['abcd', 'abce', 'planes', 'planner', 'Sales-assisted', 'trigger', 'triggers'];

const questions: Readonly<Record<string, (words: string) => unknown>> = {
  'only how it is done': saysOnlyHow,
  'who has the lead already': isHolder,
  'takes the lead away': movesLead,
  'nobody who acts': actsNobody,
  'a score': scoreIn,
  'amounts a lead must have': amountsIn,
  'other numbers of one thing': ofTwo(numbersDiffer),
  'a cadence': isCadence,
  'which clock': clockOfWords,
  'the nearest choice': (word) => closest(word, choices),
  attempts: attemptsIn,
  'attempts before silence': attemptsBeforeSilence,
  'a price': (words) => {
    const price = priceIn(words);
    return price && [price.words, price.amount, price.of.trim()];
  },
  'words with a meaning': (words) => [...criterion.contentWords(words)].join(' '),
  'different events': ofTwo(criterion.differentEvents),
  'a term alone': (words) => criterion.termAlone(words),
  'defines “decision maker”': (words) => criterion.defines(words, 'decision maker'),
  'why it is vague, for a stage': ofTwo(criterion.vagueness),
  'X is ruled out': (words) => isDenied(words.split(/[ ,]+/), words.split(/[ ,]+/).indexOf('X')),
  'one name': fold.foldName,
  'one label': fold.foldLabel,
  'one role': fold.foldRole,
  'one ground': fold.foldWords,
  'looks around': showsInterest,
  'wants something': showsIntent,
  fits: namesFit,
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
