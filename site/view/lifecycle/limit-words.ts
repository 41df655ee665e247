/** Limits in words: what a person has, large or in a table, and what is said where no clock runs. */

import { plural } from '../../../src/language/plural.ts';
import { isFirst } from '../../../src/lifecycle/limits.ts';
import type { Owner, Sla, Stage } from '../../../src/lifecycle/model.ts';
import { limitsIn } from '../../../src/sla/limits-in.ts';
import type { SlaDuration, SlaLimit, SlaTerms, SlaUnit } from '../../../src/sla/meaning.ts';
import { link, type Words } from '../page.ts';
import type { Site } from '../site.ts';
import { clockAsks, limitsOfRole, mainClock, minutesOf } from './limits.ts';

/** `1 business hour`, `30 minutes`; the words of the entry where the meaning is more than one duration. */
export function limitWords(sla: Sla): string {
  const { reading, raw } = sla;
  if (!reading.ok) return raw.text;
  if (reading.meaning.kind !== 'duration') return raw.text;
  const { amount, unit, calendar } = reading.meaning;
  const pace = recurrenceWords(reading.meaning);
  return `${durationWords(amount, unit, calendar === 'business')}${pace}`;
}

/** The quickest of what a limit allows, for a headline, and whether others beside it allow more. */
export function tightestWords(sla: Sla): { readonly words: string; readonly oneOf: boolean } {
  const one = !sla.reading.ok || sla.reading.meaning.kind === 'cutoff';
  const limits = sla.reading.ok && !one ? limitsIn(sla.reading.meaning) : [];
  const [first, ...others] = limits.toSorted((a, b) => minutesOf(a) - minutesOf(b));
  if (others.length === 0 || first?.kind !== 'duration') return { words: limitWords(sla), oneOf: false };
  return { words: durationWords(first.amount, first.unit, first.calendar === 'business'), oneOf: true };
}

function recurrenceWords(meaning: SlaTerms): string {
  if (meaning.recurrence === 'per-touch') return ' per touch';
  return meaning.recurrence === 'every' ? ' at most between touches' : '';
}

/** `30 business minutes`, `1 day`. */
export function durationWords(amount: number, unit: SlaUnit, business: boolean): string {
  return `${amount} ${business ? 'business ' : ''}${unit}${amount === 1 ? '' : 's'}`;
}

/** True when somebody waits: a limit that reads as one and is not "n/a". */
export function hasClock(sla: Sla | null): sla is Sla {
  return sla?.reading.ok === true && sla.reading.meaning.kind !== 'none';
}

/** Names of the seats, `AE`, `BDR and AE`; the words of the entry when they name no role. */
export function ownerWords(owner: Owner | null): string {
  if (owner === null || owner.kind === 'none') return 'nobody yet';
  return owner.roles.length === 0 ? owner.raw.text || 'nobody yet' : owner.names.join(' and ');
}

/** A limit for the eye: `1 hour`, and below it `business hours`. The entry's own words where it is no single duration. */
export function limitParts(sla: Sla): { readonly big: string; readonly small: string } {
  const { reading, raw } = sla;
  if (!reading.ok) return { big: raw.text, small: 'does not read as a limit' };
  const { meaning } = reading;
  if (meaning.kind === 'instant') return { big: 'At once', small: besideInstant(raw.text) };
  if (meaning.kind === 'segments') return segmentParts(sla, limitsIn(meaning));
  if (meaning.kind !== 'duration') return { big: raw.text, small: '' };
  const asked = meaning.action === undefined ? [] : [`by then: ${meaning.action}`];
  return { big: shortWords(meaning.amount, meaning.unit), small: [...hoursOf(meaning), ...asked].join(', ') };
}

/** On which hours a limit runs, and from when it runs again. */
function hoursOf({ unit, calendar, recurrence }: SlaDuration & SlaTerms): readonly string[] {
  const business = unit === 'day' || unit === 'week' ? 'business time' : 'business hours';
  const time = calendar === 'business' ? business : calendar === 'wall' ? 'round the clock' : '';
  const pace =
    recurrence === 'per-touch' ? 'after each touch' : recurrence === 'every' ? 'between two touches' : '';
  return [time, pace].filter((part) => part !== '');
}

/** What `immediate (automated)` says beyond "at once"; a longer sentence stays whole. */
function besideInstant(text: string): string {
  return /\(([^()]+)\)/.exec(text)?.[1] ?? (/^\S+(?:\s\S+)?$/.test(text.trim()) ? '' : text);
}

/** Why nobody waits, as `n/a (software scores)` says it in brackets; empty where it does not. */
export function whyNoClock(sla: Sla): string {
  return /^[^()]*\(([^()]+)\)\W*$/.exec(sla.raw.text)?.[1] ?? '';
}

/** `30 min`, `1 hour`, `2 days`. */
export function shortWords(amount: number, unit: SlaUnit): string {
  if (unit === 'minute') return `${amount} min`;
  return plural(amount, unit);
}

/** A limit for the rail, which has room for the span of segments only. */
export function railParts(sla: Sla): { readonly big: string; readonly small: string } {
  const parts = limitParts(sla);
  if (!sla.reading.ok) return parts;
  const { meaning } = sla.reading;
  if (meaning.kind === 'duration')
    return {
      ...parts,
      small: [...(meaning.action === undefined ? [] : [meaning.action]), ...hoursOf(meaning)].join(', '),
    };
  if (meaning.kind !== 'segments') return parts;
  const last = limitsIn(meaning).toSorted((a, b) => minutesOf(b) - minutesOf(a))[0];
  return last?.kind === 'duration'
    ? { big: parts.big, small: `up to ${shortWords(last.amount, last.unit)}, by segment` }
    : parts;
}

/** The quickest segment large, all of them below. */
function segmentParts(
  sla: Sla,
  limits: readonly SlaLimit[],
): { readonly big: string; readonly small: string } {
  const [first] = limits.toSorted((a, b) => minutesOf(a) - minutesOf(b));
  if (first?.kind !== 'duration') return { big: sla.raw.text, small: '' };
  return { big: shortWords(first.amount, first.unit), small: sla.raw.text };
}

/** What a stage or handoff without a running clock says: in short for a table or the rail, and whether that is a fault. */
export function withoutClock(
  { clocks, owner }: Pick<Stage, 'clocks' | 'owner'>,
  first: boolean,
): { readonly short: string; readonly state: 'none' | 'missing' | 'unclear' } {
  const sla = mainClock({ clocks })?.sla ?? null;
  const empty = sla === null || (!sla.reading.ok && sla.reading.code === 'empty');
  if (!empty && !sla.reading.ok) return { short: 'limit unclear', state: 'unclear' };
  if (!empty || owner?.automated === true) return { short: 'no clock', state: 'none' };
  return first ? { short: 'no limit', state: 'none' } : { short: 'no limit yet', state: 'missing' };
}

/** Why a stage has no clock, in a word for a table, and whether that is a gap. */
export function stageWithoutClock({ model }: Site, stage: Stage): ReturnType<typeof withoutClock> {
  return withoutClock(stage, isFirst(model, stage));
}

/** The limit of a stage or handoff for a table: in words, else why there is none. */
export function shortLimit(of: Pick<Stage, 'clocks' | 'owner'>, first = false): string {
  const main = mainClock(of);
  if (main === null) return withoutClock(of, first).short;
  const asks = main.kind === 'response' ? '' : `${clockAsks[main.kind]}: `;
  const unclear = main.sla.reading.ok ? '' : ' (unclear)';
  return `${asks}${limitWords(main.sla)}${unclear}`;
}

/** Why no clock can be offered to a role: nothing is written, it is "n/a", or it cannot be read. */
export function noClockWords(site: Site, role: string): Words {
  const limits = limitsOfRole(site, role);
  const name = site.roleName(role);
  if (limits.length === 0) return [`No limit is written for ${name}.`];
  const unclear = limits.filter(({ sla }) => !sla.reading.ok);
  const [first] = unclear;
  if (first === undefined) return [`No clock runs for ${name}.`];
  return [
    `${unclear.length === 1 ? 'One limit' : `${unclear.length} limits`} of ${name} cannot be read, so no due time can be given: `,
    link(first.name, first.path),
    '.',
  ];
}
