/** Ways beside the straight path of the lifecycle: which upright line each runs on, and where it meets a stage. */

import type { DiagramEdge } from '../../src/diagram/index.ts';
import { roundTenth } from './lifecycle-words.ts';

/** Where a way that is not straight ahead meets a stage. */
export interface End {
  readonly edge: DiagramEdge;
  readonly leaves: boolean;
}

/**
 * The ends of such ways at a stage, from its top down, so that none crosses another there: first those whose line runs
 * upwards, the nearest lane first, then those whose line runs downwards, the furthest first.
 */
export function endsBeside(
  id: string,
  aside: readonly DiagramEdge[],
  order: ReadonlyMap<string, number>,
  lanes: ReadonlyMap<DiagramEdge, number>,
): readonly End[] {
  const laneOf = ({ edge }: End) => lanes.get(edge) ?? 0;
  const runsUp = ({ edge, leaves }: End) =>
    (order.get(edge.to) ?? 0) < (order.get(edge.from) ?? 0) ? leaves : !leaves;
  const ends = aside.flatMap((edge) => [
    ...(edge.from === id ? [{ edge, leaves: true }] : []),
    ...(edge.to === id ? [{ edge, leaves: false }] : []),
  ]);
  return [
    ...ends.filter(runsUp).toSorted((a, b) => laneOf(a) - laneOf(b)),
    ...ends.filter((end) => !runsUp(end)).toSorted((a, b) => laneOf(b) - laneOf(a)),
  ];
}

/** A lane for each way that is not straight ahead, so that no two on one lane overlap; short ways lie nearest. */
export function lanesOf(
  edges: readonly DiagramEdge[],
  order: ReadonlyMap<string, number>,
): ReadonlyMap<DiagramEdge, number> {
  const span = (edge: DiagramEdge) => {
    const [a, b] = [order.get(edge.from) ?? 0, order.get(edge.to) ?? 0];
    return { top: Math.min(a, b), bottom: Math.max(a, b) };
  };
  const length = (edge: DiagramEdge) => span(edge).bottom - span(edge).top;
  const lanes = new Map<DiagramEdge, number>();
  const used: { top: number; bottom: number }[][] = [];
  for (const edge of edges.toSorted((a, b) => length(a) - length(b))) {
    const own = span(edge);
    let at = used.findIndex((taken) =>
      taken.every((each) => own.top >= each.bottom || own.bottom <= each.top),
    );
    if (at < 0) at = used.push([]) - 1;
    used[at]?.push(own);
    lanes.set(edge, at);
  }
  return lanes;
}

/**
 * Ways that leave on several lines and end at one place: each meets the one that comes from furthest, and what they
 * share is drawn once, for dashes drawn over one another look like a solid line.
 */
export function joinedLanes(
  lines: readonly number[],
  from: number,
  x: number,
  middle: number,
  end: number,
): string {
  const straight = lines.filter((line) => Math.abs(middle - line) < 12);
  const sides = [
    lines.filter((line) => line <= middle - 12).toSorted((a, b) => a - b),
    lines.filter((line) => line >= middle + 12).toSorted((a, b) => b - a),
  ].filter((side) => side.length > 0);
  const parts = sides.flatMap(([furthest = middle, ...nearer]) => {
    const turn = middle > furthest ? 6 : -6;
    return [
      ...nearer.map((line) => `M${from} ${line}H${x}`),
      `M${from} ${furthest}H${x - 6}Q${x} ${furthest} ${x} ${roundTenth(furthest + turn)}V${roundTenth(middle - turn)}Q${x} ${middle} ${x + 6} ${middle}`,
    ];
  });
  const into = straight.map((line) => `M${from} ${line}H${end}`);
  return parts.length === 0 ? into.join('') : `${into.join('')}${parts.join('')}H${end}`;
}

/**
 * Where a place of a height stands: at `below`, the foot of the last stage that leads to it, or higher beside the path,
 * which ends at `bottom`, as soon as nothing taken is met; only where all is taken, further down.
 */
export function freeTop(
  taken: readonly { readonly top: number; readonly bottom: number }[],
  below: number,
  height: number,
  bottom: number,
): number {
  const free = (from: number) =>
    !taken.some((each) => from < each.bottom + 12 && from + height + 12 > each.top);
  let top = Math.min(below, bottom - height);
  while (top > 8 && !free(top)) top -= 4;
  if (!free(top)) for (top = below; !free(top); ) top += 4;
  return top;
}
