/** What questions of `src/language` answer to numbers, amounts, sizes and waits, one table a question. */
import { describe, test } from 'vitest';
import { amountsIn, numbersDiffer, scoreIn } from '../../src/language/amounts.ts';
import { attemptsBeforeSilence, attemptsIn, priceIn } from '../../src/language/counts.ts';
import { rangesOf } from '../../src/language/sizes.ts';
import { waitIn, waitsDiffer } from '../../src/language/waits.ts';
import { answers, asks } from './tables-of-answers.ts';

describe('numbers', () => {
  test('a score', () => {
    answers(scoreIn, {
      'Score of 50 or more': 50,
      'passes 80 points': 80,
      '100+ points': 100,
      'scoring model BR-MOPS-011 reaches 75': 75,
      'score rises by a 5-point step to 60': 60,
      'Score above 90%': null,
      '50 employees': null,
      'score is high. Company has 50 people': null,
      '2-points scale': null,
    });
  });

  test('amounts that a lead must have', () => {
    answers(amountsIn, {
      '20 seats and 50 employees': ['20 seats', '50 employees'],
      '10 Users, 10 users': ['10 users'],
      '1,000+ licences': ['1,000+ licences'],
      '30 days': [],
      'plan-20 seats': [],
    });
  });

  test('two texts ask for different numbers of one thing, or not', () => {
    const differ = (pair: string) => {
      const [one = '', other = ''] = pair.split(' ~ ');
      return numbersDiffer(one, other);
    };
    asks(
      differ,
      [
        'score of 50 ~ score of 80',
        'invites 3 colleagues ~ invites 10 colleagues',
        '50-500 employees ~ 100 to 500 people',
        '1,000 seats ~ 100 seats',
        '10 new seats ~ 20 more seats',
      ],
      [
        'score of 50 ~ score of 50',
        'score of 50 ~ 80 people',
        'score 50 to 80 ~ score of 80',
        '50–500 employees ~ 50 to 500 people',
        '1,000 seats ~ 1000 seats',
        '3 days ~ 5 days',
        '3 calls ~ 5 mails',
        '3 colleagues or 5 colleagues ~ 4 colleagues',
        '5 attempts ~ 3 attempts',
      ],
    );
  });

  test('attempts, and those before silence', () => {
    answers((words) => [attemptsIn(words), attemptsBeforeSilence(words)], {
      'No answer after 5 attempts': [5, 5],
      'call 4 times, never answers': [4, 4],
      '6 touches in 10 days': [6, null],
      '3 failed attempts, unreachable': [3, 3],
      '3 calls and 5 attempts, 5 tries': [5, null],
      '3 attempts or 5 attempts, no reply': [null, null],
      'no response': [null, null],
      '2–3 attempts': [null, null],
    });
  });

  test('a price', () => {
    answers((words) => priceIn(words) && [priceIn(words)?.amount, priceIn(words)?.of], {
      '$49 per seat and month': [49, 'month seat'],
      '€ 1,200 a year': [1200, 'year '],
      '$10k/yr': [10_000, 'year '],
      '99 EUR monthly per user': [99, 'month user'],
      '49.50 € / mo': [49.5, 'month '],
      '$99 annual licence': [99, 'year licence'],
      '$10 or $20': null,
      '50 people': null,
    });
  });

  test('the wait before a return, and whether two differ', () => {
    answers(waitIn, {
      'after 90 days': { days: 90 },
      'back in 3 months': { days: 90 },
      'not before a year': { days: 365 },
      'wait another two quarters': { days: 182 },
      'for at least six weeks': { days: 42 },
      'after 30 days or after 60 days': null,
      'next quarter': { next: 'quarter' },
      'after 30 days, in next month': null,
      'in 90 days': null,
      soon: null,
    });
    const differ = (pair: string) => waitsDiffer(pair.split(' ~ ')[0] ?? '', pair.split(' ~ ')[1] ?? '');
    asks(
      differ,
      [
        'after 30 days ~ after 90 days',
        'next month ~ next quarter',
        'after 30 days ~ next month',
        'after 90 days ~ after 100 days'.replace('100', '101'),
      ],
      [
        'after 3 months ~ after 90 days',
        'next year ~ next year',
        'soon ~ after 3 days',
        'after 91 days ~ after 100 days',
      ],
    );
  });

  test('sizes of a company', () => {
    const many = Number.POSITIVE_INFINITY;
    answers(rangesOf, {
      '50 to 500 people': [{ min: 50, max: 500, noun: 'people' }],
      '50–1,000 employees': [{ min: 50, max: 1000, noun: 'people' }],
      'fewer than 20 seats': [{ min: 0, max: 19, noun: 'seats' }],
      'over 100 users': [{ min: 101, max: many, noun: 'seats' }],
      'at least 100 staff': [{ min: 100, max: many, noun: 'people' }],
      '500 to 50 people': [],
      'teams of 5 to 20 people': [],
      'under 20 days': [],
      '10 licenses': [],
    });
  });
});
