import { escaped } from '../language/escaped.ts';
import type { Span } from '../sot/entry.ts';
import type { Edit } from './edit.ts';

/** A text in which a name is looked for. */
export interface Haystack {
  readonly path: string;
  readonly text: string;
}

export interface Search {
  readonly old: string;
  /** Hyphens belong to the word: `too-small` is not in `too-small-team`, `BR-MOPS-003` not in `X-BR-MOPS-003`. */
  readonly hyphens: boolean;
  /** Longer names that hold the old one and are something else: `Customer success` for a stage `Customer`. */
  readonly within: readonly string[];
  /** Capitals and small letters alike. */
  readonly anyCase?: true;
}

/** A stretch of a text: `to` is the offset behind its last character. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Every place where the old name stands as a word of its own, with what is to stand there. Linear in the text. */
export function mentionsOf({ path, text }: Haystack, search: Search, replacement: string): readonly Edit[] {
  const spanOf = spans(path, text);
  return stretchesOf(text, search).map(({ from, to }) => {
    const { text: words, more } = fitted(text.slice(from, to), replacement, text[to]);
    return { span: spanOf({ from, to: to + more }), text: words };
  });
}

/** The places alone, in order. A name of several words is found over the end of a line, too. */
export function stretchesOf(text: string, { old, hyphens, within, anyCase }: Search): readonly Stretch[] {
  const sought = anyCase ? old.toLowerCase() : old;
  const holds = (name: string) => (anyCase ? name.toLowerCase() : name).includes(sought);
  const taken = [...new Set(within)]
    .filter((name) => name.length > old.length && holds(name))
    .flatMap((name) => standing(text, name, hyphens, anyCase))
    .sort((a, b) => a.from - b.from);
  let passed = 0;
  let reach = 0;
  return standing(text, old, hyphens, anyCase).filter(({ from, to }) => {
    // The longer names that begin no later: one of them holds the old one when the furthest does.
    for (let next = taken[passed]; next !== undefined && next.from <= from; next = taken[++passed])
      reach = Math.max(reach, next.to);
    return to > reach;
  });
}

/** Makes spans of stretches that come in ascending order. */
export function spans(file: string, text: string): (stretch: Stretch) => Span {
  const lineEnds = /\r\n|\n|\r/g;
  let line = 1;
  let lineStart = text.startsWith('\uFEFF') ? 1 : 0;
  let lineEnd = lineEnds.exec(text);
  const pass = (at: number): void => {
    for (; lineEnd !== null && lineEnd.index < at; lineEnd = lineEnds.exec(text)) {
      line++;
      lineStart = lineEnd.index + lineEnd[0].length;
    }
  };
  return ({ from, to }) => {
    pass(from);
    const begin = { start: from, line, column: from - lineStart + 1 };
    pass(to);
    return { file, ...begin, end: to, endLine: line, endColumn: to - lineStart + 1 };
  };
}

/** The new name for words that may stand on two lines: the line still ends there, `more` letters further. */
export function fitted(
  words: string,
  replacement: string,
  next: string | undefined,
): { readonly text: string; readonly more: 0 | 1 } {
  const gap = /[ \t]*\r?\n[ \t>]*/.exec(words)?.[0];
  if (gap === undefined) return { text: replacement, more: 0 };
  if (replacement.includes(' ')) return { text: replacement.replace(' ', () => gap), more: 0 };
  return next === ' ' ? { text: `${replacement}${gap}`, more: 1 } : { text: replacement, more: 0 };
}

const between = '(?:[ \\t\\u00a0]{1,9}|[ \\t]{0,9}\\r?\\n[ \\t>]{0,19})';

function standing(text: string, name: string, hyphens: boolean, anyCase: true | undefined): Stretch[] {
  const words = name.trim();
  if (words === '') return [];
  // Umlauts are one letter or two, whoever typed them.
  const forms = [...new Set([words, words.normalize('NFC'), words.normalize('NFD')])]
    .map((form) => form.split(/\s+/).map(escaped).join(between))
    .join('|');
  return [...text.matchAll(new RegExp(forms, anyCase ? 'giu' : 'gu'))]
    .map(({ 0: found, index }) => ({ from: index, to: index + found.length }))
    .filter(
      ({ from, to }) => !joins(text, from - 1, hyphens, -1, words) && !joins(text, to, hyphens, 1, words),
    );
}

/** Whether the letter at a place makes the name part of a longer word. */
function joins(text: string, at: number, hyphens: boolean, step: -1 | 1, name: string): boolean {
  const char = text[at] ?? '';
  const edge = (step < 0 ? name[0] : name.at(-1)) ?? '';
  // A name that ends in a sign ("C++") ends there.
  if (!/[\p{L}\p{N}\p{M}_-]/u.test(edge)) return false;
  if (char === '-') return hyphens && /[\p{L}\p{N}]/u.test(text[at + step] ?? '');
  // `_SQL_` is the name in italics.
  return /[\p{L}\p{N}\p{M}]/u.test(beyond(text, at, step));
}

function beyond(text: string, at: number, step: -1 | 1): string {
  let next = at;
  for (let most = 3; most > 0 && text[next] === '_'; most--) next += step;
  return text[next] ?? '';
}
