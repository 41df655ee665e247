/** Files of an export → one reading: each file's layout is told from its columns, and all have the same. */

import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { type Columns, type Layout, type LayoutName, tellLayout } from '../../replay/layout.ts';
import { Reading, Unusable } from '../../replay/reading.ts';
import { type Rows, readCsv } from './csv.ts';

export interface ExportRequest {
  readonly files: readonly string[];
  readonly columns: Columns;
  readonly layout: LayoutName | null;
  readonly zone: string | null;
  readonly ignore: readonly string[];
  /** Brings the dates of one row in the order of the stages. */
  readonly arrange: (layout: Layout) => Layout;
  /** Told now and then how many rows were read. */
  readonly progress: (rows: number) => void;
}

const rowsBetweenNotes = 250_000;

/** @throws Unusable with the file and one sentence */
export async function readExport(request: ExportRequest): Promise<{ reading: Reading; layout: Layout }> {
  const reading = new Reading(request.zone, request.ignore);
  let first: Layout | null = null;
  for (const path of request.files) {
    try {
      const layout = await readOne(path, request, reading);
      if (first !== null && layout.name !== first.name)
        throw new Unusable(
          `It is ${layout.name}, and the file before it ${first.name}: replay one kind at a time.`,
        );
      first ??= layout;
    } catch (error) {
      if (error instanceof Unusable) throw new Unusable(`${path}: ${error.message}`);
      throw error;
    }
  }
  if (first === null) throw new Unusable('Name a file.');
  return { reading, layout: first };
}

async function readOne(path: string, request: ExportRequest, reading: Reading): Promise<Layout> {
  const kind = kindOf(path);
  let layout: Layout | null = null;
  const rows: Rows = {
    head: (header) => {
      const told = tellLayout(header, request.columns, request.layout);
      if (!told.ok) throw new Unusable(told.message);
      layout = request.arrange(told.layout);
    },
    row: (row) => {
      if (layout === null) return;
      reading.take(layout, row);
      if (reading.rows % rowsBetweenNotes === 0) request.progress(reading.rows);
    },
    broken: (why, line) => {
      reading.rows += 1;
      reading.failed(why, line);
    },
  };
  if (kind === 'csv') await readCsv(path, rows);
  else {
    const { readParquet } = await import('./parquet.ts');
    await readParquet(path, rows, () => (layout === null ? [] : columnsOf(layout)));
  }
  if (layout === null) throw new Unusable('The file is empty.');
  return layout;
}

/** The columns a layout looks at. */
function columnsOf(layout: Layout): readonly number[] {
  const { lead, at, field, from, to, touch, segment, reason, source, bulk, dates } = layout;
  const all = [
    lead,
    at,
    field,
    from,
    to,
    touch,
    segment,
    reason,
    source,
    bulk,
    ...dates.map(({ column }) => column),
  ];
  return [...new Set(all.filter((column) => column >= 0))];
}

/** By the first four bytes: `PAR1` begins a Parquet file. */
function kindOf(path: string): 'csv' | 'parquet' {
  let handle: number;
  try {
    if (statSync(path).isDirectory()) throw new Unusable('It is a folder.');
    handle = openSync(path, 'r');
  } catch (error) {
    if (error instanceof Unusable) throw error;
    throw new Unusable('There is no such file, or it cannot be read.');
  }
  const bytes = Buffer.alloc(4);
  const read = readSync(handle, bytes, 0, 4, 0);
  closeSync(handle);
  const start = bytes.toString('latin1', 0, read);
  if (start.startsWith('\u001f\u008b')) throw new Unusable('It is compressed with gzip: unpack it first.');
  if (start.startsWith('PK')) throw new Unusable('It is a spreadsheet or an archive: export it as CSV.');
  return start === 'PAR1' ? 'parquet' : 'csv';
}
