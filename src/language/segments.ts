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

const sizes =
  /^(?:the )?(?:very )?(?:s|m|l|xl|xs|smb|smbs|smes?|mm|ent|solo|micro|mini|small|medium|mid|large|huge|tiny|start-?ups?|scale-?ups?|small (?:business|companies)|medium (?:business|companies)|mid[- ]?market|mid[- ]?size|enterprises?|large enterprises?|corporates?|commercial|strategic|velocity|growth|key accounts?|majors?|mittelstand|kmu|pme|pymes?)$/i;

/** Whether a label beside a range of numbers is a name for that very range: "SMB (1–49)". */
export function namesSize(label: string): boolean {
  return sizes.test(label.trim());
}
