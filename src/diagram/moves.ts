import { foldName } from '../language/fold.ts';
import { saysReturn } from '../language/returning.ts';
import type { Handoff, Model, Owner, Reason, SinkName, Sla, Stage, Target } from '../lifecycle/model.ts';
import { sameSeat } from '../lifecycle/roles.ts';
import { isDrafted } from '../lifecycle/standing.ts';
import { keepsLeads, livingAt } from '../lifecycle/target-stages.ts';
import type { EdgeKind, Marked, PageKey } from './diagram.ts';
import type { FlowBuilder } from './flow-builder.ts';
import { plainLabel } from './label.ts';

/** Where a lead can be: a stage with an entry, a stage that is only named, or a place that needs no entry. */
export type LeadPlace =
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'missing'; readonly name: string; readonly canonical: string }
  | { readonly kind: 'sink'; readonly name: SinkName };

/** One way a lead moves, with the words that say when. */
export interface Move {
  readonly from: LeadPlace;
  readonly to: LeadPlace;
  readonly kind: Extract<EdgeKind, 'advance' | 'reject' | 'reengage' | 'churn'>;
  readonly label: string;
  readonly detail: string;
  readonly handoff: Handoff | null;
}

/**
 * Every move among living stages: forward with its handoffs, out by disqualification, back by rejection, in again by
 * re-engagement. Targets that could not be told are left out; the checker speaks of them.
 */
export function movesOf(model: Model): Move[] {
  const { stages, handoffs } = model.living;
  const handedOver = new Set(model.edges.filter(({ handoffs }) => handoffs.length > 0).map(pairOf));
  const moves: Move[] = stages.flatMap((stage) =>
    forward(stage, (to) => (handedOver.has(pairOf({ from: stage, to })) ? null : unhanded(stage, to, model))),
  );
  for (const handoff of handoffs) moves.push(...transition(handoff));
  for (const stage of stages) moves.push(...disqualified(stage));
  for (const handoff of handoffs) moves.push(...rejected(handoff), ...reengaged(handoff));
  return moves.filter(({ from, to }) => leadPlaceKey(from) !== leadPlaceKey(to));
}

function forward(stage: Stage, wordsTo: (to: Stage) => string | null): Move[] {
  return stage.progression.flatMap(({ target, criterion, raw }) =>
    leadPlaces(target).map((to): Move => {
      const kind = to.kind !== 'sink' ? 'advance' : to.name === 'Churn' ? 'churn' : 'reject';
      const ahead = to.kind === 'stage' ? wordsTo(to.stage) : '';
      const words = (criterion ?? raw).text;
      const own = shortWords(words);
      const label = kind !== 'advance' ? `no: ${own}` : ahead === null ? '' : ahead || own;
      return {
        from: { kind: 'stage', stage },
        to,
        kind,
        label,
        detail: (criterion ?? raw).text,
        handoff: null,
      };
    }),
  );
}

function pairOf({ from, to }: { readonly from: Stage; readonly to: Stage }): string {
  return `${from.entry.span.file} ${from.entry.span.start} ${to.entry.span.file} ${to.entry.span.start}`;
}

/** That an arrow between two seats has no handoff. */
function unhanded(from: Stage, to: Stage, { motion }: Model): string {
  if (from.owner?.automated === true && to.owner?.automated === true) return '';
  if (sameSeat(from.owner, to.owner) || motion.value === 'self-serve') return '';
  return 'no handoff';
}

function transition(handoff: Handoff): Move[] {
  const detail = handoff.trigger === null ? '' : fieldWords(handoff.trigger);
  return leadPlaces(handoff.fromTarget).flatMap((from) =>
    leadPlaces(handoff.toTarget).map(
      (to): Move => ({ from, to, kind: 'advance', label: shortWords(detail), detail, handoff }),
    ),
  );
}

function disqualified(stage: Stage): Move[] {
  return stage.disqualification.flatMap(({ raw, targets, reason }) =>
    targets.flatMap(leadPlaces).map((to): Move => {
      const kind = to.kind === 'sink' && to.name === 'Churn' ? 'churn' : 'reject';
      return {
        from: { kind: 'stage', stage },
        to,
        kind,
        label: `no: ${reasonWords(reason)}`,
        detail: raw.text,
        handoff: null,
      };
    }),
  );
}

/** Its code, else its first words. */
function reasonWords({ codes, text }: Reason): string {
  return codes[0] ?? shortWords(text.text);
}

/** The first words of a condition, as many as stand on an arrow. */
function shortWords(text: string): string {
  const line = plainLabel(text.replace(/\s?\([^()]{0,300}\)/g, ''));
  if (line.length <= mostOnArrow) return line;
  const head = line.slice(0, mostOnArrow);
  const at = Math.max(head.lastIndexOf(' '), Math.floor(mostOnArrow / 2));
  return `${head.slice(0, at).replace(/[\s,;:.–—-]+$/u, '')} …`;
}

const mostOnArrow = 46;

/** A rejection starts where the lead was handed to: that owner says no. One arrow for each ground with a route of its own. */
function rejected(handoff: Handoff): Move[] {
  const { condition, routing, targets, reasons } = handoff.rejection;
  const whole = [condition, routing]
    .map((field) => (field === null ? '' : fieldWords(field)))
    .filter(Boolean)
    .join(': ');
  return leadPlaces(handoff.toTarget).flatMap((from) =>
    targets.flatMap(leadPlaces).flatMap((to): Move[] => {
      const own = reasons.filter((reason) =>
        reason.targets.flatMap(leadPlaces).some((place) => leadPlaceKey(place) === leadPlaceKey(to)),
      );
      const move = (label: string): Move => ({ from, to, kind: 'reject', label, detail: whole, handoff });
      return own.length === 0 ? [move('no')] : own.map((reason) => move(`no: ${reasonWords(reason)}`));
    }),
  );
}

/** From where a rejected lead waits to the stage it was handed over from, or to the stages that the condition names. */
function reengaged(handoff: Handoff): Move[] {
  const { reengagement, targets } = handoff.rejection;
  if (reengagement === null) return [];
  const detail = fieldWords(reengagement);
  if (!saysReturn(detail)) return [];
  const waiting = leadPlaces(handoff.toTarget).flatMap(() =>
    targets.flatMap(leadPlaces).filter((place) => leadWaitsIn(handoff, place)),
  );
  const open = waiting.filter(keepsLeads);
  return (open.length > 0 ? open : waiting).flatMap((from) =>
    leadPlaces(handoff.fromTarget).map(
      (to): Move => ({ from, to, kind: 'reengage', label: `back: ${shortWords(detail)}`, detail, handoff }),
    ),
  );
}

/** Whether a lead that was turned down waits in a place without a stage: not where nothing brings back who went there. */
export function leadWaitsIn({ rejection }: Handoff, place: LeadPlace): boolean {
  if (place.kind !== 'sink') return false;
  const { reasons } = rejection;
  const into = reasons.filter(({ targets }) => targets.some(({ name }) => name === place.name));
  return (
    into.length === 0 || into.some(({ back }) => back !== null) || reasons.every(({ back }) => back === null)
  );
}

/** Places of a target: living stages of that name, or the name itself. Empty where it is unknown. */
export function leadPlaces(target: Target | null): LeadPlace[] {
  if (target === null || target.kind === 'unknown') return [];
  if (target.kind === 'sink') return [{ kind: 'sink', name: target.name }];
  if (target.kind === 'undefined-stage')
    return [{ kind: 'missing', name: target.name, canonical: target.canonical }];
  return livingAt(target).map((stage) => ({ kind: 'stage', stage }));
}

/** The same for the same place: the stage's own record, or kind and name. */
export function leadPlaceKey(place: LeadPlace): unknown {
  if (place.kind === 'stage') return place.stage;
  return `${place.kind} ${foldName(place.kind === 'missing' ? place.canonical : place.name)}`;
}

/** The box of a place in a flow. */
function placeNode(builder: FlowBuilder, place: LeadPlace): string {
  if (place.kind === 'stage') return stageNode(builder, place.stage);
  return builder.node({
    of: leadPlaceKey(place),
    name: `${place.kind}_${place.name}`,
    label: place.name,
    sublabels: place.kind === 'missing' ? ['no entry'] : [],
    kind: place.kind,
    key: place.kind === 'sink' ? { kind: 'sink', id: place.name } : null,
  });
}

/** A stage's box: name, owner, limit. */
export function stageNode(
  builder: FlowBuilder,
  stage: Stage,
  { focus = false, marked = null }: { readonly focus?: boolean; readonly marked?: Marked } = {},
): string {
  return builder.node({
    of: stage,
    name: stage.id,
    label: stage.name || stage.id,
    sublabels: [
      ...(isDrafted(stage) ? ['(not active yet)'] : []),
      ownerLabel(stage.owner),
      slaWords(stage.sla),
    ],
    kind: 'stage',
    key: stageKey(stage),
    owner: builder.lookOf(stage.owner),
    focus,
    marked,
  });
}

/** The page that a stage has, as a box of a diagram names it. */
export function stageKey(stage: Stage): PageKey {
  return { kind: 'stage', id: stage.id };
}

/** The arrow of a move, and its boxes where they are not there yet. */
export function moveEdge(
  builder: FlowBuilder,
  { from, to, kind, label, detail, handoff }: Move,
  marked: Marked = null,
): void {
  builder.edge({
    from: placeNode(builder, from),
    to: placeNode(builder, to),
    kind,
    label,
    detail,
    key: handoff === null ? null : { kind: 'handoff', id: handoff.id },
    marked,
  });
}

/** The role as the team calls it where the words name one, else the words. */
export function ownerLabel(owner: Owner | null): string {
  if (owner === null || owner.kind === 'none') return 'no owner';
  return owner.kind === 'role' ? (owner.names[0] ?? owner.raw.text) : owner.raw.text;
}

/** A limit as written, empty for none. */
export function slaWords(sla: Sla | null): string {
  if (sla === null || (sla.reading.ok && sla.reading.meaning.kind === 'none')) return '';
  return sla.raw.text;
}

/** A field's value, or its list in one line. */
export function fieldWords(field: { readonly items: readonly { readonly text: string }[] }): string {
  return field.items.map(({ text }) => text).join('; ');
}
