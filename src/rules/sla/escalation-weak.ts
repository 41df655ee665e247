import { limitOf, minutesOf } from '../../lifecycle/limits.ts';
import type { Model, Stage } from '../../lifecycle/model.ts';
import { Roles } from '../../lifecycle/roles.ts';
import type { SlaMeaning } from '../../sla/meaning.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { named, quoted } from '../wording.ts';

/** Actions that take the lead out of the hands that let it wait. */
const moves =
  /\b(?:re-?assign|re-?queue|re-?route|return|round[- ]robin|pool|back-?up|take(?:s|n)? over|hand(?:s|ed)? (?:over|back)|nurture|goes? to|pass(?:es|ed)?)\b/i;

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
    const roles = new Roles(model.config.roles);
    for (const stage of model.livingStages) {
      const { escalation } = stage;
      if (escalation === null || escalation.empty || stage.fields.get('escalation')?.leftover === true)
        continue;
      const weakness = weaknessOf(model, stage, escalation.raw.text, roles);
      if (weakness === null) continue;
      yield { at: escalation.raw.span, ...weakness, entry: stage.entry, field: 'escalation' };
    }
  },
};

function weaknessOf(
  model: Model,
  stage: Stage,
  text: string,
  roles: Roles,
): { message: string; fix: string } | null {
  const steps = stage.escalation?.steps ?? [];
  const said = roles.within(text);
  const somebody = said.length > 0 || steps.some((step) => step.who !== null);
  if (!somebody && !moves.test(text)) {
    return {
      message: `The escalation of ${named(stage)}, ${quoted(text)}, names nobody who acts.`,
      fix: 'Write a role and what it does: "SDR manager calls the lead" or "reassign to the next BDR".',
    };
  }
  const seat = stage.owner?.seat ?? [];
  const others = steps.some((step) => step.who !== null && roles.within(step.who).length === 0);
  if (said.length > 0 && said.every((role) => seat.includes(role)) && !others && !moves.test(text)) {
    return {
      message: `The escalation of ${named(stage)} goes to ${said.join(' and ')}, who already owns the stage, so nothing changes when the SLA is missed.`,
      fix: 'Name the next level up, or reassign the lead.',
    };
  }
  return early(model, stage) ?? falling(model, stage);
}

/** A step's time; one that states no clock runs on the clock of the limit before it. */
function timeOf(model: Model, at: SlaMeaning | null, calendar: SlaMeaning['calendar']) {
  return at === null ? null : minutesOf(model, at.calendar === 'unstated' ? { ...at, calendar } : at);
}

/** Steps that all come before the limit are reminders: none of them is the consequence. */
function early(model: Model, stage: Stage): { message: string; fix: string } | null {
  const limit = limitOf(stage.sla);
  const due = limit === null ? null : minutesOf(model, limit);
  const steps = stage.escalation?.steps ?? [];
  if (due === null || steps.length === 0) return null;
  for (const step of steps) {
    const at = step.onBreach ? null : timeOf(model, step.at, limit?.calendar ?? null);
    if (at === null || at.clock !== due.clock || at.minutes >= due.minutes) return null;
  }
  return {
    message: `The SLA of ${named(stage)} is ${quoted(stage.sla?.raw.text ?? '')}, and its escalation ends before that: ${quoted(steps.at(-1)?.raw ?? '')}. That is a reminder; nothing follows when the limit is missed.`,
    fix: 'Keep the reminder and add a step at or after the limit.',
  };
}

/** A later step that comes before an earlier one: nobody can tell which of the two times is meant. */
function falling(model: Model, stage: Stage): { message: string; fix: string } | null {
  const calendar = limitOf(stage.sla)?.calendar ?? null;
  let before: { readonly at: ReturnType<typeof timeOf>; readonly raw: string } | null = null;
  for (const { at: time, raw } of stage.escalation?.steps ?? []) {
    const at = timeOf(model, time, calendar);
    if (at === null) continue;
    if (before?.at && at.clock === before.at.clock && at.minutes < before.at.minutes) {
      return {
        message: `The escalation of ${named(stage)} goes back in time: ${quoted(raw)} stands behind ${quoted(before.raw)}.`,
        fix: 'Write the steps in rising order, each with its own time.',
      };
    }
    before = { at, raw };
  }
  return null;
}
