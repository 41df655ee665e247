/**
 * What converters leave in a text (Google Docs, Notion, Confluence, Word, wikis): blanks written as entities, tags
 * that only dress, footnote marks, callout marks, wiki brackets. They are covered by characters that take no room,
 * so that a text reads as if they were not there and every offset stays what it was.
 */

import { covered, coverMarks, coverSign, type Mark } from './cover-sign.ts';
import { readTags } from './html-line.ts';
import { coverSigns } from './notion-signs.ts';
import { coverShortcodes } from './shortcodes.ts';

const entity =
  /&(?:nbsp|ensp|emsp|thinsp|numsp|hairsp|zwnj|lrm|rlm|shy|#0{0,4}32|#160|#8203|#x0{0,4}20|#xa0|#x200b);/gi;
const signs: ReadonlyMap<string, string> = new Map([
  ['mdash', '\u2014'],
  ['#8212', '\u2014'],
  ['#x2014', '\u2014'],
  ['ndash', '\u2013'],
  ['#8211', '\u2013'],
  ['#x2013', '\u2013'],
  ['#45', '-'],
  ['#x2d', '-'],
  ['hyphen', '-'],
  ['colon', ':'],
  ['#58', ':'],
  ['#x3a', ':'],
  ['bull', '\u2022'],
  ['#8226', '\u2022'],
  ['rarr', '\u2192'],
  ['#8594', '\u2192'],
]);
const signEntity = /&(#?[a-z0-9]{2,6});/gi;
/** Hyphens of typesetters: what Word makes of a hyphen that must not break. */
const otherHyphen = /(?<=[A-Za-z])[\u2010\u2011](?=[A-Za-z0-9])/g;
/** `[#](#sql)`, `[¶](#sql)`, `[](#sql)`: the link a generator puts beside a heading to its own place. */
const permalink = /\[[^\]\p{L}\p{N}]{0,4}\]\(#[^()\s]{0,200}(?:\s"[^"\n]{0,100}")?\)/gu;
/** `~~BR-MOPS-013~~ BR-MOPS-003`: a number that was struck out beside the one that counts. */
const struckId =
  /^(?=.{0,300}MOPS.{0,300}MOPS)(.{0,80}?)(~~[^~\n]{0,20}(?:BR|GTM)-MOPS-\d{1,4}[^~\n]{0,20}~~|<(del|s|strike)>[^<>\n]{0,20}(?:BR|GTM)-MOPS-\d{1,4}[^<>\n]{0,20}<\/\3>)/gim;
/** `~~Too small → MQL~~`, `<del>1 hour</del>`: what was struck out is not said any more. An entry's ID is its head. */
const struck =
  /([*_]{0,3})(?<![~\\])~~(?!~)(?=\S)(?!deprecated|[^~\n]{0,20}MOPS-\d)[^~\r\n]{1,600}?(?<=\S)~~(?!~)\1|([*_]{0,3})<(del|s|strike)>(?![^<>\n]{0,20}MOPS-\d)[^<>\r\n]{1,600}<\/\3>\2/gi;
const jsxComment = /\{\/\*[^\n]{0,500}?\*\/\}/g;
const footnote =
  /\[\^[^\]\s]{1,40}\](?!:)|<sup>\s?\\?\[?\d{1,3}\\?\]?(?:\([^()\s]{0,200}\))?\s?<\/sup>|\[\\?\[\d{1,3}\\?\]\]\(#[^()\s]{0,200}\)|(?<=\p{L}\p{L})[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3}|[\u2020\u2021]/gu;
const definition = /^[ \t]{0,3}\[\^[^\]\s]{1,40}\]:/;
const callout = /(^[ \t]{0,3}(?:>[ \t]?){1,4})(\\?\[![a-z]{2,20}\\?\][+-]?[ \t]{0,9})/gim;
/** `:::info[Title]`, `::: warning Title`, `:::`: containers of Docusaurus and VitePress. */
const container = /^([ \t]{0,3}:{3,}[ \t]*(?:[a-z][a-z-]{0,30}(?![:\p{L}])[ \t]*)?)(.*)$/gmu;
/** `!!! note "Title"`, `??? info`: admonitions of MkDocs, whose text is indented below them. */
export const admonition =
  /^([ \t]*(?:!!!|\?\?\?\+?|===)[ \t]+(?:[a-z][a-z-]{0,30}(?:[ \t]{1,9}|(?=["\r\n]|$))){0,4})(?:"([^"\n\r]{0,200})")?[ \t]{0,9}$/gm;
const wiki = /\\?\[\\?\[((?:[^[\]\n]|\n(?!\s*\n)){1,300})\]\]/g;
/** `## [[BR-MOPS-003|SQL]]`: a heading whose ID is the page that its words lead to. */
const wikiHead =
  /^(#{1,6}[ \t]+)(\\?\[\\?\[)([A-Z]{2,5}(?:-[A-Z]+)?-\d{3})\|(?![^\]\n]{0,200}\3)([^[\]\n]{1,200})\]\]/gm;
/** `[Owner:: BDR]`, `(SLA:: 1 hour)`: fields in a line, as Obsidian's Dataview has them. */
const inlineField =
  /(?<=^|[\s>(|*_])(?:(\\?\[)([\p{L}](?:[^[\]():\n]|\n(?!\s*\n)){0,60}::(?:[^[\]\n]|\n(?!\s*\n)){1,300}?)(\\?\])(?![([:])|(\()([\p{L}][^[\]():\n]{0,60}::(?:[^[\]()\n]|\n(?!\s*\n)){1,300})(\)))/gmu;
const oneLine = /[^\r\n]+/g;
/** The second line of a definition list (`Owner`, below it `: BDR`); a callout's `:::` and a time are none. */
const described = /^([ \t]{0,3}):(?=[ \t]{1,8}\S)/;

const mayHoldShortcode = /\{[{%a-z]|<\/?[A-Z]|(?:^|[\r\n])[ \t]{0,3}h[1-6]\./i;

/** What stands in place of words, or beside them. */
const inWords: readonly Mark[] = [
  ['&', entity, (found) => ` ${coverSign.repeat(found.length - 1)}`],
  [
    '&',
    signEntity,
    (found, name = '') => signs.get(name.toLowerCase())?.padEnd(found.length, coverSign) ?? found,
  ],
  [/[\u2010\u2011]/, otherHyphen, () => '-'],
  ['](#', permalink, covered],
  [/~~|<(?:del|s|strike)>/i, struckId, (_found, before = '', gone = '') => before + covered(gone)],
  [/~~|<(?:del|s|strike)>/i, struck, covered],
  ['{/*', jsxComment, covered],
  [/\[\^|<sup>|\]\]\(#|[\u00b9\u00b2\u00b3\u2020\u2021\u2070-\u2079]/, footnote, covered],
  ['[!', callout, (_found, quote = '', mark = '') => quote + covered(mark)],
];

/** What stands around lines, and links of wikis. */
const aroundLines: readonly Mark[] = [
  [':::', container, (_found, mark = '', rest = '') => covered(mark) + titleOf(rest)],
  [
    /!!!|\?\?\?|=== "/,
    admonition,
    (found, mark = '', title?: string) =>
      (covered(mark) + (title === undefined ? '' : `${coverSign}${title}`)).padEnd(found.length, coverSign),
  ],
  [
    ']]',
    wikiHead,
    (_found, mark = '', brackets = '', id = '', title = '') =>
      `${mark}${covered(brackets)}${id} ${title}${coverSign}${coverSign}`,
  ],
  [']]', wiki, (found, inner = '') => wikiWords(found, inner)],
  [
    '::',
    inlineField,
    (_found, ...parts: (string | undefined)[]) => {
      const [open = '', words = '', close = ''] = parts[0] === undefined ? parts.slice(3) : parts;
      return covered(open) + words + covered(close);
    },
  ],
];

/** Puts covers over the leavings in a text; the result has the same length. */
export function coverLeavings(text: string): string {
  let result = coverSigns(coverMarks(text, inWords));
  if (mayHoldShortcode.test(result)) result = coverShortcodes(result);
  result = coverMarks(result, aroundLines);
  if (result.includes('<')) result = coverTags(result);
  if (/(?<=(?:^|[\r\n])[ \t]{0,3}):[ \t]/.test(result)) result = listDescriptions(result);
  return result;
}

/** Definition lists are lists below a label: their colon becomes the mark of an item. */
function listDescriptions(text: string): string {
  let end = 0;
  let before = '';
  return text.replace(oneLine, (line, at: number) => {
    const below = /^(?:\r\n|\r|\n)$/.test(text.slice(end, Math.min(at, end + 3))) && before.trim() !== '';
    end = at + line.length;
    before = line;
    return below ? line.replace(described, '$1-') : line;
  });
}

/** The title of a container, in square brackets or not, without the attributes behind it. */
function titleOf(rest: string): string {
  const attributes = /[ \t]{0,9}\{[^{}]{0,200}\}[ \t]{0,9}$/.exec(rest)?.[0] ?? '';
  const title = rest.slice(0, rest.length - attributes.length);
  const bare =
    title.startsWith('[') && title.endsWith(']') ? `${coverSign}${title.slice(1, -1)}${coverSign}` : title;
  return bare + covered(attributes);
}

/** `[[SQL]]`, `[[page#BR-MOPS-003|SQL]]`, also as remark escapes them: the words that a reader of the page sees. */
function wikiWords(found: string, inner: string): string {
  const bar = inner.lastIndexOf('|');
  const words = bar < 0 ? inner : inner.slice(bar + 1);
  return covered(found.slice(0, found.length - words.length - 2)) + words + coverSign + coverSign;
}

/** Tags outside tables' rows, whose cells are read by themselves. `<h2>` is the heading it means. */
function coverTags(text: string): string {
  if (!/<\/?[a-z]/i.test(text)) return text;
  const lists = { depth: 0 };
  return text.replace(oneLine, (line) => readTags(line, lists));
}

/** Whether a line gives the text of a footnote. */
export function isFootnote(line: string): boolean {
  return definition.test(line);
}
