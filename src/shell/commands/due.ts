import { noSuchStage, stageNamed } from '../../lead/names.ts';
import type { Handoff, Model, Stage } from '../../lifecycle/model.ts';
import { answerDue } from '../../sla/index.ts';
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
    const { calendar } = await loadConfig(request);
    return tell(answerDue({ ...asked, phrase: flags.sla, calendar }), flags, terminal);
  }
  const tree = await loadTree(request);
  const entry = entryNamed(name ?? '', modelOf(tree));
  if (entry.sla === null) {
    throw new UsageError(`${entry.id} has no SLA. Write one, or ask with --sla "1 business hour".`);
  }
  const automated = 'owner' in entry && entry.owner?.automated === true;
  const { calendar } = tree.config;
  return tell(answerDue({ ...asked, phrase: entry.sla.raw.text, calendar, automated }), flags, terminal);
}

/** The handoff of an ID, or the stage of an ID, a name or an alias. @throws UsageError with the closest name */
function entryNamed(name: string, model: Model): Stage | Handoff {
  const handoff = model.livingHandoffs.find(({ id }) => id.toLowerCase() === name.trim().toLowerCase());
  const entry = handoff ?? stageNamed(model, name);
  if (entry === null) throw new UsageError(plainText(noSuchStage(model, name)));
  return entry;
}
