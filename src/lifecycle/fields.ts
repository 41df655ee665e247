/** Turns the lines of an entry into the fields its kind knows, and says which labels look mistyped. */

import type { FieldWords } from '../language/fields.ts';
import { blockFields, listFields } from '../language/tables/fields.ts';
import { beginsNote } from '../language/tables/notes.ts';
import type { Entry, Node, Text } from '../sot/entry.ts';
import { headed, turned } from './across.ts';
import { adopted } from './below.ts';
import { isAloneClock, ownClock, partsOfLine, withOwnEscalations } from './clock-fields.ts';
import { kindRow } from './exit-rows.ts';
import { type EntryReading, fieldSetOf, isNamed, namesOf, type Twice } from './field-names.ts';
import { contradicts, fieldFrom, joinedFields, merged, splitText } from './field-values.ts';
import { withWay } from './label-ways.ts';
import { leftoverIn } from './leftovers.ts';
import { loneFields } from './lone-tables.ts';
import { meantOwner } from './meant-owner.ts';
import type { Field, FieldName, UnknownField } from './model.ts';
import { withOtherSign } from './other-signs.ts';
import { retold } from './retold-rows.ts';
import {
  blockOf,
  continued,
  fieldOf,
  gathered,
  isLimitHead,
  type NameOfLabel,
  reasonFields,
  rowsOf,
} from './rows.ts';
import { slice } from './span.ts';
import { stepsBelow, withSteps } from './step-tables.ts';

/** The fields of one entry. A field written twice keeps its first place; lists are joined. */
export interface EntryFields {
  readonly fields: ReadonlyMap<FieldName, Field>;
  readonly unknown: readonly UnknownField[];
  /** Second values of fields that hold one, with the field that counts. */
  readonly twice: readonly Twice[];
  /** Lines at the entry's own level that no field took. */
  readonly rest: readonly Node[];
}

/**
 * Reads an entry's lines into fields. A label that is one slip away from a known one counts as that field.
 *
 * @param isRole whether a text names a role, by which an owner is known under a label of the team's own
 */
export function readFields(
  entry: Entry,
  words: FieldWords,
  isRole: (text: string) => boolean = () => false,
): EntryFields {
  const fields = new Map<FieldName, Field>();
  const unknown: UnknownField[] = [];
  const twice: Twice[] = [];
  const rest = walk({ entry, words, fields, unknown, twice }, entry.nodes, null);
  for (const field of loneFields(fields, rest)) fields.set(field.name, field);
  const owner = meantOwner(entry, fields, words, isRole);
  if (owner !== null) {
    fields.set('owner', owner);
    unknown.push({ label: owner.label, meant: 'owner', suggestion: 'Owner', word: true, entry });
  }
  return { fields, unknown, twice, rest };
}

function walk(reading: EntryReading, written: readonly Node[], block: FieldName | null): readonly Node[] {
  const rest: Node[] = [];
  if (written.length === 0) return rest;
  const named: NameOfLabel = (label, within) =>
    reading.words.named(fieldSetOf(reading.entry.kind), label, within);
  const free = (label: string) => {
    const name = named(label, block);
    return name === null || (block === null && isNamed(reading, name)) ? null : name;
  };
  const signed = written.map((node) => withWay(withOtherSign(node, free), (label) => named(label, block)));
  const tabled = signed.some(({ form }) => form === 'row');
  const inBlock = (label: string) => named(label, block);
  const told = tabled
    ? withSteps(retold(signed, block, inBlock), block, ({ label }) =>
        label === null ? null : inBlock(label.text),
      )
    : signed;
  const lines = tabled ? continued(turned(block === 'rejection' ? headed(told) : told, inBlock)) : null;
  const nodes = lines === null ? signed : lines.map(({ node }) => node);
  const more: Field[] = [];
  const rows = tabled ? rowsOf(nodes, block, named) : [];
  const names = withOwnEscalations(namesOf(reading, nodes, rows, block), block);
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at] as Node;
    const found = rows[at] ?? [];
    for (const field of found) addCell(reading, field);
    if (found.length > 0) continue;
    const called = names[at] ?? null;
    const reason = block === 'rejection' ? reasonFields(node, called, named) : [];
    more.push(...reason);
    if (reason.length > 0) continue;
    const name = isAloneClock(node, called, block, names[at - 1] ?? null)
      ? null
      : ownClock(node, called, block);
    const ways = kindRow(name, node);
    if (ways !== null && name !== null) {
      add(reading, { ...fieldOf(name, node.label ?? node.text, ways[0] ?? null), items: ways });
      continue;
    }
    if (block === 'sla' && isLimitHead(node, named)) continue;
    if (name === null) {
      const around = block ?? (node.form === 'row' || node.form === 'item' ? blockOf(node, named) : null);
      const below = around === null ? [] : gathered(node, around, named);
      more.push(...below);
      if (below.length > 0) continue;
      const alone = block === 'payload' && node.label === null ? named(node.text.text, block) : null;
      if (alone?.startsWith('payload.') && node.children.length === 0) {
        // The name of a payload field without a word on it: there, and empty.
        add(reading, fieldOf(alone, node.text, null));
        continue;
      }
      rest.push(node);
      // A heading that means nothing here ("### Details") does not hide the fields below it; one of notes does.
      if (
        block === null &&
        node.form !== 'row' &&
        node.children.length > 0 &&
        !beginsNote((node.label ?? node.text).text)
      )
        walk({ ...reading, twice: [] }, node.children, null);
      continue;
    }
    const taken = adopted(nodes, at, name, named);
    const whole = taken.length === 0 ? node : { ...node, children: [...node.children, ...taken] };
    at += taken.length;
    const below = blockFields.has(name)
      ? walk(reading, whole.children, name)
      : name.startsWith('escalation')
        ? stepsBelow(afterSubSection(reading, whole))
        : afterSubSection(reading, whole);
    add(reading, fieldFrom(name, whole, below));
    if (blockFields.has(name) && whole.children.length === 0 && whole.value !== null) {
      for (const field of inlineFields(reading, name, whole.value)) add(reading, field);
    }
    for (const text of lines?.[at]?.more ?? []) {
      const parts = blockFields.has(name) ? inlineFields(reading, name, text) : [];
      for (const part of parts) add(reading, part);
      if (parts.length === 0) addCell(reading, fieldOf(name, whole.label ?? text, text));
    }
  }
  for (const field of joinedFields(more)) add(reading, field);
  return rest;
}

/** A field from a cell; a block in it (`Response: 1 hour; Escalation: …`) is taken apart. */
function addCell(reading: EntryReading, field: Field): void {
  const split = listFields.has(field.name) && field.value !== null ? splitText(field.value) : field.items;
  add(reading, { ...field, items: split });
  if (!blockFields.has(field.name) || field.value === null) return;
  for (const one of inlineFields(reading, field.name, field.value)) add(reading, one);
}

/**
 * A block written on one line, as in a table cell: `Payload: Source: GTM-002; Touchpoint history: mails`. Empty
 * unless the line names some of the block's own fields; a part without a label goes on with the one before.
 */
function inlineFields({ entry, words }: EntryReading, block: FieldName, value: Text): readonly Field[] {
  const named = partsOfLine(value.text, block, (label) => words.named(fieldSetOf(entry.kind), label, block));
  const names = withOwnEscalations(
    named.map(({ name }) => name),
    block,
  );
  const parts = named.map((part, index) => ({ ...part, name: names[index] ?? part.name }));
  if (parts.length === 0 && block === 'payload') return bareNames(words, value);
  return parts.map(({ name, from: start, label, text, to }) => {
    const said = slice(value, text, text + value.text.slice(text, to).trimEnd().length);
    const filled = said.text === '' ? null : said;
    return {
      name,
      label: slice(value, start, label),
      value: filled,
      items: filled === null ? [] : [filled],
      span: slice(value, start, to).span,
      leftover: leftoverIn(name, said.text) !== null,
    };
  });
}

/** `Payload: Source, touches so far, fit`: names of payload fields without a word on them, there and empty. */
function bareNames(words: FieldWords, value: Text): readonly Field[] {
  const found: Field[] = [];
  for (const { 0: part, index } of value.text.matchAll(/[^,;]+/g)) {
    const name = words.named('handoff', part, 'payload') ?? words.meant('handoff', part)?.name ?? null;
    if (name === null || !name.startsWith('payload.')) continue;
    const start = index + part.length - part.trimStart().length;
    const label = slice(value, start, index + part.trimEnd().length);
    found.push({ name, label, value: null, items: [], span: label.span, leftover: false });
  }
  return found;
}

/**
 * What belongs to a field. A field line at the margin below a sub-heading ("### Owner", "BDR", "**Status**: Active")
 * stands inside that heading's section for Markdown, and yet is a field of the entry; so do rows of a table of fields
 * that stands behind a list.
 */
function afterSubSection(reading: EntryReading, node: Node): readonly Node[] {
  const { entry, words } = reading;
  const listed = node.children.findIndex(({ form }) => form === 'item');
  if (node.form !== 'heading' && listed < 0) return node.children;
  const form = node.form === 'heading' ? 'field' : 'row';
  const own = (child: Node, at: number) =>
    child.form === form &&
    at > (form === 'row' ? listed : -1) &&
    child.label !== null &&
    words.named(fieldSetOf(entry.kind), child.label.text, null) !== null;
  walk(reading, node.children.filter(own), null);
  return node.children.filter((child, at) => !own(child, at));
}

function add({ entry, fields, twice }: EntryReading, field: Field): void {
  const before = fields.get(field.name);
  if (before !== undefined && contradicts(before, field)) twice.push({ entry, first: before, second: field });
  fields.set(field.name, before === undefined ? field : merged(before, field));
}
