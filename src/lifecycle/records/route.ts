/** One line of a segment routing: which leads, who gets them, how fast (SPEC §2). */

import { firstArrow } from '../../language/arrow.ts';
import { isQualifier } from '../../language/roles.ts';
import { isOtherwise, isUnknownLead, namesSize } from '../../language/segments.ts';
import { readSla } from '../../sla/index.ts';
import type { Text } from '../../sot/entry.ts';
import type { Owner, Route } from '../model.ts';
import { slice } from '../span.ts';
import { rangeOf } from './range.ts';
import type { Knowledge } from './record.ts';

/** `1–49 → BDR: 1 business day`; also `1–49: BDR, 1 business day` and `EMEA, 1–99 → BDR (1 business hour)`. */
export function readRoute(raw: Text, know: Knowledge): Route {
  const { segment, rest } = sidesOf(raw, know);
  const { owner, limit } = rest === null ? { owner: null, limit: null } : answerOf(rest, know);
  const [otherwise, unknown] = [isOtherwise(segment), isUnknownLead(segment)];
  return {
    raw,
    segment,
    ...(otherwise || unknown ? { range: null, labels: null, unread: null } : partsOf(segment)),
    otherwise,
    unknown,
    owner,
    sla: limit === null ? null : know.limits.read(limit, owner),
  };
}

/** The segment, and what is said of it: behind an arrow, else behind a colon where a role or a limit follows. */
function sidesOf(raw: Text, know: Knowledge): { readonly segment: string; readonly rest: Text | null } {
  const arrow = firstArrow(raw.text);
  if (arrow !== null)
    return { segment: raw.text.slice(0, arrow.start).trim(), rest: filled(raw, arrow.end, raw.text.length) };
  const colon = raw.text.indexOf(':');
  const rest = colon < 0 ? null : filled(raw, colon + 1, raw.text.length);
  if (rest === null) return { segment: raw.text.trim(), rest: null };
  const { owner, limit } = answerOf(rest, know);
  const said = (owner !== null && owner.kind !== 'unknown') || limit !== null;
  return said ? { segment: raw.text.slice(0, colon).trim(), rest } : { segment: raw.text.trim(), rest: null };
}

/** Who and how fast: `BDR: 1 hour`, `BDR, 1 hour`, `BDR (1 hour)`, `BDR within 1 hour`, or a limit alone. */
function answerOf(
  rest: Text,
  know: Knowledge,
): { readonly owner: Owner | null; readonly limit: Text | null } {
  const { text } = rest;
  const colon = text.indexOf(':');
  const alone = /^\d/.test(text) && readSla(text).ok ? { start: 0, end: 0 } : null;
  const joint = colon >= 0 ? { start: colon, end: colon + 1 } : (alone ?? jointIn(text));
  if (joint === null) return { owner: ownerOf(rest, know), limit: null };
  const end = text.length - (/\)\s*$/.test(text) && text[joint.end - 1] === '(' ? 1 : 0);
  return {
    owner:
      joint.start === 0 ? null : ownerOf(slice(rest, 0, text.slice(0, joint.start).trimEnd().length), know),
    limit: filled(rest, joint.end, end),
  };
}

/** What parts the owner from the limit where no colon does; only a limit that can be read is one. */
function jointIn(text: string): { readonly start: number; readonly end: number } | null {
  for (const match of text.matchAll(/\s*[,;(]\s*|\s+(?:[–—-]|within|in|by)\s+/g)) {
    const end = match.index + match[0].length;
    const limit = text.slice(end).replace(/\)\s*$/, '');
    if (/\d|\bday\b/i.test(limit) && readSla(limit).ok) return { start: match.index, end };
  }
  return null;
}

function ownerOf(text: Text, know: Knowledge): Owner | null {
  return text.text.trim() === '' ? null : know.roles.owner(text);
}

function filled(text: Text, from: number, to: number): Text | null {
  const part = text.text.slice(from, to);
  const lead = part.length - part.trimStart().length;
  return part.trim() === '' ? null : slice(text, from + lead, from + part.trimEnd().length);
}

type Parts = Pick<Route, 'range' | 'labels' | 'unread'>;

/**
 * The dimensions of a segment: a range of numbers, labels, or both (`EMEA, 1–99`). `unread` is the part with numbers
 * that says no range; whether that matters the routing knows, for "Fortune 500" is a label.
 */
function partsOf(segment: string): Parts {
  const whole = rangeOf(segment);
  if (whole !== null) return { range: whole, labels: null, unread: null };
  const pieces = segment
    .replace(/(\d)[,](?=\d{3}(?!\d))/g, '$1')
    .split(/\s*(?:[,;×·|+&]\s+|\s[×xX·/|&]\s|\s+and\s+(?=\p{L})|[,;×·|])\s*/u)
    .flatMap((piece) => parted(piece.trim()))
    .filter((piece) => piece !== '');
  const ranges = pieces.flatMap((piece) => rangeOf(piece) ?? []);
  const labels = pieces.filter((piece) => rangeOf(piece) === null);
  const [range = null, second] = ranges;
  if (second !== undefined) return { range: null, labels: null, unread: segment };
  const odd = labels.find((label) => /\d/.test(label)) ?? null;
  // "SMB (1–49)" is one dimension: the label is the range's name.
  const told = range === null ? labels : labels.filter((label) => !namesSize(label));
  return { range, labels: told.length === 0 ? null : told.flatMap(alternatives), unread: odd };
}

/** "EMEA 1–99" and "1–99 in EMEA" are a label and a range. */
function parted(piece: string): string[] {
  const words = piece.split(/\s+/);
  for (let at = 1; at < words.length && words.length <= 12; at++) {
    const [before, after] = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
    if (isRange(after) && !/\d/.test(before)) return [bare(before), after.replace(/^\(|\)$/g, '')];
    if (isRange(before) && !/\d/.test(after) && (/^(?:in|from|\(|[–—-]\s)/.test(after) || isQualifier(after)))
      return [before, bare(after)];
  }
  return [piece];
}

/** A number alone behind a word is part of its name: "Tier 1". */
function isRange(text: string): boolean {
  const bracketless = text.replace(/^\(|\)$/g, '');
  return /[^\d\s]/.test(bracketless) && rangeOf(bracketless) !== null;
}

function bare(label: string): string {
  return label.replace(/^(?:in|from)\s+|^[(–—-]\s*|\s+and$|[\s:(–—-]+$|\)$/g, '').trim();
}

function alternatives(label: string): string[] {
  return label.split(/\s*\/\s*|\s+or\s+/i).filter((one) => one !== '');
}
