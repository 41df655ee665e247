/**
 * Characters that steer a terminal or turn the reading order around: C0 and C1 controls (escape sequences start
 * with one), DEL, bidi marks and overrides, line and paragraph separators, and halves of a surrogate pair.
 * Right-to-left letters themselves are text and stay.
 */
const steering =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * One line of untrusted text for a terminal: blanks of every kind become one space, and what would steer the
 * terminal is shown as its code, `\u{1b}` for escape.
 */
export function plainText(text: string): string {
  return text
    .replace(/[\t\r\n]+/g, ' ')
    .replace(steering, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`);
}

/** JSON of a value with two blanks of indent and a final newline; every steering character is written `\uXXXX`, so that the text is as safe on a terminal as it is true. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${text.replace(/[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g, unicodeEscape)}\n`;
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The text cut to a number of characters, an ellipsis included; never between the halves of a surrogate pair. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = most - 1;
  if (/[\ud800-\udbff]/.test(text.charAt(end - 1))) end -= 1;
  return `${text.slice(0, end)}…`;
}
