/**
 * What a diagram shows, apart from how it is drawn: boxes and arrows, or people and messages. The Mermaid text, the
 * table under a picture and the changes page are all made from these. Texts are the team's own words, untrusted.
 */

import type { OwnerHue } from './owner.ts';

/** A page that a box or an arrow stands for. Roles are named by their canonical name, all others by entry ID. */
export interface PageKey {
  readonly kind: 'stage' | 'handoff' | 'role' | 'channel' | 'routing' | 'sink';
  readonly id: string;
}

/** How a box or an arrow differs from the base, in a diagram of changes; null where it does not. */
export type Marked = 'added' | 'removed' | 'changed' | null;

/** `missing` is a stage that an entry names and none defines; `group` is the start of a routing. */
export type NodeKind = 'stage' | 'sink' | 'missing' | 'channel' | 'segment' | 'role' | 'group';

export interface DiagramNode {
  /** Stable over re-ordering; unique in its diagram. Letters, digits and `_` only, never a Mermaid keyword. */
  readonly id: string;
  readonly label: string;
  /** Lines below the label: owner, limit. */
  readonly sublabels: readonly string[];
  readonly kind: NodeKind;
  /** Colour of the owner, for stages that have one. */
  readonly owner: OwnerHue | null;
  readonly key: PageKey | null;
  /** The boxes that the diagram is about, where it is about some of them (a role's own stages). */
  readonly focus: boolean;
  readonly marked: Marked;
}

/**
 * `advance` forward; `reject` a lead goes back or out; `reengage` it returns; `churn` a customer leaves; `route` a
 * segment or a channel leads there; `escalate` who is told when a limit is missed.
 */
export type EdgeKind = 'advance' | 'reject' | 'reengage' | 'churn' | 'route' | 'escalate';

export interface DiagramEdge {
  /** IDs of nodes. */
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  /** A few words on the arrow; null for none. */
  readonly label: string | null;
  /** The whole condition in the team's words, for the table. */
  readonly details: readonly string[];
  readonly key: PageKey | null;
  readonly marked: Marked;
}

export interface FlowDiagram {
  readonly type: 'flow';
  readonly kind: 'lifecycle' | 'channels' | 'routing' | 'role' | 'change';
  /** `down` for a path, `right` for two or three columns. */
  readonly direction: 'down' | 'right';
  readonly title: string;
  /** One or two sentences for those who do not see the picture. */
  readonly description: string;
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
}

export interface Participant {
  readonly id: string;
  readonly label: string;
  readonly sublabel: string | null;
  readonly kind: 'stage' | 'sink' | 'missing' | 'role';
  /** Colour of who it is; null for places and for roles that own nothing. */
  readonly owner: OwnerHue | null;
  readonly key: PageKey | null;
}

export type DiagramStep =
  | {
      readonly kind: 'message';
      readonly from: string;
      readonly to: string;
      readonly edge: EdgeKind;
      readonly label: string;
    }
  | { readonly kind: 'note'; readonly over: readonly string[]; readonly label: string }
  /** One of several ways on. `block` `option` is a single way that may not happen. */
  | {
      readonly kind: 'ways';
      readonly block: 'alternatives' | 'option';
      readonly ways: readonly { readonly label: string; readonly steps: readonly DiagramStep[] }[];
    };

export interface SequenceDiagram {
  readonly type: 'sequence';
  readonly kind: 'handoff';
  readonly title: string;
  readonly description: string;
  readonly participants: readonly Participant[];
  readonly steps: readonly DiagramStep[];
}

export type Diagram = FlowDiagram | SequenceDiagram;
