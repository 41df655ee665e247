/**
 * Signs of note-taking tools and converters around words: highlights, comments and block marks of Obsidian, spans of
 * Pandoc, toggles of Notion, comments of Google Docs, bold around a whole field. They are covered; every offset stays.
 */
import { covered, coverMarks, coverSign, type Mark } from './cover-sign.ts';

const highlight = /(?<![=\w])==(?=[^\s=])([^=\n]{1,200}[^\s=])==(?![=\w])/g;
const hiddenNote = /%%(?=[^%\n]{0,400}%%)[^%\n]{0,400}%%/g;
const blockMark = /[ \t]\^[A-Za-z0-9-]{1,40}(?=[ \t]*$)/gm;
const span = /(\\?\[)([^[\]\n]{1,200})(\\?\]\{[.#][^{}\n]{1,100}\})/g;
const toggle = /^([ \t>]*(?:[-*+][ \t]+)?)([▶►▸▹▷▾▼▽▿⏵⯈]\ufe0f?[ \t]+)/gm;
/** `[\[a\]](#cmnt1)`, and `[a]` where the text of the comment stands at the end of the file. */
const comment = /\[\\?\[[a-z]{1,3}\\?\]\]\(#cmnt[^()\s]{0,40}\)/g;
const commentText = /^\\?\[([a-z]{1,2})\\?\](?=\S)/gm;
const keycap = /(\d)(\ufe0f?\u20e3)/g;
const spacedQuote = /«[ \u00a0\u202f](?=\S)|(?<=\S)[ \u00a0\u202f]»/g;
/** `**Owner: BDR**`: bold or italics from the first to the last letter of a field; a head's marks are left. */
const wholeBold =
  /^([ \t>]*(?:[-*+•][ \t]+)?)(\*{1,3}|_{1,3})(?![*_\s])(?!\[?(?:BR|GTM)\\?-MOPS)([^*_\n:]{1,80}:[ \t]+[^*_\n]*[^*_\s:])\2([ \t]*\\?)$/gm;

const marks: readonly Mark[] = [
  ['==', highlight, (found) => `${coverSign}${coverSign}${found.slice(2, -2)}${coverSign}${coverSign}`],
  ['%%', hiddenNote, covered],
  ['^', blockMark, covered],
  [']{', span, (_found, open = '', words = '', mark = '') => covered(open) + words + covered(mark)],
  [/[▶-▿⏵⯈]/, toggle, (_found, mark = '', sign = '') => mark + covered(sign)],
  ['#cmnt', comment, covered],
  ['\u20e3', keycap, (_found, digit = '', cap = '') => digit + covered(cap)],
  ['«', spacedQuote, (found) => found.replace(/[ \u00a0\u202f]/, coverSign)],
  ['\u00ad', /\u00ad/g, covered],
  [
    /[*_][ \t]*\\?$/m,
    wholeBold,
    (_found, mark = '', bold = '', words = '', end = '') =>
      `${mark}${covered(bold)}${words}${covered(bold)}${end}`,
  ],
];

/** Puts covers over the signs; the result has the same length. */
export function coverSigns(text: string): string {
  return coverComments(coverMarks(text, marks));
}

/** Letters of comments that Google Docs leaves in a text, where it lists what they say. */
function coverComments(text: string): string {
  if (!/\[a\\?\]/.test(text)) return text;
  const letters = new Set([...text.matchAll(commentText)].map(([, letter]) => letter));
  if (letters.size === 0) return text;
  return text.replace(/(?<=[^\s[\]()])\\?\[([a-z]{1,2})\\?\](?![(:[])/g, (found, letter: string) =>
    letters.has(letter) ? covered(found) : found,
  );
}
