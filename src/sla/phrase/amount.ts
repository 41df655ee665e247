/** Reads a duration: number, calendar, unit, added up (`1h 30m`), in words (`half an hour`) or in ISO 8601 (`PT1H`). */

import { distance } from 'fastest-levenshtein';
import type { SlaUnit } from '../meaning.ts';
import type { Cursor } from './cursor.ts';
import type { Draft } from './draft.ts';
import { refuse, round } from './refusals.ts';
import {
  calendars,
  countedWords,
  fullUnits,
  monthWords,
  numberWords,
  quarterWords,
  secondWords,
  shortForms,
  units,
  weekdays,
  yearWords,
} from './words.ts';

/** Larger amounts are slips of the keyboard, and no calendar reaches them. */
const largest = 100_000;

const articles = new Set(['a', 'an']);

/** Whether a number starts here, in digits or in words that a unit follows. */
export function startsAmount(c: Cursor, offset = 0): boolean {
  const token = c.peek(offset);
  if (token.kind === 'number' || token.kind === 'iso' || token.kind === 'time') return true;
  if (token.kind === 'sign') {
    return (
      token.text === '-' && !token.tight && c.peek(offset + 1).kind === 'number' && c.peek(offset + 1).tight
    );
  }
  if (token.kind !== 'word') return false;
  if (token.text === 'half' || token.text === 'quarter') {
    return isMeasure(c, offset + 1) || c.isWord(articles, offset + 1) || c.ahead(['of'], offset + 1);
  }
  if (articles.has(token.text)) {
    return (
      isMeasure(c, offset + 1) ||
      c.ahead(['half'], offset + 1) ||
      c.ahead(['quarter'], offset + 1) ||
      c.ahead(['few'], offset + 1) ||
      c.ahead(['couple'], offset + 1)
    );
  }
  if (token.text === 'several' || token.text === 'few') return isMeasure(c, offset + 1);
  return numberWords.has(token.text) && !c.ahead(['of'], offset + 1);
}

/** Whether a unit or a calendar before one is ahead. */
export function isMeasure(c: Cursor, offset: number): boolean {
  return c.isWord(units, offset) || c.isWord(calendars, offset) || c.isWord(monthWords, offset);
}

interface Number {
  readonly value: number;
  readonly text: string;
}

/** Reads a duration into `draft`. The caller has made sure that one starts here. */
export function readAmount(c: Cursor, draft: Draft, from: number): void {
  if (c.peek().kind === 'iso') {
    readIso(c, draft);
    return;
  }
  if (c.peek().kind === 'time') {
    const time = c.peek();
    throw Number.isNaN(time.value)
      ? refuse.decimals(time.text, '', false)
      : refuse.clock(time.text, time.value);
  }
  if (c.isSign('-')) throw refuse.negative();
  const start = c.at;
  const between = c.tokens[start - 1]?.text === 'between';
  const first = isMeasure(c, 0) ? { value: 1, text: '1' } : readNumber(c);
  if (between && c.ahead(['and'])) readRange(c, start - 1);
  if (c.isSign('-') || (c.peek().kind === 'word' && c.peek().text === 'to' && startsAmount(c, 1)))
    readRange(c, start);
  if (c.peek().kind === 'word' && c.peek().text === 'x') throw refuse.moving();
  const unit = readUnit(c, draft, first, start, from);
  let amount = first.value;
  let total = { amount, unit };
  while (true) {
    const next = readFurther(c, total.unit);
    if (next === null) break;
    total = add(total, next, draft, () => c.slice(start, c.at));
  }
  amount = total.amount;
  if (draft.calendar === 'unstated' && total.unit === 'week') draft.calendar = 'wall';
  if (amount <= 0) throw refuse.zero();
  if (amount > largest) throw refuse.tooLong(first.text);
  draft.amount = amount;
  draft.unit = total.unit;
  if (total.unit === 'hour' && !Number.isInteger(amount)) {
    draft.amount = round(amount * 60);
    draft.unit = 'minute';
  }
  if (draft.amount * minutesOf[draft.unit] < 1) throw refuse.seconds();
}

interface Measured {
  readonly amount: number;
  readonly unit: SlaUnit;
}

const minutesOf = { minute: 1, hour: 60, day: 1440, week: 10080 } as const;

/** Adds `1 h` and `30 m`. Days and hours add up only where a day is surely 24 hours. */
function add(total: Measured, next: Measured, draft: Draft, text: () => string): Measured {
  const short = (unit: SlaUnit): boolean => unit === 'minute' || unit === 'hour';
  if (!short(total.unit) && short(next.unit) && draft.calendar !== 'wall' && total.unit !== 'week') {
    throw refuse.mixedUnits(text());
  }
  if (total.unit === 'week' && draft.calendar === 'unstated') draft.calendar = 'wall';
  return {
    amount: round((total.amount * minutesOf[total.unit]) / minutesOf[next.unit] + next.amount),
    unit: next.unit,
  };
}

/** A further part of the same duration in a smaller unit, `30m` after `1h`; null when none follows. */
function readFurther(c: Cursor, last: SlaUnit): Measured | null {
  const joint = c.isSign(',') || c.ahead(['and']) ? 1 : 0;
  const number = c.peek(joint);
  const half = joint === 1 && c.ahead(['a', 'half'], joint);
  if (half) {
    c.at += 3;
    return last === 'minute' ? { amount: 0.5, unit: 'minute' } : halfOf(last);
  }
  if (number.kind !== 'number' && !(number.kind === 'word' && numberWords.has(number.text))) return null;
  const words = number.kind === 'word' && c.isWord(numberWords, joint + 1) ? 2 : 1;
  const unit = units.get(c.peek(joint + words).text);
  if (unit === undefined || minutesOf[unit] >= minutesOf[last]) return null;
  c.at += joint;
  const value = readNumber(c);
  c.at += 1;
  return { amount: value.value, unit };
}

function halfOf(unit: SlaUnit): Measured {
  if (unit === 'hour') return { amount: 30, unit: 'minute' };
  return { amount: 0.5, unit };
}

/** Reads digits, a number word, `one (1)`, `half a`, `a`. */
function readNumber(c: Cursor): Number {
  const start = c.at;
  const token = c.peek();
  if (token.kind === 'number') {
    c.at += 1;
    if (Number.isNaN(token.value)) {
      const unit = c.peek().kind === 'word' ? c.peek().text : '';
      const businessUnit = calendars.has(unit) ? `${unit} ${c.peek(1).text}` : unit;
      if (token.text.length > 12) throw refuse.tooLong(token.text);
      throw refuse.decimals(
        token.text,
        businessUnit,
        units.get(businessUnit.split(' ').at(-1) ?? '') === 'hour',
      );
    }
    if (token.value > largest) throw refuse.tooLong(token.text);
    const half = c.take('and', 'a', 'half') ? 0.5 : 0;
    return matched(c, { value: token.value + half, text: c.slice(start, c.at) });
  }
  if (token.text === 'half' || token.text === 'quarter') {
    c.at += 1;
    c.take('of');
    if (c.isWord(articles)) c.at += 1;
    return { value: token.text === 'half' ? 0.5 : 0.25, text: c.slice(start, c.at) };
  }
  if (articles.has(token.text)) {
    c.at += 1;
    if (c.ahead(['few']) || c.ahead(['couple']))
      throw refuse.vague(c.slice(start, c.at + 1), ['2 business hours']);
    if (c.ahead(['half']) || c.ahead(['quarter'])) {
      const value = c.peek().text === 'half' ? 0.5 : 0.25;
      c.at += 1;
      c.take('of');
      if (c.isWord(articles)) c.at += 1;
      return { value, text: c.slice(start, c.at) };
    }
    return { value: 1, text: '1' };
  }
  if (token.text === 'several' || token.text === 'few') throw refuse.vague(token.text, ['2 business hours']);
  let value = numberWords.get(token.text) ?? 0;
  c.at += 1;
  const ones = c.peek().kind === 'word' ? numberWords.get(c.peek().text) : undefined;
  if (value >= 20 && ones !== undefined && ones > 0 && ones < 10) {
    value += ones;
    c.at += 1;
  }
  if (c.take('and', 'a', 'half')) value += 0.5;
  return matched(c, { value, text: c.slice(start, c.at) });
}

/** `one (1)`: both numbers must agree. */
function matched(c: Cursor, number: Number): Number {
  const inside = c.peek(1);
  if (!c.isSign('(') || c.peek(2).text !== ')') return number;
  const second = inside.kind === 'number' ? inside.value : numberWords.get(inside.text);
  if (second === undefined) return number;
  c.at += 3;
  if (second !== number.value) throw refuse.mismatch(number.text, inside.text);
  return { value: number.value, text: String(number.value) };
}

function readRange(c: Cursor, start: number): void {
  const upper = c.at + 1;
  c.at = upper;
  if (!startsAmount(c)) {
    c.at = upper - 1;
    return;
  }
  readNumber(c);
  if (c.isWord(countedWords)) throw refuse.cadence();
  let business = false;
  for (let calendar = calendarAhead(c); calendar !== null; calendar = calendarAhead(c)) {
    business ||= calendar === 'business';
    c.at += 1;
  }
  if (c.peek().kind === 'word') c.at += 1;
  throw refuse.range(c.slice(start, c.at), c.slice(upper, c.at), business);
}

function calendarAhead(c: Cursor): 'business' | 'wall' | null {
  const calendar = c.peek().kind === 'word' ? calendars.get(c.peek().text) : undefined;
  return calendar === 'business' || calendar === 'wall' ? calendar : null;
}

function readUnit(c: Cursor, draft: Draft, number: Number, start: number, from: number): SlaUnit {
  for (let calendar = calendarAhead(c); calendar !== null; calendar = calendarAhead(c)) {
    draft.calendar = calendar;
    c.at += 1;
  }
  const token = c.peek();
  const before = c.at - 1 > start ? null : c.tokens[start - 1];
  const phrase = (): string => c.slice(start, c.at);
  if (token.kind !== 'word' || token.text === 'within') {
    if (before !== null && ['day', 'week', 'month'].includes(before?.text ?? '')) {
      throw refuse.planStep(c.slice(start - 1, start + 1), planDay(before?.text ?? '', number.value));
    }
    throw refuse.noUnit(phrase(), number.text);
  }
  const unit = units.get(token.text);
  if (unit !== undefined) {
    c.at += 1;
    if (unit === 'week' && draft.calendar === 'business') throw refuse.businessWeeks(number.value);
    return unit;
  }
  if (countedWords.has(token.text)) throw refuse.cadence();
  if (monthWords.has(token.text)) throw refuse.months(number.value);
  if (quarterWords.has(token.text)) throw refuse.longUnit(token.text, number.value * 90);
  if (yearWords.has(token.text)) throw refuse.longUnit(token.text, number.value * 365);
  if (secondWords.has(token.text)) throw refuse.seconds();
  if (token.text === 'am' || token.text === 'pm' || token.text === "o'clock") {
    const clock = c.slice(start, c.at + 1);
    const day = c.tokens.slice(from, start).some((word) => weekdays.has(word.text));
    if (day) throw refuse.weekday(token.text === 'pm' ? '17:00' : '12:00');
    throw refuse.whichDay(clock, clock.replaceAll(' ', ''));
  }
  const short = shortForms.get(token.text);
  if (short !== undefined) throw refuse.unknownUnit(c.slice(c.at, c.at + 1), short);
  const after = ['per', 'for', 'after', 'of', 'from', 'or', 'and', 'otherwise', 'if', 'during', 'in', 'sla'];
  if (after.includes(token.text)) throw refuse.noUnit(c.slice(start, c.at), number.text);
  throw refuse.unknownUnit(c.slice(c.at, c.at + 1), closestUnit(token.text));
}

function planDay(word: string, value: number): string {
  if (word !== 'day') return `${round(value * (word === 'week' ? 5 : 20))} business days`;
  if (value === 0) return 'same business day';
  return value === 1 ? 'next business day' : `${value} business days`;
}

function closestUnit(word: string): string | null {
  if (word.length < 3 || word.length > 12) return null;
  let best: string | null = null;
  let least = word.length > 4 ? 3 : 2;
  for (const unit of [...fullUnits, 'business', 'working', 'calendar']) {
    const edits = distance(word, unit);
    if (edits < least) {
      least = edits;
      best = unit;
    }
  }
  return best;
}

/** `PT1H30M`, `P1D`: always wall clock. */
function readIso(c: Cursor, draft: Draft): void {
  const token = c.peek();
  c.at += 1;
  const body = token.text.toUpperCase();
  let inTime = false;
  let digits = '';
  const parts: Measured[] = [];
  for (const character of body.slice(1)) {
    if (character === 'T') inTime = true;
    else if (/[0-9.,]/.test(character)) digits += character;
    else {
      const value = Number(digits.replace(',', '.'));
      if (digits === '' || !Number.isFinite(value) || value > largest) throw refuse.tooLong(token.text);
      digits = '';
      if (character === 'S') throw refuse.seconds();
      if (character === 'Y') throw refuse.longUnit('year', value * 365);
      if (character === 'M' && !inTime) throw refuse.months(value);
      const unit = isoUnits.get(character);
      if (unit === undefined) throw refuse.unknownUnit(token.text, null);
      parts.push({ amount: value, unit });
    }
  }
  const used = parts.filter((part) => part.amount !== 0);
  const smallest = used.at(-1);
  if (digits !== '' || parts.length === 0) throw refuse.noUnit(token.text, digits === '' ? '1' : digits);
  if (smallest === undefined) throw refuse.zero();
  const minutes = used.reduce((sum, part) => sum + part.amount * minutesOf[part.unit], 0);
  draft.calendar = 'wall';
  draft.unit = smallest.unit;
  draft.amount = round(minutes / minutesOf[smallest.unit]);
  if (draft.unit === 'hour' && !Number.isInteger(draft.amount)) {
    draft.unit = 'minute';
    draft.amount = round(minutes);
  }
  if (draft.amount <= 0) throw refuse.zero();
}

const isoUnits: ReadonlyMap<string, SlaUnit> = new Map([
  ['W', 'week'],
  ['D', 'day'],
  ['H', 'hour'],
  ['M', 'minute'],
]);
