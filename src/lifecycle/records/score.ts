/** Points of signals and the scores that stages need, as lines of a scoring model say them. */

import { arrowPattern, splitAtArrows } from '../../language/arrow.ts';
import { sizeWords } from '../../language/sizes.ts';
import { rangeOf } from './range.ts';

/** A name and its points; null where the line has no single number that can only be them. */
export interface Scored {
  readonly name: string;
  readonly points: number | null;
}

const joints = new RegExp(
  `\\s*(?::|=(?!>)|${arrowPattern})\\s*|\\s+(?:[–—-]|at|from|needs?|requires?|is|becomes?|means)\\s+|\\s*\\(?(?=[≥>])`,
  'gi',
);
/** What says between the stage and the number that a score is meant: "MQL when the score reaches 50", "at 50". */
const telling =
  /\s+(?:when|if|once|as soon as|where)(?:\s+(?:the|a|its|their))?(?:\s+(?:lead|total|combined|overall))*(?:\s+(?:scores?|points?))?(?:\s+(?:is|has|reaches|hits|gets|with|of|at))*\s*$|\s*\((?:(?:lead|total)\s+)?score(?:\s+of)?\s*$/i;
const around =
  /^(?:at(?!\s+(?:least|most))\s+|a\s+|the\s+)?(?:(?:(?:lead|total|combined|overall)\s+)*score|points?|total)(?:\s+(?:of|is))?\s*|^(?:reach(?:es|ed|ing)?|hits?|at(?!\s+(?:least|most)))\s+|\s*(?:\/|\(?(?:out )?of)\s*\d{1,6}\)?$|\s*(?:points?|pts?)\b|\.$/gi;

/**
 * The score a stage needs: `MQL: 50`, `MQL ≥ 50`, `SQL: 80+`, `MQL: 50–79` (its lower end), `MQL: 50/100`, `50–79 → MQL`.
 * Grades (`A1, A2`), shares and sums (`fit 50 and engagement 30`) are no single score: points null.
 */
export function thresholdIn(text: string): Scored {
  const [before = '', after = '', more] = splitAtArrows(text).map((part) => part.trim());
  // "Score ≥ 50 → MQL": the stage stands behind the arrow.
  if (before !== '' && after !== '' && more === undefined && /\d/.test(before) && !/\d/.test(after))
    return { name: after, points: scoreIn(before) };
  for (const match of text.matchAll(joints)) {
    const left = text.slice(0, match.index).trim();
    const right = text.slice(match.index + match[0].length).trim();
    if (left === '' || right === '') continue;
    if ((rangeOf(left) ?? scoreIn(left)) !== null && !/\d/.test(right))
      return { name: right, points: scoreIn(left) };
    if (/\d\s*$/.test(left) || /^[≥>]/.test(left)) continue;
    return { name: bareName(left), points: scoreIn(right) };
  }
  const { name, points } = scored(text);
  return { name: bareName(name), points };
}

/** The stage without what leads to its number. */
function bareName(name: string): string {
  return name
    .replace(telling, '')
    .replace(/\s*[|(=:]\s*$/, '')
    .trim();
}

/** The lower end of a score; upper limits and ranges from nothing open no stage. */
function scoreIn(text: string): number | null {
  if (/%|percent|\d\s?[km]\b|[$€£]/i.test(text) || possessions.test(text)) return null;
  const bare = text
    .trim()
    .replace(around, '')
    .replace(around, '')
    .replace(/^\(|\)$/g, '');
  const range = rangeOf(bare.trim());
  return range === null || range.min <= 0 ? null : range.min;
}

/** What a lead has and scores no points by itself: "50 employees". */
const possessions = new RegExp(sizeWords('people', 'seats', 'parts'), 'i');

/** A number at the end of a line: behind a sign, or set off by a blank, a bracket or a comma. */
const ending = new RegExp(
  `(?:(?:${arrowPattern}|[:=])\\s*([+\u2212\u2013-]?\\s*\\d{1,6})|(?<=[\\s(,])([+\u2212\u2013-]?\\d{1,6}))\\s*(?:points?|pts?)?\\)?\\.?$`,
  'i',
);
const beforeNumber = new RegExp(`\\s*(?:≥|>=|${arrowPattern}|[:=(,])\\s*$`);

/** `Demo request form: +40` gives the name and 40; also `Demo request form (+40)` and `+40: Demo request form`. */
export function scored(text: string): Scored {
  const front = /^([+\u2212-]\d{1,6})\s*(?:points?|pts?)?\s*(?::|[–—]|-)?\s+(?:for\s+)?(\S.*)$/i.exec(text);
  if (front?.[1] !== undefined && front[2] !== undefined)
    return { name: front[2].trim(), points: signed(front[1]) };
  const match = ending.exec(text);
  const digits = match?.[1] ?? match?.[2];
  if (match === null || digits === undefined || match.index === 0) return { name: text.trim(), points: null };
  const before = text.slice(0, match.index);
  // "Student – 50" may take points off, or set the number apart: nobody can tell.
  if (match[2] !== undefined && /[+\u2212\u2013\u2014-]\s+$/.test(before))
    return { name: text.trim(), points: null };
  return { name: before.replace(beforeNumber, '').trim(), points: signed(digits) };
}

function signed(digits: string): number {
  return Number(digits.replace(/\s/g, '').replace(/[\u2212\u2013]/, '-'));
}
