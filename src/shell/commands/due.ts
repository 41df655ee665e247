import { noSuchStage, stageNamed } from '../../lead/names.ts';
import { clockName } from '../../lifecycle/limits.ts';
import type { Clock, Handoff, Model, Stage } from '../../lifecycle/model.ts';
import { isLiving } from '../../lifecycle/standing.ts';
import { stageAt } from '../../lifecycle/target-stages.ts';
import { answerDue, readBook, type SlaAnswer } from '../../sla/index.ts';
import { plainText } from '../../untrusted/plain-text.ts';
import { type ExitCode, UsageError } from '../exit.ts';
import { modelOf } from '../files/check-tree.ts';
import { loadConfig, loadTree } from '../files/tree.ts';
import type { Terminal } from '../terminal.ts';
import { type ClockFlags, requestOf, tell } from './answer.ts';

export interface DueFlags extends ClockFlags {
  readonly sla?: string;
  readonly zone?: string;
  readonly segment?: string;
}

/** `mops due`: when a lead that arrives now must have been answered, by a stage's limit or by `--sla`. */
export async function dueCommand(
  words: readonly string[],
  flags: DueFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const [name, arrival, path, ...rest] = flags.sla === undefined ? words : ['', ...words];
  if (arrival === undefined || rest.length > 0) {
    throw new UsageError(
      flags.sla === undefined
        ? 'Name a stage and an arrival time: mops due MQL 2026-03-13T16:30'
        : 'Give one arrival time: mops due --sla "1 business hour" 2026-03-13T16:30',
    );
  }
  const request = requestOf(path, flags);
  const asked = { arrival, zone: flags.zone, segment: flags.segment };
  if (flags.sla !== undefined) {
    const config = await loadConfig(request);
    const { calendar } = config;
    const calendars = readBook(config);
    return tell(answerDue({ ...asked, phrase: flags.sla, calendar, calendars }), flags, terminal);
  }
  const tree = await loadTree(request);
  const model = modelOf(tree);
  const entry = entryNamed(name ?? '', model);
  const [first, ...others] = entry.clocks;
  if (first === undefined) throw new UsageError(withoutLimit(entry));
  const automated = 'owner' in entry && entry.owner?.automated === true;
  const { calendar } = tree.config;
  const ask = ({ sla }: Clock): SlaAnswer =>
    answerDue({ ...asked, phrase: sla.raw.text, calendar, calendars: readBook(tree.config), automated });
  return tell(withClocks(ask(first), first, others, ask), flags, terminal);
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
  return `${entry.id} has no limit of its own. Ask for the stage it leads to: mops due ${plainText(stage.name)} …`;
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

/** The handoff of an ID, or the stage of an ID, a name or an alias. @throws UsageError with the closest name */
function entryNamed(name: string, model: Model): Stage | Handoff {
  const handoff = model.living.handoffs.find(({ id }) => id.toLowerCase() === name.trim().toLowerCase());
  const entry = handoff ?? stageNamed(model, name);
  if (entry === null) throw new UsageError(plainText(otherEntry(name, model) ?? noSuchStage(model, name)));
  return entry;
}
