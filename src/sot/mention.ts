import { tokenEnd } from './cut/head.ts';
import type { ReadFile, Span } from './entry.ts';
import { judgeId, parseId } from './id.ts';
import { linesOf } from './lines.ts';

/** An ID, a name or a placeholder found in the text of an entry. */
export interface Mention {
  /**
   * `id`: a whole, well-formed ID. `malformed`: one whose meaning is clear (`BR-MOPS-2`). `named`: a name without a
   * number (`KPI-MQL-to-SQL-conversion`). `placeholder`: a place kept for an ID (`GTM-XXX`, `TBD (channel)`).
   */
  readonly kind: 'id' | 'malformed' | 'named' | 'placeholder';
  /** The ID meant: expanded in ranges, corrected when malformed; the token itself for names and placeholders. */
  readonly id: string;
  /** What stands at `span`, as written. */
  readonly token: string;
  /** The token: an ID alone, a placeholder with its brackets, the whole phrase of `TBD (channel)`. */
  readonly span: Span;
  /** Words in round brackets right after the ID or its link: `PER-001 (fit signals)`; null when there are none. */
  readonly label: string | null;
  /**
   * `full`: the span spells the ID. `short`: it is the second number of `KPI-101/102` or `CFD-001→004`. `between`:
   * the ID lies inside a range and the span is the whole range.
   */
  readonly written: 'full' | 'short' | 'between';
}

const bases =
  'BR|GTM|KPI|PER|CFD|MON|RUN|UJ|SCR|DEP|SEC|FEA|RISK|ADO|EPIC|API|DBT|TEST|DES|TECH|ARC|ENV|INT|ENT|LL';
/** Where something of interest begins: an ID, `TBD`, or text whose IDs are none (URL, link target, comment, tag). */
const starts = new RegExp(
  `(?:${bases})[-_]|(?:br|gtm)[-_]mops[-_]|TB[DC] {0,2}\\(|\\]\\(|<!--|<(?=[a-z/])|[a-z]:\\/\\/`,
  'g',
);
const roleWords =
  /channel|offer|pric|tier|threshold|persona|fit|kpi|conversion|monitor|drift|feedback|source/i;
/** A longer range than this is a band of numbers ("BR-001 to BR-099"), nothing that anybody cites. */
const longestRange = 60;

interface Token {
  readonly kind: Mention['kind'];
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly written: Mention['written'];
}

/**
 * Finds every mention in a raw slice of a file, in order. `offset` is where the slice starts in its file. IDs in
 * comments, URLs, link targets and tags are none; of `[BR-001](x.md#br-001)` the words in square brackets count.
 */
export function findIds(raw: string, offset: number, file: Pick<ReadFile, 'path' | 'text'>): Mention[] {
  const mentions: Mention[] = [];
  const lines = linesOf(file);
  const reader = new MentionReader(raw);
  for (let group = reader.next(); group; group = reader.next()) {
    for (const token of group.tokens) {
      mentions.push({
        kind: token.kind,
        id: token.id,
        token: raw.slice(token.start, token.end),
        span: lines.span(offset + token.start, offset + token.end),
        label: group.label,
        written: token.written,
      });
    }
  }
  return mentions;
}

/** Mentions in the part of a file that a span covers. */
export function mentionsIn(file: ReadFile, span: Pick<Span, 'start' | 'end'>): Mention[] {
  return findIds(file.text.slice(span.start, span.end), span.start, file);
}

class MentionReader {
  private readonly raw: string;
  private at = 0;
  /** Up to here no bracket closes; searching again would be in vain. */
  private openUntil = -1;

  constructor(raw: string) {
    this.raw = raw;
  }

  next(): { tokens: Token[]; label: string | null } | null {
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
        const tokens = found.startsWith('TB') ? this.phrase(start) : this.token(start);
        if (tokens.length === 0) continue;
        const last = tokens[tokens.length - 1] as Token;
        this.at = Math.max(this.at, last.end);
        return { tokens, label: found.startsWith('TB') ? null : this.label(last.end) };
      }
    }
  }

  /** `TBD (channel)`: the whole phrase stands for an ID. */
  private phrase(start: number): Token[] {
    const open = this.raw.indexOf('(', start);
    const close = this.raw.slice(open, open + 62).indexOf(')');
    if (close < 0 || !roleWords.test(this.raw.slice(open, open + close))) return [];
    const end = open + close + 1;
    return [{ kind: 'placeholder', id: this.raw.slice(start, end), start, end, written: 'full' }];
  }

  private token(start: number): Token[] {
    const bracketed = this.bracketed(start);
    if (bracketed) return [bracketed];
    const end = this.trimmed(start, tokenEnd(this.raw, start));
    const token = this.raw.slice(start, end);
    const dashed = /^([A-Z-]+-)([0-9]{3})-([0-9]{3})$/.exec(token);
    if (dashed && parseId(`${dashed[1]}${dashed[2]}`)) {
      const split = start + (dashed[1]?.length ?? 0) + 3;
      return this.range(
        start,
        split,
        split + 1,
        end,
        `${dashed[1]}${dashed[2]}`,
        `${dashed[1]}${dashed[3]}`,
        'short',
      );
    }
    const judged = judgeId(token);
    if (!judged) {
      this.at = Math.max(this.at, end);
      return [];
    }
    if (judged.kind === 'id') {
      if (judged.parsed.number.length === 3) return this.more(start, end, token);
      return [{ kind: 'id', id: token, start, end, written: 'full' }];
    }
    if (judged.kind === 'malformed') {
      return judged.expected === null
        ? []
        : [{ kind: 'malformed', id: judged.expected.id, start, end, written: 'full' }];
    }
    return [{ kind: judged.kind, id: token, start, end, written: 'full' }];
  }

  /** `[GTM-XXX]` and `[GTM-* channel]`: the brackets belong to the placeholder, unless they are those of a link. */
  private bracketed(start: number): Token | null {
    if (this.raw.charCodeAt(start - 1) !== 91) return null;
    const close = this.raw.slice(start, start + 60).search(/[\](\n\r]/);
    if (close < 0 || this.raw.charAt(start + close) !== ']') return null;
    const inner = this.raw.slice(start, start + close);
    const end = start + close + 1;
    if (this.raw.charAt(end) === '(' || inner.split(/\s+/).length > 5) return null;
    const first = inner.slice(0, tokenEnd(this.raw, start) - start);
    const wild = /^[A-Z]+(?:-[A-Z]+)?-\*/.test(inner);
    if (!wild && judgeId(first)?.kind !== 'placeholder') return null;
    if (!wild && /[A-Z]+-[A-Z0-9?#-]+/.test(inner.slice(first.length))) return null;
    return {
      kind: 'placeholder',
      id: this.raw.slice(start - 1, end),
      start: start - 1,
      end,
      written: 'full',
    };
  }

  /** Everything an ID goes on with: `/102`, `→004`, ` to KPI-110`. Nothing at all for a band of numbers. */
  private more(start: number, end: number, id: string): Token[] {
    const prefix = id.slice(0, -3);
    const first: Token = { kind: 'id', id, start, end, written: 'full' };
    join.lastIndex = end;
    const joined = join.exec(this.raw);
    if (joined) {
      const from = end + joined[0].length;
      const spaced = /\s/.test(joined[0]);
      const arrow = /[→⇒>]/.test(joined[0]);
      const word = /[a-z]/i.test(joined[0]);
      const full = this.trimmed(from, tokenEnd(this.raw, from));
      const other = this.raw.slice(from, full);
      if (parseId(other) && other.startsWith(prefix)) {
        const lifecycle = prefix.endsWith('MOPS-') && (arrow || word);
        return lifecycle ? [first] : this.range(start, end, from, full, id, other, 'full');
      }
      number.lastIndex = from;
      const digits = number.exec(this.raw)?.[0];
      const alone = digits !== undefined && !/\s{0,2}[A-Za-z%$]/y.test(this.raw.slice(from + 3, from + 6));
      if (digits !== undefined && !word && (!spaced || alone)) {
        return this.range(start, end, from, from + 3, id, `${prefix}${digits}`, 'short');
      }
    }
    const tokens = [first];
    let at = end;
    for (;;) {
      slash.lastIndex = at;
      const match = slash.exec(this.raw);
      if (!match) return tokens;
      at += match[0].length;
      tokens.push({
        kind: 'id',
        id: `${prefix}${match[0].slice(-3)}`,
        start: at - 3,
        end: at,
        written: 'short',
      });
    }
  }

  private range(
    start: number,
    end: number,
    from: number,
    to: number,
    id: string,
    other: string,
    written: 'full' | 'short',
  ): Token[] {
    const low = Number(id.slice(-3));
    const high = Number(other.slice(-3));
    this.at = Math.max(this.at, to);
    if (high - low > longestRange || (low % 100 <= 1 && high % 100 === 99)) return [];
    const tokens: Token[] = [{ kind: 'id', id, start, end, written: 'full' }];
    for (let number = low + 1; number < high; number++) {
      const between = `${id.slice(0, -3)}${String(number).padStart(3, '0')}`;
      tokens.push({ kind: 'id', id: between, start, end: to, written: 'between' });
    }
    if (other !== id) tokens.push({ kind: 'id', id: other, start: from, end: to, written });
    return tokens;
  }

  /** Words in round brackets behind a token; closing marks and the target of its link may stand between. */
  private label(end: number): string | null {
    let at = end;
    while (/[\]*_`~]/.test(this.raw.charAt(at))) at++;
    if (this.raw.charAt(at) === '(' && this.raw.charAt(at - 1) === ']') at = this.afterTarget(at + 1);
    while (/[*_`~]/.test(this.raw.charAt(at))) at++;
    let gap = 0;
    while (gap < 3 && /[ \t\u00a0]/.test(this.raw.charAt(at))) {
      at++;
      gap++;
    }
    if (this.raw.charAt(at) !== '(') return null;
    let depth = 0;
    for (let next = at; next < Math.min(this.raw.length, at + 240); next++) {
      const char = this.raw.charAt(next);
      if (char === '(') depth++;
      else if (char === ')' && --depth === 0) {
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
    while (end > start && /[-_*]/.test(this.raw.charAt(end - 1)) && !/-\*$/.test(this.raw.slice(start, end)))
      end--;
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

const tag =
  /<\/?[a-z][a-z0-9-]*(?:\s{1,9}[a-z-]{1,40}=(?:"[^"<>]{0,999}"|'[^'<>]{0,999}'|[^\s"'<>]{1,999}))*\s{0,9}\/?>/iy;
const join = /\s{0,2}(?:→|⇒|⟶|=>|->|\.{2,3}|…|–)\s{0,2}|\s{1,2}(?:to|bis|through)\s{1,2}/y;
const number = /[0-9]{3}(?![0-9A-Za-z_-])/y;
const slash = /\/[0-9]{3}(?![0-9A-Za-z_-])/y;
