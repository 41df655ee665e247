/** Says in sentences how a limit is read, for people who did not write it. */

import { plural } from '../language/plural.ts';
import { calendarOf, segmentsOf } from './limits-in.ts';
import type { SlaDeadline, SlaDuration, SlaLimit, SlaMeaning, SlaWarning } from './meaning.ts';

/** Sentences about a limit, most important first. */
export function describeSla(meaning: SlaMeaning, defaultCalendar: 'wall' | 'business' | null): string[] {
  const said = limitSentences(settled(meaning, defaultCalendar));
  if (calendarOf(meaning) === 'unstated' || meaning.warnings.includes('calendar-unstated')) {
    said.push(
      defaultCalendar === null
        ? 'It does not say which clock, so it counts round the clock.'
        : `It does not say which clock; the config says ${defaultCalendar === 'business' ? 'business time' : 'round the clock'}.`,
    );
  }
  const days = hoursInDays(meaning, defaultCalendar);
  if (days !== null) {
    said.push(
      `${days * 8} hours of business time are ${days} working days of 8 hours. Write "${inDays(days * 8)}", or "${days * 8} hours, 24/7" if the clock never stops.`,
    );
  }
  if (meaning.kind === 'none') return said;
  if (meaning.on !== undefined) said.push(`It runs on the calendar "${meaning.on}".`);
  for (const { segment, on } of segmentsOf(meaning)) {
    if (on !== undefined) said.push(`${segment} runs on the calendar "${on}".`);
  }
  if (meaning.action !== undefined) said.push(`It is on: ${meaning.action}.`);
  if (meaning.recurrence === 'per-touch') said.push('The clock starts again at each inbound touch.');
  if (meaning.recurrence === 'every') said.push('It is the longest gap between two touches of the owner.');
  if (meaning.max !== undefined) said.push(`It ends after ${meaning.max} attempts.`);
  if (meaning.kind !== 'instant') {
    said.push(
      `The clock starts ${meaning.anchor === undefined ? 'when the lead enters the stage' : `after ${meaning.anchor}`}.`,
    );
  }
  if (meaning.attainment !== undefined) {
    said.push(`It should hold for ${Math.round(meaning.attainment * 1e4) / 100}% of the leads.`);
  }
  return said;
}

/** Hours as somebody at a desk means them: `48 hours` are two days. */
function inDays(hours: number): string {
  const days = Math.max(1, Math.ceil(hours / 24));
  return plural(days, 'business day');
}

/**
 * Working days of 8 hours in a limit such as `24 hours` that the config's default turns into business time, where
 * few mean that: 3. Null for any other limit.
 */
export function hoursInDays(meaning: SlaMeaning, defaultCalendar: 'wall' | 'business' | null): number | null {
  if (defaultCalendar !== 'business' || meaning.kind !== 'duration') return null;
  const { unit, amount, calendar } = meaning;
  if (unit !== 'hour' || calendar !== 'unstated') return null;
  return amount >= 40 || amount === 16 || amount === 24 ? amount / 8 : null;
}

/** The meaning as the config's default settles it: a limit that states no clock is told on the one it runs on. */
function settled(meaning: SlaMeaning, calendar: 'wall' | 'business' | null): SlaMeaning {
  if (calendar === null) return meaning;
  const on = <Limit extends SlaLimit>(limit: Limit): Limit =>
    limit.calendar === 'unstated' ? { ...limit, calendar } : limit;
  switch (meaning.kind) {
    case 'none':
      return meaning;
    case 'cutoff':
      return { ...meaning, before: on(meaning.before), after: on(meaning.after) };
    case 'conditional':
      return { ...meaning, inside: on(meaning.inside), outside: on(meaning.outside) };
    case 'segments':
      return { ...meaning, segments: meaning.segments.map((one) => ({ ...one, limit: on(one.limit) })) };
    default:
      return on(meaning);
  }
}

function limitSentences(meaning: SlaMeaning): string[] {
  switch (meaning.kind) {
    case 'none':
      return [`There is no limit here${meaning.reason === undefined ? '' : `: ${meaning.reason}`}.`];
    case 'instant':
      return ['Software does it at once.'];
    case 'duration':
      return [`${capital(durationWords(meaning))}.`];
    case 'deadline':
      return [`${capital(deadlineSentence(meaning, meaning.tz))}.`];
    case 'cutoff': {
      const { before, after, cutoff, tz } = meaning;
      const zone = tz === undefined ? ' in the team’s time zone' : ` in ${tz}`;
      return [
        `A lead that arrives before ${cutoff}${zone}: ${limitWords(before, tz)}.`,
        `Any other: ${limitWords(after, tz)}.`,
      ];
    }
    case 'conditional': {
      const { inside, outside, tz } = meaning;
      return [
        `A lead that arrives in business hours: ${limitWords(inside, tz)}.`,
        `Any other: ${limitWords(outside, tz)}.`,
      ];
    }
    case 'segments':
      return meaning.segments.map(
        ({ segment, limit, tz }) =>
          `${segment === 'otherwise' ? 'All others' : segment}: ${limitWords(limit, tz ?? meaning.tz)}.`,
      );
  }
}

function limitWords(limit: SlaLimit, tz: string | undefined): string {
  if (limit.kind === 'instant') return 'at once, by software';
  return limit.kind === 'deadline' ? deadlineSentence(limit, tz) : durationWords(limit);
}

function durationWords({ amount, unit, calendar }: SlaDuration): string {
  const length = plural(amount, unit);
  if (calendar === 'business' && unit === 'day') {
    return `at most ${amount === 1 ? 'one working day’s' : `${amount} working days’`} worth of business time`;
  }
  if (calendar === 'business')
    return `at most ${length} of business time; nights, weekends and holidays do not count`;
  if (calendar === 'wall') return `at most ${length}, counted round the clock`;
  return `at most ${length}`;
}

function deadlineSentence({ day, by, calendar }: SlaDeadline, tz: string | undefined): string {
  const wall = calendar !== 'business';
  const zone = tz === undefined || (by === 'close' && !wall) ? '' : ` (${tz})`;
  if (wall) {
    const end = by === 'close' ? 'before midnight' : `by ${by}`;
    return `${end}${zone} of the day ${day === 0 ? 'it arrives' : 'after it arrives'}, weekends included`;
  }
  if (by === 'open') {
    return day === 0
      ? 'by the next opening after it arrives'
      : 'by opening time of the first business day after the date it arrives';
  }
  const end = by === 'close' ? 'by closing time' : `by ${by}`;
  return day === 0
    ? `${end}${zone} of the business day it arrives on, or of the next one when the team has closed`
    : `${end}${zone} of the first business day after the date it arrives`;
}

/** What a warning means and what to write. */
export function warningWords(warning: SlaWarning): string {
  switch (warning) {
    case 'calendar-unstated':
      return 'Which clock? Write "business" or "24/7", or set calendar.default in mops.config.yml.';
    case 'many-business-hours':
      return 'So many business hours are several working days (24 business hours are 3 days of 8 hours). Write business days, or "24 hours, 24/7" if the clock never stops.';
    case 'needs-timezone':
      return 'A time of day needs a time zone. Write it behind the time, for example "by 10:00 Europe/Berlin", or set calendar.zone in mops.config.yml.';
  }
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
