/** Limits in an `SLA:` block beside a labelled response time that no clock took. */

import { isRemark } from '../language/tables/notes.ts';
import { readSla } from '../sla/index.ts';
import type { Text } from '../sot/entry.ts';
import type { Handoff, Stage } from './model.ts';

const amount =
  /(?<![\w-])\d+(?:\.\d+)?\s*(?:business\s+|working\s+|calendar\s+)?(?:min(?:ute)?s?|h(?:ou)?rs?|h|days?|weeks?)\b/i;

/** What a block says besides the response time and nobody can tell which clock it is. */
export function looseLimits({ fields }: Pick<Stage | Handoff, 'fields'>): readonly Text[] {
  const [block, response] = [fields.get('sla'), fields.get('sla.response')];
  if (block === undefined || response?.value == null || block.leftover || response.leftover) return [];
  const own = response.value;
  const texts = block.items.length > 0 ? block.items : block.value === null ? [] : [block.value];
  return texts.filter(({ text, span }) => {
    if (text === own.text || isRemark(text, false)) return false;
    // `SLA: Response: 1 hour; Acceptance: 4 hours` holds its own clocks.
    if (span.start <= response.label.span.start && span.end >= own.span.end) return false;
    return amount.test(text) || readSla(text).ok;
  });
}

/** The only amount of time that a text names, as written; null where it names none or several. */
export function singleLimit(text: string): string | null {
  const found = text.match(new RegExp(amount, 'gi')) ?? [];
  return found.length === 1 ? (found[0] ?? null) : null;
}
