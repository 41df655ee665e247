import { escalationOf } from '../../draft/escalation.ts';
import { actsNobody, isHolder, movesLead, saysOnlyHow } from '../../language/acting.ts';
import { namesSoftware } from '../../language/software.ts';
import { looseTime } from '../../language/tables/loose-times.ts';
import { compareLimits, limitOf, onClockOf } from '../../lifecycle/limits.ts';
import type { Escalation, Model, PlacedStep, Sla, Stage } from '../../lifecycle/model.ts';
import type { SlaSet } from '../../sla/meaning.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { named, quoted } from '../wording.ts';

const moving = new Set(['reassign', 'requeue', 'return']);

export const escalationWeak: Rule = {
  id: 'escalation-weak',
  title: 'An escalation changes nothing',
  why: 'An alert that names nobody, goes to the owner who is already late, or comes before the limit does not get the lead answered.',
  fix: 'Name a role above or beside the owner, what they do, and a time at or after the limit.',
  source: 'SEED gate 4, anti-pattern 3',
  gate: 4,
  pattern: 3,
  severity: { quick: 'off', standard: 'warning', deep: 'warning' },
  bad: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Owner: BDR
    SLA: 1 business hour
    Escalation: Slack message
  `,
  good: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Owner: BDR
    SLA: 1 business hour
    Escalation: On breach the SDR manager reassigns the lead
  `,
  *check(model): Generator<Problem> {
    const { roles } = model;
    for (const stage of model.living.stages) {
      const seen = new Set<Escalation>();
      const own = stage.escalation === null ? [] : [{ sla: stage.sla, escalation: stage.escalation }];
      for (const { sla, escalation } of [...own, ...stage.clocks]) {
        if (escalation === null || escalation.empty || seen.has(escalation)) continue;
        if ([...seen].some(({ raw }) => raw.span.start === escalation.raw.span.start)) continue;
        seen.add(escalation);
        if (stage.fields.get('escalation')?.leftover === true) continue;
        const weakness = weaknessOf(model, stage, { sla, escalation }, roles);
        if (weakness === null) continue;
        const key = seen.size === 1 ? {} : { key: escalation.raw.text };
        yield { at: escalation.raw.span, ...weakness, entry: stage.entry, field: 'escalation', ...key };
      }
    }
  },
};

type Weakness = Pick<Problem, 'message' | 'fix'> & Partial<Pick<Problem, 'at' | 'related' | 'instead'>>;

interface Guard {
  readonly sla: Sla | null;
  readonly escalation: Escalation;
}

function weaknessOf(model: Model, stage: Stage, guard: Guard, roles: Model['roles']): Weakness | null {
  const { steps, raw } = guard.escalation;
  const { text } = raw;
  const said = roles.within(text);
  const somebody =
    said.length > 0 ||
    steps.some(
      ({ who, action, raw: step }) =>
        who !== null && !actsNobody(who) && !((action === null || action === 'review') && saysOnlyHow(step)),
    );
  const acts = movesLead(text) || steps.some(({ action }) => action !== null && moving.has(action));
  // Where software owns the stage, software may act.
  const itself = stage.owner?.automated === true && namesSoftware(text);
  if (!somebody && !itself && !(acts && !steps.every(({ who }) => who !== null && actsNobody(who)))) {
    return {
      message: `The escalation of ${named(stage)}, ${quoted(text)}, names nobody who acts.`,
      fix: `Write a role and what it does, for example "${escalationOf(stage) ?? 'On breach return the lead to Nurture'}".`,
    };
  }
  const { owner } = stage;
  const others =
    /\bcc\b/i.test(text) ||
    steps.some(({ who, roles: own }) => who !== null && own.length === 0 && !isHolder(who));
  const known = said.filter((role) => !isHolder(role));
  const toHolder = steps.some(({ who }) => who !== null && isHolder(who));
  if (
    (known.length > 0 || toHolder) &&
    owner !== null &&
    known.every((role) => roles.sits(role, owner)) &&
    !others &&
    !acts
  ) {
    const names = known.length > 0 ? known.join(' and ') : owner.raw.text;
    return {
      message: `The escalation of ${named(stage)} goes to ${names}, who already owns the stage, so nothing changes when the SLA is missed.`,
      fix: 'Name the next level up, or reassign the lead.',
    };
  }
  return loose(stage, guard) ?? early(model, stage, guard) ?? falling(model, stage, guard);
}

/** What a loose time is most often meant as, in words that a clock tells. */
const morning = 'first thing next business day';

/** A step at a time that no clock tells would count as coming on the breach. */
function loose(stage: Stage, { escalation }: Guard): Weakness | null {
  for (const { at, factor, raw, span } of escalation.steps) {
    const time = at === null && factor === null ? looseTime(raw) : null;
    if (time === null) continue;
    return {
      at: span,
      message: `The escalation of ${named(stage)} says ${quoted(time.text)}, which no clock tells, so it counts as coming when the limit is missed.`,
      fix: `Write "${morning}", or the time behind the lead's arrival, for example "at 2 business hours".`,
      instead: { actual: time.text, expected: morning },
    };
  }
  return null;
}

/** Steps that all come before the limit are reminders: none of them is the consequence. */
function early(model: Model, stage: Stage, { sla, escalation }: Guard): Weakness | null {
  const limit = limitOf(sla);
  const { steps } = escalation;
  if (limit === null || steps.length === 0) return null;
  for (const { at, onBreach, factor, early: before } of steps) {
    if (before || (factor !== null && factor < 1)) continue;
    if (at === null || onBreach || compareLimits(model, onClockOf(limit, at), limit) !== -1) return null;
  }
  return {
    message: `The SLA of ${named(stage)} is ${quoted(sla?.raw.text ?? '')}, and its escalation ends before that: ${quoted(steps.at(-1)?.raw ?? '')}. That is a reminder; nothing follows when the limit is missed.`,
    fix: 'Keep the reminder and add a step at or after the limit.',
  };
}

/** A later step that comes before an earlier one: nobody can tell which of the two times is meant. */
function falling(model: Model, stage: Stage, { sla, escalation }: Guard): Weakness | null {
  const limit = limitOf(sla);
  let before: { readonly at: SlaSet; readonly step: PlacedStep } | null = null;
  for (const step of escalation.steps) {
    if (step.at === null || step.early) continue;
    const at = limit === null ? step.at : onClockOf(limit, step.at);
    if (before !== null && compareLimits(model, at, before.at) === -1) {
      return {
        at: step.span,
        message: `The escalation of ${named(stage)} goes back in time: ${quoted(step.raw)} stands behind ${quoted(before.step.raw)}.`,
        fix: 'Write the steps in rising order, each with its own time.',
        related: [{ message: 'The step before', span: before.step.span }],
      };
    }
    before = { at, step };
  }
  return null;
}
