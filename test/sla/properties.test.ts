import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  describeSla,
  isEmptyEscalation,
  printSla,
  readEscalation,
  readSla,
  type SlaMeaning,
} from '../../src/sla/index.ts';
import { readCounted } from '../../src/sla/phrase/read.ts';
import { foldPhrase, tokenize } from '../../src/sla/text/tokens.ts';

const table: readonly { phrase: string }[] = readFileSync(new URL('phrases.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

const words = [
  ...new Set(table.flatMap(({ phrase }) => phrase.split(' '))),
  ...'after hours out of tier 2 for high low otherwise COB per touch each to accept or and ( ) : ; , / - by noon 17:00 UTC 90% half twenty if before automated leads all others max attempts wall clock . % [ ] PT30M in na the response between ½ ± 👋 שלום'.split(
    ' ',
  ),
];
const soup = fc.array(fc.constantFrom(...words), { maxLength: 14 }).map((some) => some.join(' '));
const changed = fc
  .tuple(
    fc.constantFrom(...table),
    fc.array(fc.tuple(fc.nat(20), fc.constantFrom(...words)), { maxLength: 3 }),
  )
  .map(([{ phrase }, edits]) => {
    const parts = phrase.split(' ');
    for (const [at, word] of edits) parts.splice(at % (parts.length + 1), at % 2, word);
    return parts.join(' ');
  });
const phrases = fc.oneof(soup, { weight: 5, arbitrary: changed }, fc.string({ unit: 'binary' }), fc.string());

describe('reading is total', () => {
  test('every text gives a meaning or a refusal with a message', () => {
    fc.assert(
      fc.property(phrases, fc.boolean(), (phrase, automated) => {
        const reading = readSla(phrase, { automated, owner: 'BDR' });
        if (reading.ok) {
          expect(describeSla(reading.meaning, null).join(' ')).not.toMatch(/undefined|NaN|Infinity/);
        } else expect(reading.message.length).toBeGreaterThan(10);
      }),
      { numRuns: 3000, seed: 1 },
    );
  });

  test('every text has escalation steps, or none when it says nothing', () => {
    fc.assert(
      fc.property(phrases, (text) => {
        const steps = readEscalation(text);
        if (isEmptyEscalation(text)) expect(steps).toEqual([]);
        for (const step of steps) expect(step.raw).not.toBe('');
      }),
      { numRuns: 2000, seed: 2 },
    );
  });

  test('folding twice changes nothing, and tokens cover every character but blanks and joining hyphens', () => {
    fc.assert(
      fc.property(phrases, (phrase) => {
        const text = foldPhrase(phrase);
        expect(foldPhrase(text)).toBe(text);
        let at = 0;
        for (const token of tokenize(text)) {
          expect(text.slice(at, token.start).replace(/[ -]/g, '')).toBe('');
          expect(token.end).toBeGreaterThan(token.start);
          at = token.end;
        }
        expect(text.slice(at).replace(/[ -]/g, '')).toBe('');
      }),
      { numRuns: 2000, seed: 3 },
    );
  });
});

describe('a meaning printed and read again is the same meaning', () => {
  test('for every phrase that is accepted', () => {
    let accepted = 0;
    fc.assert(
      fc.property(phrases, (phrase) => {
        const reading = readSla(phrase);
        if (!reading.ok) return;
        accepted += 1;
        const printed = printSla(reading.meaning);
        expect(readSla(printed), printed).toEqual(reading);
        expect(printSla(reading.meaning)).toBe(printed);
      }),
      { numRuns: 6000, seed: 4 },
    );
    expect(accepted).toBeGreaterThan(500);
  });

  test('for meanings made from scratch', () => {
    const amount = fc.integer({ min: 1, max: 500 });
    const unit = fc.constantFrom('minute' as const, 'hour' as const, 'day' as const);
    const calendar = fc.constantFrom('business' as const, 'wall' as const, 'unstated' as const);
    const made = fc
      .record({
        amount,
        unit,
        calendar,
        recurrence: fc.constantFrom('once' as const, 'per-touch' as const, 'every' as const),
        anchor: fc.option(fc.constantFrom('assignment', 'SQL status', 'demo request'), { nil: undefined }),
        action: fc.option(fc.constantFrom('First touch', 'accept or reject', 'Proposal'), { nil: undefined }),
        attainment: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }),
      })
      .map(({ anchor, action, attainment, ...limit }): SlaMeaning => {
        const many =
          limit.calendar === 'business' &&
          limit.unit === 'hour' &&
          (limit.amount >= 40 || [16, 24].includes(limit.amount));
        return {
          kind: 'duration',
          ...limit,
          ...(anchor === undefined ? {} : { anchor }),
          ...(action === undefined ? {} : { action }),
          ...(attainment === undefined ? {} : { attainment: attainment / 100 }),
          warnings:
            limit.calendar === 'unstated' ? ['calendar-unstated'] : many ? ['many-business-hours'] : [],
        };
      });
    fc.assert(
      fc.property(made, (meaning) => {
        expect(readSla(printSla(meaning))).toEqual({ ok: true, meaning });
      }),
      { numRuns: 2000, seed: 5 },
    );
  });
});

describe('the work grows with the length of the phrase and no faster', () => {
  const repeated = [
    'by ',
    'by the ',
    'next business ',
    'otherwise ',
    'out of hours ',
    '( ',
    ') ',
    '((( ',
    'and ',
    '1 hour and ',
    '1 hour, ',
    '1 hour; ',
    '1h/',
    'High: 1 hour; ',
    'a: ',
    ': ',
    '1 ',
    '1:00 ',
    'for ',
    'for high or ',
    'after ',
    'after hours ',
    'same day if before 1pm ',
    'same day if before 1pm; ',
    'every ',
    'per ',
    '90% ',
    'immediate ',
    'automated ',
    'within ',
    'less than ',
    'half a ',
    'Europe/',
    'PT1H',
    '24/7 ',
    'escalate ',
    '- ',
    '-',
    '\u00a0',
    'no ',
    'if no ',
    'eod ',
    '.',
    'ﷺ',
    'x',
    '1',
    '½',
  ];

  test.each(repeated)('%j again and again', (piece) => {
    const small = readCounted(piece.repeat(100)).steps / 100;
    const large = readCounted(piece.repeat(1000)).steps / 1000;
    expect(large).toBeLessThan(Math.max(small * 1.6, 60));
  });

  test('soup of any length', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 50, maxLength: 600 }), (some) => {
        expect(readCounted(some.join(' ')).steps).toBeLessThan(200 * some.length + 1000);
      }),
      { numRuns: 200, seed: 6 },
    );
  });
});
