/** Rows of sheets and data of programs in a text: blocks of csv, tsv, json or toml, and rows parted by tabs. */
import type { FieldSet } from '../../language/fields.ts';
import { fieldNamed } from '../../language/flattened.ts';
import type { FieldName } from '../../language/tables/fields.ts';
import type { Entry, Span, StageTable, Text } from '../entry.ts';
import type { Lines } from '../lines.ts';
import { countWhile } from '../sorted.ts';
import { fieldsAtMargin } from '../tree/flattened.ts';
import type { Fence } from './fence-marks.ts';
import { headerOf, stagesIn } from './stage-table.ts';

const dataLanguages = new Set('csv tsv psv json json5 jsonc toml xml ini properties'.split(' '));

/** No sheet that people read is longer. */
const longest = 400;
const key = /["'<]?([\p{L}][\p{L}\p{N}_ ()/-]{1,60}?)["']?\s*[,;:=\t>|]/gu;

/** Fields without which an entry says too little. */
const needed: Readonly<Record<FieldSet, readonly FieldName[]>> = {
  stage: ['owner', 'entry', 'progression', 'exit', 'sla'],
  handoff: ['from', 'to', 'trigger', 'payload', 'rejection'],
  monitor: [],
  linked: [],
};

/**
 * Blocks of data inside an entry that name a field it needs and has nowhere else: they are not read, and that has to be
 * said. An example of what a tool sends is none.
 */
export function fieldsInData(
  lines: Lines,
  fences: readonly Fence[],
  kind: FieldSet,
  from: number,
  to: number,
): readonly Span[] {
  let own: ReadonlySet<FieldName> | null = null;
  const inside = between(fences, from, to);
  const holding = inside.filter(({ open, close, info }) => {
    if (close >= to || !dataLanguages.has(info)) return false;
    const text = lines
      .slice(lines.starts[open + 1] as number, lines.starts[close] as number)
      .slice(0, 20_000);
    own ??= besideCode(lines, inside, kind, from + 1, to);
    const there = own;
    for (const [, label = ''] of text.matchAll(key)) {
      const name = fieldNamed(kind, label, null);
      if (name !== null && needed[kind].includes(name) && !there.has(name)) return true;
    }
    return false;
  });
  return holding.map(({ open, close }) =>
    lines.spanOn(open, lines.firstInk(open), close, lines.lastInk(close, lines.starts[close] as number)),
  );
}

/** The fields that some lines name at their margin, code in other languages apart. */
function besideCode(
  lines: Lines,
  fences: readonly Fence[],
  kind: FieldSet,
  first: number,
  past: number,
): ReadonlySet<FieldName> {
  const found = new Set<FieldName>();
  let at = first;
  const code = fences.filter(({ readable }) => !readable);
  for (const [open, close] of [...code.map((one) => [one.open, one.close] as const), [past, past] as const]) {
    for (const name of fieldsAtMargin(lines, at, open, kind)) found.add(name);
    at = close + 1;
  }
  return found;
}

/** The fences that open between two lines; they stand in their order, and a file may have thousands. */
function between(fences: readonly Fence[], from: number, to: number): readonly Fence[] {
  const low = countWhile(fences, ({ open }) => open <= from);
  let end = low;
  while (end < fences.length && (fences[end] as Fence).open < to) end++;
  return fences.slice(low, end);
}

/** Stages in blocks of csv outside every entry and in rows parted by tabs, as their header says. */
export function sheetTables(lines: Lines, fences: readonly Fence[], entries: readonly Entry[]): StageTable[] {
  const found: StageTable[] = [];
  // Lines are asked in rising order, twice: each time one walk over the entries.
  let entry = 0;
  const free = (line: number) => {
    while (entry < entries.length && (entries[entry] as Entry).span.endLine < line + 1) entry++;
    return (entries[entry]?.span.line ?? line + 2) > line + 1;
  };
  for (const { open, close, info } of fences)
    if (/^(?:csv|tsv|psv)$/.test(info) && free(open)) found.push(...tableAt(lines, open + 1, close));
  entry = 0;
  let fence = 0;
  for (let at = lines.text.indexOf('\t'); at >= 0; ) {
    const line = lines.lineAt(at);
    while (fence < fences.length && (fences[fence] as Fence).close < line) fence++;
    const end = lines.ends[line] as number;
    const [table] =
      (fences[fence]?.open ?? line) >= line &&
      /stage|phase|status/i.test(lines.slice(lines.starts[line] as number, end)) &&
      free(line)
        ? tableAt(lines, line, lines.count)
        : [];
    if (table !== undefined) found.push(table);
    // What is one table's row heads no other.
    at = lines.text.indexOf('\t', table?.span.end ?? end);
  }
  return found;
}

function tableAt(lines: Lines, header: number, past: number): StageTable[] {
  const heads = cellsOf(lines, header);
  const { stage, id, fields } = headerOf(heads.map(({ text }) => text));
  if (stage < 0 || id >= 0 || fields < 3) return [];
  const rows: Text[][] = [];
  let last = header;
  for (let line = header + 1; line < Math.min(past, header + longest); line++) {
    const cells = cellsOf(lines, line);
    if (cells.length < 2) break;
    last = line;
    rows.push(cells);
  }
  const start = lines.firstInk(header);
  const span = lines.span(start, lines.lastInk(last, lines.starts[last] as number));
  const told = stagesIn(
    heads.map(({ text }) => text),
    rows,
  );
  return told.stages.length === 0 ? [] : [{ ...told, span, aside: false, sheet: true }];
}

/** Cells parted by tabs, semicolons or commas, whichever comes first in that order; quotes around them taken off. */
function cellsOf(lines: Lines, line: number): Text[] {
  const start = lines.starts[line] as number;
  const text = lines.slice(start, lines.ends[line] as number);
  const sign = ['\t', ';', '|', ','].find((one) => text.includes(one));
  if (sign === undefined) return [];
  const cells: Text[] = [];
  let from = 0;
  for (const part of text.split(sign)) {
    const words = part.trim().replace(/^"|"$/g, '');
    const at: number = start + from + Math.max(0, part.indexOf(words));
    cells.push({ text: words, span: lines.span(at, at + words.length) });
    from += part.length + 1;
  }
  return cells;
}
