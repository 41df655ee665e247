/** Lines of text in the picture of the lifecycle: how wide they are, and how they are broken. In drawing units. */

import type { DiagramEdge, DiagramNode } from '../../src/diagram/index.ts';
import { wrapLabel } from '../../src/diagram/label.ts';

export const box = { width: 176, pad: 10, name: 15, line: 13 };
export const label = { size: 11.5, line: 14 };
/** A stage's name in lines that fit its box in bold, also where letters are wide. */
export const nameLines = ({ label: name }: DiagramNode): readonly string[] => wrapLabel(name, 17, 3);

/** What stands below a stage's name: the owner, then the limit, in lines. */
export const belowName = ({ sublabels }: DiagramNode): readonly (readonly string[])[] =>
  sublabels.map((line, at) => wrapLabel(line, 25, at === 0 ? 2 : 3));

/** A size at which a line stays inside its box, whatever its letters; never under 8 units. */
export function fitting(line: string, size: number, width: number, bold: boolean): number {
  const wide = (labelWidth(line) / label.size) * size * (bold ? 1.12 : 1);
  return wide <= width - 8 ? size : Math.max(8, Math.floor((size * (width - 8)) / wide));
}

/** The smallest letters of a drawing: names that are too wide for their box are set smaller. */
export const smallestIn = (body: string): number =>
  Math.min(label.size, ...[...body.matchAll(/ font-size="([\d.]+)"/g)].map(([, size]) => Number(size)));

export const edgeLines = (edge: DiagramEdge, columns: number, most: number): readonly string[] =>
  edge.label === null ? [] : wrapLabel(edge.label, columns, most);

/** Height of what stands below a place: the words of the ways back from it, each once. */
export const backHeight = (edges: readonly DiagramEdge[]): number =>
  [...new Map(edges.map((edge) => [edge.label ?? '', edge])).values()].reduce(
    (sum, edge) => sum + edgeLines(edge, 16, 3).length * label.line + 4,
    0,
  );

/** Width of a line in a sans serif of the label's size: wide enough for the common ones. */
export function labelWidth(text: string): number {
  let units = 0;
  for (const character of text)
    units += /[\u1100-\uffdc]/.test(character)
      ? 1.02
      : /[mwMW@]/.test(character)
        ? 0.86
        : /[A-Z\u0370-\u052f]/.test(character)
          ? 0.68
          : /[ijlftr.,:;'| ]/.test(character)
            ? 0.32
            : 0.57;
  return units * label.size;
}

/** To a tenth of a px: enough for the eye, and the same bytes on every machine. */
export function roundTenth(value: number): number {
  return Math.round(value * 10) / 10;
}
