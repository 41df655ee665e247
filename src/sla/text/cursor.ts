import type { CalendarBook, SlaRefusal } from '../meaning.ts';
import type { Token } from './tokens.ts';

/** Thrown inside the reader only; `readSla` turns it into a reading. */
export class Refused {
  readonly code: SlaRefusal;
  readonly message: string;
  constructor(code: SlaRefusal, message: string) {
    this.code = code;
    this.message = message;
  }
}

const nothing: Token = { kind: 'sign', text: '', start: 0, end: 0, tight: false, value: 0 };

/** A place in a phrase's tokens. `steps` counts every token looked at: the measure of the reader's work. */
export class Cursor {
  readonly text: string;
  readonly tokens: readonly Token[];
  at = 0;
  end: number;
  steps = 0;
  /** The calendars a phrase may name; null where no config is at hand. */
  readonly calendars: CalendarBook | null;

  constructor(text: string, tokens: readonly Token[], calendars: CalendarBook | null = null) {
    this.text = text;
    this.tokens = tokens;
    this.calendars = calendars;
    this.end = tokens.length;
  }

  get done(): boolean {
    return this.at >= this.end;
  }

  /** The token `offset` places ahead; an empty sign past the end. */
  peek(offset = 0): Token {
    this.steps += 1;
    const at = this.at + offset;
    return at >= 0 && at < this.end ? (this.tokens[at] ?? nothing) : nothing;
  }

  /** Whether the words ahead are exactly these. */
  ahead(words: readonly string[], offset = 0): boolean {
    return words.every((word, index) => {
      const token = this.peek(offset + index);
      return token.kind === 'word' && token.text === word;
    });
  }

  isWord(words: { has(word: string): boolean }, offset = 0): boolean {
    const token = this.peek(offset);
    return token.kind === 'word' && words.has(token.text);
  }

  isSign(...texts: string[]): boolean {
    const token = this.peek();
    return token.kind === 'sign' && texts.includes(token.text);
  }

  /** Steps over these words when they are ahead. */
  take(...words: string[]): boolean {
    if (!this.ahead(words)) return false;
    this.at += words.length;
    return true;
  }

  /** Steps over the first of these phrases that is ahead. */
  takeAny(phrases: readonly (readonly string[])[]): readonly string[] | null {
    const found = phrases.find((words) => this.ahead(words));
    if (found === undefined) return null;
    this.at += found.length;
    return found;
  }

  takeSign(...texts: string[]): boolean {
    if (!this.isSign(...texts)) return false;
    this.at += 1;
    return true;
  }

  /** The phrase between two token places, as written. */
  slice(from: number, to: number): string {
    const first = this.tokens[from];
    const last = this.tokens[to - 1];
    return first === undefined || last === undefined || to <= from
      ? ''
      : this.text.slice(first.start, last.end);
  }
}
