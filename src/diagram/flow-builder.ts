import type { Owner } from '../lifecycle/model.ts';
import type {
  DiagramEdge,
  DiagramNode,
  EdgeKind,
  FlowDiagram,
  Marked,
  NodeKind,
  PageKey,
} from './diagram.ts';
import { plainLabel } from './label.ts';
import type { OwnerHue, OwnerLook } from './owner.ts';

interface NewNode {
  /** What the box stands for; the same thing asked for twice is one box. */
  readonly of: unknown;
  /** What its ID is made from: an entry ID or a name. */
  readonly name: string;
  readonly label: string;
  readonly sublabels?: readonly string[];
  readonly kind: NodeKind;
  readonly owner?: OwnerHue | null;
  readonly key?: PageKey | null;
  readonly focus?: boolean;
  readonly marked?: Marked;
}

interface NewEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  readonly label?: string;
  readonly detail?: string;
  readonly key?: PageKey | null;
  readonly marked?: Marked;
}

/** Collects boxes and arrows: one box a thing, one arrow a pair and kind, whose labels are joined. */
export class FlowBuilder {
  readonly #nodes = new Map<unknown, DiagramNode>();
  readonly #ids = new Set<string>();
  readonly #edges = new Map<string, DiagramEdge>();

  readonly #looks: ReadonlyMap<string, OwnerLook>;

  constructor(looks: ReadonlyMap<string, OwnerLook> = new Map()) {
    this.#looks = looks;
  }

  /** The colour of an owner; null where the words name no role. */
  lookOf(owner: Owner | null): OwnerHue | null {
    return this.#looks.get(owner?.roles[0] ?? '')?.hue ?? null;
  }

  /** Adds a box unless it is there; gives its ID. */
  node({
    of,
    name,
    label,
    sublabels = [],
    kind,
    owner = null,
    key = null,
    focus = false,
    marked = null,
  }: NewNode): string {
    const known = this.#nodes.get(of);
    if (known !== undefined) return known.id;
    const id = uniqueId(name, this.#ids);
    const kept = sublabels.filter((line) => plainLabel(line) !== '');
    this.#nodes.set(of, {
      id,
      label: plainLabel(label) || '(no name)',
      sublabels: kept,
      kind,
      owner,
      key,
      focus,
      marked,
    });
    return id;
  }

  /** Adds an arrow, or adds label and detail to the arrow of this kind that is there. */
  edge({ from, to, kind, label: written = '', detail = '', key = null, marked = null }: NewEdge): void {
    const place = `${from} ${to} ${kind}`;
    const known = this.#edges.get(place);
    // One "no:" for all grounds that lead the same way.
    const label =
      known?.label && written.startsWith('no: ') && known.label.startsWith('no: ')
        ? written.slice(4)
        : written;
    const labels = known?.label?.split(', ') ?? [];
    if (plainLabel(label) !== '' && !labels.includes(label) && labels[0] !== `no: ${label}`)
      labels.push(label);
    const details = [...(known?.details ?? [])];
    if (plainLabel(detail) !== '' && !details.includes(detail)) details.push(detail);
    this.#edges.set(place, {
      from,
      to,
      kind,
      label: labels.length === 0 ? null : labels.join(', '),
      details,
      key: known?.key ?? key,
      marked: known?.marked ?? marked,
    });
  }

  build(frame: Pick<FlowDiagram, 'kind' | 'direction' | 'title' | 'description'>): FlowDiagram {
    return { type: 'flow', ...frame, nodes: [...this.#nodes.values()], edges: [...this.#edges.values()] };
  }
}

/** An ID of letters, digits and `_`, told apart by a number where two names fold to one. */
export function uniqueId(name: string, taken: Set<string>): string {
  const folded = name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 40);
  // The prefix keeps a stage named "end" or "click" apart from Mermaid's keywords.
  const base = /^(?:BR|GTM)_/.test(folded) ? folded : `n_${folded}`;
  let id = base;
  for (let count = 2; taken.has(id); count += 1) id = `${base}_${count}`;
  taken.add(id);
  return id;
}
