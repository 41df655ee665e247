/** Segments that are told by what they are not: all other leads, and those of whom nothing is known. */

const others =
  /^(?:otherwise|other|others|else|all others?|all the others|everyone else|everything else|everybody else|the rest|rest|default|fallback|any other(?: lead)?s?|no match|\*)$/i;

/** Whether a segment is the leads of no other one. */
export function isOtherwise(segment: string): boolean {
  return others.test(segment.trim());
}

const unknown =
  /^(?:unknown|missing|blank|empty|not known|no data)\b|\b(?:unknown|not known|missing|blank)$|^no \S+(?: \S+)? (?:known|given|data)$/i;

/** Whether a segment is the leads about which nothing is known: `No size known`, `size unknown`, `missing`. */
export function isUnknownLead(segment: string): boolean {
  return unknown.test(segment.trim());
}
