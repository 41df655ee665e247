import { answerSla, readBook } from '../../sla/index.ts';
import type { ExitCode } from '../exit.ts';
import { loadConfig } from '../files/tree.ts';
import type { Terminal } from '../terminal.ts';
import { type ClockFlags, requestOf, tell } from './answer.ts';

/** `mops sla "<phrase>"`: how a phrase is read; exit 1 when it is no limit. */
export async function slaCommand(
  phrase: string,
  path: string | undefined,
  flags: ClockFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const config = await loadConfig(requestOf(path, flags));
  return tell(answerSla(phrase, { calendar: config.calendar, calendars: readBook(config) }), flags, terminal);
}
