/** Claims about handoffs, places without a stage, and the pages for RevOps. */

import { changesOwner } from '../../../../src/lifecycle/limits.ts';
import {
  type Claim,
  cited,
  comesBack,
  errors,
  from,
  leadsToStage,
  runs,
  silent,
  slasExist,
  slasOf,
  someGround,
  to,
} from './said.ts';

export const referenceClaims: readonly Claim[] = [
  { says: /^No handoff is (?:written yet|in use)/, holds: ({ model }) => model.living.handoffs.length === 0 },
  {
    says: /^No handoff from (?!.* to another)/,
    holds: ({ model }) =>
      model.motion.value !== 'self-serve' &&
      model.edges.some((edge) => edge.ownerChanges && edge.handoffs.length === 0),
  },
  {
    says: /^no rule says when a lead comes back from here|It stays here no rule|^Nothing:$/,
    holds: ({ model, title }) => !comesBack(model, title),
  },
  {
    says: /no entry names an owner/,
    holds: ({ model, title }) =>
      !model.living.handoffs.some(
        ({ fromTarget, toTarget, fromOwner, toOwner }) =>
          (fromTarget?.kind === 'sink' && fromTarget.name === title && fromOwner !== null) ||
          (toTarget?.kind === 'sink' && toTarget.name === title && toOwner !== null),
      ),
  },
  {
    says: /^no entry says$/,
    holds: ({ model, handoff }) => someGround(model, handoff, (reason) => !leadsToStage(reason)),
  },
  {
    says: /^No entry says who acts next in/,
    holds: ({ model, handoff }) =>
      someGround(
        model,
        handoff,
        ({ targets }) => targets.length > 0 && targets.every(({ kind }) => kind === 'sink'),
      ),
  },
  {
    says: /^No entry says who acts next\.$/,
    holds: ({ model, handoff }) =>
      handoff === null
        ? someGround(model, null, (reason) => !leadsToStage(reason))
        : !someGround(model, handoff, leadsToStage),
  },
  {
    says: /^No entry says when it comes back/,
    holds: ({ model, handoff }) =>
      handoff === null
        ? someGround(model, null, ({ back }) => back === null)
        : !someGround(model, handoff, ({ back }) => back !== null),
  },
  {
    says: /^not written(?: yet)?$|: not written yet$|is not written$/,
    holds: ({ model }) => model.living.stages.length > 0,
  },
  {
    says: /^No route is written$/,
    holds: ({ model }) =>
      model.living.handoffs
        .concat(model.handoffs)
        .some(({ rejection }) => rejection.targets.length === 0 && rejection.routing === null),
  },
  {
    says: /^No trigger is written/,
    holds: ({ model }) => model.handoffs.some(({ trigger }) => trigger === null || trigger.value === null),
  },
  {
    says: /^nobody yet|, nobody yet$|owned by nobody yet|nobody yet, /,
    holds: ({ model }) =>
      [
        ...model.stages.map(({ owner }) => owner),
        ...model.handoffs.flatMap((handoff) => [from(handoff), to(handoff)]),
      ].some((owner) => owner === null || owner.kind === 'none'),
  },
  {
    says: /^Nowhere yet$/,
    holds: ({ model }) => model.stages.some((stage) => stage.progression.length === 0),
  },
  {
    says: /^No longer in use$|no longer in use$/,
    holds: ({ model }) =>
      [...model.stages, ...model.handoffs].some(({ standing: state }) => state === 'retired'),
  },
  {
    says: /^No holes/,
    holds: ({ model }) => !model.references.some(({ id }) => !model.repository.byId.has(id)),
  },
  { says: /\((?:Cited by nobody|Not defined|Cited, but no longer in use)\)$/, holds: () => true },
  {
    says: /^Nothing to look at/,
    holds: ({ model }) => model.repository.byId.size === 0,
  },
  {
    says: /^Nothing is open No placeholder/,
    holds: ({ model }, { input }) =>
      model.placeholders.length === 0 &&
      model.repository.byId.size > 0 &&
      (!input.includes('every ID they cite') ||
        !model.references.some(({ id }) => !model.repository.byId.has(id))),
  },
  {
    says: /cited IDs? (?:is|are) not defined/,
    holds: ({ model }) => model.references.some(({ id }) => !model.repository.byId.has(id)),
  },
  { says: /^No history here$|history was not fetched/, holds: () => true },
  {
    says: /^Nothing was checked|^No stage is written, so no gate was asked/,
    holds: ({ report, model }) =>
      model.living.stages.length === 0 && report.gates.every(({ status }) => status === 'skipped'),
  },
  { says: /^No error|^No errors/, holds: ({ report }) => errors(report) === 0 },
  {
    says: /gates hold \d+ gates? (?:is|are) not asked|^not asked$/,
    holds: ({ report }) => report.gates.some(({ status }) => status === 'skipped'),
  },
  {
    says: /^The checker found nothing to say/,
    holds: ({ report }) => report.findings.length === 0 && report.faults.length === 0,
  },
  {
    says: /^No (channel|offer|price rule|outreach tier) is (written yet|in use)/,
    holds: ({ model }, [, what, how]) => {
      const all =
        {
          channel: model.channels,
          offer: model.offers,
          'price rule': model.prices,
          'outreach tier': model.otherGtm,
        }[what ?? ''] ?? [];
      return how === 'in use'
        ? all.length > 0 && all.every(({ standing: state }) => state === 'retired')
        : all.length === 0;
    },
  },
  { says: /^no stage or handoff$|\(no stage or handoff\)/, holds: () => true },
  {
    says: /^No stage is (?:written|defined)|^Nothing is written yet/,
    holds: ({ model }) => model.living.stages.length === 0,
  },
  { says: /^No entry is written yet/, holds: ({ model }) => model.repository.byId.size === 0 },
  {
    says: /^No person is named|^No role has work yet/,
    holds: ({ model }) =>
      !model.living.stages.some(
        ({ owner }) => owner !== null && owner.roles.length > 0 && !owner.automated,
      ) && !model.living.handoffs.some(changesOwner),
  },
  { says: /^Not enough is written to ask about/, holds: ({ model }) => model.living.stages.length < 2 },
  { says: /^No calendar is configured/, holds: ({ model }) => model.calendar === null },
  {
    says: /^No limit is written yet/,
    holds: ({ model }) =>
      [...model.living.stages, ...model.living.handoffs].every(({ clocks }) => clocks.length === 0),
  },
  {
    says: /^No clock runs yet|^No stage or handoff has a limit that reads/,
    holds: ({ model }) =>
      ![...model.living.stages, ...model.living.handoffs].some(({ clocks }) =>
        clocks.some(({ sla }) => runs(sla)),
      ),
  },
  {
    says: /^cannot be counted$/,
    holds: ({ model }) =>
      model.calendar === null ||
      model.living.stages.some(({ clocks }) =>
        clocks.some(({ sla }) => runs(sla) && sla.reading.ok && sla.reading.meaning.kind !== 'duration'),
      ),
  },
  {
    says: /^There is no limit to watch/,
    holds: ({ handoff }) => handoff?.clocks.every(({ sla }) => !runs(sla)) === true,
  },
  {
    says: /^Nothing is written$|^nothing is written$/,
    holds: ({ model }) =>
      [...model.living.stages, ...model.living.handoffs]
        .flatMap(({ clocks }) => clocks)
        .some(({ escalation }) => escalation === null || escalation.empty),
  },
  { says: /^No MON-DRIFT entry names them/, holds: ({ model }) => slasExist(model) },
  { says: /^No holidays are listed/, holds: ({ model }) => model.calendar?.holidays.size === 0 },
  {
    says: /^Not written\.|^(?:Nowhere yet:|Nothing is written\.|Nothing is written, so a rejection has no ground)/,
    holds: ({ model, handoff }) =>
      (handoff === null ? model.living.handoffs : [handoff]).some(
        ({ payload, rejection }) =>
          Object.values(payload).some((field) => field === null || field.value === null) ||
          rejection.condition === null ||
          rejection.routing === null ||
          rejection.reengagement === null,
      ),
  },
  { says: /^no stage cites it$/, holds: ({ model }) => model.channels.some(({ id }) => !cited(model, id)) },
  {
    says: /says only what moves a lead on/,
    holds: ({ stage }) => (stage?.mixedExits.length ?? 0) > 0,
  },
  {
    says: /no line names one$/,
    holds: ({ model }) => model.living.stages.some(({ mixedExits }) => mixedExits.length > 0),
  },
  { says: /^no limit\.?$|, no limit\.$/i, holds: ({ model }) => model.living.stages[0]?.clocks.length === 0 },
  {
    says: /^(One is|\d+ are) open /,
    holds: ({ model }, [, count]) =>
      model.placeholders.length === (count === 'One is' ? 1 : Number.parseInt(count ?? '', 10)),
  },
  {
    says: /^None:$/,
    holds: ({ model, title }) => !slasOf(model, title.replace(/^Day one: /, '')).some(runs),
  },
  { says: /^(?:One|\d+) holes? /, holds: ({ model }) => model.repository.byId.size > 0 },
  {
    says: /^No IDs yet/,
    holds: ({ model }) => model.repository.byId.size === 0 && model.references.length === 0,
  },
  { says: /further findings wait until/, holds: () => true },
  { says: /Two answers|is not right$|are not right$/, holds: () => true },
  { says: /^Nothing is linked/, holds: ({ stage, handoff }) => (stage ?? handoff)?.links.length === 0 },
  {
    says: /^not defined$/,
    holds: ({ model }) => model.references.some(({ id }) => !model.records.has(id)),
  },
  {
    says: /^Do not work by it yet/,
    holds: ({ stage, handoff }) => (stage ?? handoff)?.standing === 'drafted',
  },
  { says: /^First a limit is needed/, holds: ({ stage }) => silent(stage) },
];
