/** Reads the share of leads a limit should hold for. */

import type { Cursor } from '../text/cursor.ts';
import { refuse, round } from '../text/refusals.ts';

/** `90%` or `90 percent` as a share of 1; null when none is ahead. */
export function takeShare(c: Cursor): number | null {
  const token = c.peek();
  const sign = c.peek(1);
  if (token.kind !== 'number' || !(sign.text === '%' || sign.text === 'percent')) return null;
  const written = c.slice(c.at, c.at + 2);
  if (Number.isNaN(token.value) || token.value <= 0 || token.value > 100) throw refuse.share(written);
  c.at += 2;
  return round(token.value / 100);
}
