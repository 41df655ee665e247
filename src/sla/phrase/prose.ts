/** A limit in prose that goes on with who is told when it is missed, and short forms that the field writes. */

const missed =
  "(?:(?:if|when|once|on|upon|in case of)\\s+)?(?:(?:it is|it's|an?|the)\\s+)?(?:miss(?:ed)?|breach(?:ed)?|late|overdue|not (?:met|kept|done))";
/** Words of somebody who hears of a missed limit, and those that a part about a miss begins with. */
const told = new RegExp(
  `\\b(?:informed|notified|pinged|told|alerted|paged|warned|escalat\\w*|reassign\\w*|reassigned|steps in|takes over|hears of it|is (?:cc'?d|copied))\\b|^${missed}\\b`,
  'i',
);
const afterMiss = new RegExp(`[;,.]\\s+${missed}\\s*[:,-]`, 'i');
const joints = /[;,.]\s+(?:(?:then|and|else|otherwise)\b\s*)?/g;
/** Boundaries that are tried; a limit with more is no limit. */
const mostJoints = 6;

/**
 * The limit, or all limits, before the first part in which somebody is told: "Hot: 15 min; Warm: 4 hours" of "Hot:
 * 15 min; Warm: 4 hours; then the SDR lead is pinged". Null where no such part follows.
 *
 * @param reads whether a text alone is a limit
 */
export function limitBeforeEscalation(text: string, reads: (text: string) => boolean): string | null {
  const ends = [...text.matchAll(joints)].slice(0, mostJoints);
  for (const { index, 0: joint } of ends) {
    const [head, rest] = [text.slice(0, index), text.slice(index + joint.length)];
    const [part = ''] = rest.split(/[;.]\s/);
    if (told.test(head)) return null;
    if (!told.test(part)) continue;
    const within = head.search(/\bwithin\b/i);
    return [head, ...(within > 0 ? [head.slice(within)] : [])].find(reads) ?? null;
  }
  return null;
}

/** "4 hours. If missed: …" goes on with a step, which would else read as a segment of its own limit. */
export function goesOnAfterMiss(text: string): boolean {
  return afterMiss.test(text);
}

/** "3 bd", "5 b.d.", "2 wds": business days, as sales teams write them. */
export function spelledOut(text: string): string {
  return text.replace(
    /(?<=(?<![\w.])\d{1,3}(?:\.\d+)?\s?)(?:bds?|b\.d\.|wds?)(?![\p{L}\p{N}])/giu,
    (_, at: number, whole: string) => `${whole[at - 1] === ' ' ? '' : ' '}business days`,
  );
}
