/**
 * Characters that show as nothing, or make text show in another order than it is read in, where no writing needs
 * them: programs read what people do not see. Right-to-left text, joined emoji and flags, variation selectors,
 * Persian and Indic joiners, breaks between Thai or Chinese words and soft hyphens are writing and not found.
 */

export interface Hidden {
  /** `tags`: the hidden alphabet. `order`: reading order turned. `data`: selectors in a row. `control`: steers a terminal. `inside`: inside a word. */
  readonly kind: 'tags' | 'order' | 'data' | 'control' | 'inside';
  /** Offsets in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

/** All that could be, in runs of one kind. */
const suspects =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point
  /(?<tags>[\u{e0000}-\u{e007f}]+)|(?<data>[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]+)|(?<order>[\u202a-\u202e\u2066-\u2069]+)|(?<control>[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u0084\u0086-\u009f]+)|(?<inside>[\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]+)/gu;

const letter = /[\p{L}\p{N}]/u;
/** Scripts in which nothing without width belongs inside a word. */
const plain = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]/u;
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const ideograph = /[\p{Script=Han}\p{Script=Mongolian}\p{Script=Phags_Pa}]/u;
/** England, Scotland and Wales: a black flag, a few tag letters and an end. */
const flag = /^[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f}$/u;

/** Finds hidden characters in a text, in order. Linear. */
export function* hiddenIn(text: string): Generator<Hidden> {
  for (const match of text.matchAll(suspects)) {
    const [kind] = Object.entries(match.groups ?? {}).find(([, found]) => found !== undefined) ?? [];
    const start = match.index;
    const end = start + match[0].length;
    const found = { kind: kind as Hidden['kind'], start, end };
    if (!isWriting(text, found, match[0])) yield found;
  }
}

function isWriting(text: string, { kind, start, end }: Hidden, run: string): boolean {
  const before = characterBefore(text, start);
  switch (kind) {
    case 'tags':
      return before === '\u{1f3f4}' && flag.test(run);
    case 'data':
      // One behind a character is how emoji, symbols and Han characters say which form is meant.
      return [...run].length === 1 && (run < '\uff00' || ideograph.test(before));
    case 'order':
      return !/[\u202d\u202e]/.test(run) && rightToLeft.test(lineAround(text, start));
    case 'control':
      return false;
    case 'inside': {
      if (start === 0 && run === '\ufeff') return true;
      const after = String.fromCodePoint(text.codePointAt(end) ?? 0x20);
      return !(letter.test(before) && letter.test(after) && plain.test(before) && plain.test(after));
    }
  }
}

function characterBefore(text: string, at: number): string {
  if (at === 0) return '';
  const paired = at > 1 && /[\udc00-\udfff]/.test(text[at - 1] ?? '');
  return text.slice(at - (paired ? 2 : 1), at);
}

/** The line around a place, not further than a paragraph goes. */
function lineAround(text: string, at: number): string {
  const from = Math.max(text.lastIndexOf('\n', at) + 1, at - 400);
  const to = text.indexOf('\n', at);
  return text.slice(from, to < 0 ? at + 400 : Math.min(to, at + 400));
}

/** What the tag characters of a text spell, in visible letters. */
export function spelled(text: string): string {
  return [...text]
    .map((character) => (character.codePointAt(0) ?? 0) - 0xe0000)
    .filter((code) => code >= 0x20 && code < 0x7f)
    .map((code) => String.fromCharCode(code))
    .join('');
}

/** `U+200B`. */
export function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
