/** What a field says: the values of its lines, and of a field that stands in several places. */

import { listFields } from '../language/tables/fields.ts';
import { hasWay, opensWay } from '../language/way.ts';
import type { Node, Text } from '../sot/entry.ts';
import { itemsBelow } from './below.ts';
import { grouped } from './grouped.ts';
import { leftoverIn } from './leftovers.ts';
import type { Field, FieldName } from './model.ts';
import { cover, slice } from './span.ts';

/** A field of a line and what belongs to it. */
export function fieldFrom(name: FieldName, node: Node, below: readonly Node[]): Field {
  const label = node.label ?? node.text;
  const texts = below.every((child) => child.form === 'text' && child.label === null);
  const paragraphs = below.length > 0 && texts && !(node.form === 'heading' && listFields.has(name));
  const more = paragraphs && node.form !== 'heading' ? below.map((child) => child.text) : [];
  const said = joined(node.value, more);
  const value = said !== null && words.has(name) ? unquoted(said) : said;
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

/** Fields that hold a name or a word, which quotes around them only dress. */
const words: ReadonlySet<FieldName> = new Set<FieldName>([
  'type',
  'order',
  'status',
  'stage',
  'owner',
  'from',
  'to',
]);

/** `“SQL”` as the name it is. */
function unquoted(text: Text): Text {
  const found = /^(["'“”„‘’«‹])\s*([^"'“”„‘’«»‹›]+?)\s*["'“”‘’»›]$/.exec(text.text);
  const inner = found?.[2];
  if (inner === undefined) return text;
  const at = text.text.indexOf(inner);
  return slice(text, at, at + inner.length);
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

/** The values of a list written on one line; one behind the way it is a condition of stays with it. */
export function splitText(value: Text): readonly Text[] {
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

/** Sub-fields of several rows or items as one field each, with all their values. */
export function joinedFields(found: readonly Field[]): readonly Field[] {
  const byName = grouped(found, ({ name }) => name);
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

/** A field that its entry has a second time: the first keeps its place, lists are joined. */
export function merged(before: Field, field: Field): Field {
  return {
    ...before,
    ...furtherStep(before, field),
    items: listFields.has(field.name)
      ? [...before.items, ...field.items]
      : before.items.length > 0
        ? before.items
        : field.items,
    leftover: before.leftover || field.leftover,
  };
}

/** Whether a field written twice says two things of which one alone can hold. */
export function contradicts(before: Field, { name, value }: Field): boolean {
  const other = value?.text ?? null;
  return !several.has(name) && before.value !== null && other !== null && other !== before.value.text;
}
