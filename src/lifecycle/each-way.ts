/** Ways that one line holds: "Call held → SQL. No budget → Nurture" is two, each with its own condition. */

import { arrowPattern, hasArrow } from '../language/arrow.ts';
import { opensWay, wayWords } from '../language/way.ts';
import type { Text } from '../sot/entry.ts';
import { slice } from './span.ts';
import type { Targets } from './targets.ts';

/** What may part two ways; "or" leaves open which of two is meant. */
const joint = /\s*[;,.]\s+|\s+(?:[/|\u2013\u2014-]|and)\s+|\s+(?=\(\d\)\s)/gu;
const lead = /^(?:and|or|while|but)\s+/i;
const another = /;\s+|\s(?:when|if|once)\s/i;
const arrows = new RegExp(`${arrowPattern}.*${arrowPattern}`, 'su');
/** What may stand behind a place: how long a lead stays, a code. */
const behindPlace = /\s*(?:\([^()]*\))?\s*$/;

/** Longer lines are no exits that a person wrote, and each of their joints would be looked at. */
const longest = 1000;

/** The ways of a line, in their order; the line alone where it holds one, or where it is not clear where one ends. */
export function eachWay(line: Text, targets: Targets): readonly Text[] {
  const { text } = line;
  if (text.length > longest) return [line];
  if (!arrows.test(text) && !another.test(text) && !/[.;,]\s+to\s/i.test(text)) return [line];
  const opens = namesFirst(line, targets);
  for (const { index, 0: sign } of text.matchAll(joint)) {
    const from = index + sign.length + (lead.exec(text.slice(index + sign.length))?.[0].length ?? 0);
    const before = slice(line, 0, index);
    const after = slice(line, from, text.length);
    if (opens ? namesFirst(after, targets) : endsAtPlace(before, targets) && goesOn(after.text))
      return [before, ...eachWay(after, targets)];
  }
  return [line];
}

/** "→ SQL when …", "To SQL: …", "SQL once …": the place stands before its condition. */
function namesFirst(line: Text, targets: Targets): boolean {
  if (opensWay(line.text)) return true;
  const place = knownPlace(line, targets);
  const way = wayWords.exec(line.text)?.[0].length ?? 0;
  return place !== null && line.text.startsWith(place, way) && line.text.length > way + place.length;
}

/** "Call held → SQL", "No budget → Nurture (90 days)": the place ends the way. */
function endsAtPlace(line: Text, targets: Targets): boolean {
  const place = hasArrow(line.text) ? knownPlace(line, targets) : null;
  return place !== null && line.text.replace(behindPlace, '').endsWith(place.replace(behindPlace, ''));
}

/** The stage or place that a line alone would lead to, as it is written; null for none and for one nobody knows. */
function knownPlace(line: Text, targets: Targets): string | null {
  const { to, target } = targets.progression(line);
  return target === null || target.kind === 'unknown' ? null : (to?.text ?? null);
}

/** Another way behind the first, and no chain: in "→ MQL, then → SQL" one lead passes both. */
function goesOn(text: string): boolean {
  return hasArrow(text) && !/^(?:then|finally|afterwards?|after (?:that|this))\b/i.test(text);
}
