/**
 * Tables that stand in a routing or a scoring model without a label above them, and the levels of a monitor: what they
 * are, they say themselves.
 */

import { foldName } from '../language/fold.ts';
import { alertLevel } from '../language/tables/alert-levels.ts';
import type { Node } from '../sot/entry.ts';
import { itemsBelow } from './below.ts';
import type { Field, FieldName } from './model.ts';
import { cover } from './span.ts';
import { places } from './usual-names.ts';

/** Routes, signals and thresholds of an entry that is to have them, from the lines that no field took. */
export function loneFields(fields: ReadonlyMap<FieldName, Field>, rest: readonly Node[]): readonly Field[] {
  const type = fields.get('type')?.value?.text ?? '';
  const rows = rest.filter(({ form }) => form === 'row');
  if (/^segment[\s-]*routing\b/i.test(type)) return fields.has('routes') ? [] : fieldOf('routes', rows);
  if (fields.has('subject') || fields.has('baseline')) {
    if (fields.has('thresholds')) return [];
    const levels = rest.filter(({ label }) => label !== null && alertLevel(label.text) !== null);
    return fieldOf('thresholds', levels);
  }
  if (!/^scoring[\s-]*model\b/i.test(type)) return [];
  const tables = tablesOf(rows);
  const isThresholds = (table: readonly Node[]) =>
    table.every((row) => places.has(foldName((row.label ?? row.text).text)));
  return [
    ...(fields.has('signals')
      ? []
      : fieldOf('signals', tables.filter((table) => !isThresholds(table)).flat())),
    ...(fields.has('thresholds') ? [] : fieldOf('thresholds', tables.filter(isThresholds).flat())),
  ];
}

/** Rows that stand below each other without a gap. */
function tablesOf(rows: readonly Node[]): readonly (readonly Node[])[] {
  const tables: Node[][] = [];
  for (const row of rows) {
    const before = tables.at(-1);
    if (before?.at(-1)?.span.endLine === row.span.line - 1) before.push(row);
    else tables.push([row]);
  }
  return tables;
}

function fieldOf(name: FieldName, rows: readonly Node[]): readonly Field[] {
  const items = itemsBelow(name, rows);
  const [first] = items;
  const label = rows[0]?.column ?? rows[0]?.label ?? null;
  if (first === undefined || label === null) return [];
  const span = cover(first.span, items.at(-1)?.span ?? first.span);
  return [{ name, label, value: null, items, span, leftover: false }];
}
