import type {
  Diagram,
  DiagramNode,
  DiagramStep,
  EdgeKind,
  FlowDiagram,
  Marked,
  PageKey,
  Participant,
  SequenceDiagram,
} from './diagram.ts';
import { itFits } from './handoff.ts';

/** One line of the table under a diagram: the same facts as the picture, in words. Texts are untrusted. */
export interface DiagramRow {
  readonly from: string;
  readonly fromKey: PageKey | null;
  /** Empty for a box without arrows and for a note. */
  readonly to: string;
  readonly toKey: PageKey | null;
  /** What kind of step it is: `advances`, `rejected`, `comes back`, `leaves`, `routed`, `escalated`, `note`, `stands alone`. */
  readonly kind: string;
  /** The words on the arrow. */
  readonly label: string;
  readonly labelKey: PageKey | null;
  /** The whole conditions in the team's words. */
  readonly details: readonly string[];
  readonly marked: Marked;
}

/** A diagram as table rows, in the order of its arrows or steps. */
export function diagramRows(diagram: Diagram): DiagramRow[] {
  return diagram.type === 'flow' ? flowRows(diagram) : sequenceRows(diagram);
}

const kinds: Readonly<Record<EdgeKind, string>> = {
  advance: 'advances',
  reject: 'goes back or out',
  reengage: 'comes back',
  churn: 'leaves',
  route: 'routed',
  escalate: 'escalated',
};

function flowRows({ nodes, edges }: FlowDiagram): DiagramRow[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const alone = new Set(byId.keys());
  const rows = edges.map(({ from, to, kind, label, details, key, marked }): DiagramRow => {
    alone.delete(from);
    alone.delete(to);
    const [start, end] = [byId.get(from), byId.get(to)];
    return {
      from: start?.label ?? from,
      fromKey: start?.key ?? null,
      to: end?.label ?? to,
      toKey: end?.key ?? null,
      kind: kinds[kind],
      label: label ?? '',
      labelKey: key,
      details,
      marked,
    };
  });
  return [...rows, ...nodes.filter(({ id }) => alone.has(id)).map(aloneRow)];
}

function aloneRow(node: DiagramNode): DiagramRow {
  const { label, key, sublabels, marked } = node;
  return { ...nothing, from: label, fromKey: key, kind: 'stands alone', details: sublabels, marked };
}

const nothing = { to: '', toKey: null, label: '', labelKey: null, details: [], marked: null };

function sequenceRows({ participants, steps }: SequenceDiagram): DiagramRow[] {
  const byId = new Map(participants.map((participant) => [participant.id, participant]));
  return steps.flatMap((step) => stepRows(step, byId, ''));
}

/** `way` is the condition of the way it stands on, which the first step of the way tells. */
function stepRows(
  step: DiagramStep,
  people: ReadonlyMap<string, Participant>,
  way: string,
  first = true,
): DiagramRow[] {
  if (step.kind === 'ways') {
    return step.ways.flatMap(({ label, steps }) =>
      steps.flatMap((inner, at) => stepRows(inner, people, label, at === 0)),
    );
  }
  const details = way === '' || way === itFits || !first ? [] : [way];
  if (step.kind === 'note') {
    const over = step.over.map((id) => wholeName(people.get(id), id)).join(', ');
    return [{ ...nothing, from: over, fromKey: null, kind: 'note', label: step.label, details }];
  }
  const [from, to] = [people.get(step.from), people.get(step.to)];
  return [
    {
      ...nothing,
      from: wholeName(from, step.from),
      fromKey: from?.key ?? null,
      to: wholeName(to, step.to),
      toKey: to?.key ?? null,
      kind: step.edge === 'advance' ? 'hands over' : way === itFits ? 'accepts' : kinds[step.edge],
      label: step.label,
      details,
    },
  ];
}

function wholeName(person: Participant | undefined, id: string): string {
  if (person === undefined) return id;
  return person.sublabel === null ? person.label : `${person.label} (${person.sublabel})`;
}
