import { bulletWidth } from '../cut/line-shape.ts';
import { splitLabel } from '../label.ts';
import type { Lines } from '../lines.ts';
import { type DraftNode, draft, type Piece } from './draft-node.ts';
import { isWikiHeader, mostCells, wikiHeads, wikiRows } from './wiki-table.ts';

/** Cells of a table row, blanks trimmed; `\|` does not part cells. */
export function cellsOf(lines: Lines, line: number, start: number, end: number): Piece[] {
  const text = lines.text;
  const cells: Piece[] = [];
  if (isWikiHeader(text, start, end)) return wikiHeads(lines, line, start, end);
  let from = text.charCodeAt(start) === 124 ? start + 1 : start;
  for (let at = from; at <= end && cells.length < mostCells; at++) {
    const code = at < end ? text.charCodeAt(at) : 124;
    if (code === 92) at++;
    else if (code === 124) {
      if (at < end || lines.lastInk(line, from, at) > from) {
        const first = Math.min(lines.firstInk(line, from), at);
        cells.push({ line, start: first, end: lines.lastInk(line, first, at) });
      }
      from = at + 1;
    }
  }
  return cells;
}

/** `|---|:--:|`: the line below a table's header. */
export function isDelimiterRow(text: string): boolean {
  return /^[\s|:-]+$/.test(text) && text.includes('-');
}

const headerWords =
  /^(?:[*_]*)(?:field|fields|name|key|attribute|property|item|value|values|content|contents|detail|details|description|points|text|setting|answer|metric|target|signal|code|stage|id|ids|link|links)[*_]*$/i;

/** Rows of one table as drafts: two columns are label and value, further cells carry their header as label. */
export function tableDrafts(lines: Lines, written: readonly Piece[], indent: number): DraftNode[] {
  const rows = written.length === 1 ? wikiRows(lines, written[0] as Piece) : written;
  const [top, second] = rows;
  const dashed = second !== undefined && isDelimiterRow(lines.slice(second.start, second.end));
  const wiki = top !== undefined && !dashed && isWikiHeader(lines.text, top.start, top.end);
  const headed = dashed || wiki;
  const parsed = rows.map((row) => {
    // `||Owner|AE|`: the head of a row in the same wikis.
    const skipped = !dashed && !(wiki && row === top) && lines.text.startsWith('||', row.start) ? 1 : 0;
    return { row, cells: cellsOf(lines, row.line, row.start + skipped, row.end) };
  });
  const header = headed ? (parsed[0]?.cells ?? []) : [];
  if (isNumbered(lines, header) || isMarked(lines, header)) for (const { cells } of parsed) cells.shift();
  const drafts: DraftNode[] = [];
  for (const [index, { row, cells }] of parsed.entries()) {
    if (headed && ((dashed && index === 1) || (index === 0 && isHeaderRow(lines, cells)))) continue;
    if (!headed && cells.every((cell) => isLine(lines, cell))) {
      for (const cell of cells) drafts.push(lineDraft(lines, cell, 'field', indent));
      continue;
    }
    const made = rowDraft(lines, row, cells, header, indent);
    if (made) drafts.push(made);
  }
  return drafts;
}

/** `| Type: Lifecycle-Stage`: a line of a block of lines (Pandoc), which is no table. */
function isLine(lines: Lines, { start, end }: Piece): boolean {
  const split = splitLabel(lines.text, start, end);
  return split !== null && split.valueStart < end;
}

function isHeaderRow(lines: Lines, cells: readonly Piece[]): boolean {
  if (cells.length !== 2) return true;
  return cells.some((cell) => cell.end > cell.start && headerWords.test(lines.slice(cell.start, cell.end)));
}

/** A first column that only counts the rows (`#`, `No.`) says nothing of them. */
function isNumbered(lines: Lines, header: readonly Piece[]): boolean {
  const [first] = header;
  return (
    first !== undefined &&
    header.length > 1 &&
    /^[*_]*(?:#|no\.?|nr\.?|n[°º]|№|pos\.?)[*_]*$/i.test(lines.slice(first.start, first.end))
  );
}

/** A first column without a name in front of the names of fields holds marks (`✅`). */
function isMarked(lines: Lines, [first, second]: readonly Piece[]): boolean {
  return (
    first !== undefined && second !== undefined && first.end === first.start && namesFields(lines, second)
  );
}

/**
 * The column of the values where the first column holds the names of fields and the header says which: what stands
 * in the others (`Required`, `Source`, `Last updated`) is said of the field. -1 where the header does not say.
 */
function valueColumn(lines: Lines, header: readonly Piece[]): number {
  const [first] = header;
  if (first === undefined || header.length < 3 || !namesFields(lines, first)) return -1;
  const isValue = (head: Piece) => valueWords.test(lines.slice(head.start, head.end));
  const at = header.findIndex(isValue);
  return header.filter(isValue).length === 1 ? at : -1;
}

const valueWords =
  /^[*_]*(?:values?|contents?|settings?|definitions?|details?|answers?|texts?|what it is)[*_]*$/i;

/** Columns beside a field's value that hold words about it: notes stay notes. */
const aside = /^[*_]*(?:comments?|notes?|remarks?|rationale|explanation|why)[*_]*$/i;

function rowDraft(
  lines: Lines,
  row: Piece,
  cells: readonly Piece[],
  header: readonly Piece[],
  indent: number,
): DraftNode | null {
  const filled = cells.filter((cell) => cell.end > cell.start);
  const first = cells[0];
  const last = filled[filled.length - 1];
  if (!first || !last) return null;
  const own: Piece = { line: row.line, start: (filled[0] as Piece).start, end: last.end };
  if (first.end === first.start || cells.length === 1) {
    const value = filled[0] as Piece;
    return draft('row', value, { indent, value: [value] });
  }
  const bold = splitLabel(lines.text, first.start, first.end);
  const alone = bold !== null && bold.valueStart >= first.end;
  const head = header[0];
  const wide = cells.length > 2 && head !== undefined && !isFieldColumn(lines, header);
  const made = draft('row', own, {
    indent,
    column: wide ? head : null,
    split: {
      labelStart: alone ? bold.labelStart : first.start,
      labelEnd: alone ? bold.labelEnd : first.end,
      valueStart: first.end,
      by: 'colon',
      bold: alone && bold.bold,
    },
  });
  const valued = wide ? -1 : valueColumn(lines, header);
  const second = wide ? undefined : cells[valued < 0 ? 1 : valued];
  if (second && second.end > second.start) {
    const items = brokenLines(lines, second);
    if (items.length > 1) for (const item of items) made.children.push(lineDraft(lines, item));
    else made.value.push(items[0] ?? second);
  }
  for (let at = wide ? 1 : 2; at < cells.length && valued < 0; at++) {
    const cell = cells[at] as Piece;
    if (cell.end === cell.start) continue;
    const title = header[at];
    if (!wide && title && header.length > 2 && aside.test(lines.slice(title.start, title.end))) continue;
    made.children.push(cellDraft(lines, cell, title && title.end > title.start ? title : null));
  }
  return made;
}

/**
 * Whether the cells of the first column are the names of fields, so that the next column holds their values. Without
 * a head of its own it is, unless the columns behind it have heads that say what parts them: "| | Hot | Warm |".
 */
function isFieldColumn(lines: Lines, header: readonly Piece[]): boolean {
  const [first = '', ...others] = header.map(({ start, end }) => lines.slice(start, end));
  if (first === '')
    return (
      others.length < 2 || others.some((head) => head === '' || headerWords.test(head) || aside.test(head))
    );
  return fieldWords.test(first);
}

const fieldWords = /^[*_]*(?:fields?|names?|key|attribute|property|item|setting|element)[*_]*$/i;

function namesFields(lines: Lines, { start, end }: Piece): boolean {
  return fieldWords.test(lines.slice(start, end));
}

/** A cell labelled by its column's header; `<br>` in it makes a list. */
export function cellDraft(lines: Lines, cell: Piece, header: Piece | null): DraftNode {
  const items = brokenLines(lines, cell);
  if (items.length < 2) return draft('row', cell, { header, value: [cell] });
  const made = draft('row', cell, { header });
  for (const item of items) made.children.push(lineDraft(lines, item));
  return made;
}

/** A longer cell is read as one text. */
const longestCell = 20_000;

/** Lines of a cell parted by `<br>` or as items of an HTML list, list marks taken off. */
export function brokenLines(lines: Lines, cell: Piece): Piece[] {
  const raw = lines.slice(cell.start, cell.end);
  const pieces: Piece[] = [];
  let at = 0;
  if (raw.length > longestCell) return [cell];
  for (const match of raw.matchAll(/<br\s{0,3}\/?>|<\/?(?:[uo]l|li)>|$/gi)) {
    let start = cell.start + at;
    const end = lines.lastInk(cell.line, start, cell.start + match.index);
    start = Math.min(end, lines.firstInk(cell.line, start));
    start += bulletWidth(lines.text, start, end);
    start = Math.min(end, lines.firstInk(cell.line, start));
    if (end > start) pieces.push({ line: cell.line, start, end });
    at = match.index + match[0].length;
  }
  return pieces;
}

/** A line of a cell: a list item, with its label where it has one. */
export function lineDraft(
  lines: Lines,
  piece: Piece,
  form: DraftNode['form'] = 'item',
  indent = 0,
): DraftNode {
  const split = splitLabel(lines.text, piece.start, piece.end);
  if (!split || split.by === 'none') return draft(form, piece, { indent, value: [piece] });
  const made = draft(form, piece, { indent, split });
  if (split.valueStart < piece.end) made.value.push({ ...piece, start: split.valueStart });
  return made;
}
