/** Claims about stages, limits and roles. */

import type { Stage } from '../../../../src/lifecycle/model.ts';
import {
  another,
  byName,
  type Claim,
  clocksOf,
  given,
  grounds,
  into,
  is,
  outOf,
  runs,
  silent,
  slasExist,
  slasOf,
  stageOf,
  taken,
  to,
  unread,
} from './said.ts';

export const workClaims: readonly Claim[] = [
  {
    says: /^(?:(.*), )?no limit yet\b/i,
    holds: ({ model, stage, path }) =>
      path === '/' || path.startsWith('/stages') || path.startsWith('/onboarding/walk')
        ? [...(stage === null ? model.living.stages : [stage]), ...model.stages].some(
            ({ clocks }) => clocks.length === 0 || clocks.some(({ sla }) => !sla.reading.ok),
          )
        : true,
  },
  {
    says: /^No limit yet nothing is written about how fast/,
    holds: ({ stage, handoff }) => (stage ?? handoff)?.clocks.length === 0,
  },
  {
    says: /no limit stands in it$/,
    holds: ({ stage, handoff }) => (stage ?? handoff)?.clocks[0]?.sla.raw.text === '',
  },
  { says: /, no clock\.$/, holds: ({ model }) => model.living.stages.some((stage) => silent(stage)) },
  {
    says: /^No clock\b(?! runs)/,
    holds: ({ stage, path }) => path.startsWith('/onboarding') || silent(stage),
  },
  { says: /^no clock runs here/, holds: ({ stage }) => silent(stage) },
  {
    says: /^No limit (?:none is written|software does it)/i,
    holds: ({ stage, model }) => stage === model.living.stages[0] || stage?.owner?.automated === true,
  },
  {
    // What brings a lead back is for these grounds, and the stage has others.
    says: /^Back when \((.*)\):$/,
    holds: ({ stage, model }, [, names = '']) => {
      if (stage === null) return false;
      const grounds = [
        ...stage.disqualification.map(({ reason }) => reason),
        ...into(model, stage).flatMap(({ rejection }) => rejection.reasons),
      ];
      const named = grounds.filter(({ codes, text }) => names.includes(codes[0] ?? text.text.slice(0, 20)));
      const meant = names.startsWith('all but ') ? grounds.filter((one) => !named.includes(one)) : named;
      return meant.some(({ back }) => back !== null) && meant.length < grounds.length;
    },
  },
  {
    says: /this does not read as a limit/,
    holds: ({ stage, handoff }) => (stage ?? handoff)?.clocks.some(({ sla }) => unread(sla)) === true,
  },
  {
    says: /^No limit is written for (.*)\.$/,
    holds: ({ model }, [, role = '']) => slasOf(model, role).length === 0,
  },
  {
    says: /^No clock runs for (?!you)(.*)\.$/,
    holds: ({ model }, [, role = '']) => slasOf(model, role).length > 0 && !slasOf(model, role).some(runs),
  },
  {
    says: /cannot be read, so no due time/,
    holds: ({ model }) => model.living.stages.some(({ clocks }) => clocks.some(({ sla }) => unread(sla))),
  },
  {
    says: /^No clock runs for you/,
    holds: ({ model, title }) => !slasOf(model, title).some((sla) => runs(sla) || unread(sla)),
  },
  { says: /^No limit runs for this role/, holds: ({ model, title }) => slasOf(model, title).length === 0 },
  {
    says: /You own no stage\.$|^No stage\.$/,
    holds: ({ model, title }) => !model.living.stages.some(({ owner }) => is(owner, title)),
  },
  {
    says: /^No handoff from (.*) to another(?: role is written| is written)\.$/,
    holds: (said, [, role = '']) =>
      !given(role === 'this role' ? said.title.replace(/^Day one: /, '') : role, said),
  },
  { says: /^No other role hands over to this one/, holds: (said) => !taken(said.title, said) },
  {
    says: /^No other role hands over to (?!this one)(.*)\.$/,
    holds: (said, [, role = '']) => !taken(role, said),
  },
  {
    says: /it works no leads/,
    holds: (said) =>
      slasOf(said.model, said.title).length === 0 &&
      !taken(said.title, said) &&
      !given(said.title, said) &&
      !said.model.living.stages.some(({ owner }) => is(owner, said.title)),
  },
  {
    says: /^No ground for a no is written for (.*)\.$/,
    holds: ({ model }, [, name = '']) => {
      const named = byName(model, name);
      const stages = named.length > 0 ? named : model.living.stages.filter(({ owner }) => is(owner, name));
      return (
        stages.every((stage) => !grounds(model, stage)) &&
        (named.length > 0 ||
          model.living.handoffs.every(
            (handoff) =>
              !is(to(handoff), name) || !another(handoff) || handoff.rejection.reasons.length === 0,
          ))
      );
    },
  },
  {
    says: /^No ground for a no is written here/,
    holds: ({ handoff }) => handoff?.rejection.reasons.length === 0,
  },
  {
    says: /^No ground is written here, so ask/,
    holds: ({ model }) =>
      model.living.stages.some((stage) => !grounds(model, stage)) ||
      model.living.handoffs.some(({ rejection }) => rejection.reasons.length === 0),
  },
  {
    says: /^No ground is written\.$/,
    holds: ({ model }) => model.living.stages.some((stage) => !grounds(model, stage)),
  },
  {
    says: /^No ground is written yet$/,
    holds: ({ model }) => model.living.stages.length + model.living.handoffs.length === 0,
  },
  {
    says: /^Why a lead is here is not written yet\.$|^No entry criterion is written/,
    holds: ({ stage }) => stage?.entryCriteria.length === 0,
  },
  {
    says: /no way on is written|^Nothing is written about what comes next|^No way forward is written/,
    holds: ({ stage, model, path }) =>
      stage !== null &&
      stage.progression.length + stage.mixedExits.length === 0 &&
      (path.startsWith('/stages') ? true : outOf(model, stage).length === 0),
  },
  {
    says: /^This entry does not say when a lead is turned away/,
    holds: ({ stage }) => stage?.disqualification.length === 0 && stage.mixedExits.length === 0,
  },
  { says: /^Nobody owns this stage/, holds: ({ stage }) => stage?.owner === null },
  { says: /^No limit is written\./, holds: ({ stage, handoff }) => (stage ?? handoff)?.clocks.length === 0 },
  {
    says: /^What happens when it passes is not written/,
    holds: ({ stage, handoff }) =>
      [stage, handoff].some((one) =>
        one?.clocks.some(({ escalation }) => escalation === null || escalation.empty),
      ),
  },
  {
    says: /^Nothing is written, so a missed limit/,
    holds: ({ stage }) => stage?.escalation === null || stage?.escalation.empty === true,
  },
  {
    says: /^Not needed, because software keeps this limit/,
    holds: ({ stage, handoff, model }) =>
      (stage ?? handoff)?.clocks.some(({ sla }) => runs(sla)) === true &&
      clocksOf(model).some(({ id, owner }) => id === (stage ?? handoff)?.id && owner?.automated === true),
  },
  {
    says: /^Not needed$|^Not needed:/,
    holds: ({ stage }) => silent(stage) && stage?.clocks.every(({ sla }) => !unread(sla)) === true,
  },
  {
    says: /^not needed$/,
    holds: ({ model }) =>
      clocksOf(model).some(({ owner, sla }) => owner?.automated === true || (sla.reading.ok && !runs(sla))),
  },
  {
    says: /^not until the limit can be read$/,
    holds: ({ model }) =>
      clocksOf(model).some(({ owner, sla }) => owner?.automated !== true && !sla.reading.ok),
  },
  {
    says: /^Nobody watches this limit/,
    holds: ({ model, stage, handoff }) =>
      !clocksOf(model).some(({ id, owner }) => id === (stage ?? handoff)?.id && owner?.automated === true) &&
      !model.monitors.some(
        ({ standing: state, watches, watchedStages }) =>
          state === 'gated' &&
          (watches.includes((stage ?? handoff)?.id ?? '') ||
            watchedStages.includes(stage ?? stageOf(handoff?.toTarget ?? null) ?? ({} as Stage))),
      ),
  },
  {
    says: /, no monitor\b/,
    holds: ({ model, stage }) =>
      stage !== null &&
      !model.monitors.some(
        ({ standing: state, watches, watchedStages }) =>
          state === 'gated' && (watches.includes(stage.id) || watchedStages.includes(stage)),
      ),
  },
  {
    says: /^Nobody$/,
    holds: ({ model }) =>
      clocksOf(model).some(
        ({ id, stage, owner, sla }) =>
          owner?.automated !== true &&
          runs(sla) &&
          !model.monitors.some(
            ({ standing: state, watches, watchedStages }) =>
              state === 'gated' &&
              (watches.includes(id) || (stage !== null && watchedStages.includes(stage))),
          ),
      ),
  },
  {
    says: /(?:limit is|limits are) watched by nobody/,
    holds: ({ model }) => model.mode === 'quick' || slasExist(model),
  },
  {
    says: /^No handoff leads here or away/,
    holds: ({ model, stage }) =>
      stage !== null &&
      into(model, stage).length + outOf(model, stage).length === 0 &&
      !model.edges.some((edge) => edge.from === stage),
  },
  {
    says: /^No handoff is written$/,
    holds: ({ model }) => model.edges.some((edge) => edge.handoffs.length === 0),
  },
];
