import { unescaped } from '../cut/head.ts';
import type { ReadFile, Span } from '../entry.ts';
import { linesOf } from '../lines.ts';
import { MentionReader } from './reader.ts';

/** An ID, a name or a placeholder found in the text of an entry. */
export interface Mention {
  /**
   * `id`: a whole, well-formed ID. `malformed`: one whose meaning is clear (`BR-MOPS-2`). `named`: a name without a
   * number (`KPI-MQL-to-SQL-conversion`). `placeholder`: a place kept for an ID (`GTM-XXX`, `TBD (channel)`).
   */
  readonly kind: 'id' | 'malformed' | 'named' | 'placeholder';
  /** The ID meant: expanded in ranges, corrected when malformed; the token itself for names and placeholders. */
  readonly id: string;
  /** What stands at `span`, escapes taken off. */
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
        token: unescaped(raw.slice(token.start, token.end)),
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
