/** Names of stages that are a usual stage with a word before or behind it. */

import { foldName } from '../language/fold.ts';
import { places } from './usual-names.ts';

/** Words that make another thing of the stage they stand before. */
const denying = /^(?:pre|non|not|no|un|ex|old|former|rejected|disqualified|lost|failed|to|from)$/i;

/** How a name may be a qualifier and a stage: `SQL (EMEA)`, `SQL – EMEA`, `EMEA – SQL`, `SQL EMEA`, `SMB MQL`. */
export function splits(name: string): { readonly qualifier: string; readonly base: string }[] {
  const found: { qualifier: string; base: string }[] = [];
  const add = (qualifier: string, base: string, sure: boolean): void => {
    const place = places.get(foldName(base))?.canonical;
    if (foldName(qualifier) === '' || places.has(foldName(qualifier)) || denying.test(qualifier.trim()))
      return;
    if (sure || place !== undefined)
      found.push({ qualifier: qualifier.trim(), base: place ?? foldName(base) });
  };
  const bracket = /^(.+?)\s*\(([^()]+)\)\s*$/u.exec(name) ?? /^(.+?)\s*\[([^[\]]+)\]\s*$/u.exec(name);
  if (bracket !== null) add(bracket[2] ?? '', bracket[1] ?? '', true);
  const [, left = '', right = ''] = /^(.+?)\s*(?:\s[–—-]\s|[:|/·]\s?)\s*(.+)$/u.exec(name) ?? [];
  if (left !== '') {
    add(right, left, false);
    add(left, right, false);
  }
  const words = bracket === null && left === '' ? name.trim().split(/\s+/) : [];
  for (let at = 1; at < words.length && words.length <= 6; at++) {
    const [before, after] = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
    add(before, after, false);
    add(after, before, false);
  }
  return found;
}

/** A word is a qualifier of the team's where it stands with this many usual stages. */
const leastBases = 2;

/**
 * Names that are a usual stage with a word of the team's own beside it ("MQL Pro", "Inbound SQL"), with that stage:
 * where two such words or more each stand with several stages, they divide the lifecycle and name no stages.
 */
export function dividedNames(names: readonly string[]): ReadonlyMap<string, string> {
  const groups = new Map<string, Map<string, string>>();
  for (const name of names)
    for (const { qualifier, base } of splits(name)) {
      if (!places.has(foldName(base))) continue;
      const group = groups.get(foldName(qualifier)) ?? new Map<string, string>();
      groups.set(foldName(qualifier), group);
      group.set(name, base);
    }
  const large = [...groups.values()].filter((group) => new Set(group.values()).size >= leastBases);
  return large.length < 2 ? new Map() : new Map(large.flatMap((group) => [...group]));
}
