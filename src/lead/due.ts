/** When a lead that comes into a stage or a handoff must have been answered, by each of its clocks. */

import { clockName } from '../lifecycle/limits.ts';
import type { Clock, Handoff, Model, Stage } from '../lifecycle/model.ts';
import { stageNamed } from '../lifecycle/stage-named.ts';
import { isLiving } from '../lifecycle/standing.ts';
import { stageAt } from '../lifecycle/target-stages.ts';
import { answerDue, readBook, type SlaAnswer } from '../sla/index.ts';
import { noSuchStage } from './names.ts';

/** What is asked beside the name. */
export interface DueAsked {
  /** `2026-03-13T16:40` in the calendar's zone, or with an offset. */
  readonly arrival: string;
  /** IANA zone that stands in for the calendar's. */
  readonly zone: string | undefined;
  readonly segment: string | undefined;
}

/**
 * The answer by the limits of an entry; `refused` says why there is none to ask.
 *
 * @param name ID of a handoff or a stage, or a stage's name or alias
 */
export function dueOf(model: Model, name: string, asked: DueAsked): SlaAnswer | { readonly refused: string } {
  const handoff = model.living.handoffs.find(({ id }) => id.toLowerCase() === name.trim().toLowerCase());
  const entry = handoff ?? stageNamed(model, name);
  if (entry === null) return { refused: otherEntry(name, model) ?? noSuchStage(model, name) };
  const [first, ...others] = entry.clocks;
  if (first === undefined) return { refused: withoutLimit(entry) };
  const automated = 'owner' in entry && entry.owner?.automated === true;
  const { calendar } = model.config;
  const calendars = readBook(model.config);
  const ask = ({ sla }: Clock): SlaAnswer =>
    answerDue({ ...asked, phrase: sla.raw.text, calendar, calendars, automated });
  return withClocks(ask(first), first, others, ask);
}

/** The first clock's answer with those of the others below it; one that has no answer says why. */
function withClocks(
  answer: SlaAnswer,
  first: Clock,
  others: readonly Clock[],
  ask: (clock: Clock) => SlaAnswer,
): SlaAnswer {
  if (answer.exit !== 0 || others.length === 0) return answer;
  const clocks = [{ clock: first, answer }, ...others.map((clock) => ({ clock, answer: ask(clock) }))];
  const lines = clocks.slice(1).map(({ clock, answer: { text } }) => {
    const due = text.split('\n').filter((line) => line !== '' && !line.startsWith('Arrives '));
    return `${capital(clockName(clock.kind))}: ${due.join(' ')}`;
  });
  return {
    ...answer,
    text: `${answer.text}${lines.join('\n')}\n`,
    json: {
      ...answer.json,
      clocks: clocks.map(({ clock, answer: { json } }) => ({ clock: clock.kind, ...json })),
    },
  };
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function withoutLimit(entry: Stage | Handoff): string {
  const stage = 'toTarget' in entry ? stageAt(entry.toTarget) : null;
  if (stage === null) return `${entry.id} has no SLA. Write one, or ask with --sla "1 business hour".`;
  return `${entry.id} has no limit of its own. Ask for the stage it leads to: mops due ${stage.name} …`;
}

/** What an entry is that is no stage and no handoff, and which stage to ask for. */
function otherEntry(name: string, model: Model): string | null {
  const [record] = model.records.get(name.toUpperCase()) ?? [];
  if (record === undefined) return null;
  const retired = isLiving(record) ? '' : `${record.status} `;
  const what = record.type?.text ?? record.entry.kind;
  const routing = model.routings.find(({ id }) => id === record.id);
  const stage = routing?.toTarget?.kind === 'stage' ? routing.toTarget.name : null;
  const instead =
    stage === null
      ? `Stages: ${model.living.stages.map((living) => living.name).join(', ') || 'none'}.`
      : `Ask for the stage its leads come to: mops due ${stage} …`;
  return `${record.id} is a ${retired}${what}${record.entry.title.text === '' ? '' : ` (${record.entry.title.text})`}, not a stage. ${instead}`;
}
