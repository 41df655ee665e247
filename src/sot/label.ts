import { isBlank } from './blank.ts';

/** Where a line's label and value stand; offsets into the text handed in. */
export interface LabelSplit {
  readonly labelStart: number;
  readonly labelEnd: number;
  /** Offset of the first character of the value; equal to the end when the label stands alone. */
  readonly valueStart: number;
  /** What parts label and value: a colon, a dash after a bold label, nothing after a bold label alone. */
  readonly by: 'colon' | 'dash' | 'none';
  readonly bold: boolean;
}

const maxLabel = 120;
const maxWords = 9;

/** Splits `Owner: BDR`, `**Owner:** BDR`, `**Owner** — BDR`; null when the line has no label. */
export function splitLabel(text: string, start: number, end: number): LabelSplit | null {
  return splitAt(text, text.charCodeAt(start) > 0x2000 ? behindEmoji(text, start, end) : start, end);
}

/** `🔹 **Owner:** BDR`: an emoji before a label dresses it. */
function behindEmoji(text: string, start: number, end: number): number {
  const found = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\u200d)+[ \t]+/u.exec(
    text.slice(start, Math.min(end, start + maxLabel)),
  );
  return found === null ? start : start + found[0].length;
}

function splitAt(text: string, start: number, end: number): LabelSplit | null {
  const first = text.charCodeAt(start);
  if (first === 42 || first === 95) {
    const bold = splitBold(text, start, end, first);
    if (bold) return bold;
  }
  return splitPlain(text, start, end);
}

function splitBold(text: string, start: number, end: number, mark: number): LabelSplit | null {
  let open = start;
  while (open < end && text.charCodeAt(open) === mark) open++;
  const width = open - start;
  if (width > 3) return null;
  const closing = text.slice(start, open);
  const limit = Math.min(end, open + maxLabel);
  const window = text.slice(open, Math.min(end, limit + width));
  let close = window.indexOf(closing);
  while (mark === 95 && close >= 0 && isWord(window.charCodeAt(close + width))) {
    close = window.indexOf(closing, close + 1);
  }
  if (close <= 0) return null;
  close += open;
  const after = skipBlanks(text, close + width, end);
  let labelEnd = trimEnd(text, open, close);
  const inner = isColon(text.charCodeAt(labelEnd - 1));
  if (inner) {
    labelEnd = trimEnd(text, open, labelEnd - 1);
    if (labelEnd <= open || !isLabel(text, open, labelEnd)) return null;
    return { labelStart: open, labelEnd, valueStart: after, by: 'colon', bold: true };
  }
  if (!isLabel(text, open, labelEnd)) return null;
  const code = text.charCodeAt(after);
  if (after >= end) return { labelStart: open, labelEnd, valueStart: end, by: 'none', bold: true };
  // `**Who owns it?** BDR`: the question's own sign parts it from its answer.
  if (isQuestionMark(text.charCodeAt(labelEnd - 1)) && after > close + width)
    return { labelStart: open, labelEnd, valueStart: after, by: 'none', bold: true };
  const broken = code === 60 ? /^<br\s{0,3}\/?>/i.exec(text.slice(after, after + 8)) : null;
  if (broken !== null) {
    const valueStart = skipBlanks(text, after + broken[0].length, end);
    return { labelStart: open, labelEnd, valueStart, by: 'colon', bold: true };
  }
  if (isColon(code)) {
    return {
      labelStart: open,
      labelEnd,
      valueStart: skipBlanks(text, after + 1, end),
      by: 'colon',
      bold: true,
    };
  }
  const dashed = code === 45 || code === 0x2013 || code === 0x2014;
  if (dashed && after > close + width && (after + 1 >= end || isBlank(text.charCodeAt(after + 1)))) {
    return {
      labelStart: open,
      labelEnd,
      valueStart: skipBlanks(text, after + 1, end),
      by: 'dash',
      bold: true,
    };
  }
  return null;
}

/**
 * `**Owner** BDR`, `*Owner* BDR`: marked words at the front of a line and more behind them, without a sign between. Whether they are a
 * label, those who know the fields decide.
 */
export function splitBare(text: string, start: number, end: number): LabelSplit | null {
  const first = text.charCodeAt(start);
  if (first !== 42 && first !== 95) return null;
  const width = text.charCodeAt(start + 1) === first ? 2 : 1;
  const window = text.slice(start, Math.min(end, start + maxLabel));
  const found =
    /^(\*\*|__|\*|_)([\p{L}][^*_\n]{0,80}?)\1[ \t\u00a0\u2060]*[ \t\u00a0][ \t\u00a0\u2060]*(?=[^\s\u2060])/u.exec(
      window,
    );
  if (found === null) return null;
  const labelStart = start + width;
  return {
    labelStart,
    labelEnd: labelStart + (found[2] ?? '').trimEnd().length,
    valueStart: start + found[0].length,
    by: 'none',
    bold: true,
  };
}

function splitPlain(text: string, start: number, end: number): LabelSplit | null {
  const limit = Math.min(end, start + maxLabel);
  let depth = 0;
  let quoted = false;
  let code = false;
  for (let at = start; at < limit; at++) {
    const char = text.charCodeAt(at);
    if (char === 96) code = !code;
    else if (code) continue;
    else if (char === 34 || char === 0x201c || char === 0x201d) quoted = !quoted;
    else if (char === 40 || char === 91 || char === 123) depth++;
    else if (char === 41 || char === 93 || char === 125) depth--;
    else if (isColon(char) && depth === 0 && !quoted && colonParts(text, at, end)) {
      // `Owner:: BDR`, as Obsidian's Dataview has it.
      const labelEnd = trimEnd(text, start, isColon(text.charCodeAt(at - 1)) ? at - 1 : at);
      if (labelEnd <= start || !isLabel(text, start, labelEnd)) return null;
      return {
        labelStart: start,
        labelEnd,
        valueStart: skipBlanks(text, at + 1, end),
        by: 'colon',
        bold: false,
      };
    }
    if (depth < 0) return null;
  }
  return null;
}

const tight =
  /^([A-Z][A-Za-z]*(?:[ -][A-Za-z]+){0,5}(?: \([^():]{1,40}\))?):(?=[\p{L}\p{N}"'“([<≤@])(?!\/\/)/u;

/** `Owner:BDR`, where the blank was forgotten; null for `10:30`, addresses and every line with a label already. */
export function splitTight(text: string, start: number, end: number): LabelSplit | null {
  const label = tight.exec(text.slice(start, Math.min(end, start + maxLabel)))?.[1];
  if (label === undefined) return null;
  const labelEnd = start + label.length;
  return { labelStart: start, labelEnd, valueStart: labelEnd + 1, by: 'colon', bold: false };
}

/** A colon parts label and value when a blank or the end follows (`10:30` and `https://` do not), or full width. */
function colonParts(text: string, at: number, end: number): boolean {
  if (at + 1 >= end || text.charCodeAt(at) === 0xff1a || isBlank(text.charCodeAt(at + 1))) return true;
  return text.charCodeAt(at + 1) === 60 && text.startsWith('<br', at + 1);
}

/** A label is a few words without the end of a sentence inside. */
function isLabel(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  if (first === 40 || first === 46 || first === 44 || first === 34 || first === 33 || first === 60)
    return false;
  if (idAlone.test(text.slice(start, end))) return false;
  let words = 1;
  let letters = false;
  let depth = 0;
  for (let at = start; at < end; at++) {
    const char = text.charCodeAt(at);
    if (char === 40) depth++;
    else if (char === 41) depth--;
    if (isBlank(char)) {
      const before = text.charCodeAt(at - 1);
      const shortened = before === 46 && shortWord.test(text.slice(start, at));
      if (depth === 0 && !shortened && (before === 46 || before === 33 || before === 63 || before === 59))
        return false;
      if (depth === 0 && !isBlank(before) && ++words > maxWords) return false;
    } else if (char === 47 && text.charCodeAt(at - 1) === 47) return false;
    else if (!letters && (isWord(char) || char > 127)) letters = true;
  }
  return letters;
}

/** An ID with what follows it is a reference, not a field: `PER-001: fit signals`. */
const idAlone = /^[[*_`]{0,3}[A-Z]{2,5}(?:-[A-Z][A-Z0-9]*)?-[0-9]{3}[\]*_`]{0,3}(?:\([^\s()]*\))?$/;

/** `Max. time in stage` is a label, not the end of a sentence. */
const shortWord = /\b(?:max|min|avg|est)\.$/i;

function isWord(char: number): boolean {
  return (char >= 48 && char <= 57) || (char >= 65 && char <= 90) || (char >= 97 && char <= 122);
}

function isQuestionMark(code: number): boolean {
  return code === 63 || code === 0xff1f;
}

function isColon(char: number): boolean {
  return char === 58 || char === 0xff1a;
}

function skipBlanks(text: string, at: number, end: number): number {
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

function trimEnd(text: string, start: number, end: number): number {
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}
