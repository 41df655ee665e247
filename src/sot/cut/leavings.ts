/**
 * What converters leave in a text (Google Docs, Notion, Confluence, Word, wikis): blanks written as entities, tags
 * that only dress, footnote marks, callout marks, wiki brackets. They are covered by characters that take no room,
 * so that a text reads as if they were not there and every offset stays what it was.
 */

/** Takes no room and is no word: a blank for every question that is asked of a line. */
export const cover = '\u2060';

const entity =
  /&(?:nbsp|ensp|emsp|thinsp|numsp|hairsp|zwnj|lrm|rlm|shy|#0{0,4}32|#160|#8203|#x0{0,4}20|#xa0|#x200b);/gi;
const footnote =
  /\[\^[^\]\s]{1,40}\](?!:)|<sup>\s?\\?\[?\d{1,3}\\?\]?(?:\([^()\s]{0,200}\))?\s?<\/sup>|\[\\?\[\d{1,3}\\?\]\]\(#[^()\s]{0,200}\)|(?<=\p{L}\p{L})[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3}|[\u2020\u2021]/gu;
const definition = /^[ \t]{0,3}\[\^[^\]\s]{1,40}\]:/;
const callout = /(^[ \t]{0,3}(?:>[ \t]?){1,4})(\\?\[![a-z]{2,20}\\?\][+-]?[ \t]{0,9})/gim;
const wiki = /\\?\[\\?\[([^[\]\n]{1,300})\]\]/g;
const dressing =
  /<\/?(?:a|abbr|article|aside|b|big|center|details|div|em|figure|font|i|ins|kbd|label|mark|p|section|small|span|strong|summary|u)(?:\s[^<>\n]{0,500})?\/?>/gi;
const breaks = /(?:<br\s{0,3}\/?>[ \t]{0,9})+$/gim;
const headingTag = /<h([1-6])(?:\s[^<>\n]{0,200})?>|<\/h[1-6]>/gi;
const listTag = /<(\/?)(?:[uo]l|li)(?:\s[^<>\n]{0,200})?>/gi;
const oneLine = /[^\r\n]+/g;
/** The second line of a definition list (`Owner`, below it `: BDR`); a callout's `:::` and a time are none. */
const described = /^([ \t]{0,3}):(?=[ \t]{1,8}\S)/;
const asideTag = /<(\/?)(?:details|aside)(?:\s[^<>\n]{0,500})?>/gi;

/** Puts covers over the leavings in a text; the result has the same length. */
export function coverLeavings(text: string): string {
  let result = text;
  if (result.includes('&')) result = result.replace(entity, (found) => ` ${cover.repeat(found.length - 1)}`);
  if (/\[\^|<sup>|\]\]\(#|[\u00b9\u00b2\u00b3\u2020\u2021\u2070-\u2079]/.test(result))
    result = result.replace(footnote, covered);
  if (result.includes('[!'))
    result = result.replace(callout, (_found, quote: string, mark: string) => quote + covered(mark));
  if (result.includes(']]')) result = result.replace(wiki, wikiWords);
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

/** `<li>` is the mark of an item where it opens the line, and parts it from the item before it elsewhere. */
function listMark(found: string, before: string): string {
  if (!/^<li/i.test(found) || /<[uo]l[^<>]*>\s*$/i.test(before)) return covered(found);
  const opens =
    before
      .replace(/<[^<>]*>/g, '')
      .replaceAll(cover, '')
      .trim() === '';
  return (opens ? '- ' : '; ').padEnd(found.length, cover);
}

function covered(found: string): string {
  return cover.repeat(found.length);
}

/** `[[SQL]]`, `[[page#BR-MOPS-003|SQL]]`, also as remark escapes them: the words that a reader of the page sees. */
function wikiWords(found: string, inner: string): string {
  const bar = inner.lastIndexOf('|');
  const words = bar < 0 ? inner : inner.slice(bar + 1);
  return covered(found.slice(0, found.length - words.length - 2)) + words + cover + cover;
}

/** Tags outside tables' rows, whose cells are read by themselves. `<h2>` is the heading it means. */
function coverTags(text: string): string {
  if (!/<\/?[a-z]/i.test(text)) return text;
  return text.replace(oneLine, (line) => {
    if (!line.includes('<') || /^[ \t>]*\|/.test(line)) return line;
    return line
      .replace(headingTag, (found, level?: string) =>
        level === undefined
          ? covered(found)
          : `${'#'.repeat(Math.min(Number(level), found.length - 1))} `.padEnd(found.length, cover),
      )
      .replace(dressing, (found, at: number) => (inTicks(line, at) ? found : covered(found)))
      .replace(listTag, (found, _slash, at: number, whole: string) =>
        inTicks(whole, at) ? found : listMark(found, whole.slice(0, at)),
      )
      .replace(breaks, (found) => ' '.repeat(found.length));
  });
}

function inTicks(line: string, at: number): boolean {
  let ticks = 0;
  for (let index = 0; index < at; index++) if (line.charCodeAt(index) === 96) ticks++;
  return ticks % 2 === 1;
}

/** Whether a line gives the text of a footnote. */
export function isFootnote(line: string): boolean {
  return definition.test(line);
}

/** How many asides (`<details>`, `<aside>`) a line opens and closes. */
export function asidesOn(line: string): { readonly opens: number; readonly closes: number } {
  let opens = 0;
  let closes = 0;
  for (const [, slash] of line.matchAll(asideTag)) {
    if (slash === '') opens++;
    else closes++;
  }
  return { opens, closes };
}
