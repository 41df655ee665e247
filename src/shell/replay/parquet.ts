/** Reads a Parquet file one row group after the other, only the columns that are asked for, as text. */

import { open } from 'node:fs/promises';
import {
  type AsyncBuffer,
  type FileMetaData,
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { Unusable } from '../../replay/reading.ts';
import type { Rows } from './csv.ts';

/** @param pick numbers of the columns to read, told when the head is known */
export async function readParquet(path: string, rows: Rows, pick: () => readonly number[]): Promise<void> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const buffer: AsyncBuffer = {
      byteLength: size,
      slice: async (start, end = size) => {
        const bytes = new Uint8Array(Math.max(0, end - start));
        await file.read(bytes, 0, bytes.length, start);
        return bytes.buffer;
      },
    };
    await readBuffer(buffer, rows, pick);
  } catch (error) {
    if (error instanceof Unusable) throw error;
    throw new Unusable(
      'The Parquet file cannot be read: it is not complete, or uses what this reader does not know.',
    );
  } finally {
    await file.close();
  }
}

async function readBuffer(file: AsyncBuffer, rows: Rows, pick: () => readonly number[]): Promise<void> {
  const metadata = await parquetMetadataAsync(file);
  const columns = parquetSchema(metadata).children.map(({ element }) => element);
  rows.head(columns.map(({ name }) => name));
  const picked = pick();
  const names = picked.map((column) => columns[column]?.name ?? '');
  const texts = picked.map((column) => textOf(columns[column]));
  let start = 0;
  let line = 1;
  for (const group of metadata.row_groups) {
    const end = start + Number(group.num_rows);
    await readGroup({ file, metadata, names, start, end }, (values) => {
      line += 1;
      const cells: (string | null)[] = [];
      for (const [at, column] of picked.entries()) cells[column] = texts[at]?.(values[at]) ?? null;
      // A row of a Parquet file has no line: its number stands in, the head counted as one.
      rows.row({ line, cells });
    });
    start = end;
  }
}

interface Group {
  readonly file: AsyncBuffer;
  readonly metadata: FileMetaData;
  readonly names: readonly string[];
  readonly start: number;
  readonly end: number;
}

async function readGroup(
  { file, metadata, names, start, end }: Group,
  row: (values: readonly unknown[]) => void,
): Promise<void> {
  await parquetRead({
    file,
    metadata,
    compressors,
    columns: [...names],
    rowStart: start,
    rowEnd: end,
    rowFormat: 'array',
    onComplete: (data) => {
      for (const values of data) row(values);
    },
  });
}

type Element = ReturnType<typeof parquetSchema>['element'];

/** How a column's values are written as text: a time without a zone stays one. */
function textOf(element: Element | undefined): (value: unknown) => string | null {
  const logical = element?.logical_type;
  const isDate = logical?.type === 'DATE' || element?.converted_type === 'DATE';
  const isLocal = logical?.type === 'TIMESTAMP' && logical.isAdjustedToUTC === false;
  return (value) => {
    if (value === null || value === undefined) return null;
    if (value instanceof Date) {
      const iso = value.toISOString();
      if (isDate) return iso.slice(0, 10);
      return isLocal ? iso.slice(0, -1) : iso;
    }
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  };
}
