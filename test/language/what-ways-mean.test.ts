/** What questions of `src/language` answer to ways on, a no and ways back, one table a question. */
import { describe, expect, test } from 'vitest';
import { firstArrow, hasArrow, lastArrow, splitAtArrows } from '../../src/language/arrow.ts';
import { isDenied } from '../../src/language/denying.ts';
import {
  opensWithLeaving,
  saysBothWays,
  saysRejection,
  saysWayBack,
  splitSides,
} from '../../src/language/leaving.ts';
import { placesBeside, placesPointedAt } from '../../src/language/pointing.ts';
import {
  comesBackAtOnce,
  comesBackByDate,
  comesBackByItself,
  comesBackByTaste,
  goesToAnother,
  lastingReason,
  namesReason,
  onlySaysNo,
  opensReturn,
  saysNever,
  saysReturn,
  saysWhenBack,
} from '../../src/language/returning.ts';
import { behindWay, hasWay, opensWay, staysPut, wayWords } from '../../src/language/way.ts';
import { answers, asks } from './tables-of-answers.ts';

describe('ways', () => {
  test('arrows', () => {
    expect([hasArrow('a -> b'), hasArrow('a - b'), lastArrow('a → b => c'), lastArrow('a')]).toEqual([
      true,
      false,
      6,
      -1,
    ]);
    for (const arrow of '→ ⇒ ⟶ ➔ ➜ ► -> => --> ==> ~> ➡ ➡️ ⮕ ⇨ ➞ ⇢ ↦ ⟼ ⤳'.split(' '))
      expect([arrow, splitAtArrows(`held ${arrow} SQL`)]).toEqual([arrow, ['held ', ' SQL']]);
    for (const sign of '- ~ > ➤ ▸ › ← ↔ ↓ ➕'.split(' '))
      expect([sign, hasArrow(`held ${sign} SQL`)]).toEqual([sign, false]);
    expect(firstArrow('a --> b → c')).toEqual({ start: 2, end: 5 });
    expect(firstArrow('a')).toBeNull();
    expect(splitAtArrows('a → b ⇒ c')).toEqual(['a ', ' b ', ' c']);
  });

  test('a line that begins with its place, that points, that stays', () => {
    asks(
      opensWay,
      ['To SQL: call held', 'Next stage: SQL', 'back to MQL: small', 'vers SQL: appel'],
      ['SQL: call', 'To talk; later: x', 'Total: 5'],
    );
    expect(
      ['To Nurture: no budget', 'No budget', 'back to MQL: too small, student'].map((text) =>
        behindWay(text),
      ),
    ).toEqual(['no budget', 'No budget', 'too small, student']);
    expect(
      ['moved into SQL', 'send back to SQL', 'goes to SQL', 'into SQL', 'sends to SQL'].map((text) =>
        text.replace(wayWords, ''),
      ),
    ).toEqual(Array(5).fill('SQL'));
    asks(hasWay, ['call held → SQL', 'To SQL: call held'], ['call held to SQL']);
    asks(
      staysPut,
      [
        'Otherwise remains MQL',
        'If not, the lead stays in MQL',
        'No answer → stays in Nurture',
        'stays here',
        'Lead remains a Prospect',
      ],
      ['remains interested', 'stays with the BDR', 'holds a demo'],
    );
  });

  test('places that words point at', () => {
    const names = (text: string) =>
      placesPointedAt(text).map(({ name, start, end }) => {
        expect(text.slice(start, end)).toBe(name);
        return name;
      });
    answers(names, {
      'Too small → Graveyard': ['Graveyard'],
      'To Vault: no budget': ['Vault'],
      'Leads go to the Icebox when cold': ['Icebox'],
      'it is sent back to Limbo or the Attic': ['Limbo', 'Attic'],
      'No budget → Nurture / Vault, spam → "Bin"': ['Nurture', 'Vault', 'Bin'],
      'small → x; big → Yard': ['Yard'],
      'moved to the CRM owner of the deal in the region': [],
      'goes to nowhere': ['nowhere'],
      'call held': [],
      '→ X': [],
      '→ a b': [],
      '→ …': [],
      '→ TBD': [],
      '→ One two three four': ['One two three four'],
      '→ One two three four five': [],
      [`→ ${'V'.repeat(60)}`]: ['V'.repeat(60)],
      [`→ ${'V'.repeat(61)}`]: [],
      '→ GTM-001': [],
      '→ #channel': [],
      '→ Stage 2': [],
      [`→ Vault ${'x'.repeat(500)}`]: [],
    });
    answers((text) => placesBeside(text).map(({ name }) => name), {
      'Nurture or the Graveyard': ['Nurture', 'Graveyard'],
      'MQL, then Vault': ['MQL', 'Vault'],
      'small → MQL or Vault': [],
      'back to Vault; send to Attic': ['Vault', 'Attic'],
    });
  });

  test('a place that is only ruled out', () => {
    const denied = (text: string) => {
      const words = text.split(/[ ,]+/);
      return isDenied(words, words.indexOf('X'));
    };
    asks(
      denied,
      ['MQL, not X', 'never back to the X', 'MQL instead of X', 'MQL rather than to X', 'Not in X'],
      [
        'MQL or X',
        'of X',
        'not because of X',
        'than X',
        'not a b c d e X',
        'X not',
        'not back to the a an X',
      ],
    );
  });
});

describe('a no, and the way back', () => {
  test('rejection, way back, both ways at once', () => {
    asks(
      saysRejection,
      ['AE rejects', 'too small', 'Not a good fit', 'closed-lost', 'loses'],
      ['churned', 'lossless', 'accepts'],
    );
    asks(saysWayBack, ['sent back to the queue', 'returned to MQL', 'declined'], ['moves to SQL']);
    asks(
      opensWithLeaving,
      ['AE rejects', 'The lead is lost', 'Customer cancels', 'opts out'],
      ['AE reviews and rejects it later', 'accepted'],
    );
    asks(
      saysBothWays,
      ['AE accepts or rejects', 'signs / declines', 'Rejected | qualified'],
      ['AE rejects or declines', 'Not a fit or no budget', 'accepts', 'lost or never signed'],
    );
    expect(splitSides('AE accepts OR rejects')).toEqual({ forward: 'AE accepts', away: 'rejects' });
    expect(splitSides('won | lost / churned')).toEqual({ forward: 'won', away: 'lost or churned' });
  });

  test('when a lead comes back', () => {
    asks(
      comesBackByItself,
      ['When they come back', 'only if it comes back to us.'],
      ['When they come back with a budget'],
    );
    asks(
      comesBackByDate,
      [
        'next quarter',
        'After 90 days',
        'revisit in Q3',
        'new budget year',
        'In 2027',
        'after the planning round',
        'weekly',
      ],
      [
        'after 90 days and a headcount above 50',
        'a new contact',
        'a new lead in May',
        'never',
        'when the CFO signs',
        'wait',
        'on the first day of the week of the month of the quarter of the year',
      ],
    );
    asks(comesBackAtOnce, ['Immediately', 'BDR may resubmit', 'the same day'], ['', 'after a call']);
    asks(
      comesBackByTaste,
      ['When ready', 'Case by case', 'Ask the BDR', 'if something changes'],
      ['when the budget is set', 'monthly'],
    );
    asks(goesToAnother, ['the next AE on rotation', 'pool'], ['the AE', 'nextdoor']);
    asks(
      saysWhenBack,
      ['re-engage later', 'after 90 days', 'once funded', 'in 3 months'],
      ['Nurture', 'after a while'],
    );
    asks(
      opensReturn,
      ['back after 90 days', 'never', 'may return', 'If funded', 'in 3 months'],
      ['Nurture', 'the lead is back'],
    );
    asks(namesReason, ['with reason code', 'tagged', 'too "small"', '(small)'], ['Nurture', 'decoded']);
    asks(onlySaysNo, ['AE rejects', 'The lead is rejected', "AE doesn't accept"], ['AE finds no budget']);
    asks(
      saysNever,
      ['None', 'never', 'N/A', 'no return', 'No way back', 'not coming back', 'No.', 'No: they are lost'],
      [
        'None until May',
        'not before May',
        'never within 30 days',
        'nonetheless',
        'no budget',
        'No, but after 90 days',
      ],
    );
    asks(
      saysReturn,
      ['After 90 days', 'Not before May', 'None until they hire', 'No, but after 90 days', 'Ask the AE'],
      ['', 'TBC', 'pending', '–', '?', 'to be agreed', 'None', 'n/a', 'No', 'Never', 'no re-engagement'],
    );
  });

  test('a reason that time does not heal', () => {
    answers(lastingReason, {
      'Student e-mail address': 'Student',
      'AE picks: competitor': 'competitor',
      '“Spam”': 'Spam',
      'Lost to a competitor': undefined,
      "Competitor's contract still runs": undefined,
      'no budget': undefined,
      '': undefined,
    });
  });
});
