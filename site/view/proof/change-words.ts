/** One change in words, with what was marked as gone. */

import { changedWords } from '../../../src/compare/index.ts';
import { own } from '../../../src/language/own.ts';
import type { ChangeLine } from '../../lib/history.ts';
import type { Words } from '../page.ts';
import type { Site } from '../site.ts';

/**
 * A change in a line: the entry's name (a link where it has a page), the field, what was there and what is there now.
 */
export function changeWords(site: Site, line: ChangeLine): Words {
  const to = line.id === null ? null : site.homePath(line.id);
  const name =
    to === null
      ? { kind: 'strong' as const, text: line.name }
      : { kind: 'link' as const, text: line.name, to };
  const sides = sidesOf(line);
  return sides === null ? [name, ' ', withoutName(line)] : [name, ` ${fieldOf(line)} `, ...sides];
}

/** The same at the foot of the entry's own page, which needs no name: the field, and both sides where they are short. */
export function changeOfPage(line: ChangeLine): Words {
  const sides = sidesOf(line);
  const short = sides !== null && (line.before?.length ?? 0) + (line.after?.length ?? 0) <= 60;
  return short ? [`${fieldOf(line)} `, ...sides] : [fieldName(line)];
}

/** What was there and what is there now; of a long text the words that went and came. Null where a side is missing. */
function sidesOf({ before, after }: ChangeLine): Words | null {
  if (before === null || after === null || before === '' || after === '') return null;
  const runs = changedWords(before, after);
  if (runs === null) return [{ kind: 'gone', text: before }, ' → ', after];
  return runs.flatMap(({ kind, text }, at): Words => {
    if (kind === 'kept') return [text];
    const blank = /^\s/.test(text) || (at > 0 && runs[at - 1]?.kind !== 'kept') ? [' '] : [];
    return [...blank, { kind: kind === 'gone' ? 'gone' : 'strong', text: text.trim() }];
  });
}

/** What a field is called where no value follows. */
export const fieldName = (line: ChangeLine): string => fieldOf(line).replace(/:$/, '');

const fieldOf = ({ what }: ChangeLine): string => own(fieldWords, what) ?? what.replaceAll('-', ' ');

/** The sentence without the name it begins with, also behind its kind ("KPI Win rate: …"): that stands before it as a link. */
function withoutName({ name, sentence }: ChangeLine): string {
  const at = sentence.indexOf(name);
  const begins = at === 0 || (at > 0 && !sentence.slice(0, at - 1).includes(' ') && sentence[at - 1] === ' ');
  return begins ? sentence.slice(at + name.length).replace(/^[\s:]+/, '') : sentence;
}

const fieldWords: Readonly<Record<string, string>> = {
  sla: 'answer within',
  owner: 'owner',
  escalation: 'when the limit passes:',
  trigger: 'handed over when:',
  cadence: 'touched:',
  entry: 'enters when:',
  progression: 'moves on when:',
  disqualification: 'turned away when:',
  'rejection-condition': 'refused when:',
  'rejection-routing': 'a no leads to:',
  're-engagement': 'comes back when:',
  'from-owner': 'sent by',
  'to-owner': 'received by',
  payload: 'hands over:',
};
