import { arrowPattern, hasArrow } from '../../language/arrow.ts';
import { tokenEnd, unescaped } from '../cut/head.ts';
import { parseId } from '../id.ts';
import type { Mention } from './found.ts';

/** A mention by offsets into the slice it was found in. */
export interface MentionToken {
  readonly kind: Mention['kind'];
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly written: Mention['written'];
}

/** An ID that is written in full, from offset `start` to before `end`. */
export function tokenOf(kind: MentionToken['kind'], id: string, start: number, end: number): MentionToken {
  return { kind, id, start, end, written: 'full' };
}

/** A longer range than this is a band of numbers ("BR-001 to BR-099"), nothing that anybody cites. */
const longestRange = 40;
const joint = new RegExp(
  `\\s{0,2}(?:${arrowPattern}|\\.{2,3}|…|–)\\s{0,2}|\\s{1,2}(?:to|bis|through)\\s{1,2}`,
  'y',
);
const number = /[0-9]{3}(?![0-9A-Za-z_-])/y;
const slashed = /\/[0-9]{3}(?![0-9A-Za-z_-])/y;
const hyphened = /^([A-Z-]{3,20})([0-9]{3})-([0-9]{3})$/;

/** IDs that a token and what follows it stand for, and where the last of it ends. */
export interface Expansion {
  /** Nothing at all for a band of numbers. */
  readonly tokens: MentionToken[];
  readonly end: number;
}

/** `KPI-101-103`: two numbers in one token; null for any other token. */
export function hyphenRange(token: string, start: number): Expansion | null {
  const match = hyphened.exec(token);
  if (!match || !parseId(`${match[1]}${match[2]}`)) return null;
  const end = start + token.length;
  return range(start, end - 4, end - 3, end, `${match[1]}${match[2]}`, `${match[1]}${match[3]}`, 'short');
}

/** Everything an ID goes on with: `/102`, `→004`, ` to KPI-110`. */
export function expand(raw: string, start: number, end: number, id: string): Expansion {
  const prefix = id.slice(0, -3);
  joint.lastIndex = end;
  const joined = joint.exec(raw)?.[0];
  if (joined !== undefined) {
    const from = end + joined.length;
    const word = /[a-z]/.test(joined);
    const full = tokenEnd(raw, from);
    const other = unescaped(raw.slice(from, full));
    if (parseId(other) && other.startsWith(prefix)) {
      // From one stage to another is a way, not a range: the stages between are not meant.
      if (prefix.endsWith('MOPS-') && (word || hasArrow(joined)))
        return { tokens: [tokenOf('id', id, start, end)], end };
      return range(start, end, from, full, id, other, 'full');
    }
    number.lastIndex = from;
    const digits = number.exec(raw)?.[0];
    const counted = /\s/.test(joined) && /^\s{0,2}[A-Za-z%$]/.test(raw.slice(from + 3, from + 6));
    if (digits !== undefined && !word && !counted) {
      return range(start, end, from, from + 3, id, `${prefix}${digits}`, 'short');
    }
  }
  const tokens = [tokenOf('id', id, start, end)];
  let at = end;
  for (;;) {
    slashed.lastIndex = at;
    const match = slashed.exec(raw);
    if (!match) return { tokens, end: at };
    at += 4;
    tokens.push({ ...tokenOf('id', `${prefix}${match[0].slice(1)}`, at - 3, at), written: 'short' });
  }
}

function range(
  start: number,
  end: number,
  from: number,
  to: number,
  id: string,
  other: string,
  written: 'full' | 'short',
): Expansion {
  const low = Number(id.slice(-3));
  const high = Number(other.slice(-3));
  if (high - low > longestRange) return { tokens: [], end: to };
  const tokens = [tokenOf('id', id, start, end)];
  for (let between = low + 1; between < high; between++) {
    const inside = `${id.slice(0, -3)}${String(between).padStart(3, '0')}`;
    tokens.push({ ...tokenOf('id', inside, start, to), written: 'between' });
  }
  if (other !== id) tokens.push({ ...tokenOf('id', other, from, to), written });
  return { tokens, end: to };
}
