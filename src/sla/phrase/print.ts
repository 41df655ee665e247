/** Writes a meaning as a phrase in one normal form, for tables, messages and changes. */

import type { SlaCalendar, SlaDeadline, SlaMeaning, SlaPart, SlaUnit } from '../meaning.ts';
import { round } from '../text/refusals.ts';

/**
 * The phrase in its normal form: `1 business hour`, `24 hours, 24/7`, `high-signal: 1 business hour; low-signal: 1
 * business day`. Reading it again gives the same meaning.
 */
export function printSla(meaning: SlaMeaning): string {
  const action = meaning.action === undefined ? '' : `${meaning.action}: `;
  switch (meaning.kind) {
    case 'none':
      return meaning.reason === undefined ? 'n/a' : `n/a (${meaning.reason})`;
    case 'instant':
      return `${action}${share(meaning)}immediate (automated)${after(meaning)}`;
    case 'duration':
      return `${action}${share(meaning)}${every(meaning)}${duration(meaning.amount ?? 0, meaning.unit ?? 'minute', meaning.calendar)}${on(meaning)}${after(meaning)}`;
    case 'deadline':
      return `${action}${share(meaning)}${every(meaning)}${deadline(meaning)}${on(meaning)}${after(meaning)}`;
    case 'cutoff': {
      const [before, otherwise] = meaning.parts ?? [];
      const zone = meaning.tz === undefined ? '' : ` ${meaning.tz}`;
      const first = `${deadlinePhrase(before?.deadline ?? { day: 0, by: 'close', calendar: 'business' })} if received before ${meaning.cutoff ?? ''}${zone}`;
      const second = deadlinePhrase(otherwise?.deadline ?? { day: 1, by: 'close', calendar: 'business' });
      return `${action}${share(meaning)}${first}${after(meaning)}; ${every(meaning)}${second} otherwise`;
    }
    case 'conditional': {
      const [inside, outside] = meaning.parts ?? [];
      const covered =
        inside === undefined ? '' : `${part(inside, 'unstated', meaning)} during business hours`;
      const other = outside === undefined ? '' : `${part(outside, 'unstated', meaning)} otherwise`;
      return `${action}${share(meaning)}${every(meaning)}${covered}${after(meaning)}; ${every(meaning)}${other}${recurrence(meaning)}`;
    }
    case 'segments':
      return (meaning.parts ?? [])
        .map((one, index) => {
          const calendar = one.calendar ?? meaning.calendar ?? 'unstated';
          const name = one.segment ?? '';
          const purpose = index === 0 && meaning.action !== undefined ? ` to ${meaning.action}` : '';
          return `${name}: ${share(meaning)}${every(meaning)}${part(one, calendar, meaning)}${purpose}${after(meaning)}`;
        })
        .join('; ');
  }
}

function on({ on: name }: { readonly on?: string }): string {
  return name === undefined ? '' : ` (${name} calendar)`;
}

function share(meaning: SlaMeaning): string {
  return meaning.attainment === undefined ? '' : `${round(meaning.attainment * 100)}% within `;
}

function every(meaning: SlaMeaning): string {
  return meaning.recurrence === 'every' ? 'every ' : '';
}

function recurrence(meaning: SlaMeaning): string {
  return meaning.recurrence === 'per-touch' ? ' per touch' : '';
}

/** What follows the limit: start event, recurrence, attempts. */
function after(meaning: SlaMeaning): string {
  const anchor = meaning.anchor === undefined ? '' : ` after ${meaning.anchor}`;
  const attempts = meaning.max === undefined ? '' : `, up to ${meaning.max} attempts`;
  const touch = meaning.kind === 'conditional' ? '' : recurrence(meaning);
  return `${touch}${anchor}${attempts}`;
}

function duration(amount: number, unit: SlaUnit, calendar: SlaCalendar | null): string {
  const word = `${unit}${amount === 1 ? '' : 's'}`;
  if (calendar === 'business') return `${amount} business ${word}`;
  if (calendar === 'wall' && unit !== 'week') {
    return unit === 'day' ? `${amount} calendar ${word}` : `${amount} ${word}, 24/7`;
  }
  return `${amount} ${word}`;
}

function deadline(meaning: SlaMeaning): string {
  const zone = meaning.tz === undefined ? '' : ` ${meaning.tz}`;
  // "EOD" names no zone and is warned about; "same business day" is not.
  if (meaning.by === 'close' && meaning.warnings.includes('needs-timezone')) return 'EOD';
  const { day = 0, by = 'close' } = meaning;
  return `${deadlinePhrase({ day, by, calendar: meaning.calendar ?? 'unstated' })}${zone}`;
}

/** `next business day by 09:00`, `next business day by opening`. */
function deadlinePhrase({ day, by, calendar }: SlaDeadline): string {
  const kind = calendar === 'business' ? 'business ' : calendar === 'wall' ? 'calendar ' : '';
  const words = `${day === 1 ? 'next' : 'same'} ${kind}day`;
  return by === 'close' ? words : `${words} by ${by === 'open' ? 'opening' : by}`;
}

function part(one: SlaPart, calendar: SlaCalendar, meaning: SlaMeaning): string {
  if (one.deadline !== undefined) {
    const zone = one.tz ?? meaning.tz;
    return `${deadlinePhrase(one.deadline)}${zone === undefined ? '' : ` ${zone}`}${on(one)}`;
  }
  if (one.amount === 0) return 'immediate (automated)';
  return `${duration(one.amount ?? 0, one.unit ?? 'minute', one.calendar ?? calendar)}${on(one)}`;
}
