import type { Node, Span, Text } from '../entry.ts';
import { withoutMarks } from '../inline.ts';
import type { LabelSplit } from '../label.ts';
import type { Lines } from '../lines.ts';

/** A piece of a line: index of the line, offsets of its first character and past its last. */
export interface Piece {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** A node while its lines are still coming in. */
export interface DraftNode {
  form: Node['form'];
  /** Column of the line's mark or text; -1 for headings and the root. */
  readonly indent: number;
  readonly bullet: boolean;
  /** Level of a heading, 0 for anything else. */
  readonly level: number;
  /** The line's own text without its marks. */
  readonly own: Piece;
  split: LabelSplit | null;
  /** Where the label stands when it is not on the line itself: a table's header cell. */
  readonly header: Piece | null;
  /** Header of the first column, for a row of several columns. */
  readonly column: Piece | null;
  /** Pieces of the value in order; of the whole text when there is no label. */
  readonly value: Piece[];
  readonly children: DraftNode[];
}

/** A node before its range is known; what `more` leaves out is empty. */
export function draft(form: Node['form'], own: Piece, more: Partial<DraftNode> = {}): DraftNode {
  // Spelled out: there is one for each line, and a spread takes several times as long.
  return {
    form,
    indent: more.indent ?? 0,
    bullet: more.bullet ?? false,
    level: more.level ?? 0,
    own,
    split: more.split ?? null,
    header: more.header ?? null,
    column: more.column ?? null,
    value: more.value ?? [],
    children: more.children ?? [],
  };
}

/** A label that still waits for its value or its list. */
export function awaits(node: DraftNode): boolean {
  return node.split !== null && node.value.length === 0 && node.children.length === 0;
}

/** A label that is the whole piece. */
export function whole(piece: Piece): LabelSplit {
  return { labelStart: piece.start, labelEnd: piece.end, valueStart: piece.end, by: 'none', bold: false };
}

/** Puts what follows the label on its own line in as the value; in YAML without quotes and block marks. */
export function fill(node: DraftNode, own: Piece, yaml: string | null = null): void {
  if (node.split === null) {
    node.value.push(own);
    return;
  }
  let start = node.split.valueStart;
  let end = own.end;
  if (start >= end) return;
  if (yaml !== null) {
    if (/^[|>][+-]?$/.test(yaml.slice(start, Math.min(end, start + 3)))) return;
    if (isQuoted(yaml, start, end)) {
      start++;
      end--;
      if (start >= end) return;
    }
  }
  node.value.push({ line: own.line, start, end });
}

/** Whether YAML's quotes stand around a whole value. */
export function isQuoted(text: string, start: number, end: number): boolean {
  const quote = text.charCodeAt(start);
  return (quote === 34 || quote === 39) && end - start > 1 && text.charCodeAt(end - 1) === quote;
}

/** A short line without a colon directly above a list is the list's label: `Dependencies`. */
export function asLabel(node: DraftNode, text: string): void {
  const only = node.value[0];
  if (node.form !== 'text' || node.value.length !== 1 || !only || node.children.length > 0) return;
  const words = text.slice(only.start, only.end);
  if (words.length > 60 || /[.!?,;:…]$/.test(words) || words.split(/\s+/).length > 6) return;
  node.form = 'field';
  node.split = whole(only);
  node.value.length = 0;
}

/** Whether a small letter stands at this offset. */
export function startsLower(text: string, at: number): boolean {
  const first = text.charAt(at);
  return first !== first.toUpperCase();
}

/** A bold bullet without a colon is a label only when something hangs below it. */
function settle(node: DraftNode): void {
  if (node.split?.by === 'none' && node.bullet && awaits(node)) {
    node.split = null;
    node.value.push(node.own);
  }
}

/** A line that goes on with what a node says. */
export function goOn(node: DraftNode, more: Piece): void {
  settle(node);
  node.value.push(more);
}

/** Turns drafts into nodes; a line without words is left out, what hangs below it stays. */
export function finish(drafts: readonly DraftNode[], lines: Lines): Node[] {
  const nodes: Node[] = [];
  for (const one of drafts) {
    const node = finishOne(one, lines);
    if (node?.text.text === '') nodes.push(...node.children);
    else if (node) nodes.push(node);
  }
  return nodes;
}

function finishOne(node: DraftNode, lines: Lines): Node | null {
  settle(node);
  const children = finish(node.children, lines);
  const own = node.own;
  const last = node.value[node.value.length - 1];
  const split = node.split;
  const column = node.column ? textOfPieces([node.column], lines) : null;
  if (split === null && node.header === null) {
    if (!last) return null;
    const text = textOfPieces(node.value, lines);
    return {
      form: node.form,
      text,
      label: null,
      value: text,
      children,
      column,
      span: around(text.span, children),
    };
  }
  const label: Text = node.header ? textOfPieces([node.header], lines) : labelOf(node, lines);
  const value = last ? textOfPieces(node.value, lines) : null;
  const between = split?.by === 'dash' ? ' — ' : ': ';
  const words = value ? `${label.text}${between}${value.text}` : label.text;
  const span =
    node.header && value
      ? value.span
      : last && last !== own
        ? lines.spanOn(own.line, own.start, last.line, last.end)
        : lines.spanOn(own.line, own.start, own.line, own.end);
  return {
    form: node.form,
    text: { text: words, span },
    label,
    value,
    children,
    column,
    span: around(span, children),
  };
}

/** A label; one that an editor wrapped stands on two lines. */
function labelOf({ own, split }: DraftNode, lines: Lines): Text {
  const start = split?.labelStart ?? own.start;
  const end = split?.labelEnd ?? own.end;
  if (end <= (lines.ends[own.line] as number)) return textOfPieces([{ line: own.line, start, end }], lines);
  const stop = lines.lineAt(end);
  const rest = { line: stop, start: lines.firstInk(stop), end };
  return textOfPieces([{ line: own.line, start, end: lines.ends[own.line] as number }, rest], lines);
}

function around(span: Span, children: readonly Node[]): Span {
  const last = children[children.length - 1]?.span;
  if (!last || last.end <= span.end) return span;
  return { ...span, end: last.end, endLine: last.endLine, endColumn: last.endColumn };
}

/** The words of some pieces and the range from the first to the last. */
export function textOfPieces(pieces: readonly Piece[], lines: Lines): Text {
  const first = pieces[0] as Piece;
  if (pieces.length === 1) {
    return {
      text: withoutMarks(lines.slice(first.start, first.end), lines.budget),
      span: lines.spanOn(first.line, first.start, first.line, first.end),
    };
  }
  const last = pieces[pieces.length - 1] as Piece;
  const raw = pieces.map((piece) => lines.slice(piece.start, piece.end)).join('\n');
  return {
    text: withoutMarks(raw, lines.budget),
    span: lines.spanOn(first.line, first.start, last.line, last.end),
  };
}
