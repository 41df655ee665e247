/** Writes a meaning as a phrase in one normal form, for tables, messages and changes. */

import type { SlaCalendar, SlaDeadline, SlaDuration, SlaLimit, SlaMeaning, SlaSet } from '../meaning.ts';
import { roundMinutes } from '../text/refusals.ts';

/**
 * The phrase in its normal form: `1 business hour`, `24 hours, 24/7`, `high-signal: 1 business hour; low-signal: 1
 * business day`. Reading it again gives the same meaning.
 */
export function printSla(meaning: SlaMeaning): string {
  if (meaning.kind === 'none') return meaning.reason === undefined ? 'n/a' : `n/a (${meaning.reason})`;
  const action = meaning.action === undefined ? '' : `${meaning.action}: `;
  switch (meaning.kind) {
    case 'instant':
      return `${action}${share(meaning)}immediate (automated)${after(meaning)}`;
    case 'duration':
      return `${action}${share(meaning)}${every(meaning)}${duration(meaning)}${on(meaning)}${after(meaning)}`;
    case 'deadline':
      // "EOD" names no zone and is warned about; "same business day" is not.
      return `${action}${share(meaning)}${every(meaning)}${
        meaning.by === 'close' && meaning.warnings.includes('needs-timezone')
          ? 'EOD'
          : `${deadline(meaning)}${zone(meaning)}`
      }${on(meaning)}${after(meaning)}`;
    case 'cutoff': {
      const first = `${deadline(meaning.before)} if received before ${meaning.cutoff}${zone(meaning)}`;
      return `${action}${share(meaning)}${first}${after(meaning)}; ${every(meaning)}${deadline(meaning.after)} otherwise`;
    }
    case 'conditional': {
      const said = meaning.tz === undefined ? {} : { tz: meaning.tz };
      const inside = `${limit(unless(meaning.inside, 'business'), said)} during business hours`;
      const outside = `${limit(unless(meaning.outside, 'wall'), said)} otherwise`;
      return `${action}${share(meaning)}${every(meaning)}${inside}${on(meaning)}${recurrence(meaning)}${after(meaning)}; ${every(meaning)}${outside}${recurrence(meaning)}`;
    }
    case 'segments':
      return meaning.segments
        .map((one, index) => {
          const purpose = index === 0 && meaning.action !== undefined ? ` to ${meaning.action}` : '';
          const words = limit(one.limit, { ...meaning, ...one });
          return `${one.segment}: ${share(meaning)}${every(meaning)}${words}${purpose}${after(meaning)}`;
        })
        .join('; ');
  }
}

function on({ on: name }: { readonly on?: string }): string {
  return name === undefined ? '' : ` (${name} calendar)`;
}

function zone({ tz }: { readonly tz?: string }): string {
  return tz === undefined ? '' : ` ${tz}`;
}

function share(meaning: SlaSet): string {
  return meaning.attainment === undefined ? '' : `${roundMinutes(meaning.attainment * 100)}% within `;
}

function every(meaning: SlaSet): string {
  return meaning.recurrence === 'every' ? 'every ' : '';
}

function recurrence(meaning: SlaSet): string {
  return meaning.recurrence === 'per-touch' ? ' per touch' : '';
}

/** What follows the limit: start event, recurrence, attempts. */
function after(meaning: SlaSet): string {
  const anchor = meaning.anchor === undefined ? '' : ` after ${meaning.anchor}`;
  const attempts = meaning.max === undefined ? '' : `, up to ${meaning.max} attempts`;
  const touch = meaning.kind === 'conditional' ? '' : recurrence(meaning);
  return `${touch}${anchor}${attempts}`;
}

function duration({ amount, unit, calendar }: SlaDuration): string {
  const word = `${unit}${amount === 1 ? '' : 's'}`;
  if (calendar === 'business') return `${amount} business ${word}`;
  if (calendar === 'wall' && unit !== 'week') {
    return unit === 'day' ? `${amount} calendar ${word}` : `${amount} ${word}, 24/7`;
  }
  return `${amount} ${word}`;
}

/** `next business day by 09:00`, `next business day by opening`. */
function deadline({ day, by, calendar }: SlaDeadline): string {
  const kind = calendar === 'business' ? 'business ' : calendar === 'wall' ? 'calendar ' : '';
  const words = `${day === 1 ? 'next' : 'same'} ${kind}day`;
  return by === 'close' ? words : `${words} by ${by === 'open' ? 'opening' : by}`;
}

/** One of several limits of a phrase, with what it says of zone and calendar. */
function limit(one: SlaLimit, said: { readonly tz?: string; readonly on?: string }): string {
  if (one.kind === 'instant') return 'immediate (automated)';
  return one.kind === 'deadline' ? `${deadline(one)}${zone(said)}${on(said)}` : `${duration(one)}${on(said)}`;
}

/** A duration whose clock is the usual one there goes without its name. */
function unless(one: SlaLimit, usual: SlaCalendar): SlaLimit {
  return one.kind === 'duration' && one.calendar === usual ? { ...one, calendar: 'unstated' } : one;
}
