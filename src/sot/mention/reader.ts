import { shortPattern } from '../../language/nothing.ts';
import { isBlank } from '../blank.ts';
import { tokenEnd, unescaped } from '../cut/head.ts';
import { BASES, judgeId } from '../id.ts';
import { expand, hyphenRange, type MentionToken, tokenOf } from './range.ts';

/** Where something of interest begins: an ID, `TBD`, or text whose IDs are none (URL, link target, comment, tag). */
const starts = new RegExp(
  `(?:${BASES.join('|')})\\\\?[-_]|(?:br|gtm)\\\\?[-_]mops\\\\?[-_]|(?:BR|GTM)[ \\u2010-\\u2013]MOPS[-_ \\u2010-\\u2013](?=[0-9])|(?:${shortPattern}) {0,2}\\(|\\]\\(|<!--|<(?=[a-z/])|[a-z]:\\/\\/`,
  'g',
);
const roleWords =
  /channel|offer|pric|tier|threshold|persona|fit|kpi|conversion|monitor|drift|feedback|source/i;
const tag =
  /<\/?[a-z][a-z0-9-]*(?:\s{1,9}[a-z-]{1,40}=(?:"[^"<>]{0,999}"|'[^'<>]{0,999}'|[^\s"'<>]{1,999}))*\s{0,9}\/?>/iy;

/** Mentions that belong together: the IDs of one range share the label behind it. */
export interface Group {
  readonly tokens: readonly MentionToken[];
  readonly label: string | null;
}

/** Goes through a slice of text from one mention to the next. */
export class MentionReader {
  private readonly raw: string;
  private at = 0;
  /** Up to here no bracket closes; searching again would be in vain. */
  private openUntil = -1;

  constructor(raw: string) {
    this.raw = raw;
  }

  next(): Group | null {
    for (;;) {
      starts.lastIndex = this.at;
      const match = starts.exec(this.raw);
      if (!match) return null;
      const found = match[0];
      const start = match.index;
      this.at = start + found.length;
      if (found === '](') this.at = this.afterTarget(this.at);
      else if (found === '<!--') this.at = this.afterComment(start);
      else if (found === '<') this.at = this.afterTag(start);
      else if (found.endsWith('://')) this.at = this.afterWord(this.at);
      else if (
        /[A-Za-z0-9]/.test(this.raw.charAt(start - 1)) ||
        /[A-Za-z0-9][-_]$/.test(this.raw.slice(Math.max(0, start - 2), start))
      ) {
        this.at = Math.max(this.at, tokenEnd(this.raw, start));
      } else {
        const phrase = found.endsWith('(');
        const tokens = phrase ? this.phrase(start) : this.token(start);
        if (tokens.length === 0) continue;
        const last = tokens[tokens.length - 1] as MentionToken;
        this.at = Math.max(this.at, last.end);
        return { tokens, label: phrase ? null : this.label(last.end) };
      }
    }
  }

  /** `TBD (channel)`: the whole phrase stands for an ID. */
  private phrase(start: number): MentionToken[] {
    const open = this.raw.indexOf('(', start);
    const close = this.raw.slice(open, open + 62).indexOf(')');
    if (close < 0 || !roleWords.test(this.raw.slice(open, open + close))) return [];
    const end = open + close + 1;
    return [tokenOf('placeholder', this.raw.slice(start, end), start, end)];
  }

  private token(start: number): MentionToken[] {
    const bracketed = this.bracketed(start);
    if (bracketed) return [bracketed];
    const end = this.trimmed(start, tokenEnd(this.raw, start));
    this.at = Math.max(this.at, end);
    const written = this.raw.slice(start, end);
    const token = unescaped(written);
    const range = written === token ? hyphenRange(token, start) : null;
    if (range) return range.tokens;
    const judged = judgeId(token);
    if (!judged) return [];
    if (judged.kind === 'malformed') {
      // `[[#^br-mops-002|MQL]]`: anchors and tags have small letters.
      if (written === written.toLowerCase() && '#^'.includes(this.raw.charAt(start - 1) || ' ')) return [];
      return judged.expected === null ? [] : [tokenOf('malformed', judged.expected.id, start, end)];
    }
    if (judged.kind === 'id' && judged.parsed.number.length === 3) {
      const expansion = expand(this.raw, start, end, token);
      this.at = Math.max(this.at, expansion.end);
      return expansion.tokens;
    }
    return [tokenOf(judged.kind, token, start, end)];
  }

  /** `[GTM-XXX]` and `[GTM-* channel]`: the brackets belong to the placeholder, unless they are those of a link. */
  private bracketed(start: number): MentionToken | null {
    if (this.raw.charCodeAt(start - 1) !== 91) return null;
    const close = this.raw.slice(start, start + 60).search(/[\](\n\r]/);
    if (close < 0 || this.raw.charAt(start + close) !== ']') return null;
    const inner = unescaped(this.raw.slice(start, start + close));
    const end = start + close + 1;
    if (this.raw.charAt(end) === '(' || inner.split(/\s+/).length > 5) return null;
    const first = inner.slice(0, tokenEnd(inner, 0));
    const wild = /^[A-Z]+(?:-[A-Z]+)?-\*/.test(inner);
    if (!wild && judgeId(first)?.kind !== 'placeholder') return null;
    if (!wild && /[A-Z]+-[A-Z0-9?#-]+/.test(inner.slice(first.length))) return null;
    return tokenOf('placeholder', this.raw.slice(start - 1, end), start - 1, end);
  }

  /** Words in round brackets behind a token; closing marks and the target of its link may stand between. */
  private label(end: number): string | null {
    let at = end;
    while (closesMark(this.raw.charCodeAt(at)) || this.raw.charCodeAt(at) === 93) at++;
    if (this.raw.charCodeAt(at) === 40 && this.raw.charCodeAt(at - 1) === 93) at = this.afterTarget(at + 1);
    while (closesMark(this.raw.charCodeAt(at))) at++;
    for (let gap = 0; gap < 3 && isBlank(this.raw.charCodeAt(at)); gap++) at++;
    if (this.raw.charCodeAt(at) !== 40) return null;
    let depth = 0;
    for (let next = at; next < Math.min(this.raw.length, at + 240); next++) {
      const code = this.raw.charCodeAt(next);
      if (code === 40) depth++;
      else if (code === 41 && --depth === 0) {
        const words = this.raw
          .slice(at + 1, next)
          .replace(/\s+/g, ' ')
          .trim();
        return words === '' ? null : words;
      }
    }
    return null;
  }

  private trimmed(start: number, end: number): number {
    while (end > start && /[-_\\]/.test(this.raw.charAt(end - 1))) end--;
    return end;
  }

  /** Offset behind the bracket that closes a link's target on its line, `at` when none does. */
  private afterTarget(at: number): number {
    if (at < this.openUntil) return at;
    const window = this.raw.slice(at, at + 2000);
    const found = window.search(/[)\n\r]/);
    if (found >= 0 && window.charAt(found) === ')') return at + found + 1;
    this.openUntil = at + (found < 0 ? window.length : found);
    return at;
  }

  private afterTag(start: number): number {
    tag.lastIndex = start;
    const match = tag.exec(this.raw);
    return start + (match?.[0].length ?? 1);
  }

  private afterComment(start: number): number {
    const end = this.raw.indexOf('-->', start + 4);
    return end < 0 ? this.raw.length : end + 3;
  }

  private afterWord(at: number): number {
    while (at < this.raw.length && !/[\s)>\]]/.test(this.raw.charAt(at))) at++;
    return at;
  }
}

function closesMark(code: number): boolean {
  return code === 42 || code === 95 || code === 96 || code === 126;
}
