/** Times that no clock tells: "next morning" on a Friday, "later", "end of the week". Extend the row. */

const loose =
  /\b(?:the )?(?:next|following) (?:morning|day|afternoon|evening|week|month|shift)\b(?! (?:meeting|review|report|sync))|\btomorrow(?: morning)?\b|\bovernight\b|(?<!\b(?:no|not) )\blater\b(?! than\b)(?: on\b)?|\bsoon\b(?! as\b)|\beventually\b|\bat some point\b|\b(?:by |at )?(?:the )?end of (?:the )?(?:week|month|quarter)\b|\bin due course\b|\bwhen there is time\b|\bafter a while\b/i;

/** Such a time in a text, as written; null for none. */
export function looseTime(text: string): string | null {
  return loose.exec(text)?.[0] ?? null;
}
