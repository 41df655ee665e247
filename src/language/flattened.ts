/**
 * Labels in the middle of a line: editors that wrap paragraphs put lines straight below each other on one
 * (`Type: Lifecycle-Stage Order: 2 Status: Active`).
 */
import { isCadence } from './cadence.ts';
import { type FieldSet, type FieldWords, usualLabels } from './fields.ts';
import { foldLabel } from './fold.ts';
import { statusMeant } from './status.ts';
import { type FieldName, harmless, listFields } from './tables/fields.ts';

/** A label with a colon inside a text; offsets into it. */
export interface InnerLabel {
  /** First letter of the label, past its last, first character of what it says. */
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** Where what stands before it ends: marks of emphasis around the label are no part of that. */
  readonly before: number;
  /** The field it names; null for a team's own. */
  readonly name: FieldName | null;
}

/** Most words of a label ("Response time after entering this stage"), and its longest text. */
const mostWords = 8;
const longestLabel = 80;

/** `：`, the colon of East Asian keyboards. */
const fullWidth = 0xff1a;

/** Words behind which a phrase goes on, so that what follows is no label: "sets the Status: …", "by Owner: …". */
const goesOn =
  /(?:^|[\s(])(?:a|an|the|its|this|that|their|to|of|in|on|at|by|for|from|with|and|or|is|are|as|if|when|where|whose|no|per|via|than|set|sets|field|fields|column|says|see|under)$|[,:→>=-]$/i;
/** A label of a team's own: one or two words. */
const ownLabel = /^\p{Lu}[\p{L}-]*(?: \p{Ll}+)?$/u;

/** The field that a label names on an entry of a kind, below another label or beside it. */
export function fieldNamed(
  kind: FieldSet,
  label: string,
  block: FieldName | null,
  words: FieldWords = usualLabels,
): FieldName | null {
  return words.named(kind, label, block) ?? words.named(kind, label, null);
}

/** Whether a field is one of a block's own: an escalation of a clock, a field of the payload. */
export function isWithin(name: FieldName, block: FieldName): boolean {
  if (block.startsWith('sla') && (name.startsWith('escalation') || name === 'cadence')) return true;
  return name.startsWith(`${block}.`);
}

/**
 * The known labels inside a text, in order. One begins with a capital, behind a blank, outside brackets, quotes and
 * code, and not where a phrase goes on. Entries that only matter for links may have labels of the team's own.
 *
 * @param sign what parts labels and values in this text; null for a colon
 */
export function innerLabels(
  text: string,
  kind: FieldSet,
  block: FieldName | null,
  words: FieldWords = usualLabels,
  sign: string | null = null,
): readonly InnerLabel[] {
  const found: InnerLabel[] = [];
  const here: Here = { kind, words, sign, side: block, said: block, floor: 0 };
  let depth = 0;
  let quoted = false;
  let code = false;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === 96) code = !code;
    else if (code) continue;
    else if (char === 34 || char === 0x201c || char === 0x201d) quoted = !quoted;
    else if (char === 40 || char === 91 || char === 123) depth++;
    else if (char === 41 || char === 93 || char === 125) depth = Math.max(0, depth - 1);
    else if (depth > 0 || quoted) continue;
    else if (sign === null ? char === 58 || char === fullWidth : text.startsWith(sign, at)) {
      const label = labelBefore(text, at, here);
      if (label === 'joined') return [];
      if (label === null) continue;
      found.push(label);
      here.floor = label.value;
      here.said = label.name;
      if (label.name === 'from' || label.name === 'to') here.side = label.name;
    }
  }
  return found;
}

/** How far a text is read. */
interface Here {
  readonly kind: FieldSet;
  readonly words: FieldWords;
  readonly sign: string | null;
  /** The field that further labels stand below; null at the margin. */
  side: FieldName | null;
  /** The field whose value is being read, null for one of a team's own; where that value begins. */
  said: FieldName | null;
  floor: number;
}

/** The longest known label that ends at a colon; null when the colon parts nothing. */
function labelBefore(text: string, colon: number, here: Here): InnerLabel | 'joined' | null {
  const { floor, sign } = here;
  let value = colon + (sign?.length ?? 1);
  while (isEmphasis(text[value])) value++;
  // Scripts with wide signs put no blank behind the colon.
  if (sign === null && value < text.length && !isSpace(text[value]) && text.charCodeAt(colon) !== fullWidth)
    return null;
  while (isSpace(text[value])) value++;
  let end = colon;
  while (end > floor && (isSpace(text[end - 1]) || isEmphasis(text[end - 1]))) end--;
  let best: InnerLabel | null = null;
  let count = 0;
  for (let at = end - 1; at >= floor && end - at <= longestLabel && count < mostWords; at--) {
    if (isSpace(text[at]) || (at > floor && !isSpace(text[at - 1]))) continue;
    count += 1;
    let start = at;
    while (isEmphasis(text[start])) start++;
    const label = text.slice(start, end);
    if (!/^\p{Lu}/u.test(label)) continue;
    let before = at;
    while (before > floor && isSpace(text[before - 1])) before--;
    const name = nameHere(label, text.slice(floor, before), here);
    if (name === undefined) continue;
    // Parts with a joint between them were written on one line: a block reads those by itself.
    if (/[;|/]/.test(text.charAt(before - 1))) return 'joined';
    if (goesOn.test(text.slice(Math.max(floor, before - 20), before))) continue;
    if (best === null || name !== null || best.name === null) best = { start, end, value, before, name };
  }
  return best;
}

/** The field that a label names behind what is said so far, null for one of the team's own; undefined for no label. */
function nameHere(
  label: string,
  said: string,
  { kind, words, side, said: field, sign }: Here,
): FieldName | null | undefined {
  const name = fieldNamed(kind, label, side, words);
  if (name !== null || harmless.has(foldLabel(label))) return name;
  if (sign !== null) return undefined;
  if (ownLabel.test(label) && (kind === 'linked' || isWhole(field, said))) return null;
  // A slip of the hand is reported where the entry's fields are read.
  const slip = field === null || listFields.has(field) ? null : words.meant(kind, label);
  return slip === null || slip.word ? undefined : slip.name;
}

/** Whether a value says all that its field can, so that words with a colon behind it are a label of the team's own. */
function isWhole(field: FieldName | null, said: string): boolean {
  const words = said.trim();
  if (field === 'order') return /^\d+$/.test(words);
  if (field === 'type') return /^\p{Lu}[\p{L}-]*$/u.test(words);
  if (field === 'status') return /^\p{L}+$/u.test(words) && statusMeant(words) !== null;
  return field === 'cadence' && /^[\p{L}\d]+(?: [\p{Ll}\d]+){0,4}$/u.test(words) && isCadence(words);
}

/** Whether a line breaks off where its phrase goes on. */
export function breaksOff(line: string): boolean {
  return goesOn.test(line.slice(-20)) || /[;,]$/.test(line);
}

/** Whether a label at the beginning of a line is the rest of one that a full line above began: `Linked` | `IDs:`. */
export function endsLabel(above: string, label: string, kind: FieldSet, words: FieldWords): boolean {
  const ahead = above.slice(-longestLabel).trim().split(/\s+/).slice(-mostWords);
  return ahead.slice(1).some((_word, at) => {
    const whole = `${ahead.slice(at + 1).join(' ')} ${label}`;
    return /^[*_]*\p{Lu}/u.test(whole) && words.named(kind, whole, null) !== null;
  });
}

/** Whether a label at the beginning of a line is the end of a value and a label of which only the last words are known. */
export function holdsLabel(label: string, kind: FieldSet, words: FieldWords): boolean {
  if (words.named(kind, label, null) !== null) return false;
  const [, ...tail] = label.split(/\s+/);
  return tail.some(
    (word, at) => /^[*_]*\p{Lu}/u.test(word) && words.named(kind, tail.slice(at).join(' '), null) !== null,
  );
}

function isSpace(char: string | undefined): boolean {
  return char !== undefined && /\s/.test(char);
}

/** Marks around a label that are no part of it: emphasis, and the signs that turn the direction of the text. */
function isEmphasis(char: string | undefined): boolean {
  return char !== undefined && /[*_\u061c\u200e\u200f\u2060\u2066-\u2069]/.test(char);
}
