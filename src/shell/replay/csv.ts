/** Reads a CSV file piece by piece (RFC 4180; UTF-8 or UTF-16; comma, semicolon or tab) and hands out its rows. */

import { createReadStream } from 'node:fs';
import Papa from 'papaparse';
import type { ExportRow } from '../../replay/reading.ts';
import { Unusable } from '../../replay/reading.ts';

/** What is done with a file's rows. `row` is asked for every row below the head. */
export interface Rows {
  readonly head: (columns: readonly string[]) => void;
  readonly row: (row: ExportRow) => void;
  /** A row that cannot be taken apart. */
  readonly broken: (why: string, line: number) => void;
}

const pieceBytes = 1024 * 1024;
/** A cell longer than this is a quotation mark that nobody closed. */
const mostCharacters = 16 * 1024 * 1024;

/** @throws Unusable in one sentence where the file is no table */
export async function readCsv(path: string, rows: Rows): Promise<void> {
  let decoder: TextDecoder | null = null;
  let rest = '';
  const table = new Table(rows);
  for await (const bytes of createReadStream(path, { highWaterMark: pieceBytes })) {
    const piece = bytes as Buffer;
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
    rest = table.take(rest + decoded(decoder, piece, true), false);
    if (rest.length > mostCharacters) throw new Unusable(table.unclosed());
  }
  if (decoder === null) throw new Unusable('The file is empty.');
  table.take(rest + decoded(decoder, new Uint8Array(), false), true);
  if (!table.begun) throw new Unusable('The file is empty.');
}

function decoded(decoder: TextDecoder, piece: Uint8Array, stream: boolean): string {
  try {
    return decoder.decode(piece, { stream });
  } catch {
    throw new Unusable('The file is neither UTF-8 nor UTF-16: save it as CSV UTF-8.');
  }
}

/** By the byte order mark; without one, zeros at every other byte are UTF-16. */
function encodingOf(piece: Uint8Array): string {
  const [first, second] = piece;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const head = piece.subarray(0, 512);
  const zeros = (odd: number): number => head.filter((byte, at) => byte === 0 && at % 2 === odd).length;
  if (zeros(1) > head.length / 4) return 'utf-16le';
  return zeros(0) > head.length / 4 ? 'utf-16be' : 'utf-8';
}

class Table {
  readonly #rows: Rows;
  #parser: Papa.Parser | null = null;
  #width = 0;
  /** Line of the file on which the next row begins. */
  #line = 1;

  constructor(rows: Rows) {
    this.#rows = rows;
  }

  get begun(): boolean {
    return this.#width > 0;
  }

  unclosed(): string {
    return `The file ends inside a quoted cell: a quotation mark opens in the row on line ${this.#line} and never closes.`;
  }

  /** Takes whole rows off the front of the text, and gives back what is left. */
  take(text: string, last: boolean): string {
    if (this.#parser === null) {
      const end = text.search(/[\r\n]/);
      if (end < 0 && !last) return text;
      this.#parser = parserFor(text, end);
    }
    const { data, errors, meta } = this.#parser.parse(text, 0, !last) as Papa.ParseResult<string[]>;
    if (last && errors.some(({ code }) => code === 'MissingQuotes')) {
      for (const row of data.slice(0, -1)) this.#row(row);
      throw new Unusable(this.unclosed());
    }
    const broken = new Set(errors.map(({ row }) => row));
    const quoted = text.includes('"');
    for (const [at, row] of data.entries()) {
      if (broken.has(at))
        this.#rows.broken('a quoted cell that does not end where the cell ends', this.#line);
      else this.#row(row);
      this.#line += quoted ? linesOf(row) : 1;
    }
    return last ? '' : text.slice(meta.cursor);
  }

  #row(cells: readonly string[]): void {
    if (cells.length === 1 && (cells[0] ?? '').trim() === '') return;
    if (this.#width === 0) {
      this.#width = cells.length;
      this.#rows.head(cells.map((cell) => cell.trim()));
    } else if (cells.length === this.#width) this.#rows.row({ line: this.#line, cells });
    else this.#rows.broken('another number of cells than the head', this.#line);
  }
}

/** How many lines of the file a row takes: line ends in its cells count. */
function linesOf(row: readonly string[]): number {
  let lines = 1;
  for (const cell of row) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) lines += 1;
  }
  return lines;
}

/** A parser for the sign that stands most often in the head, outside of quotation marks. */
function parserFor(text: string, end: number): Papa.Parser {
  const head = (end < 0 ? text : text.slice(0, end)).replace(/"[^"]*"/g, '');
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: head.split(sign).length - 1 }));
  const best = counts.reduce((most, one) => (one.count > most.count ? one : most));
  if (best.count === 0 && /[|^~]/.test(head))
    throw new Unusable(
      'The cells are separated by neither a comma, a semicolon nor a tab: export the file as CSV.',
    );
  const onlyReturns = text.charAt(end) === '\r' && !text.includes('\n');
  return new Papa.Parser({
    delimiter: best.sign,
    newline: onlyReturns ? '\r' : '\n',
    quoteChar: '"',
    escapeChar: '"',
  });
}
