import type { Field, FieldName, Handoff, LifecycleRecord, Stage } from '../lifecycle/model.ts';
import type { Entry, Span } from '../sot/entry.ts';

export { listed } from '../language/listed.ts';

/** How messages and places are put, the same in every rule. */

/** `BR-MOPS-003 (SQL)`, or the bare ID where the entry names no stage. */
export function named(stage: Stage): string {
  return stage.name === '' ? stage.id : `${stage.id} (${stage.name})`;
}

/** `GTM-MOPS-002 (MQL → SQL)`, or the bare ID where From or To is missing. */
export function namedHandoff(handoff: Handoff): string {
  const from = handoff.from?.text ?? handoff.titleFrom?.text;
  const to = handoff.to?.text ?? handoff.titleTo?.text;
  return from && to ? `${handoff.id} (${short(from, 30)} → ${short(to, 30)})` : handoff.id;
}

/** The value of the first of these fields that the entry has, else its label, else the entry's ID. */
export function fieldSpan(record: LifecycleRecord, ...names: readonly FieldName[]): Span {
  for (const name of names) {
    const field = record.fields.get(name);
    if (field) return spanOf(field);
  }
  return record.entry.idSpan;
}

/** A field's value if it has one, else its label. */
export function spanOf(field: Field): Span {
  return field.value !== null && field.value.text !== '' ? field.value.span : field.label.span;
}

/** Somebody's words in a message: quoted, on one line, cut at 80 characters. */
export function quoted(text: string, longest = 80): string {
  return `"${short(text, longest)}"`;
}

function short(text: string, longest: number): string {
  const characters = [...text.trim()];
  return characters.length <= longest ? characters.join('') : `${characters.slice(0, longest - 1).join('')}…`;
}

/** An entry's ID with its file and line, for "defined here" and the like. */
export function where(entry: Entry): string {
  return `${entry.idSpan.file}, line ${entry.idSpan.line}`;
}
