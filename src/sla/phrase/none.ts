/** Phrases that say there is no limit (`n/a`), or none yet (`TBD`). */

import { isUndecided } from '../../language/nothing.ts';
import { noLimit, notApplicable } from '../../language/tables/not-applicable.ts';
import type { SlaNone } from '../meaning.ts';
import type { Cursor } from '../text/cursor.ts';
import { escalates } from '../text/escalating.ts';
import { refuse } from '../text/refusals.ts';
import { eagerWords } from '../text/words.ts';

/** The longest first: "none needed" is more than "none". */
const phrases = [...notApplicable, ...noLimit]
  .map((row) => row.split(' '))
  .sort((a, b) => b.length - a.length);

/** `n/a`, `none (reason)`, `no SLA`, a lone dash. */
export function readNone(c: Cursor): SlaNone | null {
  const said = phrases.find((words) => words.every((word, at) => c.peek(at).text === word));
  const dashes = c.tokens.slice(0, c.end).every((token) => token.text === '-');
  const length = said?.length ?? (dashes ? c.end : 0);
  if (length === 0) return null;
  const after = c.peek(length);
  if (c.at + length < c.end && after.kind !== 'sign') return null;
  if (c.tokens.some((_, at) => at >= length && escalates(c, at))) {
    throw refuse.escalation(c.slice(0, length));
  }
  const reason = bareReason(after.text === '' ? '' : c.text.slice(c.tokens[length]?.start ?? 0));
  return { kind: 'none', ...(reason === '' ? {} : { reason }), warnings: [] };
}

function bareReason(rest: string): string {
  const trimmed = withoutLead(rest);
  const inside = trimmed.startsWith('(') && trimmed.endsWith(')') ? trimmed.slice(1, -1) : trimmed;
  return withoutLead(inside);
}

function withoutLead(text: string): string {
  let start = 0;
  while (start < text.length && ' -:,;.'.includes(text[start] ?? '')) start += 1;
  return text.slice(start).trimEnd();
}

/** Does nothing where a limit may stand. @throws Refused for a template's bracket and for what is still open */
export function refusePlaceholder(c: Cursor): void {
  const first = c.peek();
  const last = c.tokens[c.end - 1];
  const phrase = c.slice(0, c.end);
  const bracketed =
    (first.text === '[' && last?.text === ']') ||
    (first.text === '{' && last?.text === '}') ||
    (first.text === '<' && last?.text === '>' && c.peek(1).kind === 'word');
  if (bracketed) throw refuse.placeholder(phrase);
  const marks = c.tokens
    .slice(0, c.end)
    .every((token) => token.kind === 'sign' && '?….'.includes(token.text[0] ?? ' '));
  if (marks || (isUndecided(phrase) && !c.isWord(eagerWords)) || c.ahead(['to', 'be']))
    throw refuse.undecided(phrase);
}
