/** Fields in tables whose header says what the columns are, and in lists that go a level deeper than the template. */

import { isOtherwise } from '../language/segments.ts';
import { type ColumnKind, columnOf, exitColumnOf } from '../language/tables/columns.ts';
import type { Node, Text } from '../sot/entry.ts';
import { type Cell, cellsOf, isBlank, join } from './cells.ts';
import { wayLine } from './exit-rows.ts';
import { leftoverIn } from './leftovers.ts';
import type { Field, FieldName } from './model.ts';
import { reasonLine } from './reason-line.ts';
import { cover } from './span.ts';

/** The field a label names, inside a block or outside all. */
export type Named = (label: string, block: FieldName | null) => FieldName | null;

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

/**
 * A row as fields: field names across the top (`| Type | Owner | SLA |`), or two labels with their values in one row.
 * Empty when it is neither. `only` is whether the table has no other row.
 */
export function rowFields(
  row: Node,
  only: boolean,
  named: Named,
  lists: ReadonlySet<FieldName>,
): readonly Field[] {
  const cells = cellsOf(row);
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
  if (!only && !known.every(({ field }) => lists.has(field))) return [];
  return known.map(({ field, head, cell }) => fieldOf(field, head, cell));
}

/** The block that the sub-fields of a row or an item belong to, where no label above names it. */
export function blockOf(node: Node, named: Named): FieldName | null {
  const has = (block: FieldName, names: readonly FieldName[]) =>
    node.children.some(({ label }) => label !== null && names.includes(named(label.text, block) ?? 'title'));
  if (has('rejection', ['rejection.routing']) && has('rejection', ['rejection.reengagement']))
    return 'rejection';
  return has('sla', ['sla.response']) && has('sla', ['escalation']) ? 'sla' : null;
}

/**
 * The sub-fields below a row or an item of a block: a reason with its routing and way back, a segment with its limit
 * and escalation. A limit keeps its segment in front. Empty where nothing below is a sub-field.
 */
export function gathered(node: Node, block: FieldName, named: Named): readonly Field[] {
  if (node.children.length === 0 || (block !== 'sla' && block !== 'rejection')) return [];
  const head = node.label ?? node.text;
  const found: Field[] = [];
  for (const child of node.children) {
    if (child.label === null) continue;
    const name = named(child.label.text, block);
    const own = name !== null && (name.startsWith(`${block}.`) || (block === 'sla' && name === 'escalation'));
    const value = child.value ?? child.children[0]?.text ?? null;
    if (!own || value === null) continue;
    const limit = block === 'sla' && name !== 'escalation';
    const text = limit ? { text: `${head.text}: ${value.text}`, span: cover(head.span, value.span) } : value;
    found.push(fieldOf(name, child.label, text));
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

/**
 * One reason of a rejection rule: a line with an arrow, or the reason behind its label with its route below it.
 * Empty for any other line.
 * @param name the field that the line's label names
 */
export function reasonFields(node: Node, name: FieldName | null, named: Named): readonly Field[] {
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

const points = /^[+\u2212\u2013-]?\s?\d{1,6}\s*(?:points?|pts?)?$/i;

/** Lines of a list field as a row says them: routes, a signal with its points, a stage with its score; null for others. */
export function rowLines(name: FieldName, row: Node): readonly Text[] | null {
  const cells = cellsOf(row);
  if (row.form !== 'row') return null;
  if (name === 'progression' || name === 'disqualification') return wayLine(name, cells);
  if (name === 'routes') return routeLines(row, cells);
  if (cells.length < 3 || (name !== 'signals' && name !== 'thresholds')) return null;
  const at = (test: (one: Cell) => boolean) => cells.find(test)?.cell ?? null;
  const score = at(({ cell }) => cell !== null && points.test(cell.text));
  const signal =
    at(({ head, cell }) => head !== null && columnOf(head.text) === 'signal' && cell !== score) ??
    cells[0]?.cell ??
    null;
  return score === null || signal === null || signal === score ? null : [join(signal, ': ', score)];
}

/** The head of a table of two columns that has its limits in the second: `| Segment | Response |`. */
export function isLimitHead(node: Node, named: Named): boolean {
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

/**
 * Routes of a row: every column that is neither owner, limit nor note parts the leads. A table of two columns gives
 * the segment to whom stands beside it; one without an owner's column names the segments across the top.
 */
function routeLines(row: Node, cells: readonly Cell[]): readonly Text[] | null {
  if (cells.length === 2 && row.column === null && row.label !== null && row.value !== null)
    return isHead(row) ? [] : [join(row.label, ' → ', row.value)];
  if (cells.length < 3) return null;
  const kindOf = ({ head }: Cell) => (head === null ? null : columnOf(head.text));
  const of = (kind: ColumnKind) => cells.find((one) => kindOf(one) === kind)?.cell ?? null;
  const [owner, limit] = [of('owner'), of('limit')];
  const sides = cells.filter((one) => !['owner', 'limit', 'note'].includes(kindOf(one) ?? ''));
  const [first, ...others] = sides;
  if (first?.cell == null) return null;
  if (owner !== null) {
    const filled = sides.flatMap(({ cell }) => (cell === null || isBlank(cell.text) ? [] : [cell]));
    const segment = filled.reduce((left, right) => join(left, ', ', right));
    const routed = join(segment, ' → ', owner);
    return [limit === null ? routed : join(routed, ': ', limit)];
  }
  if (limit !== null || !others.every(({ head }) => head !== null)) return null;
  const { cell: size } = first;
  return others.flatMap(({ head, cell }) =>
    cell === null || head === null || isBlank(cell.text)
      ? []
      : [
          {
            text: `${isOtherwise(size.text) ? '' : `${size.text}, `}${head.text} → ${cell.text}`,
            span: cell.span,
          },
        ],
  );
}

/** The head of a table of two columns, which stands among its rows. */
function isHead({ label, value }: Node): boolean {
  return columnOf(label?.text ?? '') === 'segment' && columnOf(value?.text ?? '') === 'owner';
}
