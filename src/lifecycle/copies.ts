/** Entries pasted a second time: one thing told twice under one ID, not two things that need two numbers. */

import { foldName } from '../language/fold.ts';
import type { Entry } from '../sot/entry.ts';
import type { Field, Model } from './model.ts';
import { isRetired, recordOf } from './record-of.ts';
import { sliceOf } from './text-of.ts';

/** The entries that claim an ID and are alive; the reader has left out mere mentions in tables and lists. */
export function definitionsOf(model: Model, entries: readonly Entry[]): readonly Entry[] {
  return entries.filter((entry) => entry.section === null && !isRetired(model, entry));
}

/** Whether two entries say the same; blanks and line ends aside. */
export function sayTheSame(model: Model, one: Entry, other: Entry): boolean {
  const words = ({ span }: Entry) => sliceOf(model, span).replace(/\s+/g, ' ').trim();
  return words(one) === words(other);
}

/** Whether two entries under one ID speak of one thing: the same stage, the same transition, the same title. */
export function tellOfOneThing(model: Model, one: Entry, other: Entry): boolean {
  const [first, second] = [subjectOf(model, one), subjectOf(model, other)];
  return first !== '' && first === second;
}

/** Entries that tell of what an entry before them told already, each with that entry. */
export function copiesIn(model: Model): ReadonlyMap<Entry, Entry> {
  const copies = new Map<Entry, Entry>();
  for (const entries of model.repository.byId.values()) {
    if (entries.length < 2) continue;
    const [first, ...others] = definitionsOf(model, entries);
    if (first === undefined) continue;
    for (const other of others) if (tellOfOneThing(model, first, other)) copies.set(other, first);
  }
  return copies;
}

/** The fields that two entries of one thing answer differently, in the order of the first. */
export function fieldsApart(
  model: Model,
  one: Entry,
  other: Entry,
): readonly { readonly first: Field; readonly second: Field }[] {
  const [first, second] = [recordOf(model, one)?.fields, recordOf(model, other)?.fields];
  if (first === undefined || second === undefined) return [];
  return [...first.values()].flatMap((field) => {
    const beside = second.get(field.name);
    return beside === undefined || wordsOf(field) === wordsOf(beside)
      ? []
      : [{ first: field, second: beside }];
  });
}

function wordsOf({ value, items }: Field): string {
  return [value, ...items].map((text) => foldName(text?.text ?? '')).join('\n');
}

/** The stage or the transition, in folded letters; else the title. */
function subjectOf(model: Model, entry: Entry): string {
  const record = recordOf(model, entry);
  const said = (name: 'stage' | 'from' | 'to') => foldName(record?.fields.get(name)?.value?.text ?? '');
  const sides = said('from') !== '' && said('to') !== '' ? `${said('from')} → ${said('to')}` : '';
  return said('stage') || sides || foldName(entry.title.text);
}
