/** Changes as they are told: one cause is one line, though it shows in many entries. */

import { addTo } from '../lifecycle/grouped.ts';
import { type Change, kindWord, type Replaced, subjectWords } from './change.ts';

/** One line about one or more subjects. */
export interface Told {
  /** Who it is about, in words: `MQL`, `Handoff MQL → SQL and 3 other handoffs`. */
  readonly about: string;
  /** What is said of them, the words behind the subject. */
  readonly fact: string;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * The same change in several entries is one line, where the first of them stands; a link to an entry that came or
 * went stands behind that entry's own line.
 */
export function sameChanges(changes: readonly Change[]): readonly Told[] {
  const whole = new Map<string, Change>();
  for (const each of changes)
    if (each.what === 'added' || each.what === 'removed') whole.set(`${each.what} ${each.subject.id}`, each);
  const linking = new Map<Change, Change[]>();
  const groups = new Map<string, Change[]>();
  for (const each of changes) {
    const cause = causeOf(each, whole);
    if (cause !== undefined) {
      addTo(linking, cause, each);
      continue;
    }
    const alone = each.what === 'added' || each.what === 'removed' || each.what === 'renamed';
    const key =
      each.replaced !== undefined
        ? `${each.replaced.old}\u0000${each.replaced.now}`
        : alone
          ? each.subject.id + each.what
          : `${each.subject.kind}\u0000${each.what}\u0000${factOf(each)}`;
    addTo(groups, key, each);
  }
  return [...groups.values()].map((group) => {
    const [first] = group as [Change];
    if (first.replaced !== undefined && group.length > 1) return otherWords(group, first.replaced);
    const links = linking.get(first) ?? [];
    const linked =
      links.length === 0
        ? ''
        : `; ${first.what === 'added' ? 'linked' : 'no longer linked'} in ${named(links)}`;
    return {
      about: named(group),
      fact: `${factOf(first)}${linked}`,
      before: first.before,
      after: first.after,
    };
  });
}

/** `Words: “budget” is now “funding”, in MQL, SQL and 2 more entries`. */
function otherWords(group: readonly Change[], { old, now }: Replaced): Told {
  return {
    about: 'Words',
    fact: `“${old}” is now “${now}”, in ${named(group, ' and ')}`,
    before: null,
    after: null,
  };
}

function causeOf({ what, before, after }: Change, whole: ReadonlyMap<string, Change>): Change | undefined {
  if (what !== 'link') return undefined;
  if (before === null && after !== null) return whole.get(`added ${after}`);
  if (after === null && before !== null) return whole.get(`removed ${before}`);
  return undefined;
}

function factOf({ subject, sentence }: Change): string {
  return sentence.slice(subjectWords(subject).length + 2);
}

/** Subjects in one phrase: all of up to three, else the first and how many more. */
function named(group: readonly Change[], last = ', '): string {
  const [first, ...others] = [...new Map(group.map((each) => [each.subject.id, each.subject])).values()];
  if (first === undefined) return '';
  if (others.length === 0) return subjectWords(first);
  if (others.length < 3) {
    const words = [first, ...others].map(subjectWords);
    return `${words.slice(0, -1).join(', ')}${last}${words.at(-1)}`;
  }
  const kinds = new Set(others.map(({ kind }) => kind));
  const [kind] = kinds;
  const word = kinds.size === 1 && kind !== undefined ? `${kindWord(kind)}s` : 'entries';
  return `${subjectWords(first)} and ${others.length} more ${word}`;
}
