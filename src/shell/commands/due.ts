import { dueOf } from '../../lead/due.ts';
import { answerDue, readBook } from '../../sla/index.ts';
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
  const model = modelOf(await loadTree(request));
  const answer = dueOf(model, name ?? '', asked);
  if ('refused' in answer) throw new UsageError(plainText(answer.refused));
  return tell(answer, flags, terminal);
}
