import { numberWords } from '../../language/numbers.ts';
import type { Cursor } from '../text/cursor.ts';
import { refuse } from '../text/refusals.ts';
import { calendars, countedWords, monthWords, units } from '../text/words.ts';

/** Larger amounts are slips of the keyboard, and no calendar reaches them. */
export const largestAmount = 100_000;

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

export interface WrittenNumber {
  readonly value: number;
  readonly text: string;
}

/** Reads digits, a number word, `one (1)`, `half a`, `a`. */
export function readNumber(c: Cursor): WrittenNumber {
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
    if (token.value > largestAmount) throw refuse.tooLong(token.text);
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
function matched(c: Cursor, number: WrittenNumber): WrittenNumber {
  const inside = c.peek(1);
  if (!c.isSign('(') || c.peek(2).text !== ')') return number;
  const second = inside.kind === 'number' ? inside.value : numberWords.get(inside.text);
  if (second === undefined) return number;
  c.at += 3;
  if (second !== number.value) throw refuse.mismatch(number.text, inside.text);
  return { value: number.value, text: String(number.value) };
}

/**
 * Reads the upper number behind a dash, for a refusal: of "2-4 hours" nobody can tell the limit. Leaves the cursor
 * where no number follows.
 */
export function readRange(c: Cursor, start: number): void {
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

/** The calendar that the next word names ("business", "working", "calendar"); null for none. */
export function calendarAhead(c: Cursor): 'business' | 'wall' | null {
  const calendar = c.peek().kind === 'word' ? calendars.get(c.peek().text) : undefined;
  return calendar === 'business' || calendar === 'wall' ? calendar : null;
}
