/** The clocks of a stage as instants: when each is due, and when each step of its escalation happens. */

import type { Clock, Model, Route } from '../lifecycle/model.ts';
import {
  type BusinessCalendar,
  type Due,
  dueAt,
  type EscalationStep,
  isoInZone,
  type SlaMeaning,
  stepDue,
} from '../sla/index.ts';
import { chooseSegment, type Facts } from './segment.ts';

export const clockKinds = ['response', 'acceptance', 'maximum'] as const;
export type ClockKind = Clock['kind'];

/** A clock of a stage as its entry has it. */
export type StageClock = Clock;

export interface StepAt {
  /** ISO instant with offset; null where the text leaves it open. */
  readonly at: string | null;
  /** As written; null when the step names nobody. */
  readonly who: string | null;
  /** `notify`, `reassign`, `requeue`, `return`, …; the words of the step where it is none of them. */
  readonly what: string;
  /** The step as written. */
  readonly text: string;
}

export interface ClockAt {
  readonly clock: ClockKind;
  /** ISO instant with offset; null where the text leaves it open. */
  readonly due: string | null;
  readonly wallMinutes: number | null;
  /** The limit as written. */
  readonly limit: string;
  /** The segment of the limit that holds, null where it has none. */
  readonly segment: string | null;
  readonly escalations: readonly StepAt[];
}

export interface ClockQuestion {
  readonly model: Model;
  readonly facts: Facts;
  readonly route: Route | null;
  /** Milliseconds since 1970 UTC; null when nobody said when the lead arrived. */
  readonly arrival: number | null;
  readonly calendar: BusinessCalendar | null;
  /** Zone of the instants in the answer. */
  readonly zone: string;
  /** Takes a question that the text leaves open. */
  readonly ask: (question: string) => void;
}

/** One clock with its instants; null when the limit sets none. */
export function clockAt(clock: StageClock, question: ClockQuestion): ClockAt | null {
  const { sla, kind } = clock;
  const limit = sla.raw.text;
  const steps = clock.escalation?.steps ?? [];
  if (!sla.reading.ok) {
    question.ask(`The ${kind} limit "${limit}" cannot be read: ${sla.reading.message}`);
    return { clock: kind, due: null, wallMinutes: null, limit, segment: null, escalations: [] };
  }
  const { meaning } = sla.reading;
  if (meaning.kind === 'none') return null;
  const segment = segmentOf(kind, limit, meaning, question);
  const due = segment === undefined ? null : answered(kind, dueOf(meaning, segment, question), question);
  return {
    clock: kind,
    due: due === null ? null : isoInZone(question.zone, due.due),
    wallMinutes: due === null ? null : Math.round(due.wallMinutes * 1e6) / 1e6,
    limit,
    segment: segment ?? null,
    escalations: steps.map((step) => stepAt(step, meaning, segment ?? null, due?.due ?? null, question)),
  };
}

/** The segment that holds; null where the limit has none, undefined where it has to be asked for. */
function segmentOf(
  kind: ClockKind,
  limit: string,
  meaning: SlaMeaning,
  { facts, route, ask }: ClockQuestion,
): string | null | undefined {
  if (meaning.kind !== 'segments') return null;
  const choice = chooseSegment(meaning, facts, route);
  if (choice.chosen !== null) return choice.chosen.segment;
  ask(`Which segment? The ${kind} limit "${limit}" knows ${choice.known.join(', ')}.`);
  return undefined;
}

function dueOf(meaning: SlaMeaning, segment: string | null, question: ClockQuestion): Due | null {
  const { arrival, calendar, model } = question;
  if (arrival === null) return null;
  return dueAt(meaning, calendar, arrival, {
    defaultCalendar: model.defaultCalendar,
    calendars: model.calendars,
    ...(segment === null ? {} : { segment }),
  });
}

function answered(
  kind: ClockKind,
  due: Due | null,
  { ask }: ClockQuestion,
): Extract<Due, { ok: true }> | null {
  if (due === null) return null;
  if (due.ok) return due;
  ask(`When is the ${kind} due? ${due.message}`);
  return null;
}

/** A step without a time happens on breach; one without a calendar runs on the calendar of its clock. */
function stepAt(
  step: EscalationStep,
  meaning: SlaMeaning,
  segment: string | null,
  due: number | null,
  question: ClockQuestion,
): StepAt {
  const instant = stepInstant(step, meaning, segment, due, question);
  const what = step.action === null || step.action === 'act' ? step.raw : step.action;
  return {
    at: instant === null ? null : isoInZone(question.zone, instant),
    who: step.who,
    what,
    text: step.raw,
  };
}

function stepInstant(
  step: EscalationStep,
  meaning: SlaMeaning,
  segment: string | null,
  due: number | null,
  { model, arrival, calendar, ask }: ClockQuestion,
): number | null {
  const found = stepDue(step, meaning, {
    calendar,
    defaultCalendar: model.defaultCalendar,
    calendars: model.calendars,
    segment,
    arrival,
    due,
  });
  if (found === null) return null;
  if (found === 'no-moment') {
    ask(
      step.early
        ? `When is "${step.raw}"? The time before the limit cannot be counted: write the time from the start.`
        : `When is "${step.raw}"? "${step.factor} times" a deadline is no moment: write a time.`,
    );
    return null;
  }
  if (found.ok) return found.due;
  if (step.at !== null) ask(`When is "${step.raw}"? ${found.message}`);
  return null;
}
