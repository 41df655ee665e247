/** What a page says, as the claims see it, and questions to the model that several claims ask. */

import type { Report } from '../../../../src/check/finding.ts';
import { saysReturn } from '../../../../src/language/returning.ts';
import type { Handoff, Model, Owner, Reason, Sla, Stage, Target } from '../../../../src/lifecycle/model.ts';

/** A page as the claims see it. */
export interface Said {
  readonly report: Report;
  readonly model: Model;
  readonly path: string;
  /** Subject of the page, where it has one. */
  readonly stage: Stage | null;
  readonly handoff: Handoff | null;
  readonly title: string;
}

export interface Claim {
  readonly says: RegExp;
  readonly holds: (said: Said, match: RegExpExecArray) => boolean | undefined;
}

export const runs = (sla: Sla | null) => sla?.reading.ok === true && sla.reading.meaning.kind !== 'none';
export const unread = (sla: Sla) => !sla.reading.ok && sla.reading.code !== 'empty';
/** Whether it is the role that a page names, in the team's word for it. */
export const is = (owner: Owner | null, name: string) => owner?.names.includes(name) ?? false;
export const stageOf = (target: Target | null) =>
  target?.kind === 'stage' ? (target.stages[0] ?? null) : null;
export const from = (handoff: Handoff) => handoff.fromOwner ?? stageOf(handoff.fromTarget)?.owner ?? null;
export const to = (handoff: Handoff) => handoff.toOwner ?? stageOf(handoff.toTarget)?.owner ?? null;
export const into = ({ living }: Model, stage: Stage) =>
  living.handoffs.filter((handoff) => stageOf(handoff.toTarget) === stage);
export const outOf = ({ living }: Model, stage: Stage) =>
  living.handoffs.filter((handoff) => stageOf(handoff.fromTarget) === stage);
export const byName = ({ stages }: Model, name: string) =>
  stages.filter((stage) => stage.name.trim() === name.trim());
export const another = (handoff: Handoff) => from(handoff)?.roles.join() !== to(handoff)?.roles.join();

/** Limits that run against a role, wherever they are written. */
export function slasOf(model: Model, role: string): readonly Sla[] {
  return [
    ...model.living.stages.filter(({ owner }) => is(owner, role)).flatMap(({ clocks }) => clocks),
    ...model.living.handoffs.filter((handoff) => is(to(handoff), role)).flatMap(({ clocks }) => clocks),
    ...model.routings
      .filter(({ standing }) => standing !== 'retired')
      .flatMap(({ routes }) => routes.filter(({ owner, sla }) => is(owner, role) && sla !== null)),
  ].flatMap(({ sla }) => sla ?? []);
}

/** Whether some ground for a no is written for a lead in a stage. */
export function grounds(model: Model, stage: Stage): boolean {
  return (
    stage.disqualification.length + stage.mixedExits.length > 0 ||
    into(model, stage).some(({ rejection }) => rejection.reasons.length > 0)
  );
}

export const silent = (stage: Stage | null) => stage?.clocks.every(({ sla }) => !runs(sla));
export const errors = ({ findings }: Report) =>
  findings.filter(({ severity }) => severity === 'error').length;
export const given = (role: string, { model }: Said) =>
  model.living.handoffs.some((handoff) => is(from(handoff), role) && another(handoff));
export const taken = (role: string, { model }: Said) =>
  model.living.handoffs.some((handoff) => is(to(handoff), role) && another(handoff));

/** What leads out of a sink by the rules: a handoff from it, or the way back of a rule that leads to it. */
export function comesBack({ living }: Model, sink: string): boolean {
  const named = (target: Target | null) => target?.kind === 'sink' && target.name === sink;
  return (
    living.handoffs.some(({ fromTarget }) => named(fromTarget)) ||
    living.handoffs.some(
      ({ toTarget, rejection }) =>
        !named(toTarget) &&
        rejection.targets.some(named) &&
        (rejection.reasons.some((reason) => reason.targets.some(named))
          ? rejection.reasons.some(
              ({ targets, back }) => targets.some(named) && back !== null && saysReturn(back),
            )
          : saysReturn(rejection.reengagement?.value?.text ?? '')),
    ) ||
    living.stages.some(({ disqualification }) =>
      disqualification.some(({ reason }) => reason.back !== null && reason.targets.some(named)),
    )
  );
}

/** Whether a living stage that is not retired cites an ID. */
export function cited({ living, references }: Model, id: string): boolean {
  return references.some((each) => each.id === id && living.stages.some(({ entry }) => entry === each.from));
}

/** Limits of people that no monitor may name. */
export function slasExist(model: Model): boolean {
  return [...model.living.stages, ...model.living.handoffs].some(({ clocks }) => clocks.length > 0);
}

/** Whether some ground for a no is so: of a handoff, or of the whole lifecycle. */
export function someGround(
  { living }: Model,
  handoff: Handoff | null,
  so: (reason: Reason) => boolean,
): boolean {
  return handoff !== null
    ? handoff.rejection.reasons.some(so)
    : [
        ...living.handoffs.flatMap(({ rejection }) => rejection.reasons),
        ...living.stages.flatMap(({ disqualification }) => disqualification.map(({ reason }) => reason)),
      ].some(so);
}

/** Whether a ground leads to a stage whose owner acts next. */
export const leadsToStage = ({ targets }: Reason) => targets.some((target) => stageOf(target) !== null);

/** Every clock of the lifecycle, with whom it runs against. */
export const clocksOf = ({ living }: Model) => [
  ...living.stages.flatMap((stage) =>
    stage.clocks.map(({ sla }) => ({ id: stage.id, stage, owner: stage.owner, sla })),
  ),
  ...living.handoffs.flatMap((handoff) =>
    handoff.clocks.map(({ sla }) => ({
      id: handoff.id,
      stage: stageOf(handoff.toTarget),
      owner: to(handoff),
      sla,
    })),
  ),
  ...living.routings.flatMap(({ id, toTarget, routes }) =>
    routes.flatMap(({ sla, owner }) => (sla === null ? [] : [{ id, stage: stageOf(toTarget), owner, sla }])),
  ),
];
