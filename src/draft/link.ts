/** Puts new entries into the Linked IDs of those that should cite them, in the form in which the entry is written. */

import type { Edit } from '../edit/edit.ts';
import { lineBeside, linesBehind } from '../edit/line-beside.ts';
import { saysNothing } from '../language/nothing.ts';
import type { Field, FieldName, LifecycleRecord, Model } from '../lifecycle/model.ts';
import { fileText } from '../lifecycle/text-of.ts';
import type { Span, Text } from '../sot/entry.ts';

/** Fields of one line that stand at the top of their entry; a new line goes behind the last of them. */
const beside: readonly FieldName[] = ['type', 'order', 'status', 'stage', 'from', 'to', 'trigger', 'owner'];

/** What to write so that an entry cites these IDs too; null where its form leaves no place that is safe. */
export function linkEdit(
  model: Model,
  record: Pick<LifecycleRecord, 'entry' | 'fields'>,
  ids: readonly string[],
): Edit | null {
  const text = fileText(model, record.entry.span.file);
  const words = ids.join(', ');
  const links = record.fields.get('linked-ids');
  if (links === undefined) return newLine(text, record.fields, words);
  const { value, items } = links;
  const last = items.at(-1);
  if (value === null && last === undefined) return null;
  if (last !== undefined && (value === null || last.span.start !== value.span.start))
    return newItem(text, last, ids);
  if (value === null || !endsAsRead(text, value)) return null;
  if (saysNothing(value.text)) return { span: value.span, text: words };
  return { span: at(value.span), text: `, ${words}` };
}

/** Behind the last item of a list, each ID an item like it. */
function newItem(text: string, last: Text, ids: readonly string[]): Edit | null {
  const start = text.lastIndexOf('\n', last.span.start - 1) + 1;
  const lead = text.slice(start, last.span.start);
  if (!/^[\s>]*[-*+] +$/.test(lead)) return null;
  return linesBehind(
    text,
    last.span,
    ids.map((id) => lead + id),
  );
}

/** A line of its own behind another field's. */
function newLine(text: string, fields: ReadonlyMap<FieldName, Field>, words: string): Edit | null {
  const last = beside
    .flatMap((name) => fields.get(name) ?? [])
    .filter(({ label, value }) => value !== null && value.span.endLine === label.span.line)
    .sort((a, b) => a.span.start - b.span.start)
    .at(-1);
  return last === undefined ? null : lineBeside(text, last, 'Linked IDs', words);
}

/** The place behind a text. */
function at(span: Span): Span {
  return { ...span, start: span.end, line: span.endLine, column: span.endColumn };
}

/** Whether the file ends the value as it reads: no closing mark behind it that what is added would stand outside of. */
function endsAsRead(text: string, value: Text): boolean {
  return text[value.span.end - 1] === value.text.at(-1);
}
