/** Fields in tables whose header says what the columns are, and in lists that go a level deeper than the template. */

import { columnOf, exitColumnOf } from '../language/tables/columns.ts';
import { listFields } from '../language/tables/fields.ts';
import type { Node, Text } from '../sot/entry.ts';
import { headedCells, join } from './cells.ts';
import { leftoverIn } from './leftovers.ts';
import type { Field, FieldName } from './model.ts';
import { reasonLine } from './reason-line.ts';
import { cover } from './span.ts';

/** The field a label names, inside a block or outside all. */
export type NameOfLabel = (label: string, block: FieldName | null) => FieldName | null;

/** A field of one text. */
export function fieldOf(name: FieldName, label: Text, value: Text | null): Field {
  return {
    name,
    label,
    value,
    items: value === null ? [] : [value],
    span: value?.span ?? label.span,
    leftover: value !== null && leftoverIn(name, value.text) !== null,
  };
}

/** Blocks whose tables may have the names of several fields in their head. */
const tabled: ReadonlySet<FieldName | null> = new Set<FieldName | null>([
  null,
  'rejection',
  'sla',
  'payload',
]);

/** The fields of each line of a block that is a row with several; an empty list for every other line. */
export function rowsOf(
  nodes: readonly Node[],
  block: FieldName | null,
  named: NameOfLabel,
): readonly (readonly Field[])[] {
  if (!tabled.has(block)) return [];
  const own = block === 'sla' || block === 'payload';
  const name: NameOfLabel = own ? (label) => named(label, block) : named;
  return nodes.map((node, at) => (node.form === 'row' ? rowFields(node, isOnlyRow(nodes, at), name) : []));
}

function isOnlyRow(nodes: readonly Node[], at: number): boolean {
  const column = nodes[at]?.column?.span.start;
  return nodes[at - 1]?.column?.span.start !== column && nodes[at + 1]?.column?.span.start !== column;
}

/**
 * A row as fields: field names across the top (`| Type | Owner | SLA |`), or two labels with their values in one row.
 * Empty when it is neither. `only` is whether the table has no other row.
 */
function rowFields(row: Node, only: boolean, named: NameOfLabel): readonly Field[] {
  const cells = headedCells(row);
  const name = (text: Text | null | undefined) => (text ? named(text.text, null) : null);
  const pairs = (texts: readonly (Text | null)[]): Field[] => {
    const found: Field[] = [];
    for (let at = 0; at + 1 < texts.length; at += 2) {
      const field = name(texts[at]);
      const label = texts[at];
      if (field !== null && label) found.push(fieldOf(field, label, texts[at + 1] ?? null));
    }
    return found;
  };
  const inCells = cells.map(({ cell }) => cell);
  if (
    inCells.length >= 4 &&
    inCells.length % 2 === 0 &&
    name(inCells[0]) !== null &&
    name(inCells[2]) !== null
  ) {
    const heads = cells.map(({ head }) => head);
    const above = name(heads[0]) !== null && name(heads[2]) !== null ? pairs(heads) : [];
    return [...above, ...pairs(inCells)];
  }
  const known = cells.flatMap(({ head, cell }) => {
    const field = name(head);
    return field === null || head === null || cell === null ? [] : [{ field, head, cell }];
  });
  if (known.length < 2 || known.length < cells.length - 1 || row.column === null) return [];
  if (!only && !known.every(({ field }) => listFields.has(field))) return [];
  return known.map(({ field, head, cell }) => fieldOf(field, head, cell));
}

/** The block that the sub-fields of a row or an item belong to, where no label above names it. */
export function blockOf(node: Node, named: NameOfLabel): FieldName | null {
  const has = (block: FieldName, names: readonly FieldName[]) =>
    node.children.some(({ label }) => label !== null && names.includes(named(label.text, block) ?? 'title'));
  if (has('rejection', ['rejection.routing']) && has('rejection', ['rejection.reengagement']))
    return 'rejection';
  return has('sla', ['sla.response']) && has('sla', ['escalation']) ? 'sla' : null;
}

/**
 * The sub-fields below a row or an item of a block: a reason with its routing and way back, a segment with its limit
 * and escalation. A limit and an escalation keep their segment in front. Empty where nothing below is a sub-field.
 */
export function gathered(node: Node, block: FieldName, named: NameOfLabel): readonly Field[] {
  if (node.children.length === 0 || (block !== 'sla' && block !== 'rejection')) return [];
  const head = node.label ?? node.text;
  const found: Field[] = [];
  for (const child of node.children) {
    if (child.label === null) continue;
    const name = named(child.label.text, block) ?? (block === 'rejection' ? exitField(child) : null);
    const own = name !== null && (name.startsWith(`${block}.`) || (block === 'sla' && name === 'escalation'));
    const value = child.value ?? child.children[0]?.text ?? null;
    if (!own || value === null) continue;
    const text =
      block === 'sla' ? { text: `${head.text}: ${value.text}`, span: cover(head.span, value.span) } : value;
    found.push(fieldOf(name, child.label, text));
  }
  const given = found.find(({ name }) => name === 'rejection.condition');
  if (given?.value && node.form === 'row' && exitColumnOf(node.column?.text ?? '') === 'code') {
    const coded = fieldOf('rejection.condition', head, join(head, ': ', given.value));
    return found.map((field) => (field === given ? coded : field));
  }
  const condition =
    found.length > 0 && block === 'rejection' && !found.some(({ name }) => name === 'rejection.condition');
  if (!condition) return found;
  // "RC1 | too small | Nurture": what a code means stands in a column of its own.
  const meaning = node.children.find(
    ({ label, form }) =>
      form === 'row' &&
      label !== null &&
      named(label.text, block) === null &&
      exitColumnOf(label.text) === 'reason',
  );
  const said = meaning === undefined ? head : join(head, ': ', meaning.value ?? meaning.text);
  return [fieldOf('rejection.condition', head, said), ...found];
}

/** The sub-field of a rejection rule that a column holds whose head is a few words: "Where they go". */
function exitField({ form, label }: Node): FieldName | null {
  if (form !== 'row' || label === null) return null;
  const kind = exitColumnOf(label.text);
  return kind === 'place' ? 'rejection.routing' : kind === 'back' ? 'rejection.reengagement' : null;
}

/**
 * One reason of a rejection rule: a line with an arrow, or the reason behind its label with its route below it.
 * Empty for any other line.
 * @param name the field that the line's label names
 */
export function reasonFields(node: Node, name: FieldName | null, named: NameOfLabel): readonly Field[] {
  if (name === 'rejection.condition' && node.value !== null)
    return gathered({ ...node, label: null, text: node.value }, 'rejection', named);
  const line =
    name === null && node.form === 'item' && node.children.length === 0 ? reasonLine(node.text) : null;
  if (line === null) return [];
  return [
    fieldOf('rejection.condition', line.reason, line.reason),
    fieldOf('rejection.routing', line.reason, line.route),
    ...(line.back === null ? [] : [fieldOf('rejection.reengagement', line.reason, line.back)]),
  ];
}

/** The head of a table of two columns that has its limits in the second: `| Segment | Response |`. */
export function isLimitHead(node: Node, named: NameOfLabel): boolean {
  return (
    node.form === 'row' &&
    node.children.length === 0 &&
    node.value !== null &&
    (named(node.value.text, 'sla')?.startsWith('sla') ?? false) &&
    columnOf(node.label?.text ?? '') === 'segment'
  );
}

/**
 * Rows of a table of which the first cell is left empty belong to the row above them: `| Exit criteria | … |`, then
 * `| | … |`. Each row of the others comes with its further values.
 */
export function continued(
  nodes: readonly Node[],
): readonly { readonly node: Node; readonly more: readonly Text[] }[] {
  const found: { node: Node; more: Text[] }[] = [];
  for (const node of nodes) {
    const before = found.at(-1);
    const empty = node.form === 'row' && node.label === null && node.column === null && node.value !== null;
    if (empty && before?.node.form === 'row' && before.node.label !== null && node.children.length === 0)
      before.more.push(node.value as Text);
    else found.push({ node, more: [] });
  }
  return found;
}
