/**
 * Cuts an SLA phrase into tokens. One pass over the characters, no backtracking; anything that is no word, number,
 * clock time or zone becomes a `sign` of one or two characters, so that every phrase has tokens and nothing is lost.
 */

export interface Token {
  readonly kind: 'word' | 'number' | 'time' | 'zone' | 'iso' | 'always' | 'sign';
  /** As in the folded phrase; words in lower case. */
  readonly text: string;
  /** Offsets into the folded phrase. */
  readonly start: number;
  readonly end: number;
  /** No blank before it. */
  readonly tight: boolean;
  /** A number's value, a time's minutes past midnight; NaN for a number that is written unclearly (`1,5`, `1.2.3`). */
  readonly value: number;
}

/** First parts of IANA zone names; `Europe/London` is one token, `hours/Low` is three. */
const zoneAreas = new Set(
  'africa america antarctica arctic asia atlantic australia europe indian pacific etc us canada brazil chile mexico'.split(
    ' ',
  ),
);

/** Words that keep their full stop: `3 bus. days`, `2 hrs. (business)`. */
const abbreviations = new Set('min mins hr hrs bus biz max approx ca wk wks'.split(' '));

const signs = new Map([
  ['–', '-'],
  ['—', '-'],
  ['−', '-'],
  ['‐', '-'],
  ['‒', '-'],
  ['―', '-'],
  ['‹', '<'],
  ['›', '>'],
  ['≦', '≤'],
  ['≧', '≥'],
  ['⩽', '≤'],
  ['⩾', '≥'],
  ['∼', '~'],
  ['≈', '~'],
  ['×', 'x'],
  ['’', "'"],
  ['‘', "'"],
  ['“', '"'],
  ['”', '"'],
  ['½', '.5'],
  ['¼', '.25'],
  ['¾', '.75'],
]);

/**
 * The phrase in the form that is read: full-width characters and no-break blanks folded, dashes and signs made one,
 * repeated blanks made one, invisible characters dropped. Folding twice changes nothing.
 */
export function foldPhrase(phrase: string): string {
  const plain: string[] = [];
  for (const character of phrase) {
    const sign = signs.get(character) ?? character;
    // A lone ½ is 0.5, after digits it is their fraction.
    const fraction = sign.startsWith('.') && sign !== '.';
    plain.push(fraction && !isDigit(plain.at(-1) ?? '') ? `0${sign}` : sign);
  }
  const folded: string[] = [];
  for (const character of plain.join('').normalize('NFKC')) {
    if (isBlank(character)) {
      if (folded.length > 0 && folded.at(-1) !== ' ') folded.push(' ');
    } else if (!isInvisible(character)) folded.push(signs.get(character) ?? character);
  }
  return folded.join('').trimEnd().normalize('NFKC');
}

function isBlank(character: string): boolean {
  return /[\s\p{Zs}\p{Cc}]/u.test(character);
}

function isInvisible(character: string): boolean {
  return /\p{Cf}/u.test(character);
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9' && character.length === 1;
}

function isLetter(character: string): boolean {
  return character !== '' && /[\p{L}\p{M}_]/u.test(character);
}

/** Tokens of a folded phrase. A hyphen before a letter only joins and is dropped: `same-day`, `1-hour`. */
export function tokenize(folded: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < folded.length) {
    if (folded[at] === ' ') {
      at += 1;
      continue;
    }
    const before = folded[at - 1] ?? '';
    const joins =
      folded[at] === '-' && (isLetter(before) || isDigit(before)) && isLetter(folded[at + 1] ?? '');
    if (joins) {
      at += 1;
      continue;
    }
    const token = nextToken(folded, at);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function nextToken(text: string, start: number): Token {
  const tight = start > 0 && text[start - 1] !== ' ';
  const make = (kind: Token['kind'], end: number, value = 0): Token => {
    const slice = text.slice(start, end);
    return { kind, text: kind === 'word' ? slice.toLowerCase() : slice, start, end, tight, value };
  };
  const first = text[start] ?? '';
  if (isDigit(first) || (first === '.' && isDigit(text[start + 1] ?? ''))) return numeric(text, start, make);
  if (isLetter(first) || first > '\ud7ff') {
    const end = wordEnd(text, start);
    if (text[end] === '/' && zoneAreas.has(text.slice(start, end).toLowerCase())) {
      const zoneEnd = runEnd(text, end + 1, (c) => isLetter(c) || isDigit(c) || '/+-'.includes(c));
      if (zoneEnd > end + 1) return make('zone', zoneEnd);
    }
    if ((first === 'P' || first === 'p') && isDuration(text, start, tight)) {
      return make(
        'iso',
        runEnd(text, start, (c) => isDigit(c) || /[A-Za-z.,]/.test(c)),
      );
    }
    const abbreviated = text[end] === '.' && abbreviations.has(text.slice(start, end).toLowerCase());
    const token = make('word', end);
    return abbreviated ? { ...token, end: end + 1 } : token;
  }
  const two = text.slice(start, start + 2);
  return make('sign', start + (['<=', '>=', '=<', '=>', '->', '||', '...'].includes(two) ? 2 : 1));
}

/** Whether an ISO 8601 duration (`PT1H`, `P1D`) starts here. */
function isDuration(text: string, start: number, tight: boolean): boolean {
  if (tight && isLetter(text[start - 1] ?? '')) return false;
  const second = (text[start + 1] ?? '').toUpperCase();
  if (second === 'T') return isDigit(text[start + 2] ?? '');
  if (!isDigit(second)) return false;
  const unit = runEnd(text, start + 1, isDigit);
  return /[A-Za-z]/.test(text[unit] ?? '');
}

type Make = (kind: Token['kind'], end: number, value?: number) => Token;

function numeric(text: string, start: number, make: Make): Token {
  const whole = runEnd(text, start, isDigit);
  const around = text.slice(whole, whole + 3);
  const alone = !isDigit(text[whole + 2] ?? '');
  if (text.slice(start, whole) === '24' && alone && /^(?:\/7|[xX]7)/.test(around))
    return make('always', whole + 2);
  if (text.slice(start, whole) === '24' && /^ [/x] ?7/.test(text.slice(whole, whole + 4))) {
    const seven = text.indexOf('7', whole);
    if (!isDigit(text[seven + 1] ?? '')) return make('always', seven + 1);
  }
  if (whole - start <= 2 && /^:[0-9][0-9]/.test(around) && !isDigit(text[whole + 3] ?? '')) {
    const hours = Number(text.slice(start, whole));
    const minutes = Number(text.slice(whole + 1, whole + 3));
    const clock = hours * 60 + minutes;
    return make('time', whole + 3, minutes < 60 && clock <= 1440 ? clock : Number.NaN);
  }
  let end = whole;
  let marks = start === whole ? 0 : -1;
  let clear = true;
  while (end < text.length) {
    const mark = text[end] ?? '';
    if ((mark === '.' || mark === ',' || mark === "'") && isDigit(text[end + 1] ?? '')) {
      marks += 1;
      if (mark !== '.' || marks > 0) clear = false;
      end = runEnd(text, end + 1, isDigit);
    } else break;
  }
  const value = Number(text.slice(start, end));
  return make('number', end, clear && Number.isFinite(value) ? value : Number.NaN);
}

function wordEnd(text: string, start: number): number {
  return runEnd(
    text,
    start,
    (c, at) =>
      isLetter(c) || isDigit(c) || c > '\ud7ff' || (c === "'" && at > start && isLetter(text[at + 1] ?? '')),
  );
}

function runEnd(text: string, start: number, holds: (character: string, at: number) => boolean): number {
  let end = start;
  while (end < text.length && holds(text[end] ?? '', end)) end += 1;
  return end;
}
