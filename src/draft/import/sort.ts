/** What each table of a document is about. */

import { foldName } from '../../language/fold.ts';
import { isUndecided, saysNothing } from '../../language/nothing.ts';
import { places } from '../../lifecycle/usual-names.ts';
import {
  type ColumnOf,
  type ImportColumn,
  mayNameStages,
  type PayloadField,
  payloadFieldOf,
} from './columns.ts';
import type { FoundTable } from './tables.ts';

/** A row by its columns; cells of columns that are the team's own stand in `own` under their header. */
export interface ImportRow {
  readonly cells: Readonly<Partial<Record<ImportColumn, string>>>;
  readonly own: readonly (readonly [header: string, cell: string])[];
}

/** Rows about stages, about reasons for a no, or about limits. */
export interface SortedRows<Kind extends 'stages' | 'reasons' | 'limits'> {
  readonly kind: Kind;
  readonly table: FoundTable;
  readonly rows: readonly ImportRow[];
}

export interface SortedPayload {
  readonly kind: 'payload';
  readonly table: FoundTable;
  readonly fields: Readonly<Partial<Record<PayloadField, string>>>;
  /** Lines that are none of the five. */
  readonly own: readonly (readonly [label: string, words: string])[];
}

export type Sorted =
  | SortedRows<'stages'>
  | SortedRows<'reasons'>
  | SortedRows<'limits'>
  | SortedPayload
  | { readonly kind: 'unplaced'; readonly table: FoundTable };

/** Sorts a table by its headers. Nothing is guessed: what fits no kind is `unplaced`. */
export function sorted(found: FoundTable, columnOf: ColumnOf): Sorted {
  const table = parted(upright(found, columnOf), columnOf);
  const columns = namedIn(table, columnOf);
  const has = (...wanted: readonly ImportColumn[]): boolean =>
    wanted.every((column) => columns.includes(column));
  const some = (...wanted: readonly ImportColumn[]): boolean =>
    wanted.some((column) => columns.includes(column));
  const payload = payloadIn(table);
  if (payload !== null) return payload;
  const rows = (used: readonly (ImportColumn | null)[] = columns): readonly ImportRow[] =>
    table.rows.map((row) => rowOf(table.header, used, row));
  if (has('reason') && some('routing', 'back')) return { kind: 'reasons', table, rows: rows() };
  if (has('stage') && some('entry', 'exit', 'progression', 'disqualification', 'owner'))
    // What a stage entry has no field for stays under its own header.
    return {
      kind: 'stages',
      table,
      rows: rows(columns.map((one, at) => stageColumn(one, table.header[at] ?? '', columns))),
    };
  if (has('sla') && (some('stage', 'transition', 'segment') || has('from', 'to')))
    return { kind: 'limits', table, rows: rows() };
  return { kind: 'unplaced', table };
}

const ofStages: readonly ImportColumn[] = [
  'stage',
  'order',
  'entry',
  'exit',
  'progression',
  'disqualification',
  'owner',
  'sla',
  'escalation',
  'segment',
];

/** A column of a stage table. "Next stage" is where rejected leads go in a table of reasons, and the way on in this one. */
function stageColumn(
  column: ImportColumn | null,
  header: string,
  all: readonly (ImportColumn | null)[],
): ImportColumn | null {
  if (column !== null && ofStages.includes(column)) return column;
  const next = column === 'routing' && /^next\b/i.test(header.trim());
  return next && !all.includes('progression') ? 'progression' : null;
}

/** The columns; where none is called stage, the one that has the names is: by its header, or by the names in it. */
function namedIn({ header, rows }: FoundTable, columnOf: ColumnOf): readonly (ImportColumn | null)[] {
  const columns = header.map(columnOf);
  const stages = columns.some((one) => one === 'entry' || one === 'exit' || one === 'owner');
  if (columns.includes('stage') || !stages) return columns;
  const called = header.findIndex(mayNameStages);
  const name = called >= 0 ? called : header.findIndex((_, at) => holdsStages(rows, at, columns[at] ?? null));
  return name >= 0 ? columns.with(name, 'stage') : columns;
}

/** Whether most cells of a column that says nothing else are names of usual stages, three at least. */
function holdsStages(rows: FoundTable['rows'], at: number, column: ImportColumn | null): boolean {
  if (column !== null && column !== 'order' && column !== 'value') return false;
  const names = rows.filter((row) => places.has(foldName(row[at] ?? '')));
  return names.length >= 3 && names.length * 2 > rows.length;
}

/** `Stage (owner)` over cells like `MQL (BDR)`, or `Stage / Owner` over `MQL / BDR`: two columns in one. */
function parted(table: FoundTable, columnOf: ColumnOf): FoundTable {
  for (const [at, header] of table.header.entries())
    for (const pattern of twoInOne) {
      const [, one = '', other = ''] = pattern.exec(header) ?? [];
      const [first, second] = [columnOf(one), columnOf(other)];
      if (first !== 'stage' || second === null || second === 'stage' || !ofStages.includes(second)) continue;
      const split = (cell: string): readonly string[] => {
        const [, name = cell, words = ''] = pattern.exec(cell) ?? [];
        return [name, words];
      };
      if (table.rows.filter((row) => pattern.test(row[at] ?? '')).length * 2 < table.rows.length) continue;
      return {
        ...table,
        header: table.header.toSpliced(at, 1, one, other),
        rows: table.rows.map((row) => row.toSpliced(at, 1, ...split(row[at] ?? ''))),
      };
    }
  return table;
}

const twoInOne = [/^([^()]{1,80}?)\s*\(([^()]{1,80})\)$/, /^([^/]{1,80}?)\s+\/\s+([^/]{1,80})$/];

/**
 * A table with the stages across the top and what is asked of them down the side, turned. Every header behind the first
 * is a name, and two rows at least begin with a column's words.
 */
function upright(table: FoundTable, columnOf: ColumnOf): FoundTable {
  const [corner = '', ...names] = table.header;
  if (names.length < 2 || names.some((name) => name === '' || columnOf(name) !== null)) return table;
  const known = table.rows.filter(([first = '']) => ofStages.includes(columnOf(first) ?? 'value'));
  if (known.length < 2 || !(corner === '' || columnOf(corner) === 'stage' || columnOf(corner) === 'field'))
    return table;
  const header = ['Stage', ...table.rows.map(([first = '']) => first)];
  const rows = names.map((name, at) => [name, ...table.rows.map((row) => row[at + 1] ?? '')]);
  return { ...table, header, rows };
}

function rowOf(
  header: readonly string[],
  columns: readonly (ImportColumn | null)[],
  row: readonly string[],
): ImportRow {
  const cells: Partial<Record<ImportColumn, string>> = {};
  const own: (readonly [string, string])[] = [];
  for (const [at, cell] of row.entries()) {
    const column = columns[at] ?? null;
    if (cell === '') continue;
    // "TBD" or a dash says what an empty cell says; of a limit a dash says that there is none.
    if (column !== null && column !== 'sla' && (saysNothing(cell) || /^[-–—?]+$/.test(cell))) continue;
    if (column === 'sla' && isUndecided(cell)) continue;
    if (column === null || cells[column] !== undefined) own.push([header[at] ?? '', cell]);
    else cells[column] = cell;
  }
  return { cells, own };
}

/** A list or table whose rows are payload fields: at least two of the five, and most of the rows. */
function payloadIn(table: FoundTable): Sorted | null {
  const fields: Partial<Record<PayloadField, string>> = {};
  const own: (readonly [string, string])[] = [];
  for (const [label = '', ...rest] of table.rows) {
    const field = payloadFieldOf(label);
    const words = rest.filter((cell) => cell !== '').join('; ');
    if (field === null || fields[field] !== undefined) own.push([label, words]);
    else fields[field] = words;
  }
  const found = Object.keys(fields).length;
  return found >= 2 && found >= own.length ? { kind: 'payload', table, fields, own } : null;
}
