/** `<!-- mops-ignore rule-id: reason -->` comments: what each silences, and why (SPEC §4). */

import type { ReadFile, Repository, Span } from '../sot/entry.ts';
import { countWhile } from '../sot/sorted.ts';
import type { Finding } from './finding.ts';

export interface IgnoreComment {
  readonly rule: string;
  /** Empty when none was given: then the comment silences nothing. */
  readonly reason: string;
  readonly span: Span;
  /** The next line that holds text; null at the end of the file. */
  readonly line: number | null;
  /** Start of the entry that this line opens: the comment is about all of it. Null where it opens none. */
  readonly entry: number | null;
}

/** Reads every ignore comment of a repository, in file order. */
export function readIgnores(repository: Repository): readonly IgnoreComment[] {
  return repository.files.flatMap((file) => {
    const found = file.comments.flatMap((comment) => {
      const match = /^\s*mops-ignore\b[ \t]*([A-Za-z0-9-]*)[ \t]*:?([\s\S]*)$/.exec(comment.text);
      return match === null ? [] : [{ match, span: comment.span }];
    });
    if (found.length === 0) return [];
    const lines = nextLines(file);
    const opened = new Map(file.entries.map(({ span }) => [span.line, span.start]));
    return found.map(({ match, span }) => {
      const line = lines.get(span.start) ?? null;
      return {
        rule: (match[1] ?? '').toLowerCase(),
        reason: (match[2] ?? '').replace(/\s+/g, ' ').trim(),
        span,
        line,
        entry: line === null ? null : (opened.get(line) ?? null),
      };
    });
  });
}

/** The last of these spans, which stand in order, that begins at a place or before it. */
export function lastUpTo(spans: readonly Span[], place: number): Span | undefined {
  return spans[countWhile(spans, ({ start }) => start <= place) - 1];
}

/** The comments that silence something, to be found by what they silence. */
export class Silencers {
  readonly #byPlace = new Map<string, IgnoreComment>();
  /** Entries by file, in order. */
  readonly #entries = new Map<string, readonly Span[]>();

  constructor(repository: Repository, comments: readonly IgnoreComment[]) {
    for (const comment of comments) {
      const { rule, reason, span, line, entry } = comment;
      if (reason === '') continue;
      const place = entry === null ? `line ${line}` : `entry ${entry}`;
      const key = `${rule}\u0000${span.file}\u0000${place}`;
      // Of two about one place the first counts.
      if (!this.#byPlace.has(key)) this.#byPlace.set(key, comment);
    }
    if (this.#byPlace.size === 0) return;
    for (const { path, entries } of repository.files)
      this.#entries.set(
        path,
        entries.map(({ span }) => span),
      );
  }

  /** The comment about the finding's entry, else the one about its line. */
  of({ rule, span }: Finding): IgnoreComment | undefined {
    if (this.#byPlace.size === 0) return undefined;
    const of = (place: string) => this.#byPlace.get(`${rule}\u0000${span.file}\u0000${place}`);
    const entry = this.#entryAt(span);
    return (entry === null ? undefined : of(`entry ${entry}`)) ?? of(`line ${span.line}`);
  }

  /** Start of the entry that a place lies in; entries stand in order and apart. */
  #entryAt({ file, start }: Span): number | null {
    const entry = lastUpTo(this.#entries.get(file) ?? [], start);
    return entry === undefined || start > entry.end ? null : entry.start;
  }
}

/**
 * By the start of each comment the line number of the first line after it that holds text (the comment's own, when
 * text follows on it). Read from the last to the first: what follows a comment that another one follows is known.
 */
function nextLines({ text, comments }: ReadFile): ReadonlyMap<number, number | null> {
  const lines = new Map<number, number | null>();
  for (const { span } of comments.toReversed()) lines.set(span.start, nextLine(text, span, lines));
  return lines;
}

function nextLine(text: string, span: Span, known: ReadonlyMap<number, number | null>): number | null {
  let line = span.endLine;
  for (let at = span.end; at < text.length; at++) {
    const char = text[at];
    if (char === '\n' || (char === '\r' && text[at + 1] !== '\n')) line++;
    else if (char !== ' ' && char !== '\t' && char !== '\r' && char !== '\u00a0') {
      // The next comment is not what this one is about: two ignores may stand above one line. One that is never closed hides the rest.
      return text.startsWith('<!--', at) ? (known.get(at) ?? null) : line;
    }
  }
  return null;
}
