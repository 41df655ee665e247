import { opensWay } from '../../language/way.ts';
import { splitLabel } from '../label.ts';
import type { Lines } from '../lines.ts';
import { type DraftNode, draft } from './draft-node.ts';
import { between, piecesText } from './pieces.ts';

/** Where the items of a list begin that an editor put on one line: behind a label, or escaped behind an item. */
const listMark = /(?:^|\s)(?:\\?[-*+–·•]|o(?=\s+\p{Lu}))\s+(?=[*_]{0,3}[\p{Lu}\p{N}])/gu;
const escapedMark = /\s\\[-*+]\s+(?=[*_]{0,3}[\p{Lu}\p{N}])/gu;

/** A mark of a list, and what stands in front of its item: where it begins in a text, the mark itself with its blanks. */
interface Mark {
  readonly index: number;
  readonly 0: string;
}

/** The first letter or number of a list that is counted: `a)`, `(a)`, `i.`, `1)`. */
const firstCount = /^\(?[ai1]\\?[.)]\s/;
const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

/** Marks that count on from the first: `a) Form sent b) 50 seats`. None where the first stands alone. */
function countedMarks(text: string): readonly Mark[] {
  const [whole = '', open = '', first = '', close = ''] = /^(\(?)([ai1])\\?([.)])\s+/.exec(text) ?? [];
  const marks: Mark[] = [{ index: 0, 0: whole }];
  for (let at = whole.length, count = 1; count < 20; count++) {
    const next =
      first === 'a' ? String.fromCharCode(97 + count) : first === 'i' ? romans[count] : String(count + 1);
    const mark = new RegExp(`\\s${open === '' ? '' : '\\('}${next}\\\\?[${close}]\\s+(?=\\S)`).exec(
      text.slice(at),
    );
    if (next === undefined || mark === null) break;
    marks.push({ index: at + mark.index, 0: mark[0] });
    at += mark.index + mark[0].length;
  }
  return marks.length > 1 ? marks : [];
}

/** Colons with a blank before them, which parted the lines of a list of terms; one behind "To SQL" or a word or two is none. */
function termMarks(text: string): readonly Mark[] {
  let from = 0;
  return [...text.matchAll(/\s:\s+(?=[\p{Lu}\p{N}])/gu)].filter(({ 0: mark, index }) => {
    const before = text.slice(from, index);
    if (opensWay(`${before}:`) || before.trim().split(/\s+/).length < 3) return false;
    from = index + mark.length;
    return true;
  });
}

/**
 * The items of a list that stands on its label's line (`Entry criteria: - Demo form`) or behind its first item
 * (`\- Competitor \- Student`); the node keeps what stands before them. Empty where there is no such list.
 *
 * @param listed whether the label is one of a list, so that a colon before each line of it parts them
 */
export function unflattenList(
  { split, value, indent, bullet }: DraftNode,
  lines: Lines,
  listed: boolean,
): readonly DraftNode[] {
  const at = value[0]?.start;
  const terms =
    listed && split?.by === 'colon' && /^\s+:/.test(lines.slice(split.labelEnd, split.valueStart));
  if (at === undefined || (split === null && !bullet)) return [];
  // Behind a label the list begins at once; nearly every value begins with a letter or digit.
  const code = lines.text.charCodeAt(at);
  const counted = !bullet && firstCount.test(lines.slice(at, at + 6));
  if (
    !bullet &&
    !counted &&
    !terms &&
    isAlphanumeric(code) &&
    !(code === 111 && /^o\s+\p{Lu}/u.test(lines.slice(at, at + 8)))
  )
    return [];
  const text = piecesText(value, lines);
  if (bullet && !text.includes('\\')) return [];
  const marks = counted
    ? countedMarks(text)
    : terms
      ? termMarks(text)
      : [...text.matchAll(bullet ? escapedMark : listMark)];
  const [first] = marks;
  if (first === undefined || (!bullet && !terms && first.index !== 0)) return [];
  const pieces = [...value];
  value.splice(0, value.length, ...between(pieces, 0, first.index));
  return marks.flatMap((mark, at) => {
    const said = between(pieces, mark.index + mark[0].length, marks[at + 1]?.index ?? text.length);
    const [own] = said;
    if (own === undefined) return [];
    const label = splitLabel(lines.text, own.start, own.end);
    const made = draft('item', own, { indent: bullet ? indent : indent + 2, bullet: true, split: label });
    if (label === null) made.value.push(...said);
    else {
      if (label.valueStart < own.end) made.value.push({ ...own, start: label.valueStart });
      made.value.push(...said.slice(1));
    }
    return [made];
  });
}

function isAlphanumeric(code: number): boolean {
  const small = code | 32;
  return (small >= 97 && small <= 122) || (code >= 48 && code <= 57);
}
