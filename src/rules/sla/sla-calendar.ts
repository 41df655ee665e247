import {
  clockName,
  dayMinutes,
  isFirst,
  keptByPerson,
  limitOf,
  ownersOf,
  type SetLimit,
} from '../../lifecycle/limits.ts';
import type { Clock, Handoff, Model, Owner, Sla, Stage } from '../../lifecycle/model.ts';
import { stageAt } from '../../lifecycle/target-stages.ts';
import { hoursInDays, printSla } from '../../sla/index.ts';
import type { SlaDuration, SlaTerms } from '../../sla/meaning.ts';
import { type Offered, replacing } from '../edits.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { quoted } from '../wording.ts';

export const slaCalendar: Rule = {
  id: 'sla-calendar',
  title: 'An SLA does not say which clock it runs on',
  why: 'Round the clock, every lead that comes on a Friday evening is late by Monday; in business time it is not. Unless the limit says which, the report means nothing.',
  fix: 'Write "30 business minutes" or "30 minutes, 24/7", or set calendar.default in mops.config.yml: that one line settles all limits that say nothing, so they are one finding.',
  source: 'SPEC §5',
  gate: 4,
  pattern: 3,
  severity: { quick: 'off', standard: 'warning', deep: 'warning' },
  bad: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Order: 2
    Owner: BDR
    SLA: 30 min
    Escalation: On breach the SDR manager reassigns the lead

    ## BR-MOPS-001: Lifecycle Stage — Anonymous

    Type: Lifecycle-Stage
    Order: 1
  `,
  good: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Order: 2
    Owner: BDR
    SLA: 30 business minutes
    Escalation: On breach the SDR manager reassigns the lead
  `,
  *check(model): Generator<Problem> {
    for (const stage of model.living.stages) {
      if (isFirst(model, stage) || !keptByPerson(stage.owner)) continue;
      for (const clock of stage.clocks) yield* unclear(model, stage, clock, stage.owner);
    }
    for (const handoff of model.living.handoffs) {
      const { to } = ownersOf(handoff);
      // The same words on the stage it enters are reported there, once.
      const stage = stageAt(handoff.toTarget);
      if (!keptByPerson(to)) continue;
      for (const clock of handoff.clocks) {
        const same = stage?.clocks.some(
          ({ kind, sla }) => kind === clock.kind && sla.raw.text === clock.sla.raw.text,
        );
        if (same !== true) yield* unclear(model, handoff, clock, to);
      }
    }
  },
};

function* unclear(
  model: Model,
  record: Stage | Handoff,
  { kind, sla }: Clock,
  owner: Owner | null,
): Generator<Problem> {
  const meaning = limitOf(sla);
  if (meaning === null) return;
  // "14 days in this stage" is counted in calendar days by everybody.
  const duration = meaning.kind === 'duration' ? meaning : null;
  if (kind === 'maximum' && (duration?.unit === 'day' || duration?.unit === 'week')) return;
  const at = {
    at: sla.raw.span,
    entry: record.entry,
    field: 'sla' as const,
    ...(kind === 'response' ? {} : { key: kind }),
  };
  if (meaning.warnings.includes('calendar-unstated') && model.defaultCalendar === null) {
    yield {
      ...at,
      message: `The ${clockName(kind)} of ${record.id}, ${quoted(sla.raw.text)}, does not say which clock it runs on: ${owner?.raw.text ?? 'the owner'} does not work round the clock, so a weekend lead would always be late.`,
      ...withClock(model, sla, meaning),
      cause: { key: 'unstated', here: `The ${clockName(kind)} of ${record.id} does not say it either` },
    };
  } else if (
    duration !== null &&
    (duration.warnings.includes('many-business-hours') ||
      hoursInDays(duration, model.defaultCalendar) !== null)
  ) {
    const days = (duration.amount * 60) / dayMinutes(model);
    yield {
      ...at,
      message: `The ${clockName(kind)} of ${record.id}, ${quoted(sla.raw.text)}, is ${Number.isInteger(days) ? days : days.toFixed(1)} working days of ${dayMinutes(model) / 60} hours. Few teams mean that.`,
      fix: `Write "${daysFor(duration)}" or "${hoursFor(duration)}", whichever is meant, or the number of business days.`,
    };
  } else if (meaning.warnings.includes('needs-timezone') && model.calendar === null) {
    yield {
      ...at,
      message: `The ${clockName(kind)} of ${record.id}, ${quoted(sla.raw.text)}, names a time of day but no time zone is set.`,
      fix: 'Set calendar.zone in mops.config.yml, for example America/New_York, or write the zone behind the time.',
      cause: { key: 'zone', here: `The ${clockName(kind)} of ${record.id} names a time of day, too` },
    };
  }
}

type Duration = SlaDuration & SlaTerms;

/** The limit on either clock. The edit takes the working one; which is meant, a person knows. */
function withClock(model: Model, { raw }: Sla, meaning: SetLimit): Offered & Pick<Problem, 'fix'> {
  if (meaning.kind === 'deadline') {
    const working = printSla({ ...meaning, calendar: 'business' });
    return {
      fix: `Write "${working}", or set calendar.default in mops.config.yml.`,
      ...replacing(model, raw, working, { sure: false }),
    };
  }
  if (meaning.kind !== 'duration') return {};
  const business = { ...meaning, calendar: 'business' as const };
  // A day's worth of hours on the working clock would be several working days.
  const working = meaning.unit === 'hour' && meaning.amount >= 12 ? daysFor(meaning) : printSla(business);
  return {
    fix: `Write "${working}" or "${hoursFor(meaning)}", or set calendar.default in mops.config.yml.`,
    ...replacing(model, raw, working, { sure: false }),
  };
}

/** `24 hours` as somebody at a desk means it: `1 business day`. */
function daysFor(meaning: Duration): string {
  const amount = Math.max(1, Math.ceil(meaning.amount / 24));
  return printSla({ ...meaning, amount, unit: 'day', calendar: 'business' });
}

function hoursFor(meaning: Duration): string {
  return printSla({ ...meaning, calendar: 'wall' });
}
