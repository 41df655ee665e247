/** Turns the lines of an entry into the fields its kind knows, and says which labels look mistyped. */

import type { FieldSet, FieldWords } from '../language/fields.ts';
import { blockFields, listFields } from '../language/tables/fields.ts';
import { hasWay, opensWay } from '../language/way.ts';
import type { Entry, EntryKind, Node, Text } from '../sot/entry.ts';
import { headed, turned } from './across.ts';
import { adopted, itemsBelow } from './below.ts';
import { isAloneClock, partsOfLine, withOwnEscalations } from './clock-fields.ts';
import { kindRow } from './exit-rows.ts';
import { leftoverIn } from './leftovers.ts';
import { loneTables } from './lone-tables.ts';
import { meantOwner } from './meant-owner.ts';
import type { Field, FieldName, UnknownField } from './model.ts';
import { withOtherSign } from './other-signs.ts';
import {
  blockOf,
  continued,
  fieldOf,
  gathered,
  isLimitHead,
  type Named,
  reasonFields,
  rowFields,
} from './rows.ts';
import { cover, slice } from './span.ts';

/** The fields of one entry. A field written twice keeps its first place; lists are joined. */
export interface EntryFields {
  readonly fields: ReadonlyMap<FieldName, Field>;
  readonly unknown: readonly UnknownField[];
  /** Second values of fields that hold one, with the field that counts. */
  readonly twice: readonly Twice[];
}

/** A field that an entry has a second time, with another value. */
export interface Twice {
  readonly entry: Entry;
  readonly first: Field;
  readonly second: Field;
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
  for (const field of loneTables(fields, rest)) fields.set(field.name, field);
  const owner = meantOwner(entry, fields, words, isRole);
  if (owner !== null) {
    fields.set('owner', owner);
    unknown.push({ label: owner.label, meant: 'owner', suggestion: 'Owner', word: true, entry });
  }
  return { fields, unknown, twice };
}

/** What is read so far of one entry. */
interface Reading {
  readonly entry: Entry;
  readonly words: FieldWords;
  readonly fields: Map<FieldName, Field>;
  readonly unknown: UnknownField[];
  readonly twice: Twice[];
}

/** Whose fields an entry of a kind has. */
export function fieldSetOf(kind: EntryKind): FieldSet {
  if (kind === 'BR-MOPS') return 'stage';
  if (kind === 'GTM-MOPS') return 'handoff';
  return kind === 'MON-DRIFT' || kind === 'MON' ? 'monitor' : 'linked';
}

function walk(reading: Reading, written: readonly Node[], block: FieldName | null): readonly Node[] {
  const rest: Node[] = [];
  if (written.length === 0) return rest;
  const named: Named = (label, within) => reading.words.named(fieldSetOf(reading.entry.kind), label, within);
  const free = (label: string) => {
    const name = named(label, block);
    return name === null || (block === null && isNamed(reading, name)) ? null : name;
  };
  const signed = written.map((node) => withOtherSign(node, free));
  const tabled = signed.some(({ form }) => form === 'row');
  const lines = tabled
    ? continued(turned(block === 'rejection' ? headed(signed) : signed, (label) => named(label, block)))
    : null;
  const nodes = lines === null ? signed : lines.map(({ node }) => node);
  const inBlock: Named = (label) => named(label, block);
  const more: Field[] = [];
  const rows =
    tabled && (block === null || block === 'rejection' || block === 'sla' || block === 'payload')
      ? nodes.map((node, at) =>
          node.form === 'row'
            ? rowFields(
                node,
                isOnlyRow(nodes, at),
                block === 'sla' || block === 'payload' ? inBlock : named,
                listFields,
              )
            : [],
        )
      : [];
  const names = withOwnEscalations(
    nodes.map((node, at) => ((rows[at] ?? []).length > 0 ? null : nameOf(reading, node, block))),
    block,
  );
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at] as Node;
    const found = rows[at] ?? [];
    for (const field of found) addCell(reading, field);
    if (found.length > 0) continue;
    const called = names[at] ?? null;
    const reason = block === 'rejection' ? reasonFields(node, called, named) : [];
    more.push(...reason);
    if (reason.length > 0) continue;
    const name = isAloneClock(node, called, block, names[at - 1] ?? null) ? null : called;
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
        add(reading, {
          name: alone,
          label: node.text,
          value: null,
          items: [],
          span: node.span,
          leftover: false,
        });
        continue;
      }
      rest.push(node);
      // A heading that means nothing here ("### Details") does not hide the fields below it.
      if (block === null && node.children.length > 0) walk({ ...reading, twice: [] }, node.children, null);
      continue;
    }
    const taken = adopted(nodes, at, name, (label) => named(label, null));
    const whole = taken.length === 0 ? node : { ...node, children: [...node.children, ...taken] };
    at += taken.length;
    const below = blockFields.has(name)
      ? walk(reading, whole.children, name)
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
  for (const field of together(more)) add(reading, field);
  return rest;
}

/** A field from a cell; a block in it (`Response: 1 hour; Escalation: …`) is taken apart. */
function addCell(reading: Reading, field: Field): void {
  const split = listFields.has(field.name) && field.value !== null ? splitText(field.value) : field.items;
  add(reading, { ...field, items: split });
  if (!blockFields.has(field.name) || field.value === null) return;
  for (const one of inlineFields(reading, field.name, field.value)) add(reading, one);
}

function isOnlyRow(nodes: readonly Node[], at: number): boolean {
  const column = nodes[at]?.column?.span.start;
  return nodes[at - 1]?.column?.span.start !== column && nodes[at + 1]?.column?.span.start !== column;
}

/** Sub-fields of several rows or items as one field each, with all their values. */
function together(found: readonly Field[]): readonly Field[] {
  const byName = new Map<FieldName, Field[]>();
  for (const field of found) byName.set(field.name, [...(byName.get(field.name) ?? []), field]);
  return [...byName.values()].map((fields) => {
    const [first] = fields as [Field, ...Field[]];
    const items = fields.flatMap((field) => field.items);
    if (items.length < 2) return first;
    const last = items.at(-1) as Text;
    const value = {
      text: items.map(({ text }) => text).join('; '),
      span: cover((items[0] as Text).span, last.span),
    };
    return { ...first, value, items, span: value.span, leftover: fields.some(({ leftover }) => leftover) };
  });
}

/**
 * A block written on one line, as in a table cell: `Payload: Source: GTM-002; Touchpoint history: mails`. Empty
 * unless the line names some of the block's own fields; a part without a label goes on with the one before.
 */
function inlineFields({ entry, words }: Reading, block: FieldName, value: Text): readonly Field[] {
  const named = partsOfLine(value.text, block, (label) => words.named(fieldSetOf(entry.kind), label, block));
  const names = withOwnEscalations(
    named.map(({ name }) => name),
    block,
  );
  const parts = named.map((part, index) => ({ ...part, name: names[index] ?? part.name }));
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

/**
 * What belongs to a field. A field line at the margin below a sub-heading ("### Owner", "BDR", "**Status**: Active")
 * stands inside that heading's section for Markdown, and yet is a field of the entry; so do rows of a table of fields
 * that stands behind a list.
 */
function afterSubSection(reading: Reading, node: Node): readonly Node[] {
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

function nameOf(reading: Reading, node: Node, block: FieldName | null): FieldName | null {
  const { entry, words, unknown } = reading;
  if (node.label === null) return null;
  const label = node.label;
  const set = fieldSetOf(entry.kind);
  const name = words.named(set, label.text, block);
  if (name !== null) return name;
  if (set === 'linked' || entry.kind === 'MON') return null;
  // Inside lists a label is part of a criterion; only lines that stand where fields stand can be mistyped fields.
  if (block !== null && node.form === 'item' && listFields.has(block)) return null;
  const meant = words.meant(set, label.text);
  if (meant === null) return null;
  // "Accountable: RevOps" beside "Owner: BDR" is the team's own; alone it can only be the owner.
  if (meant.word && (!belongs(meant.name, block) || isNamed(reading, meant.name))) return null;
  // A label read for its block and for the entry is one slip.
  if (unknown.some((known) => known.label.span === label.span)) return meant.name;
  unknown.push({ label, meant: meant.name, suggestion: meant.spelling, word: meant.word, entry });
  return meant.name;
}

/** Whether a field may stand in a block: its own sub-fields, and in `SLA` its escalation and its cadence. `History:` outside a payload is the team's own. */
function belongs(name: FieldName, block: FieldName | null): boolean {
  if (name.startsWith('payload.')) return block === 'payload';
  return (
    block === null ||
    name.startsWith(`${block}.`) ||
    (block === 'sla' && (name === 'escalation' || name === 'cadence'))
  );
}

/** Whether the entry has a field by one of its known labels, or has read one already. */
function isNamed({ entry, words, fields }: Reading, name: FieldName): boolean {
  if (fields.has(name)) return true;
  const set = fieldSetOf(entry.kind);
  const among = (nodes: readonly Node[]): boolean =>
    nodes.some(
      ({ label, form, children }) =>
        (label !== null && words.named(set, label.text, null) === name) ||
        (form === 'heading' && among(children)),
    );
  return among(entry.nodes);
}

function fieldFrom(name: FieldName, node: Node, below: readonly Node[]): Field {
  const label = node.label ?? node.text;
  const texts = below.every((child) => child.form === 'text' && child.label === null);
  const paragraphs = below.length > 0 && texts && !(node.form === 'heading' && listFields.has(name));
  const more = paragraphs && node.form !== 'heading' ? below.map((child) => child.text) : [];
  const value = joined(node.value, more);
  const listed = paragraphs ? [] : itemsBelow(name, below);
  const items =
    listed.length > 0
      ? node.value === null
        ? listed
        : [node.value, ...listed]
      : splitValue(name, node, value);
  const isLeft = ({ text }: Text) => leftoverIn(name, text) !== null;
  const leftover = (value !== null && isLeft(value)) || items.some((item) => item !== value && isLeft(item));
  return { name, label, value, items, span: node.span, leftover };
}

function joined(first: Text | null, more: readonly Text[]): Text | null {
  const parts = first === null ? more : [first, ...more];
  const [head] = parts;
  if (head === undefined) return null;
  return {
    text: parts.map((part) => part.text).join(' '),
    span: cover(head.span, parts.at(-1)?.span ?? head.span),
  };
}

/**
 * A list written on one line ("demo form sent; pricing form sent") is split at its semicolons. Behind "To SQL:" they
 * join the conditions of that one way, up to the next way.
 */
function splitValue(name: FieldName, node: Node, value: Text | null): readonly Text[] {
  if (value === null) return [];
  if (!listFields.has(name) || node.form === 'heading') return [value];
  return splitText(value);
}

function splitText(value: Text): readonly Text[] {
  const items: Text[] = [];
  const starts: number[] = [];
  let from = 0;
  for (const part of value.text.split(';')) {
    const lead = part.length - part.trimStart().length;
    const text = part.trim();
    const way = items.at(-1);
    const end = from + lead + text.length;
    if (text !== '' && way !== undefined && opensWay(way.text) && !hasWay(text))
      items[items.length - 1] = slice(value, starts.at(-1) ?? 0, end);
    else if (text !== '') {
      items.push(slice(value, from + lead, end));
      starts.push(from + lead);
    }
    from += part.length + 1;
  }
  return items.length > 0 ? items : [value];
}

/** Fields that an entry may have several values of: lists, links, and blocks, whose sub-fields are compared. */
const several: ReadonlySet<FieldName> = new Set<FieldName>([
  ...listFields,
  'linked-ids',
  'replaces',
  'superseded-by',
  'escalation',
  'history',
  'payload',
]);

/** What a field written twice says: a second escalation is the next step of the first, else the first word holds. */
function furtherStep(before: Field, { name, value }: Field): Pick<Field, 'value' | 'span'> {
  const said = before.value;
  if (said === null || value === null || !name.startsWith('escalation') || said.text === value.text)
    return { value: said ?? value, span: before.span };
  const together = joined({ ...said, text: `${said.text.replace(/[;.]$/, '')};` }, [value]);
  return {
    value: together,
    span: value.span.start > said.span.start ? cover(before.span, value.span) : before.span,
  };
}

function add({ entry, fields, twice }: Reading, field: Field): void {
  const before = fields.get(field.name);
  if (before === undefined) {
    fields.set(field.name, field);
    return;
  }
  const other = field.value?.text ?? null;
  if (!several.has(field.name) && before.value !== null && other !== null && other !== before.value.text)
    twice.push({ entry, first: before, second: field });
  fields.set(field.name, {
    ...before,
    ...furtherStep(before, field),
    items: listFields.has(field.name)
      ? [...before.items, ...field.items]
      : before.items.length > 0
        ? before.items
        : field.items,
    leftover: before.leftover || field.leftover,
  });
}
