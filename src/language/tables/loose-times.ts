/** Times that no clock tells: "next morning" on a Friday, "later", "at noon" of which day. Extend a row. */

/** Behind a time of day or a weekday: what people hold then is no time. */
const meeting = "(?!(?:'s)? (?:\\w+ ){0,2}(?:meeting|review|report|sync|stand-?up|call|round|list))";
const ofDay =
  "noon|midday|midnight|lunch(?:time)?|breakfast|dinner|closing time|\\d{1,2}(?:[:.]\\d{2})? ?(?:[ap]\\.?m\\.?|o'clock|uhr)|\\d{1,2}:\\d{2}";
const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const loose = new RegExp(
  [
    `\\b(?:the )?(?:next|following) (?:morning|day|afternoon|evening|week|month|shift)\\b${meeting}`,
    '\\btomorrow(?: morning)?\\b',
    '\\bovernight\\b',
    '\\btonight\\b',
    '(?<!\\b(?:no|not) )\\blater\\b(?! than\\b)(?: on\\b)?',
    '\\bsoon\\b(?! as\\b)',
    '\\beventually\\b',
    '\\bat some point\\b',
    '\\b(?:by |at )?(?:the )?end of (?:the )?(?:week|month|quarter)\\b',
    '\\bin due course\\b',
    '\\bwhen there is time\\b',
    '\\bafter a while\\b',
    `\\b(?:at|by|before|after|around|until|till) (?:${ofDay})(?!\\w|[.:]\\d)${meeting}`,
    `\\b(?:in the|during the|this|that|the same) (?:morning|afternoon|evening)\\b${meeting}`,
    `\\b(?:on|by|before|next) ${weekday}s?(?: (?:morning|noon|afternoon|evening|night))?\\b${meeting}`,
  ].join('|'),
  'i',
);

/** Such a time in a text, as written, and where it begins; null for none. */
export function looseTime(text: string): { readonly text: string; readonly start: number } | null {
  const found = loose.exec(text);
  return found === null ? null : { text: found[0], start: found.index };
}
