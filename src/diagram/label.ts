/**
 * Labels for Mermaid 10 to 12. Labels are hostile text: they must come out as they are, in both of Mermaid's ways of
 * drawing text (HTML and SVG), and never be read as syntax, directive, formula, icon, Markdown or HTML.
 *
 * Entities alone will not do: drawn as SVG text, Mermaid 11 and 12 decode only `lt`, `gt` and `amp` in a flowchart.
 * So whatever starts something is broken up with a word joiner, a character that has no width and no meaning.
 */

import { columnsOf, lettersOf, widthOf } from '../language/columns.ts';
import { visibleText } from '../untrusted/plain-text.ts';

const joiner = '\u2060';

/** What is no character. */
const none = /[\ufffc-\uffff]/g;

/** Untrusted text as one line: blanks folded, invisible characters gone, straight double quotes made typographic. */
export function plainLabel(text: string): string {
  const line = visibleText(text.replace(/[\t\r\n\u2028\u2029]/g, ' '))
    .replace(none, '')
    .replace(/\s+/g, ' ')
    .trim();
  let open = false;
  return line.replace(/"/g, () => {
    open = !open;
    return open ? '“' : '”';
  });
}

/**
 * A label cut into lines of at most `width` columns (wide characters count two), at blanks where there are any. What
 * does not fit in `most` lines ends in an ellipsis.
 */
export function wrapLabel(text: string, width: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  let words = 0;
  const push = () => {
    if (line !== '') lines.push(line);
    line = '';
    used = 0;
  };
  for (const word of plainLabel(text).split(' ')) {
    for (const piece of pieces(word, width)) {
      const glued = words === 0 || piece.start > 0;
      if (used > 0 && used + (glued ? 0 : 1) + piece.columns > width) push();
      line += used === 0 || glued ? piece.text : ` ${piece.text}`;
      used += piece.columns + (used === 0 || glued ? 0 : 1);
      words += 1;
    }
    if (lines.length > most) break;
  }
  push();
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  const last = pieces(kept[most - 1] ?? '', width - 1)[0]?.text ?? '';
  return [...kept.slice(0, -1), `${last.trimEnd()}…`];
}

/**
 * A word in pieces of at most `width` columns, at hyphens where there are any; characters that belong together stay
 * together.
 */
function pieces(word: string, width: number): { text: string; columns: number; start: number }[] {
  const found: { text: string; columns: number; start: number }[] = [];
  let text = '';
  let columns = 0;
  let start = 0;
  let index = 0;
  for (const letter of lettersOf(word)) {
    const wide = columnsOf(letter);
    if (columns > 0 && columns + wide > width) {
      // A word with hyphens parts behind the last one: "not-ready-to-" and "roll-out".
      const part = /^.{3,}[-_/](?=.)/su.exec(text)?.[0] ?? text;
      const rest = text.slice(part.length);
      const left = widthOf(rest);
      found.push({ text: part, columns: columns - left, start });
      text = rest;
      columns = left;
      start = index - rest.length;
    }
    text += letter;
    columns += wide;
    index += letter.length;
  }
  if (text !== '') found.push({ text, columns, start });
  return found;
}

/** Lines as the inside of a quoted flowchart label. */
export function flowLabel(lines: readonly string[]): string {
  return lines
    .map((line) =>
      breakUp(plainLabel(line))
        .replace(/#(?=\w+;)/g, `#${joiner}`)
        .replace(/[<>&]/g, (sign) => names[sign] ?? sign),
    )
    .join('<br/>');
}

/** Lines as text of a sequence diagram or of `accTitle` and `accDescr`, where text is not quoted and ends at the line. */
export function lineLabel(lines: readonly string[]): string {
  return lines
    .map((line) =>
      breakUp(plainLabel(line))
        .replace(/^(?:no)?w(?=rap)/i, `$&${joiner}`)
        .replace(/[#;<>&]/g, (sign) => names[sign] ?? sign),
    )
    .join('<br/>');
}

const names: Readonly<Record<string, string>> = {
  '<': '#lt;',
  '>': '#gt;',
  '&': '#amp;',
  '#': '#35;',
  ';': '#59;',
};

/**
 * Breaks up what starts a line break, a comment or directive, a formula, an icon, a link, Mermaid's own marks for
 * entities, a style statement, and Markdown's lists, headings and code at the start of a line.
 */
function breakUp(line: string): string {
  return line.replace(starters, `$&${joiner}`).replace(/^\d{1,9}(?=[.)])|^(?=[^\p{L}\p{N}])/u, `$&${joiner}`);
}

const starters =
  /\\(?=n)|%(?=%)|\$(?=\$)|\ufb02(?=°)|¶(?=ß)|:(?=\/\/)|fa[bklrs]?(?=:fa-)|s(?=tyle)|c(?=lassDef)|www(?=\.)/g;
