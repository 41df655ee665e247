import { widthOf } from '../language/columns.ts';
import type { Model } from '../lifecycle/model.ts';
import { fileText } from '../lifecycle/text-of.ts';
import type { Span } from '../sot/entry.ts';
import { plainText } from '../untrusted/plain-text.ts';

/** Longest piece of a line that is shown; more would wrap and put the mark under other words. */
const widest = 96;

/** The source line of a span with its mark below; null where the span is not in the file's text. */
export function excerptOf(model: Model, span: Span): readonly [line: string, mark: string] | null {
  const text = fileText(model, span.file);
  if (span.start >= span.end || span.end > text.length) return null;
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const stop = text.indexOf('\n', span.start);
  const end = stop < 0 ? text.length : stop;
  const last = Math.min(span.end, end);
  // The window begins with the line, or shortly before the mark where that stands far to the right.
  const from = span.start - start > widest - 24 ? span.start - 24 : start;
  const to = Math.min(end, from + widest);
  const before = shown(text.slice(from, span.start));
  const marked = shown(text.slice(span.start, Math.min(last, to)).trimEnd());
  const behind = shown(text.slice(Math.min(last, to), to)).trimEnd();
  const lead = from > start ? '…' : '';
  const tail = to < end ? '…' : '';
  const trimmed = lead === '' ? before.trimStart() : before;
  return [
    `${lead}${trimmed}${marked}${behind}${tail}`,
    `${' '.repeat(widthOf(lead + trimmed))}${'^'.repeat(Math.max(1, widthOf(marked)))}`,
  ];
}

/** As it stands, with what would steer the terminal made visible. A lone half of a letter shows as its code. */
function shown(text: string): string {
  return plainText(text.replace(/^\uFEFF/, ''));
}
