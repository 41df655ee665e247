/** A reason on one line of a rejection rule: `- No budget → Nurture; back when a budget is announced`. */

import { firstArrow } from '../language/arrow.ts';
import { opensReturn } from '../language/returning.ts';
import type { Text } from '../sot/entry.ts';
import { slice } from './span.ts';

/** The reason, the place it leads to with what is said of it (a tag), and when the lead comes back. */
export interface ReasonLine {
  readonly reason: Text;
  readonly route: Text;
  readonly back: Text | null;
}

const parting =
  /\s*(?:;|\.(?=\s)|,(?=\s+(?:and\s+)?(?:back|comes?|returns?|re-?e|when|once|after|never|not)\b))\s*(?:and\s+)?/gi;

/** Null where no arrow parts a reason from its place. */
export function reasonLine(raw: Text): ReasonLine | null {
  const { left: reason, right } = atArrow(raw);
  if (right === null || reason.text === '' || right.text === '') return null;
  for (const match of right.text.matchAll(parting)) {
    const at = match.index + match[0].length;
    if (!opensReturn(right.text.slice(at))) continue;
    return { reason, route: slice(right, 0, match.index), back: slice(right, at, right.text.length) };
  }
  return { reason, route: right, back: null };
}

/** `too-small → MQL, tag "small-team"`: what stands on both sides of an arrow. */
export function atArrow(raw: Text): { readonly left: Text; readonly right: Text | null } {
  const arrow = firstArrow(raw.text);
  if (arrow === null) return { left: raw, right: null };
  const { length } = raw.text;
  return {
    left: slice(raw, 0, raw.text.slice(0, arrow.start).trimEnd().length),
    right: slice(raw, length - raw.text.slice(arrow.end).trimStart().length, length),
  };
}
