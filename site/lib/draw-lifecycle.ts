/**
 * The picture of the lifecycle, or of a role's part of it: its stages one under the other on a straight line, ways back on their left, places
 * without a stage and people on their right, one node a place. Drawn from the same diagram model as its Mermaid text; made here,
 * because no layout engine keeps the main path straight, and because a picture on every home page must not wait for
 * a browser. Sizes are in drawing units, CSS pixels at full size.
 */

import type { DiagramEdge, FlowDiagram } from '../../src/diagram/index.ts';
import { wrapLabel } from '../../src/diagram/label.ts';
import { xml } from '../../src/untrusted/xml.ts';
import type { Drawn } from '../scripts/draw-diagram.ts';
import { dashOf, legendBody, nodeBody, outlineOf, type PlacedBox } from './lifecycle-boxes.ts';
import { type End, endsBeside, freeTop, joinedLanes, lanesOf } from './lifecycle-lanes.ts';
import {
  backHeight,
  belowName,
  box,
  edgeLines,
  label,
  labelWidth,
  nameLines,
  roundTenth,
  smallestIn,
} from './lifecycle-words.ts';

/** From one upright line to the next. */
const lane = 12;
const sinkWidth = 90;
/**
 * Letters in a line of what is said beside a stage, on its left and right: as many as leave the picture within the
 * width that it has on a page, and the least where nothing does.
 */
const columnsBeside = [17, 15, 13, 11] as const;
const widest = 600;
const gapLeast = 40;

/** The lifecycle or a role's part of it as the inside of an SVG with its measures in px; equal diagrams, equal bytes. */
export function drawLifecycle(diagram: FlowDiagram): Drawn {
  let drawn = draw(diagram, columnsBeside[0]);
  for (const columns of columnsBeside.slice(1)) {
    if (drawn.width <= widest) break;
    drawn = draw(diagram, columns);
  }
  return drawn;
}

function draw(diagram: FlowDiagram, columns: number): Drawn {
  const stages = diagram.nodes.filter(({ kind }) => kind === 'stage');
  const others = diagram.nodes.filter(({ kind }) => kind !== 'stage');
  const order = new Map(stages.map(({ id }, at) => [id, at]));
  const inner = (edge: DiagramEdge) => order.has(edge.from) && order.has(edge.to);
  const ahead = diagram.edges.filter(
    (edge) =>
      inner(edge) && order.get(edge.to) === (order.get(edge.from) ?? 0) + 1 && edge.kind === 'advance',
  );
  const aside = diagram.edges.filter((edge) => inner(edge) && !ahead.includes(edge));
  const out = diagram.edges.filter((edge) => !inner(edge));

  const lanes = lanesOf(aside, order);
  const laneCount = Math.max(0, ...lanes.values()) + (aside.length > 0 ? 1 : 0);
  const besideWords = (edge: DiagramEdge) => edgeLines(edge, columns, 3);
  const wide = Math.ceil(Math.max(20, ...aside.flatMap(besideWords).map(labelWidth))) + 22;
  const left = laneCount === 0 ? 8 : 8 + laneCount * lane + wide;
  const centre = left + box.width / 2;
  const right = left + box.width;
  const exits = out.filter(({ from }) => order.has(from)).flatMap((edge) => edgeLines(edge, columns, 2));
  const bus0 = right + Math.ceil(Math.max(20, ...exits.map(labelWidth))) + 20;
  const bus = (at: number) => bus0 + at * lane;
  const busRight = others.length === 0 ? right : bus(others.length - 1);

  const sideOf = (id: string) => endsBeside(id, aside, order, lanes);
  const roomOf = ({ edge, leaves }: End) => (leaves ? besideWords(edge).length * label.line + 9 : 10);
  const besideHeight = (ends: readonly End[]) => ends.reduce((sum, end) => sum + roomOf(end), 8);
  const outOf = (id: string) => out.filter((edge) => edge.from === id);
  const into = (id: string) => out.filter((edge) => edge.to === id);
  const exitHeight = (edge: DiagramEdge) => Math.max(1, edgeLines(edge, columns, 2).length) * label.line + 9;
  const placed = new Map<string, PlacedBox>();
  let y = 8;
  for (const [at, node] of stages.entries()) {
    const lines = [...nameLines(node), ...belowName(node).flat()];
    const names = nameLines(node).length;
    const own = names * (box.name + 4) + (lines.length - names) * (box.line + 3) + 2 * box.pad;
    // What comes back has its words where it comes from.
    const sides = outOf(node.id).reduce((sum, edge) => sum + exitHeight(edge), 8 + into(node.id).length * 10);
    const height = Math.max(own, Math.min(sides, own + 60), besideHeight(sideOf(node.id)));
    placed.set(node.id, { node, lines, x: left, y, width: box.width, height });
    const next = stages[at + 1];
    const down = ahead.find((edge) => edge.from === node.id && edge.to === next?.id);
    const words = down === undefined ? 0 : edgeLines(down, 28, 2).length;
    y += height + Math.max(gapLeast, words * label.line + 26);
  }
  const bottomOfPath = y - gapLeast;

  let body = '';
  const arrows: { index: number; x: number; y: number; width: number; height: number }[] = [];
  const note = (edge: DiagramEdge, area: Omit<(typeof arrows)[number], 'index'>) => {
    if (edge.key !== null) arrows.push({ index: diagram.edges.indexOf(edge), ...area });
  };
  const path = (edge: DiagramEdge, d: string) =>
    `<path class="e ${edge.kind}" d="${d}"${dashOf(edge.kind)} stroke-width="1.5" marker-end="url(#@ID@head)"/>`;
  const words = (
    edge: DiagramEdge,
    lines: readonly string[],
    x: number,
    top: number,
    anchor: 'start' | 'middle' | 'end',
  ) => {
    if (lines.length === 0) return '';
    const width = Math.max(...lines.map(labelWidth)) + 8;
    const from = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width + 4 : x - 4;
    note(edge, {
      x: Math.round(from),
      y: Math.round(top - 2),
      width: Math.round(width),
      height: lines.length * label.line + 4,
    });
    const [first = '', ...others] = lines.map(xml);
    const below = others.map((line) => `<tspan x="${x}" dy="${label.line}">${line}</tspan>`).join('');
    return `<text class="said" x="${x}" y="${roundTenth(top + label.line - 3.5)}" font-size="${label.size}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}>${first}${below}</text>`;
  };

  // The way forward.
  for (const edge of ahead) {
    const [a, b] = [placed.get(edge.from), placed.get(edge.to)];
    if (!a || !b) continue;
    const [from, to] = [a.y + a.height, b.y];
    const lines = edgeLines(edge, 28, 2);
    const top = (from + to - lines.length * label.line) / 2 - 3;
    // The line leaves out its words.
    const [cut, on] = [roundTenth(top), roundTenth(top + lines.length * label.line + 2)];
    const around = lines.length === 0 ? '' : `V${cut}M${centre} ${on}`;
    body += path(edge, `M${centre} ${from}${around}V${to - 1}`);
    body += words(edge, lines, centre, top, 'middle');
  }
  // Ways back, and ahead past a stage, each on a lane of its own, with their words where they begin.
  const starts = new Map<DiagramEdge, number>();
  const ends = new Map<DiagramEdge, number>();
  for (const { id } of stages) {
    let line = placed.get(id)?.y ?? 0;
    for (const end of sideOf(id)) {
      line += roomOf(end);
      (end.leaves ? starts : ends).set(end.edge, line);
    }
  }
  for (const edge of aside) {
    const x = left - wide - (lanes.get(edge) ?? 0) * lane;
    const [from, to] = [starts.get(edge) ?? 0, ends.get(edge) ?? 0];
    const turn = to < from ? -6 : 6;
    body += path(
      edge,
      `M${left} ${from}H${x + 6}Q${x} ${from} ${x} ${from + turn}V${to - turn}Q${x} ${to} ${x + 6} ${to}H${left - 1}`,
    );
    const lines = besideWords(edge);
    body += words(edge, lines, left - 10, from - lines.length * label.line - 3, 'end');
  }
  // Places without a stage: each gathers its ways on one line. Their height is chosen so that no two meet.
  let lowest = bottomOfPath;
  // Ways back run to the stages across where the places stand.
  const taken = out
    .filter(({ from, to }) => !order.has(from) && order.has(to))
    .flatMap(({ to }) => placed.get(to) ?? [])
    .map(({ y: upper, height }) => ({ top: upper + height - 14, bottom: upper + height }));
  const pills = new Map<string, PlacedBox>();
  for (const node of others) {
    const sources = into(node.id).flatMap((edge) => placed.get(edge.from) ?? []);
    const last = sources.at(-1) ?? placed.get(out.find((edge) => edge.from === node.id)?.to ?? '');
    const lines = [
      ...wrapLabel(node.label, 12, 2),
      ...node.sublabels.flatMap((line) => wrapLabel(line, 16, 1)),
    ];
    const height = lines.length * 15 + 14;
    const room = height + backHeight(outOf(node.id));
    const top = freeTop(taken, last === undefined ? 8 : last.y + last.height + 14, room, bottomOfPath);
    taken.push({ top, bottom: top + room });
    pills.set(node.id, { node, lines, x: busRight + 16, y: top, width: sinkWidth, height });
    lowest = Math.max(lowest, top + height);
  }
  const leavings = new Map<string, number>();
  const backEnds = new Map<string, number>();
  let backLanes = 0;
  for (const [at, node] of others.entries()) {
    const pill = pills.get(node.id);
    if (!pill) continue;
    const middle = roundTenth(pill.y + pill.height / 2);
    const ways = new Map<DiagramEdge, number>();
    for (const edge of into(node.id)) {
      const stage = placed.get(edge.from);
      if (!stage) continue;
      const used = leavings.get(edge.from) ?? 0;
      leavings.set(edge.from, used + exitHeight(edge));
      const lines = edgeLines(edge, columns, 2);
      const line = roundTenth(
        Math.min(stage.y + 4 + used + lines.length * label.line + 4, stage.y + stage.height + 20),
      );
      ways.set(edge, line);
      body += words(edge, lines, right + 10, line - lines.length * label.line - 3, 'start');
    }
    for (const edges of Map.groupBy(ways.keys(), ({ kind }) => kind).values()) {
      const [edge] = edges;
      const lines = edges.map((each) => ways.get(each) ?? middle);
      if (edge) body += path(edge, joinedLanes(lines, right, bus(at), middle, pill.x - 1));
    }
    // Ways back that say the same say it once and share a line, others stand one below the other.
    let below = pill.y + pill.height + 4;
    const back = outOf(node.id).filter(({ to }) => placed.has(to));
    for (const same of Map.groupBy(back, (edge) => edge.label ?? '').values()) {
      const x = roundTenth(pill.x + pill.width + 10 + backLanes * 8);
      backLanes++;
      const ends = same.flatMap((edge) => {
        const stage = placed.get(edge.to);
        if (!stage) return [];
        const used = backEnds.get(edge.to) ?? 0;
        backEnds.set(edge.to, used + 1);
        return [{ edge, to: roundTenth(stage.y + stage.height - 7 - used * 8) }];
      });
      for (const side of [ends.filter(({ to }) => to < middle), ends.filter(({ to }) => to >= middle)]) {
        const furthest = side.toSorted((a, b) => Math.abs(b.to - middle) - Math.abs(a.to - middle))[0];
        for (const { edge, to } of side) {
          const turn = to < middle ? -6 : 6;
          const from =
            to === furthest?.to
              ? `M${pill.x + pill.width} ${middle}H${x - 6}Q${x} ${middle} ${x} ${middle + turn}V${roundTenth(to - turn)}Q${x} ${to} ${x - 6} ${to}`
              : `M${x} ${to}`;
          body += path(edge, `${from}H${right + 1}`);
        }
      }
      const [edge] = same;
      const lines = edgeLines(edge as DiagramEdge, 16, 3);
      body += words(edge as DiagramEdge, lines, pill.x + pill.width / 2, below, 'middle');
      below += lines.length === 0 ? 0 : lines.length * label.line + 4;
      lowest = Math.max(lowest, below + 4);
    }
  }
  for (const each of [...placed.values(), ...pills.values()]) body += nodeBody(each);

  const boxes = [...placed.values(), ...pills.values()].map(outlineOf);
  const right2 =
    others.length === 0 ? right + 8 : busRight + 16 + sinkWidth + (backLanes > 0 ? 14 + backLanes * 8 : 8);
  const legend = legendBody(lowest + 18, diagram);
  return {
    x: 0,
    y: 0,
    width: Math.ceil(Math.max(right2, legend.width)),
    height: Math.ceil(lowest + 18 + legend.height),
    smallestText: smallestIn(body),
    body: `<defs><marker id="@ID@head" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path class="head" d="M0 0 8 4 0 8z"/></marker></defs>${body}${legend.body}`,
    boxes,
    arrows,
  };
}
