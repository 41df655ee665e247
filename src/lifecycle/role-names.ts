/** What a lifecycle calls its roles: a team of SDRs reads of SDRs, though the table's row is headed BDR. */

import { foldRole } from '../language/fold.ts';
import type { RoleWords } from '../language/roles.ts';
import { automationRole } from '../language/tables/role-words.ts';

const between = /[()[\]/,;&+→]|\b(?:and|or|then)\b/i;

/**
 * Role → the word for it, where the texts name it and never by the table's own name: the word used most, the first of
 * several. Software with several names keeps the table's.
 */
export function calledIn(words: RoleWords, texts: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, Map<string, { readonly word: string; count: number }>>();
  for (const text of texts) {
    for (const [role, word] of namesIn(words, text)) {
      const ofRole = found.get(role) ?? new Map<string, { word: string; count: number }>();
      found.set(role, ofRole);
      const known = ofRole.get(foldRole(word));
      if (known === undefined) ofRole.set(foldRole(word), { word, count: 1 });
      else known.count++;
    }
  }
  return new Map(
    [...found].flatMap(([role, names]) => {
      const [first] = [...names.values()].toSorted((a, b) => b.count - a.count);
      const mixed = role === automationRole && names.size > 1;
      return first === undefined || mixed || names.has(foldRole(role)) ? [] : [[role, first.word] as const];
    }),
  );
}

/** The shortest plain word for each role in a text: `Sales Development Representative (SDR)` is SDR. */
function namesIn(words: RoleWords, text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const piece of text.replace(/[`*_"“”]/g, '').split(between)) {
    const own = piece.trim().replace(/^(?:the|a|an|our)\s+/i, '');
    const named = own.length > 40 ? null : words.find(own);
    if (named === null || named.qualifier !== null) continue;
    const word =
      own.endsWith('s') && words.find(own.slice(0, -1))?.role === named.role ? own.slice(0, -1) : own;
    if (word.length < (found.get(named.role)?.length ?? 99)) found.set(named.role, word);
  }
  return found;
}
