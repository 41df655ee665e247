import type { Model } from '../lifecycle/model.ts';
import type { Span, Text } from '../sot/entry.ts';
import type { Problem } from './rule.ts';
import { sliceOf } from './wording.ts';

/** How rules make edits: only where the file holds the words as they read, so that no mark is lost. */

type Offered = Pick<Problem, 'edit'>;

/** Writes `by` in place of a text; nothing where marks or line breaks stand between its words. */
export function replacing(model: Model, { text, span }: Text, by: string, { sure }: Sureness): Offered {
  return sliceOf(model, span) === text ? { edit: { span, text: by, sure } } : {};
}

export interface Sureness {
  /** False where it may not be what was meant, so that a person has to look. */
  readonly sure: boolean;
}

/** Writes `by` in place of the first `words` inside a text; nothing where they stand there twice, or not at all. */
export function replacingWithin(
  model: Model,
  { span }: { readonly span: Span },
  words: string,
  by: string,
  { sure }: Sureness,
): Offered {
  const written = sliceOf(model, span);
  const at = written.indexOf(words);
  if (at < 0 || words === '' || written.includes('\n') || written.includes(words, at + 1)) return {};
  return {
    edit: {
      span: {
        ...span,
        start: span.start + at,
        end: span.start + at + words.length,
        column: span.column + at,
        endColumn: span.column + at + words.length,
        endLine: span.line,
      },
      text: by,
      sure,
    },
  };
}

/** Takes a comment away, with its line where it stands there alone. */
export function removing(model: Model, span: Span, { sure }: Sureness): Offered {
  const text = model.repository.files.find(({ path }) => path === span.file)?.text ?? '';
  let start = span.start;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
  const opens = start === 0 || text[start - 1] === '\n';
  const rest = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(span.end, span.end + 200));
  if (!opens || rest === null || rest[0] === '') return { edit: { span, text: '', sure } };
  return {
    edit: {
      span: {
        ...span,
        start,
        column: span.column - (span.start - start),
        end: span.end + rest[0].length,
        endLine: span.endLine + 1,
        endColumn: 1,
      },
      text: '',
      sure,
    },
  };
}
