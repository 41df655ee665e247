/** `<!-- mops-ignore rule-id: reason -->` comments: what each silences, and why (SPEC §4). */

import type { Entry, Repository, Span } from '../sot/entry.ts';
import type { Finding } from './finding.ts';

export interface IgnoreComment {
  readonly rule: string;
  /** Empty when none was given: then the comment silences nothing. */
  readonly reason: string;
  readonly span: Span;
  /** True for findings of the rule on the next line that holds text, or in the entry that line opens. */
  covers(finding: Finding): boolean;
}

/** Reads every ignore comment of a repository, in file order. */
export function readIgnores(repository: Repository): readonly IgnoreComment[] {
  return repository.files.flatMap((file) =>
    file.comments.flatMap((comment) => {
      const match = /^\s*mops-ignore\b[ \t]*([A-Za-z0-9-]*)[ \t]*:?([\s\S]*)$/.exec(comment.text);
      if (match === null) return [];
      const rule = (match[1] ?? '').toLowerCase();
      const reason = (match[2] ?? '').replace(/\s+/g, ' ').trim();
      const line = nextLine(file.text, comment.span);
      const entry =
        line === null ? undefined : file.entries.find((candidate) => candidate.span.line === line);
      return [
        {
          rule,
          reason,
          span: comment.span,
          covers: (finding) =>
            finding.rule === rule && finding.span.file === file.path && within(finding, line, entry),
        },
      ];
    }),
  );
}

function within(finding: Finding, line: number | null, entry: Entry | undefined): boolean {
  if (line === null) return false;
  if (entry === undefined) return finding.span.line === line;
  return finding.span.start >= entry.span.start && finding.span.start <= entry.span.end;
}

/** Line number of the first line after the comment that holds text (the comment's own, when text follows on it). */
function nextLine(text: string, span: Span): number | null {
  let line = span.endLine;
  let at = span.end;
  let inked = false;
  for (; at < text.length; at++) {
    const char = text[at];
    if (char === '\n' || (char === '\r' && text[at + 1] !== '\n')) line++;
    else if (char !== ' ' && char !== '\t' && char !== '\r' && char !== '\u00a0') {
      // The next comment is not what this one is about: two ignores may stand above one line.
      if (text.startsWith('<!--', at)) {
        const close = text.indexOf('-->', at);
        if (close < 0) return null;
        for (let inner = at; inner < close + 2; inner++) if (text[inner] === '\n') line++;
        at = close + 2;
        continue;
      }
      inked = true;
      break;
    }
  }
  return inked ? line : null;
}
