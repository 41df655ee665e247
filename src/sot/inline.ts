import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { isBlank } from './blank.ts';
import { coverSign } from './cut/cover-sign.ts';

/** Block constructs mean nothing inside a value: `# 1` or `- none` after a label is text. */
const inlineOnly = {
  disable: {
    null: [
      'blockQuote',
      'codeFenced',
      'codeIndented',
      'definition',
      'headingAtx',
      'htmlFlow',
      'list',
      'setextUnderline',
      'thematicBreak',
    ],
  },
};

const markdown = unified().data('micromarkExtensions', [inlineOnly]).use(remarkParse).freeze();

/** Blanks that are folded into one space. */
const blanks = /[\t\r\n\v\f\u00a0\u2028\u2029\u202f\u3000\ufeff]| {2}|^ | $/;
/** Tags that only dress text; any other tag is kept as the characters somebody typed (`<role>`). */
const dressing =
  /^<\/?(?:a|abbr|b|big|br|center|code|del|div|em|font|hr|i|ins|kbd|mark|p|s|small|span|strike|strong|sub|summary|details|sup|u|wbr)(?:\s[^<>]*)?\/?>$/i;

interface InlineNode {
  readonly type: string;
  readonly value?: string;
  readonly alt?: string | null;
  readonly children?: readonly InlineNode[];
}

const cacheLimit = 50_000;
const cache = new Map<string, string>();

/** Characters that the Markdown parser may still be given; one for each file, so that no file can take long. */
export interface ParserBudget {
  left: number;
}

/** What the parser gets of one file: a second or two in the worst case. */
export const parserBudget = 200_000;
/** Longer texts than this are no values of fields; their marks are taken off without the parser. */
const longestParsed = 600;

/**
 * Words of a raw slice without Markdown marks: emphasis, code ticks, links, escapes, comments off, blanks folded.
 * Simple marks are read here, all others by the Markdown parser while the budget lasts.
 */
export function withoutMarks(written: string, budget: ParserBudget): string {
  const raw = written.includes(coverSign) ? written.replaceAll(coverSign, '') : written;
  switch (looksOf(raw)) {
    case 'words':
      return raw;
    case 'blanks':
      return fold(raw);
    case 'marks': {
      const simple = simpleText(raw);
      if (simple !== null) return simple;
      budget.left -= raw.length;
      return raw.length > longestParsed || budget.left < 0 ? roughText(raw) : markdownText(raw);
    }
  }
}

const links = /!?\[([^[\]]{0,400})\]\([^()\s]{0,2000}\)/g;
const signs = /\\([!-/:-@[-`{-~])|[*`]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])|<br\s?\/?>|<!--|-->/gu;

/** Takes off what looks like a mark, without asking whether it pairs up. */
export function roughText(raw: string): string {
  return fold(
    raw
      .replace(links, '$1')
      .replace(signs, (found, escaped) => escaped ?? (found.startsWith('<') ? ' ' : '')),
  );
}

/**
 * Whether a text is words as they stand, has blanks to fold, or has a character that can begin a Markdown mark.
 * `<1 hour`, `R&D` and `[Stage A]` have none. Most texts are words; this one look at them saves all the others.
 */
function looksOf(raw: string): 'words' | 'blanks' | 'marks' {
  let looks: 'words' | 'blanks' = 'words';
  let before = 32;
  for (let at = 0; at < raw.length; at++) {
    const code = raw.charCodeAt(at);
    if (code === 32) {
      if (before === 32) looks = 'blanks';
    } else if (code < 32 || code >= 160) {
      if (code < 32 || isBlank(code) || code === 0x2028 || code === 0x2029) looks = 'blanks';
    } else if (code === 42 || code === 92 || code === 95 || code === 96) return 'marks';
    else if (code === 93 || code === 60 || code === 38) {
      const next = raw.charCodeAt(at + 1);
      const letter = (next | 32) >= 97 && (next | 32) <= 122;
      if (
        code === 93
          ? next === 40 || next === 91
          : letter || next === 35 || next === 33 || next === 47 || next === 63
      ) {
        return 'marks';
      }
    }
    before = code;
  }
  return before === 32 && raw !== '' ? 'blanks' : looks;
}

/** The same by the Markdown parser, about a hundred times slower; kept by string. */
export function markdownText(raw: string): string {
  const known = cache.get(raw);
  if (known !== undefined) return known;
  if (cache.size >= cacheLimit) cache.clear();
  const text = fold(wordsOf(markdown.parse(raw) as InlineNode));
  cache.set(raw, text);
  return text;
}

/**
 * One piece of text whose marks cannot be read in two ways: plain words, a code span, emphasis of words alone, a
 * link of words alone, brackets that are no link. The groups hold the words inside the marks.
 */
const piece =
  /[^*_`[\]<&\\!\0]+|!(?!\[)|(?<=[\p{L}\p{N}])_(?=[\p{L}\p{N}])|<(?![A-Za-z/!?])|&(?![#A-Za-z])|\\([!-/:-@[-`{-~])|`([^`\0]+)`(?!`)|\*\*([\p{L}\p{N}](?:[^*_`[\]<&\\!\0]*[\p{L}\p{N}])?)\*\*(?!\*)|\*([\p{L}\p{N}](?:[^*_`[\]<&\\!\0]*[\p{L}\p{N}])?)\*(?!\*)|\[([^*_`[\]<&\\!\0]*)\]\([^\s()<>\\\0]*\)|\[[^*_`[\]<&\\!\0]*\](?![([:])/uy;

/** Words of text with simple marks only; null where the Markdown parser has to decide. */
export function simpleText(raw: string): string | null {
  let words = '';
  piece.lastIndex = 0;
  while (piece.lastIndex < raw.length) {
    const match = piece.exec(raw);
    if (!match) return null;
    words += match[1] ?? codeWords(match[2]) ?? match[3] ?? match[4] ?? match[5] ?? match[0];
  }
  return fold(words);
}

/** Markdown takes one blank off both ends of a code span that has one at each. */
function codeWords(code: string | undefined): string | undefined {
  return code?.startsWith(' ') && code.endsWith(' ') && code.trim() !== '' ? code.slice(1, -1) : code;
}

function fold(text: string): string {
  if (!blanks.test(text)) return trimMarks(text);
  return trimMarks(text.replace(/\s+/g, ' ').trim());
}

/** Takes marks of zero width (direction marks) off both ends. */
function trimMarks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

/** Walks without recursion, because quotes of a stranger's text may nest thousands deep. */
function wordsOf(root: InlineNode): string {
  let words = '';
  const waiting: InlineNode[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'html') words += htmlWords(node.value ?? '');
    else if (node.type === 'break') words += ' ';
    else if (node.type === 'image') words += node.alt ?? '';
    else if (node.value !== undefined) words += node.value;
    else if (node.children) {
      for (let index = node.children.length - 1; index >= 0; index--) {
        waiting.push(node.children[index] as InlineNode);
      }
    }
  }
  return words;
}

function htmlWords(html: string): string {
  if (html.startsWith('<!--')) return ' ';
  if (dressing.test(html)) return /^<(?:br|hr|p|div)/i.test(html) ? ' ' : '';
  return html;
}
