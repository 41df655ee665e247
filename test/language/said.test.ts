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
import {
  type FieldSet,
  FieldWords,
  fieldOfKey,
  labelOf,
  namesakeOf,
  usualLabels,
} from '../../src/language/fields.ts';
import { breaksOff, endsLabel, holdsLabel, innerLabels, isWithin } from '../../src/language/flattened.ts';
import * as fold from '../../src/language/fold.ts';
import { namesFit, showsIntent, showsInterest } from '../../src/language/interest.ts';
import {
  opensWithLeaving,
  saysBothWays,
  saysLeaving,
  saysRejection,
  saysWayBack,
  splitSides,
} from '../../src/language/leaving.ts';
import * as measuring from '../../src/language/measuring.ts';
import * as nothing from '../../src/language/nothing.ts';
import { saidNumber, saidPlace } from '../../src/language/numbers.ts';
import { placesBeside, placesPointedAt } from '../../src/language/pointing.ts';
import * as returning from '../../src/language/returning.ts';
import { isQualifier, RoleWords } from '../../src/language/roles.ts';
import { isOtherwise, isUnknownLead } from '../../src/language/segments.ts';
import { rangesOf } from '../../src/language/sizes.ts';
import { isSoftware } from '../../src/language/software.ts';
import { exitColumnOf } from '../../src/language/tables/columns.ts';
import type { FieldName } from '../../src/language/tables/fields.ts';

/** Asks of two texts that ` ~ ` parts. */
const ofTwo =
  (ask: (one: string, other: string) => unknown) =>
  (pair: string): unknown => {
    const [one = '', other = ''] = pair.split(' ~ ');
    return ask(one, other);
  };
const choices = ['abcd', 'abce', 'planes', 'planner', 'Sales-assisted', 'trigger', 'triggers'];

const roleWords = new RoleWords({}, new Set());
const fieldWords = new FieldWords({ Owner: ['Captain'], Trigger: ['Spark'], 'no such': ['Foo'] });
const meant = (kind: FieldSet) => (label: string) => {
  const found = fieldWords.meant(kind, label);
  return fieldWords.named(kind, label, null) ?? (found && [found.spelling, found.word ? 'a word' : 'a slip']);
};
const inner =
  (kind: FieldSet, sign: string | null = null, block: FieldName | null = null) =>
  (text: string) =>
    innerLabels(text, kind, block, usualLabels, sign).map(
      (one) =>
        `${text.slice(one.start, one.end)}=${one.name ?? 'own'}:${text.slice(one.value).split(' ')[0]}`,
    );

const cut = (words: string, places: readonly { readonly from: number; readonly to: number }[]) =>
  places.map(({ from, to }) => words.slice(from, to));

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
  leaves: saysLeaving,
  'turned down': saysRejection,
  'sent back': saysWayBack,
  'opens with leaving': opensWithLeaving,
  'both ways': saysBothWays,
  'both sides': splitSides,
  'speaks of answers': measuring.speaksOfAnswers,
  'promised times': (words) => cut(words, measuring.promisesIn(words, false)),
  'promised times of a headline': (words) => cut(words, measuring.promisesIn(words, true)),
  'over several steps': measuring.spansSteps,
  'has a number': measuring.hasNumber,
  'whose answer': (words) => cut(words, measuring.whoseAnswer(words)),
  'divides leads': measuring.bareSegment,
  'says nothing': nothing.saysNothing,
  'is still open': nothing.isUndecided,
  'begins undecided': nothing.opensUndecided,
  'leaves something open': nothing.leavesOpen,
  'does not apply': nothing.saysNotApplicable,
  'only ticks': nothing.onlyTicks,
  'rules out': nothing.excludes,
  'a number': saidNumber,
  'a place in a row': saidPlace,
  'places pointed at': (words) => placesPointedAt(words).map(({ name }) => name),
  'places beside': (words) => placesBeside(words).map(({ name }) => name),
  'the other leads': isOtherwise,
  'unknown leads': isUnknownLead,
  'several words of software': isSoftware,
  'a size of the company': (text) => rangesOf(text).map(({ min, max, noun }) => `${min}–${max} ${noun}`),
  'a column of exits': exitColumnOf,
  'one seat': (text) => roleWords.find(text),
  'roles in running text': (text) =>
    roleWords
      .within(text)
      .map(({ role, qualifier }) => (qualifier === null ? role : `${role} (${qualifier})`)),
  'divides a role': isQualifier,
  'what a label of a stage means': meant('stage'),
  'what a label of a handoff means': meant('handoff'),
  'what a label of a monitor means': meant('monitor'),
  'a label within a block': (text) => {
    const [block = '', label = ''] = text.split(' > ');
    return fieldWords.named('handoff', label, block as FieldName);
  },
  'belongs to a block': (text) => {
    const [block = '', name = ''] = text.split(' > ');
    return isWithin(name as FieldName, block as FieldName);
  },
  'never the owner': (label) => fieldWords.isNoOwner(label),
  'a key of the config': fieldOfKey,
  'the nearest key': labelOf,
  'the label of another field': ofTwo(namesakeOf),
  'labels in a line of a stage': inner('stage'),
  'labels in a line of a handoff': inner('handoff'),
  'labels in a line of a linked entry': inner('linked'),
  'labels in a line with equals signs': inner('stage', '='),
  'labels in a line of a rejection': inner('handoff', null, 'rejection'),
  'breaks off': breaksOff,
  'goes on a label above': ofTwo((above, label) => endsLabel(above, label, 'stage', usualLabels)),
  'holds a label': (label) => holdsLabel(label, 'stage', usualLabels),
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
