/** Boxes of the picture of the lifecycle, and its legend. */

import type { DiagramNode, EdgeKind, FlowDiagram } from '../../src/diagram/index.ts';
import { xml } from '../../src/untrusted/xml.ts';
import type { Drawn } from '../scripts/draw-diagram.ts';
import { belowName, box, fitting, label, labelWidth, nameLines, roundTenth } from './lifecycle-words.ts';

export interface PlacedBox {
  readonly node: DiagramNode;
  readonly lines: readonly string[];
  readonly x: number;
  y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * One box with its lines of text as an SVG group; numbers in px, names escaped. Boxes alike have the same inside, moved to
 * their places: of thirty, a page then weighs a few letters each.
 */
export function nodeBody({ node, lines, x, y, width, height }: PlacedBox): string {
  const stage = node.kind === 'stage';
  const names = stage ? nameLines(node).length : lines.length;
  const whose = stage ? (belowName(node)[0]?.length ?? 0) : 0;
  const hue = stage && node.owner !== null ? ` ${node.owner}` : '';
  const person = node.kind === 'role';
  const dash = stage || person ? '' : ' stroke-dasharray="5 3"';
  const total = stage ? names * (box.name + 4) + (lines.length - names) * (box.line + 3) : lines.length * 15;
  let at = (height - total) / 2;
  const rows = lines.map((line, index) => {
    const name = stage && index < names;
    const size = name ? box.name : stage ? box.line - 1 : 13;
    at += name ? box.name + 4 : stage ? box.line + 3 : 15;
    return `<text x="${roundTenth(width / 2)}" y="${roundTenth(at - 4)}" font-size="${fitting(line, size, width, index < names + whose)}" text-anchor="middle"${name ? ' font-weight="600"' : ''}${stage && !name && index < names + whose ? ' class="whose"' : ''}>${xml(line)}</text>`;
  });
  return `<g transform="translate(${roundTenth(x)} ${roundTenth(y)})" class="n ${node.kind}${hue}${node.focus ? ' own' : ''}"><rect class="box" width="${width}" height="${roundTenth(height)}" rx="${stage ? 8 : person ? 2 : roundTenth(height / 2)}"${dash} stroke-width="${node.focus ? 3 : 1.5}"/>${rows.join('')}</g>`;
}

/** How a line is broken, by what it says. */
export function dashOf(kind: EdgeKind): string {
  const dashes = dashesOf[kind];
  return dashes === undefined ? '' : ` stroke-dasharray="${dashes}"`;
}

const dashesOf: Readonly<Partial<Record<EdgeKind, string>>> = {
  reject: '6 4',
  churn: '6 4',
  reengage: '2 3',
  escalate: '1 4',
};

/** What the lines mean; only those that are drawn. */
export function legendBody(
  top: number,
  { edges }: FlowDiagram,
): { readonly body: string; readonly width: number; readonly height: number } {
  const rows = (
    [
      { kinds: ['advance'], words: 'goes on' },
      { kinds: ['reject', 'churn'], words: 'a no, or leaves' },
      { kinds: ['reengage'], words: 'comes back' },
      { kinds: ['escalate'], words: 'is told' },
    ] as const
  ).filter(({ kinds }) => edges.some(({ kind }) => kinds.some((each) => each === kind)));
  let x = 8;
  const parts = rows.map(({ words, kinds }) => {
    const part = `<path class="e ${kinds[0]}" d="M${x} ${roundTenth(top + 8)}h34" stroke-width="1.5"${dashOf(kinds[0])} marker-end="url(#@ID@head)"/><text x="${x + 42}" y="${roundTenth(top + 12)}" font-size="${label.size}">${words}</text>`;
    x += 42 + labelWidth(words) + 22;
    return part;
  });
  return { body: parts.join(''), width: x, height: rows.length === 0 ? 0 : 22 };
}

/** Where a box lies, for what is laid over it. */
export function outlineOf({ node, x, y, width, height }: PlacedBox): Drawn['boxes'][number] {
  const [left, top, across, down] = [x, y, width, height].map(Math.round) as [number, number, number, number];
  return { id: node.id, x: left, y: top, width: across, height: down };
}
