/** What a text says, without what only its writing adds: capitals, numbers in words, signs of a range, other units. */

const small = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const tens: Readonly<Record<string, number>> = {
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  'forty-five': 45,
  fifty: 50,
  sixty: 60,
  ninety: 90,
  hundred: 100,
};
const numbers: ReadonlyMap<string, string> = new Map([
  ...small.map((word, value) => [word, `${value}`] as const),
  ...Object.entries(tens).map(([word, value]) => [word, `${value}`] as const),
]);
const numberWord = new RegExp(`\\b(?:${[...numbers.keys()].toReversed().join('|')})\\b(?!-)`, 'g');
const amount = /(\d+(?:\.\d+)?) ?(business )?(minutes?|mins?|hours?|hrs?)\b/g;

/** A key that is equal for two texts that differ in their writing alone. Texts come folded (`said.ts`). */
export function wordingKey(folded: string): string {
  return folded
    .toLowerCase()
    .replace(numberWord, (word) => numbers.get(word) ?? word)
    .replace(/\ba half (?=(?:business |working )?hour)|\bhalf an? (?=(?:business |working )?hour)/g, '0.5 ')
    .replace(/(?<=\d),(?=\d{3}\b)/g, '')
    .replace(/(?<=\d)\s*(?:-|to)\s*(?=\d)/g, '-')
    .replace(/\be-(?=mails?\b)/g, 'e')
    .replace(/\bworking (?=(?:minutes?|mins?|hours?|hrs?|days?)\b)/g, 'business ')
    .replace(
      amount,
      (_, count: string, business: string | undefined, word: string) =>
        `${Number(count) * (word.startsWith('h') ? 60 : 1)} ${business ?? ''}minutes`,
    )
    .replace(/(?<=[;,])\s+and\b/g, '')
    .replace(/\s+/g, ' ');
}
