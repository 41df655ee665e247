/** How words are made alike before they are compared: one folding for each kind of thing that has a name. */

/** Signs beside a name that are no part of it: emoji, and marks of the writing direction that nobody sees. */
const ornaments = /\p{Extended_Pictographic}|\p{Cf}|\ufe0f/gu;

/** Letters that are what they are in every form: nearly every text is of them alone. */
const simple = /^[\0-\x7f]*$/;

/** Compatible forms, without ornaments, in lower case. */
function plain(text: string): string {
  if (simple.test(text)) return text.toLowerCase();
  const whole = text.normalize('NFKC').toLowerCase();
  const bare = whole.replace(ornaments, '');
  // A name of emoji alone is told by them.
  return /[\p{L}\p{N}]/u.test(bare) ? bare : whole.replace(/\p{Cf}|\ufe0f/gu, '');
}

/** "M.Q.L." and "A.E." are MQL and AE. */
function undotted(text: string): string {
  return text.includes('.')
    ? text.replace(/(?<!\S)(?:\p{L}\.){2,}\p{L}?(?!\S)/gu, (letters) => letters.replaceAll('.', ''))
    : text;
}

/** The words of a text in lower case: letters and digits, whatever stands between them. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Names of stages and places: blanks and hyphens are one blank. `Closed–Won ` and `closed won` are one name. */
export function foldName(name: string): string {
  return undotted(plain(name))
    .replace(/[\s\u2010-\u2015_-]+/g, ' ')
    .replace(/^[\s"'`*“”‘’«»„]+|[\s"'`*.,;:“”‘’«»„]+$/g, '');
}

/** Labels of fields: letters and digits, everything else one blank. `**Exit criteria** (progression)` and its kin. */
export function foldLabel(label: string): string {
  if (simple.test(label))
    return label
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** Names of roles: a slash joins without blanks, hyphens stay ("go-to-market"). */
export function foldRole(name: string): string {
  return undotted(plain(name))
    .replace(/\s*\/\s*/g, '/')
    .replace(/\s+/g, ' ')
    .replace(/^[\s"'`*“”‘’]+|[\s"'`*.“”‘’]+$/g, '');
}

/** Grounds, codes and segments: case, hyphens, quotes and double blanks aside. */
export function foldWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u2010-\u2015_-]+/g, ' ')
    .replace(/["'`\u2018-\u201f]/g, '')
    .replace(/[.,;:]+$/, '')
    .trim();
}
