import type {
  Diagram,
  DiagramEdge,
  DiagramNode,
  DiagramStep,
  EdgeKind,
  FlowDiagram,
  Marked,
  PageKey,
  Participant,
  SequenceDiagram,
} from './diagram.ts';
import { flowLabel, lineLabel, wrapLabel } from './label.ts';
import { ownerColours } from './owner.ts';

export interface MermaidOptions {
  /** Address of a page, for boxes that link to it; null for no link. */
  readonly links?: (key: PageKey) => string | null;
}

/**
 * A diagram as Mermaid text that Mermaid 10, 11 and 12 read alike. Colours are left to whoever draws it: kinds are
 * told apart by line, shape and words, and carried as classes.
 */
export function toMermaid(diagram: Diagram, options: MermaidOptions = {}): string {
  const lines = diagram.type === 'flow' ? flowLines(diagram, options) : sequenceLines(diagram);
  return `${lines.join('\n')}\n`;
}

/** Columns and lines of a label: what stays readable on a screen 360 px wide. */
const labelSize = { columns: 20, lines: 3 };

/** On the arrows of a path: each column there widens the whole picture. */
const narrowSize = { columns: 16, lines: 4 };

function flowLines(diagram: FlowDiagram, { links }: MermaidOptions): string[] {
  const lines = [`flowchart ${diagram.direction === 'down' ? 'TB' : 'LR'}`, ...describe(diagram)];
  for (const node of diagram.nodes) lines.push(`  ${nodeLine(node)}`);
  const { statements, out } = arrows(diagram);
  lines.push(...statements);
  if (isPath(diagram)) {
    // The layout of Mermaid 10 and 11, also where 12 has one of its own. Rounded lines pass their words by.
    lines.unshift('%%{init: {"look": "classic", "layout": "dagre", "flowchart": {"curve": "linear"}}}%%');
  } else if (out.length > 0) {
    // The usual look of Mermaid 12 makes a dashed line solid where it crosses another one.
    lines.unshift('%%{init: {"look": "classic"}}%%');
  }
  // Ways out are dashed, ways back in stay dotted.
  if (out.length > 0) lines.push(`  linkStyle ${out.join(',')} stroke-dasharray:6 4`);
  const used = new Set(diagram.nodes.flatMap((node) => classesOf(node)));
  for (const [name, style] of Object.entries(classStyles)) {
    if (used.has(name)) lines.push(`  classDef ${name} ${style}`);
  }
  for (const second of ['focus', 'added', 'changed', 'removed']) {
    const marked = diagram.nodes.filter((node) => classesOf(node)[1] === second);
    if (marked.length > 0) lines.push(`  class ${marked.map(({ id }) => id).join(',')} ${second}`);
  }
  for (const node of diagram.nodes) {
    const address = node.key === null ? null : (links?.(node.key) ?? null);
    if (address !== null) lines.push(`  click ${node.id} href "${quotedAddress(address)}" _self`);
  }
  return lines;
}

/**
 * The arrows in the order in which a layout keeps the stages nearest to one line, and which of them lead out, by their
 * number among all. Up to eight stages that is arrow by arrow with links that nobody sees behind them; from nine on
 * the links come before the ways beside the path, and those are sorted by where they lead.
 */
function arrows(diagram: FlowDiagram): { readonly statements: string[]; readonly out: number[] } {
  const { edges } = diagram;
  const stages = isPath(diagram) ? diagram.nodes.filter(({ kind }) => kind === 'stage') : [];
  const long = stages.length > longPath;
  const path = long ? edges.filter(({ kind }) => kind === 'advance') : edges;
  const places = new Map(diagram.nodes.map(({ id }, at) => [id, at]));
  const beside = long
    ? edges
        .filter(({ kind }) => kind !== 'advance')
        .sort((one, other) => (places.get(one.to) ?? 0) - (places.get(other.to) ?? 0))
    : [];
  const unseen = unseenLinks(stages, edges, long ? 4 : 6);
  const size = isPath(diagram) ? narrowSize : labelSize;
  const between = unseen.reduce((sum, { length }) => sum + length - 1, 0);
  const leadsOut = ({ kind, marked }: DiagramEdge) =>
    (kind === 'reject' || kind === 'churn') && marked !== 'removed';
  return {
    statements: [
      ...path.map((edge) => `  ${edgeLine(edge, size)}`),
      ...unseen.map((run) => `  ${run.join(' ~~~ ')}`),
      ...beside.map((edge) => `  ${edgeLine(edge, size)}`),
    ],
    out: [
      ...path.flatMap((edge, at) => (leadsOut(edge) ? [at] : [])),
      ...beside.flatMap((edge, at) => (leadsOut(edge) ? [path.length + between + at] : [])),
    ],
  };
}

/** Whether it is the lifecycle or a role's part of it, whose stages stand one below the other. */
const isPath = ({ kind }: FlowDiagram) => kind === 'lifecycle' || kind === 'role';

/** Stages from which on a path is long. */
const longPath = 8;

/**
 * Links that nobody sees, so many from stage to stage where the path goes on: a layout puts a box where most of its
 * lines lead, which without these is to the places beside the path.
 */
function unseenLinks(
  stages: readonly DiagramNode[],
  edges: readonly DiagramEdge[],
  times: number,
): readonly (readonly string[])[] {
  const goesOn = new Set(
    edges.filter((edge) => edge.kind === 'advance').map(({ from, to }) => `${from} ${to}`),
  );
  const runs: string[][] = [];
  for (const [at, { id }] of stages.entries()) {
    if (at > 0 && goesOn.has(`${stages[at - 1]?.id} ${id}`)) runs.at(-1)?.push(id);
    else runs.push([id]);
  }
  const chains = runs.filter(({ length }) => length > 1);
  return Array.from({ length: times }, () => chains).flat();
}

/** Read out in place of the picture. A line without text would take the next line for its own. */
function describe({ title, description }: Diagram): string[] {
  const parts = [
    ['accTitle', lineLabel([title])],
    ['accDescr', lineLabel([description])],
  ];
  return parts.flatMap(([name, words]) => (words === '' ? [] : [`  ${name}: ${words}`]));
}

const markWords: Readonly<Record<Exclude<Marked, null>, string>> = {
  added: 'added',
  removed: 'removed',
  changed: 'changed',
};

/** Shapes besides words: rounded ends for places without an entry, a double bar for groups. */
function nodeLine(node: DiagramNode): string {
  const label = flowLabel([
    ...(node.marked === null ? [] : [markWords[node.marked].toUpperCase()]),
    ...wrapLabel(node.label, labelSize.columns, labelSize.lines),
    ...wrapLabel(node.sublabels.join(' · '), labelSize.columns + 6, 4),
  ]);
  const [open, close] = shapes[node.kind];
  return `${node.id}${open}"${label || ' '}"${close}:::${classesOf(node)[0]}`;
}

const shapes: Readonly<Record<DiagramNode['kind'], readonly [string, string]>> = {
  stage: ['[', ']'],
  sink: ['([', '])'],
  missing: ['[', ']'],
  channel: ['([', '])'],
  segment: ['(', ')'],
  role: ['[[', ']]'],
  group: ['[', ']'],
};

/** Whose or what it is, then what is said of it. */
function classesOf(node: DiagramNode): readonly [string, string?] {
  const look = node.kind === 'stage' && node.owner !== null ? node.owner : node.kind;
  if (node.marked !== null) return [look, node.marked];
  return node.focus ? [look, 'focus'] : [look];
}

/** Owners by colour besides their word. The text's own colour keeps a light box readable on a dark page. */
const classStyles: Readonly<Record<string, string>> = {
  stage: 'stroke-width:1.5px',
  ...Object.fromEntries(
    Object.entries(ownerColours).map(([hue, { ground, edge }]) => [
      hue,
      `fill:${ground},stroke:${edge},stroke-width:1.5px,color:#14201f`,
    ]),
  ),
  sink: 'fill:#f6f4ed,stroke:#857b63,stroke-width:1px,stroke-dasharray:5 3,color:#14201f',
  missing: 'stroke-width:2px,stroke-dasharray:2 3',
  channel: 'stroke-width:1px',
  segment: 'stroke-width:1px',
  role: 'stroke-width:1px',
  group: 'stroke-width:2px',
  focus: 'stroke-width:3px',
  added: 'stroke-width:4px',
  changed: 'stroke-width:3px',
  removed: 'stroke-width:2px,stroke-dasharray:2 4',
};

function edgeLine({ from, to, kind, label, marked }: DiagramEdge, size: typeof labelSize): string {
  const mark = marked === null ? [] : [markWords[marked].toUpperCase()];
  const words = [...mark, ...wrapLabel(label ?? '', size.columns, size.lines)];
  const text = words.length === 0 ? '' : `|"${flowLabel(words)}"|`;
  return `${from} ${arrow(kind, marked)}${text} ${to}`;
}

function arrow(kind: EdgeKind, marked: Marked): string {
  if (marked === 'removed') return '-.-x';
  if (kind === 'advance') return marked === null ? '-->' : '==>';
  return kind === 'route' ? '-->' : '-.->';
}

/** An address inside double quotes. What the sites of this product hand in is already encoded; the rest is made safe. */
function quotedAddress(address: string): string {
  return address.replace(/["'<>\\\s`;]/g, (sign) => encodeURIComponent(sign)).replaceAll("'", '%27');
}

function sequenceLines(diagram: SequenceDiagram): string[] {
  const lines = ['sequenceDiagram', ...describe(diagram)];
  for (const participant of diagram.participants) {
    const { name, stage } = participantLines(participant);
    lines.push(`  participant ${participant.id} as ${lineLabel([...name, ...stage])}`);
  }
  return [...lines, ...diagram.steps.flatMap((step) => stepLines(step, '  '))];
}

/** The lines in a participant's box: who it is, and the stage below. */
export function participantLines({ label, sublabel }: Participant): {
  readonly name: readonly string[];
  readonly stage: readonly string[];
} {
  return { name: wrapLabel(label, 20, 2), stage: sublabel === null ? [] : wrapLabel(sublabel, 20, 2) };
}

function stepLines(step: DiagramStep, indent: string): string[] {
  if (step.kind === 'message') {
    const arrow = step.edge === 'advance' ? '->>' : '-->>';
    return [`${indent}${step.from}${arrow}${step.to}: ${text(step.label, 20, 6)}`];
  }
  if (step.kind === 'note') {
    return [
      `${indent}Note over ${step.over.join(',')}: ${text(step.label, step.over.length > 1 ? 26 : 20, 6)}`,
    ];
  }
  const [first, next] = step.block === 'alternatives' ? ['alt', 'else'] : ['opt', 'opt'];
  const ways = step.ways.flatMap(({ label, steps }, index) => [
    `${indent}${index === 0 ? first : next} ${text(label, 28, 3)}`,
    ...steps.flatMap((inner) => stepLines(inner, `${indent}  `)),
  ]);
  return [...ways, `${indent}end`];
}

function text(words: string, width: number, most: number): string {
  return lineLabel(wrapLabel(words, width, most)) || ' ';
}
