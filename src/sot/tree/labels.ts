import { arrowPattern, arrowSigns } from '../../language/arrow.ts';
import type { FieldSet, FieldWords } from '../../language/fields.ts';
import { breaksOff, endsLabel, fieldNamed, holdsLabel } from '../../language/flattened.ts';
import type { FieldName } from '../../language/tables/fields.ts';
import { type LabelSplit, splitBare, splitLabel, splitTight } from '../label.ts';
import type { Lines } from '../lines.ts';
import { type DraftNode, startsLower } from './draft-node.ts';

/** Editors that wrap paragraphs fill lines further than this. */
const fullLine = 50;
/** No name of a field is longer. */
const longestName = 60;

const otherSign = new RegExp(
  `^(\\p{Lu}[^\\n:=${arrowSigns},>]{1,58}?)[ \\t]*(?:=|${arrowPattern}|,(?=\\S))[ \\t]*(?=[^\\s=>])`,
  'u',
);

/** `2.1.1 Entry criteria`, `3) SLA`: the number of a section is no word of its name. */
export const numbering = /^(?:\d{1,3}(?:\.\d{1,3}){1,5}\.?|\d{1,3}[.)])[ \t\u00a0]+(?=[\p{L}*_`])/u;

/** Types are one word, or several with hyphens, and capitals. */
const typeWord = /^(?:\p{Lu}[\p{L}]*-\p{L}[\p{L}-]*|Handoff)(?: |$)/u;

/** Which words of a line are its label, for entries of one kind. */
export class Labels {
  private readonly lines: Lines;
  private readonly text: string;
  readonly kind: FieldSet;
  readonly words: FieldWords;

  constructor(lines: Lines, kind: FieldSet, words: FieldWords) {
    this.lines = lines;
    this.text = lines.text;
    this.kind = kind;
    this.words = words;
  }

  /** The field that a label names, below another field or at the margin (null). */
  nameOf({ labelStart, labelEnd }: LabelSplit, block: FieldName | null): FieldName | null {
    return fieldNamed(this.kind, this.text.slice(labelStart, labelEnd), block, this.words);
  }

  /** The label of a list item; none where only its last words are one, which an editor put behind the item. */
  ofBullet(start: number, end: number): LabelSplit | null {
    const split =
      this.splitColumn(start, end) ?? splitLabel(this.text, start, end) ?? this.boldName(start, end);
    if (split === null || split.bold) return split;
    const label = this.text.slice(split.labelStart, split.labelEnd);
    return holdsLabel(label, this.kind, this.words) ? null : split;
  }

  /** The label of a line of text. */
  ofText(start: number, end: number): LabelSplit | null {
    const column = this.splitColumn(start, end);
    const split = column ?? splitLabel(this.text, start, end);
    if (split?.bold || column !== null) return split;
    return (
      this.boldName(start, end) ?? split ?? splitTight(this.text, start, end) ?? this.splitSign(start, end)
    );
  }

  /** The label of a line of text, which may be one more of a sheet's: the line above says so. */
  ofLine(start: number, end: number, last: DraftNode | null): LabelSplit | null {
    return this.ofText(start, end) ?? this.splitGap(start, end, last);
  }

  /** `Owner \t BDR`, `Owner | BDR`: cells of a sheet pasted as text, of which the first names a field. */
  private splitColumn(start: number, end: number): LabelSplit | null {
    const limit = Math.min(end, start + longestName);
    let at = start;
    while (at < limit && this.text.charCodeAt(at) !== 9 && this.text.charCodeAt(at) !== 124) at++;
    if (at === limit || at === start) return null;
    let valueStart = at + 1;
    while (valueStart < end && /[\t |]/.test(this.text.charAt(valueStart))) valueStart++;
    const labelEnd = start + this.text.slice(start, at).trimEnd().length;
    if (this.text.charCodeAt(labelEnd - 1) === 58) return null;
    const split: LabelSplit = { labelStart: start, labelEnd, valueStart, by: 'colon', bold: false };
    return this.nameOf(split, null) === null ? null : split;
  }

  /** `Owner = BDR`, `Owner → BDR`, `Owner,BDR` of a sheet: the name of a field before a sign that is no colon. */
  private splitSign(start: number, end: number): LabelSplit | null {
    const found = otherSign.exec(this.text.slice(start, Math.min(end, start + longestName + 8)));
    if (found === null) return null;
    const labelEnd = start + (found[1] ?? '').length;
    const valueStart = start + found[0].length;
    const split: LabelSplit = { labelStart: start, labelEnd, valueStart, by: 'colon', bold: false };
    return this.nameOf(split, null) === null ? null : split;
  }

  /**
   * `Type Handoff`, and `Status Active` straight below it: what a formatter makes of the tab between two cells of a
   * sheet. A line of words begins so only behind one that names the type.
   */
  private splitGap(start: number, end: number, last: DraftNode | null): LabelSplit | null {
    const found = /^(\p{Lu}\p{L}+)( +)(?=[\p{L}\d])/u.exec(
      this.text.slice(start, Math.min(end, start + longestName)),
    );
    if (found === null) return null;
    const [whole, label = ''] = found;
    const split: LabelSplit = {
      labelStart: start,
      labelEnd: start + label.length,
      valueStart: start + whole.length,
      by: 'colon',
      bold: false,
    };
    const name = this.nameOf(split, null);
    if (name === null) return null;
    if (name === 'type' && typeWord.test(this.text.slice(split.valueStart, end))) return split;
    const above = last?.split ?? null;
    const gapped =
      above !== null && !above.bold && /^ +$/.test(this.text.slice(above.labelEnd, above.valueStart));
    return gapped ? split : null;
  }

  /** `**Owner** BDR`: a bold name of a field at the front of a line needs no sign behind it. */
  private boldName(start: number, end: number): LabelSplit | null {
    const split = splitBare(this.text, start, end);
    if (split === null || startsLower(this.text, split.valueStart)) return null;
    if (this.text.charCodeAt(split.valueStart) === 40) return null;
    return this.nameOf(split, null) === null ? null : split;
  }

  /**
   * A line that seems to have a label but goes on with the sentence above: `with source: website`. In a fence `owner:` is
   * a key of YAML.
   */
  continues(last: DraftNode | null, split: LabelSplit, indent: number, fenced: boolean): boolean {
    if (!last || last.level > 0) return false;
    if (fenced && /^[\w-]+$/.test(this.text.slice(split.labelStart, split.labelEnd))) return false;
    if (this.wraps(last, split)) return true;
    if (split.bold || last.value.length === 0) return false;
    if (!startsLower(this.text, split.labelStart)) return false;
    if (last.split && startsLower(this.text, last.split.labelStart)) return false;
    if (last.split === null) return last.bullet && indent > last.indent;
    return this.text.slice(split.labelStart, split.labelEnd).split(/\s+/).length > 2;
  }

  /** Whether a label of which an editor put the beginning, or words before it, on a full line above. */
  private wraps(last: DraftNode, split: LabelSplit): boolean {
    const above = last.value.at(-1) ?? last.own;
    if (above.end - (this.lines.starts[above.line] as number) < fullLine) return false;
    if (startsLower(this.text, split.labelStart)) return true;
    if (breaksOff(this.text.slice(above.start, above.end))) return true;
    if (last.bullet && this.nameOf(split, null) === null) return true;
    const label = this.text.slice(split.labelStart, split.labelEnd);
    return (
      holdsLabel(label, this.kind, this.words) ||
      endsLabel(this.text.slice(above.start, above.end), label, this.kind, this.words)
    );
  }
}
