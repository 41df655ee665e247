import { lineBeside } from '../edit/line-beside.ts';
import type { Field, Model } from '../lifecycle/model.ts';
import { fileText, sliceOf } from '../lifecycle/text-of.ts';
import type { Entry, Span, Text } from '../sot/entry.ts';
import type { Problem } from './rule.ts';

/** How rules make edits: only where the file holds the words as they read, so that no mark is lost. */

/** What a rule offers in place of what stands there. */
export type Offered = Pick<Problem, 'edit' | 'instead'>;

/** What stands there and what belongs there, with the edit; without it where marks or line breaks stand between the words. */
export function replacing(model: Model, { text, span }: Text, by: string, { sure }: Sureness): Offered {
  return {
    instead: { actual: text, expected: by },
    ...(sliceOf(model, span) === text ? { edit: { span, text: by, sure } } : {}),
  };
}

export interface Sureness {
  /** False where it may not be what was meant, so that a person has to look. */
  readonly sure: boolean;
}

/** Writes `by` in place of `words` inside a text; without an edit where they stand there twice, or not at all. */
export function replacingWithin(
  model: Model,
  { span }: { readonly span: Span },
  words: string,
  by: string,
  { sure }: Sureness,
): Offered {
  const written = sliceOf(model, span);
  const at = written.indexOf(words);
  const instead = { actual: words, expected: by };
  if (at < 0 || words === '' || written.includes('\n') || written.includes(words, at + 1)) return { instead };
  return {
    instead,
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

/** A new field on a line of its own behind another's, in its form; nothing where that one is no label and value on one line. */
export function fieldBeside(
  model: Model,
  field: Pick<Field, 'label' | 'value'>,
  name: string,
  words: string,
  { sure }: Sureness,
): Offered {
  const edit = lineBeside(fileText(model, field.label.span.file), field, name, words);
  return edit === null ? {} : { edit: { ...edit, sure } };
}

/** The value of a field that has none, behind its label's colon. */
export function filling(
  model: Model,
  { label }: Pick<Field, 'label'>,
  words: string,
  { sure }: Sureness,
): Offered {
  const rest = /^[*_]{0,3}:[*_]{0,3}(?=[ \t]*(?:\r?\n|$))/.exec(
    fileText(model, label.span.file).slice(label.span.end, label.span.end + 200),
  );
  if (rest === null) return {};
  const end = label.span.end + rest[0].length;
  const column = label.span.endColumn + rest[0].length;
  return {
    edit: { span: { ...label.span, start: end, end, column, endColumn: column }, text: ` ${words}`, sure },
  };
}

/** Takes a comment away, with its line where it stands there alone. */
export function removing(model: Model, span: Span, { sure }: Sureness): Offered {
  const text = fileText(model, span.file);
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

/** Takes an entry away, with the blank lines below it and, between two rulers, one of them. */
export function removingEntry(model: Model, { span }: Entry, { sure }: Sureness): Offered {
  const text = fileText(model, span.file);
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const below = /^(?:[ \t]*(?:\r?\n|$))+/;
  const ruler = /^ {0,3}(?:-{3,}|\*{3,}|_{3,})[ \t]*(?:\r?\n|$)/;
  let end = span.end;
  const skip = (pattern: RegExp) => {
    end += pattern.exec(text.slice(end, end + 200))?.[0].length ?? 0;
  };
  skip(below);
  const above = text.slice(Math.max(0, start - 200), start).trimEnd();
  if (ruler.test(above.slice(above.lastIndexOf('\n') + 1))) {
    skip(ruler);
    skip(below);
  }
  const endLine = span.endLine + text.slice(span.end, end).split('\n').length - 1;
  const endColumn = text[end - 1] === '\n' ? 1 : span.endColumn;
  return { edit: { span: { ...span, start, column: 1, end, endLine, endColumn }, text: '', sure } };
}
