/**
 * Tags in a line of Markdown, read as what they mean: headings, items, terms with their descriptions, paragraphs. What
 * only dresses is covered. A line keeps its length, so every offset stays what it was.
 */
import type { FieldSet } from '../../language/fields.ts';
import { fieldNamed } from '../../language/flattened.ts';
import { coverSign } from './cover-sign.ts';

const tag = /<(\/?)([a-z][a-z0-9]{0,11})(?:\s[^<>\n]{0,500})?\s?\/?>/gi;
const dressing = new Set(
  'a abbr article aside b big blockquote center cite dd del details div dl dt em figcaption figure font footer header i ins kbd label main mark nav p q s samp section small span strong sub summary sup tt u var'.split(
    ' ',
  ),
);
const boxes = new Set(['p', 'div', 'section', 'article']);
const sets: readonly FieldSet[] = ['stage', 'handoff', 'monitor'];

/** How deep in lists the lines of a text stand. */
export interface ListDepth {
  depth: number;
}

/** A line with its tags read; rows of tables are left alone, whose cells are read by themselves. Linear. */
export function readTags(line: string, lists: ListDepth): string {
  if (!line.includes('<') || /^[ \t>]*\|/.test(line)) return line;
  return new TagReader(line, lists).read();
}

class TagReader {
  private readonly line: string;
  private readonly lists: ListDepth;
  private done = '';
  /** Offset behind the tag read last. */
  private at = 0;
  /** Words stand before, on the line and since the last break. */
  private ink = false;
  private pieceInk = false;
  /** The last sign of words. */
  private lastSign = '';
  private lastTag = '';
  /** A heading with words behind it on its line: a label. */
  private headed = false;
  /** Whether a term is open that has no colon of its own yet. */
  private term = false;
  private bold = false;
  private readonly lastWord: number;
  private readonly headingEnd: number;
  private readonly boldEnd: number;

  constructor(line: string, lists: ListDepth) {
    this.line = line;
    this.lists = lists;
    const words = line.replace(/<[^<>]*>/g, (found) => ' '.repeat(found.length));
    this.lastWord = words.trimEnd().length - 1;
    this.headingEnd = line.search(/<\/h[1-6]>/i);
    this.boldEnd = line.includes('**')
      ? -1
      : Math.max(line.lastIndexOf('</b>'), line.lastIndexOf('</strong>'));
  }

  read(): string {
    let ticks = 0;
    for (const match of this.line.matchAll(tag)) {
      const [found, slash = '', written = ''] = match;
      const between = this.line.slice(this.at, match.index);
      for (const char of between) if (char === '`') ticks++;
      this.words(between);
      this.at = match.index + found.length;
      if (ticks % 2 === 1) this.words(found);
      else this.take(found, written.toLowerCase(), slash === '');
      this.lastTag = `${slash}${written.toLowerCase()}`;
    }
    return this.done + this.line.slice(this.at);
  }

  private words(text: string): void {
    this.done += text;
    if (text.includes(':')) this.term = false;
    if (!/[^\s\u2060>*+-]/.test(text)) return;
    this.ink = true;
    this.pieceInk = true;
    this.lastSign = text.trimEnd().slice(-1);
  }

  private put(found: string, sign: string): void {
    this.done += found.length < sign.length ? found : sign.padEnd(found.length, coverSign);
    if (sign === '<br>') this.pieceInk = false;
  }

  /** Words follow on the line. */
  private get goesOn(): boolean {
    return this.lastWord >= this.at;
  }

  private take(found: string, name: string, opens: boolean): void {
    if (/^h[1-6]$/.test(name)) this.takeHeading(found, Number(name.charAt(1)), opens);
    else if (name === 'dt') this.takeTerm(found, opens);
    else if (name === 'dd')
      this.put(found, !opens ? '' : !this.ink ? '- ' : this.lastTag === '/dd' ? '; ' : '');
    else if (name === 'li') this.put(found, opens ? this.itemMark() : '');
    else if (name === 'ul' || name === 'ol') {
      this.lists.depth = Math.max(0, this.lists.depth + (opens ? 1 : -1));
      // A list that ends parts what follows it from its last item, as a paragraph does.
      this.put(found, !opens && this.lists.depth === 0 && this.ink && this.goesOn ? '<br>' : '');
    } else if (name === 'br') {
      this.done += this.goesOn ? found : ' '.repeat(found.length);
      this.pieceInk = false;
    } else if (boxes.has(name) && !opens) this.put(found, this.ink && this.goesOn ? '<br>' : '');
    else if ((name === 'b' || name === 'strong') && this.isLabel(opens)) {
      this.done += opens ? `${coverSign.repeat(found.length - 2)}**` : '**'.padEnd(found.length, coverSign);
      this.bold = opens;
    } else if (dressing.has(name)) this.put(found, '');
    else this.words(found);
  }

  private takeHeading(found: string, level: number, opens: boolean): void {
    if (!opens) this.put(found, this.headed && !/[:：]/.test(this.lastSign) ? ': ' : '');
    else if (this.ink) this.put(found, '<br>');
    else {
      this.headed = this.headingEnd >= 0 && this.lastWord > this.headingEnd + 4;
      this.put(found, this.headed ? '' : `${'#'.repeat(Math.min(level, found.length - 1))} `);
    }
  }

  /** `<dt>Owner</dt>` is a label, with or without a colon. */
  private takeTerm(found: string, opens: boolean): void {
    if (opens) {
      this.put(found, this.ink ? '<br>' : '');
      this.term = true;
    } else {
      this.put(found, this.term ? ': ' : '');
      this.term = false;
    }
  }

  /** `<li>` is the mark of an item where it opens the line; elsewhere it parts it from the item before it. */
  private itemMark(): string {
    if (!this.ink) return this.lists.depth > 1 && /^\S/.test(this.line) ? '  - ' : '- ';
    if (this.lastTag === 'ul' || this.lastTag === 'ol')
      return /[:：][\s\u2060]*$/.test(this.done) ? '' : '; ';
    const rest = this.line.slice(this.at, this.at + 200).replace(/<[^<>]*>/g, '');
    const label = /^\s*([\p{L}][^:<>]{0,60}?)\s*:/u.exec(rest)?.[1];
    const field = label !== undefined && sets.some((set) => fieldNamed(set, label, null) !== null);
    return field ? '<br>' : '; ';
  }

  /** Bold words at the front of a line or behind a break, closed on the line, which may be a label. */
  private isLabel(opens: boolean): boolean {
    return opens ? !this.pieceInk && this.boldEnd >= this.at : this.bold;
  }
}
