/**
 * The picture of the lifecycle: its stages one under the other on a straight line, ways back on their left, places
 * without a stage on their right, one node a place. Drawn from the same diagram model as its Mermaid text; made here,
 * because no layout engine keeps the main path straight, and because a picture on every home page must not wait for
 * a browser. Sizes are in drawing units, CSS pixels at full size.
 */

import type { DiagramEdge, DiagramNode, FlowDiagram } from '../../src/diagram/index.ts';
import { wrapLabel } from '../../src/diagram/label.ts';
import type { Drawn } from '../scripts/draw-diagram.ts';

const box = { width: 176, pad: 10, name: 15, line: 13 };
const label = { size: 11.5, line: 14 };
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

interface Placed {
  readonly node: DiagramNode;
  readonly lines: readonly string[];
  readonly x: number;
  y: number;
  readonly width: number;
  readonly height: number;
}

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) =>
    sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : '&quot;',
  );

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
  const besideWords = (edge: DiagramEdge) => wordsOf(edge, columns, 3);
  const wide = Math.ceil(Math.max(20, ...aside.flatMap(besideWords).map(widthOf))) + 22;
  const left = laneCount === 0 ? 8 : 8 + laneCount * lane + wide;
  const centre = left + box.width / 2;
  const right = left + box.width;
  const exits = out.filter(({ from }) => order.has(from)).flatMap((edge) => wordsOf(edge, columns, 2));
  const bus0 = right + Math.ceil(Math.max(20, ...exits.map(widthOf))) + 20;
  const bus = (at: number) => bus0 + at * lane;
  const busRight = others.length === 0 ? right : bus(others.length - 1);

  const sideOf = (id: string) => endsBeside(id, aside, order, lanes);
  const roomOf = ({ edge, leaves }: End) => (leaves ? besideWords(edge).length * label.line + 9 : 10);
  const besideHeight = (ends: readonly End[]) => ends.reduce((sum, end) => sum + roomOf(end), 8);
  const outOf = (id: string) => out.filter((edge) => edge.from === id);
  const into = (id: string) => out.filter((edge) => edge.to === id);
  const exitHeight = (edge: DiagramEdge) => Math.max(1, wordsOf(edge, columns, 2).length) * label.line + 9;
  const placed = new Map<string, Placed>();
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
    const words = down === undefined ? 0 : wordsOf(down, 28, 2).length;
    y += height + Math.max(gapLeast, words * label.line + 26);
  }
  const bottomOfPath = y - gapLeast;

  let body = '';
  const arrows: { index: number; x: number; y: number; width: number; height: number }[] = [];
  const note = (edge: DiagramEdge, area: Omit<(typeof arrows)[number], 'index'>) => {
    if (edge.key !== null) arrows.push({ index: diagram.edges.indexOf(edge), ...area });
  };
  const path = (edge: DiagramEdge, d: string) =>
    `<path class="e ${edge.kind}" d="${d}"${edge.kind === 'advance' ? '' : ` stroke-dasharray="${edge.kind === 'reengage' ? '2 3' : '6 4'}"`} stroke-width="1.5" marker-end="url(#@ID@head)"/>`;
  const words = (
    edge: DiagramEdge,
    lines: readonly string[],
    x: number,
    top: number,
    anchor: 'start' | 'middle' | 'end',
  ) => {
    if (lines.length === 0) return '';
    const width = Math.max(...lines.map(widthOf)) + 8;
    const from = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width + 4 : x - 4;
    note(edge, {
      x: Math.round(from),
      y: Math.round(top - 2),
      width: Math.round(width),
      height: lines.length * label.line + 4,
    });
    const text = lines
      .map(
        (line, at) =>
          `<tspan x="${x}" y="${round(top + label.line * (at + 1) - 3.5)}">${escaped(line)}</tspan>`,
      )
      .join('');
    return `<rect class="under" x="${round(from)}" y="${round(top - 1)}" width="${round(width)}" height="${lines.length * label.line + 2}"/><text class="said" font-size="${label.size}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}>${text}</text>`;
  };

  // The way forward.
  for (const edge of ahead) {
    const [a, b] = [placed.get(edge.from), placed.get(edge.to)];
    if (!a || !b) continue;
    const [from, to] = [a.y + a.height, b.y];
    const lines = wordsOf(edge, 28, 2);
    body += path(edge, `M${centre} ${from}V${to - 1}`);
    body += words(edge, lines, centre, (from + to - lines.length * label.line) / 2 - 3, 'middle');
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
  const pills = new Map<string, Placed>();
  for (const node of others) {
    const sources = into(node.id).flatMap((edge) => placed.get(edge.from) ?? []);
    const last = sources.at(-1) ?? placed.get(out.find((edge) => edge.from === node.id)?.to ?? '');
    const lines = [
      ...wrapLabel(node.label, 14, 2),
      ...node.sublabels.flatMap((line) => wrapLabel(line, 16, 1)),
    ];
    const height = lines.length * 15 + 14;
    const room = height + backHeight(outOf(node.id));
    const free = (from: number) =>
      !taken.some((each) => from < each.bottom + 12 && from + room + 12 > each.top);
    const below = last === undefined ? 8 : last.y + last.height + 14;
    let top = below;
    // Beside the path where there is room, so that the picture ends where the path does.
    if (top + room > bottomOfPath) top = bottomOfPath - room;
    while (top > 8 && !free(top)) top -= 4;
    if (!free(top)) for (top = below; !free(top); ) top += 4;
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
    const middle = round(pill.y + pill.height / 2);
    const ways = new Map<DiagramEdge, number>();
    for (const edge of into(node.id)) {
      const stage = placed.get(edge.from);
      if (!stage) continue;
      const used = leavings.get(edge.from) ?? 0;
      leavings.set(edge.from, used + exitHeight(edge));
      const lines = wordsOf(edge, columns, 2);
      const line = round(
        Math.min(stage.y + 4 + used + lines.length * label.line + 4, stage.y + stage.height + 20),
      );
      ways.set(edge, line);
      body += words(edge, lines, right + 10, line - lines.length * label.line - 3, 'start');
    }
    for (const edges of Map.groupBy(ways.keys(), ({ kind }) => kind).values()) {
      const [edge] = edges;
      const lines = edges.map((each) => ways.get(each) ?? middle);
      if (edge) body += path(edge, joined(lines, right, bus(at), middle, pill.x - 1));
    }
    // Ways back that say the same say it once and share a line, others stand one below the other.
    let below = pill.y + pill.height + 4;
    const back = outOf(node.id).filter(({ to }) => placed.has(to));
    for (const same of Map.groupBy(back, (edge) => edge.label ?? '').values()) {
      const x = round(pill.x + pill.width + 10 + backLanes * 8);
      backLanes++;
      const ends = same.flatMap((edge) => {
        const stage = placed.get(edge.to);
        if (!stage) return [];
        const used = backEnds.get(edge.to) ?? 0;
        backEnds.set(edge.to, used + 1);
        return [{ edge, to: round(stage.y + stage.height - 7 - used * 8) }];
      });
      for (const side of [ends.filter(({ to }) => to < middle), ends.filter(({ to }) => to >= middle)]) {
        const furthest = side.toSorted((a, b) => Math.abs(b.to - middle) - Math.abs(a.to - middle))[0];
        for (const { edge, to } of side) {
          const turn = to < middle ? -6 : 6;
          const from =
            to === furthest?.to
              ? `M${pill.x + pill.width} ${middle}H${x - 6}Q${x} ${middle} ${x} ${middle + turn}V${round(to - turn)}Q${x} ${to} ${x - 6} ${to}`
              : `M${x} ${to}`;
          body += path(edge, `${from}H${right + 1}`);
        }
      }
      const [edge] = same;
      const lines = wordsOf(edge as DiagramEdge, 16, 3);
      body += words(edge as DiagramEdge, lines, pill.x + pill.width / 2, below, 'middle');
      below += lines.length === 0 ? 0 : lines.length * label.line + 4;
      lowest = Math.max(lowest, below + 4);
    }
  }
  for (const each of [...placed.values(), ...pills.values()]) body += nodeBody(each);

  const boxes = [...placed.values(), ...pills.values()].map(({ node, x, y: top, width, height }) => ({
    id: node.id,
    x: Math.round(x),
    y: Math.round(top),
    width: Math.round(width),
    height: Math.round(height),
  }));
  const right2 =
    others.length === 0 ? right + 8 : busRight + 16 + sinkWidth + (backLanes > 0 ? 14 + backLanes * 8 : 8);
  const legend = legendBody(lowest + 18, diagram);
  return {
    x: 0,
    y: 0,
    width: Math.ceil(Math.max(right2, legend.width)),
    height: Math.ceil(lowest + 18 + legend.height),
    smallestText: label.size,
    body: `<defs><marker id="@ID@head" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path class="head" d="M0 0 8 4 0 8z"/></marker></defs>${body}${legend.body}`,
    boxes,
    arrows,
  };
}

/**
 * Ways that leave on several lines and end at one place: each meets the one that comes from furthest, and what they
 * share is drawn once, for dashes drawn over one another look like a solid line.
 */
function joined(lines: readonly number[], from: number, x: number, middle: number, end: number): string {
  const straight = lines.filter((line) => Math.abs(middle - line) < 12);
  const sides = [
    lines.filter((line) => line <= middle - 12).toSorted((a, b) => a - b),
    lines.filter((line) => line >= middle + 12).toSorted((a, b) => b - a),
  ].filter((side) => side.length > 0);
  const parts = sides.flatMap(([furthest = middle, ...nearer]) => {
    const turn = middle > furthest ? 6 : -6;
    return [
      ...nearer.map((line) => `M${from} ${line}H${x}`),
      `M${from} ${furthest}H${x - 6}Q${x} ${furthest} ${x} ${round(furthest + turn)}V${round(middle - turn)}Q${x} ${middle} ${x + 6} ${middle}`,
    ];
  });
  const into = straight.map((line) => `M${from} ${line}H${end}`);
  return parts.length === 0 ? into.join('') : `${into.join('')}${parts.join('')}H${end}`;
}

function nodeBody({ node, lines, x, y, width, height }: Placed): string {
  const stage = node.kind === 'stage';
  const names = stage ? nameLines(node).length : lines.length;
  const whose = stage ? (belowName(node)[0]?.length ?? 0) : 0;
  const hue = stage && node.owner !== null ? ` ${node.owner}` : '';
  const dash = stage ? '' : ' stroke-dasharray="5 3"';
  const total = stage ? names * (box.name + 4) + (lines.length - names) * (box.line + 3) : lines.length * 15;
  let at = y + (height - total) / 2;
  const rows = lines.map((line, index) => {
    const name = stage && index < names;
    const size = name ? box.name : stage ? box.line - 1 : 13;
    at += name ? box.name + 4 : stage ? box.line + 3 : 15;
    return `<text x="${round(x + width / 2)}" y="${round(at - 4)}" font-size="${fitting(line, size, width, index < names + whose)}" text-anchor="middle"${name ? ' font-weight="600"' : ''}${stage && !name && index < names + whose ? ' class="whose"' : ''}>${escaped(line)}</text>`;
  });
  return `<g class="n ${node.kind}${hue}"><rect class="box" x="${round(x)}" y="${round(y)}" width="${width}" height="${round(height)}" rx="${stage ? 8 : round(height / 2)}"${dash} stroke-width="1.5"/>${rows.join('')}</g>`;
}

/** What the lines mean; only those that are drawn. */
function legendBody(
  top: number,
  { edges }: FlowDiagram,
): { readonly body: string; readonly width: number; readonly height: number } {
  const rows = [
    { kinds: ['advance'], words: 'goes on', dash: '' },
    { kinds: ['reject', 'churn'], words: 'a no, or leaves', dash: ' stroke-dasharray="6 4"' },
    { kinds: ['reengage'], words: 'comes back', dash: ' stroke-dasharray="2 3"' },
  ].filter(({ kinds }) => edges.some(({ kind }) => kinds.includes(kind)));
  let x = 8;
  const parts = rows.map(({ words, dash, kinds }) => {
    const part = `<path class="e ${kinds[0]}" d="M${x} ${round(top + 8)}h34" stroke-width="1.5"${dash} marker-end="url(#@ID@head)"/><text x="${x + 42}" y="${round(top + 12)}" font-size="${label.size}">${words}</text>`;
    x += 42 + widthOf(words) + 22;
    return part;
  });
  return { body: parts.join(''), width: x, height: rows.length === 0 ? 0 : 22 };
}

/** A stage's name in lines that fit its box in bold, also where letters are wide. */
const nameLines = ({ label: name }: DiagramNode): readonly string[] => wrapLabel(name, 17, 3);

/** What stands below a stage's name: the owner, then the limit, in lines. */
const belowName = ({ sublabels }: DiagramNode): readonly (readonly string[])[] =>
  sublabels.map((line, at) => wrapLabel(line, 25, at === 0 ? 2 : 3));

/** A size at which a line stays inside its box, whatever its letters; never under 8 units. */
function fitting(line: string, size: number, width: number, bold: boolean): number {
  const wide = (widthOf(line) / label.size) * size * (bold ? 1.12 : 1);
  return wide <= width - 8 ? size : Math.max(8, Math.floor((size * (width - 8)) / wide));
}

const wordsOf = (edge: DiagramEdge, columns: number, most: number): readonly string[] =>
  edge.label === null ? [] : wrapLabel(edge.label, columns, most);

/** Height of what stands below a place: the words of the ways back from it, each once. */
const backHeight = (edges: readonly DiagramEdge[]): number =>
  [...new Map(edges.map((edge) => [edge.label ?? '', edge])).values()].reduce(
    (sum, edge) => sum + wordsOf(edge, 16, 3).length * label.line + 4,
    0,
  );

/** Where a way that is not straight ahead meets a stage. */
interface End {
  readonly edge: DiagramEdge;
  readonly leaves: boolean;
}

/**
 * The ends of such ways at a stage, from its top down, so that none crosses another there: first those whose line runs
 * upwards, the nearest lane first, then those whose line runs downwards, the furthest first.
 */
function endsBeside(
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
function lanesOf(
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

/** Width of a line in a sans serif of the label's size: wide enough for the common ones. */
function widthOf(text: string): number {
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

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
