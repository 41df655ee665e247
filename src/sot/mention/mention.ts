import { unescaped } from '../cut/head.ts';
import type { ReadFile, Span } from '../entry.ts';
import { linesOf } from '../lines.ts';
import type { Mention } from './found.ts';
import { MentionReader } from './reader.ts';

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
