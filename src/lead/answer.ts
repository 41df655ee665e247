/** What the rules say of one lead: who has it, until when, what is handed over, why a no and where to, what next. */

import type { Model, Stage } from '../lifecycle/model.ts';
import { stageNamed } from '../lifecycle/stage-named.ts';
import { readArrival } from '../sla/arrival.ts';
import { readCalendar } from '../sla/index.ts';
import { type ClockAt, type ClockQuestion, clockAt } from './clocks.ts';
import { handoffsWith, nextOf, payloadOf, rejectsOf } from './handed.ts';
import type { Lead, LeadQuestion } from './lead.ts';
import { noSuchStage } from './names.ts';
import { ownerOf, routeOf, stageClocks } from './routes.ts';
import { type Facts, sourceWords } from './segment.ts';
import { askScore, askUnknown } from './unknown.ts';

export type LeadAnswer =
  | { readonly ok: true; readonly lead: Lead; readonly note: string | null; readonly zone: string }
  | { readonly ok: false; readonly message: string };

/** Answers for one lead. Not ok where the question itself is wrong: no such stage, ID or moment. */
export function answerLead(model: Model, question: LeadQuestion): LeadAnswer {
  const stage = stageNamed(model, question.stage);
  if (stage === null) return { ok: false, message: noSuchStage(model, question.stage) };
  const source = question.source === undefined ? [] : sourceWords(model, question.source);
  if (source === null) return { ok: false, message: `No entry has the ID ${question.source}.` };
  const when = momentOf(model, question);
  if (!when.ok) return when;
  const facts: Facts = {
    size: question.size ?? null,
    region: question.region ?? null,
    source,
    score: question.score ?? null,
    segment: question.segment ?? null,
  };
  return {
    ok: true,
    lead: leadOf(model, stage, { ...when, facts, reject: question.reject }),
    note: when.note,
    zone: when.zone,
  };
}

interface Moment {
  readonly ok: true;
  readonly arrival: number | null;
  readonly calendar: ClockQuestion['calendar'];
  readonly zone: string;
  readonly note: string | null;
}

function momentOf(model: Model, question: LeadQuestion): Moment | Extract<LeadAnswer, { ok: false }> {
  const read = readCalendar(model.config.calendar ?? {}, question.zone);
  if (!read.ok) return { ok: false, message: read.issues.map(({ message }) => message).join('\n') };
  const zone = read.calendar?.zone ?? 'UTC';
  if (question.at === undefined)
    return { ok: true, arrival: null, calendar: read.calendar, zone, note: null };
  const arrival = readArrival(question.at, read.calendar?.zone ?? null);
  if (!arrival.ok) return arrival;
  return { ok: true, arrival: arrival.instant, calendar: read.calendar, zone, note: arrival.note };
}

interface Asked extends Omit<Moment, 'ok'> {
  readonly facts: Facts;
  readonly reject: string | undefined;
}

function leadOf(model: Model, stage: Stage, asked: Asked): Lead {
  const { facts } = asked;
  const open: string[] = [];
  const ask = (text: string): void => {
    if (!open.includes(text)) open.push(text);
  };
  const by = new Set([stage.id]);
  if (asked.arrival === null) ask('When did the lead arrive? Give --at 2026-03-13T16:40.');

  const inward = handoffsWith(model, stage, 'toTarget', facts);
  const outward = handoffsWith(model, stage, 'fromTarget', facts);
  for (const { id } of [...inward, ...outward]) by.add(id);

  const routed = routeOf(model, stage, facts, ask, by);
  const route = routed?.route ?? null;
  const clocks = stageClocks(stage, inward, routed).flatMap((clock): readonly ClockAt[] => {
    const found = clockAt(clock, { ...asked, model, route, ask });
    return found === null ? [] : [found];
  });
  askUnknown(model, stage, clocks, facts, ask);
  askScore(model, stage, facts.score, ask, by);
  return {
    stage: stage.name,
    entry: stage.id,
    owner: ownerOf(stage, inward, routed, ask),
    segment: route?.segment ?? clocks.find(({ segment }) => segment !== null)?.segment ?? null,
    clocks,
    payload: [...inward, ...outward].map(payloadOf),
    reject: rejectsOf(model, stage, inward, outward, asked.reject, ask),
    next: stage.progression.map((progression) => nextOf(progression, outward, ask)),
    open,
    by: [...by],
  };
}
