/** Points of signals and the scores that stages need, as lines of a scoring model say them. */

import { rangeOf } from './range.ts';

/** A name and its points; null where the line has no single number that can only be them. */
export interface Scored {
  readonly name: string;
  readonly points: number | null;
}

const joints =
  /\s*(?::|=(?!>)|→|->|=>)\s*|\s+(?:[–—-]|at|from|needs?|requires?|is|becomes?|means)\s+|\s*(?=[≥>])/gi;
const around =
  /^(?:a\s+|the\s+)?(?:(?:lead\s+)?score|points?)(?:\s+(?:of|is))?\s*|\s*(?:\/|\(?(?:out )?of)\s*\d{1,6}\)?$|\s*(?:points?|pts?)\b|\.$/gi;

/**
 * The score a stage needs: `MQL: 50`, `MQL ≥ 50`, `SQL: 80+`, `MQL: 50–79` (its lower end), `MQL: 50/100`, `50–79 → MQL`.
 * Grades (`A1, A2`), shares and sums (`fit 50 and engagement 30`) are no single score: points null.
 */
export function thresholdIn(text: string): Scored {
  for (const match of text.matchAll(joints)) {
    const left = text.slice(0, match.index).trim();
    const right = text.slice(match.index + match[0].length).trim();
    if (left === '' || right === '') continue;
    if (scoreIn(left) !== null && !/\d/.test(right)) return { name: right, points: scoreIn(left) };
    if (/\d\s*$/.test(left) || /^[≥>]/.test(left)) continue;
    return { name: left, points: scoreIn(right) };
  }
  return scored(text);
}

/** The lower end of a score; upper limits and ranges from nothing open no stage. */
function scoreIn(text: string): number | null {
  if (/%|percent|\d\s?[km]\b|[$€£]/i.test(text)) return null;
  const range = rangeOf(text.trim().replace(around, '').replace(around, '').trim());
  return range === null || range.min <= 0 ? null : range.min;
}

/** `Demo request form: +40` gives the name and 40; also `Demo request form (+40)` and `+40: Demo request form`. */
export function scored(text: string): Scored {
  const front = /^([+\u2212-]\d{1,6})\s*(?:points?|pts?)?\s*(?::|[–—]|-)?\s+(?:for\s+)?(\S.*)$/i.exec(text);
  if (front?.[1] !== undefined && front[2] !== undefined)
    return { name: front[2].trim(), points: signed(front[1]) };
  const match =
    /(?:([:=→])\s*([+\u2212\u2013-]?\s*\d{1,6})|(?<=[\s(,])([+\u2212\u2013-]?\d{1,6}))\s*(?:points?|pts?)?\)?\.?$/i.exec(
      text,
    );
  const digits = match?.[2] ?? match?.[3];
  if (match === null || digits === undefined || match.index === 0) return { name: text.trim(), points: null };
  const before = text.slice(0, match.index);
  // "Student – 50" may take points off, or set the number apart: nobody can tell.
  if (match[3] !== undefined && /[+\u2212\u2013\u2014-]\s+$/.test(before))
    return { name: text.trim(), points: null };
  return { name: before.replace(/\s*(?:≥|>=|[:=→(,])\s*$/, '').trim(), points: signed(digits) };
}

function signed(digits: string): number {
  return Number(digits.replace(/\s/g, '').replace(/[\u2212\u2013]/, '-'));
}
