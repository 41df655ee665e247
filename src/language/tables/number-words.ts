/** Numbers in words. A row is counted up from its first word; extend it at its end. */

/** From nought. */
export const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
/** From twenty, in tens. */
export const tens = 'twenty thirty forty fifty sixty seventy eighty ninety';
/** How often, from one. */
export const often = 'once twice thrice';
/** Which one, from the first. */
export const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth';
