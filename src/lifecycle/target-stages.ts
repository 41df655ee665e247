import type { Stage, Target } from './model.ts';
import { isLiving } from './standing.ts';

/** The stages that a line leads to or comes from; none for a sink, a name that nobody has, and nothing. */
export function stagesAt(target: Target | null | undefined): readonly Stage[] {
  return target?.kind === 'stage' ? target.stages : [];
}

/** Those of them that are not retired. */
export function livingAt(target: Target | null | undefined): readonly Stage[] {
  return stagesAt(target).filter(isLiving);
}

/** The first stage of a place: it has one unless two entries share a name. */
export function stageAt(target: Target | null | undefined): Stage | null {
  return stagesAt(target)[0] ?? null;
}

/** What two lines that lead to one place share: "PQL" and "Activated" are one stage where no entry parts them. */
export function placeName(target: Target): string {
  return target.kind === 'undefined-stage' ? target.canonical : target.name;
}

/** Whether a line leads to this stage, or comes from it. */
export function isAt(target: Target | null | undefined, stage: Stage): boolean {
  return stagesAt(target).includes(stage);
}

/** Whether a lead can be there: a stage with an entry, or a place that needs none. */
export function isPlace(target: Target): boolean {
  return target.kind === 'stage' || target.kind === 'sink';
}

/** Whether a lead is handed over again from there: a stage, or the queue of the one who handed it over. */
export function goesBack(target: Target): boolean {
  return target.kind === 'stage' || (target.kind === 'sink' && target.name === 'Requeue');
}

/** Whether a place without an entry keeps leads until they come back. */
export function keepsLeads(place: { readonly kind: string; readonly name?: string }): boolean {
  return place.kind === 'sink' && (place.name === 'Nurture' || place.name === 'Requeue');
}

/** The first stage that the progression leads to, by its name; null for none. */
export function nextStageName({ progression }: Pick<Stage, 'progression'>): string | null {
  return progression.find(({ target }) => target?.kind === 'stage')?.target?.name ?? null;
}
