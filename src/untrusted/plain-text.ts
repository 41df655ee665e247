/**
 * Characters that steer a terminal or turn the reading order around: C0 and C1 controls (escape sequences start
 * with one), DEL, bidi marks and overrides, line and paragraph separators, and halves of a surrogate pair; and those
 * that show as nothing but are read by programs: tags (a whole hidden alphabet), zero-width blanks, invisible
 * operators, fillers, variation selectors of the supplement. The joiners of emoji and of Persian are text and stay,
 * as do right-to-left letters themselves.
 */
const steering =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point
  /\u034f|[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e0fff}\ud800-\udfff]/gu;

/**
 * One line of untrusted text for a terminal: blanks of every kind become one space, and what would steer the
 * terminal is shown as its code, `\u{1b}` for escape.
 */
export function plainText(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ').replace(steering, codePoint);
}

/** Untrusted text without what would steer or shows as nothing, for pictures, where a code would be read as a word. */
export function visibleText(text: string): string {
  return text.replace(steering, '');
}

/** Untrusted text whose tabs and line ends stay, otherwise as `plainText`. */
export function plainLines(text: string): string {
  return text
    .split(/([\t\r\n]+)/)
    .map((part, at) => (at % 2 === 1 ? part : plainText(part)))
    .join('');
}

function codePoint(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}

/** JSON of a value with two blanks of indent and a final newline; every steering character is written `\uXXXX`, so that the text is as safe on a terminal as it is true. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${text.replace(steering, (found) => (found === '\n' ? found : unicodeEscape(found)))}\n`;
}

function unicodeEscape(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}

/** The text cut to a number of characters, an ellipsis included; never between the halves of a surrogate pair. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = most - 1;
  if (/[\ud800-\udbff]/.test(text.charAt(end - 1))) end -= 1;
  return `${text.slice(0, end)}…`;
}
