/**
 * Why a phrase is no limit, and what to write instead: one function a case (the texts of the conformance table
 * `test/sla/phrases.jsonl`). Every message names what was written, shortened when it is long.
 */

import { plural } from '../../language/plural.ts';
import type { SlaRefusal } from '../meaning.ts';
import { Refused } from './cursor.ts';

/** The phrase in quotes, at most 80 characters of it. */
export function quotedPhrase(text: string): string {
  const characters = [...text.slice(0, 400)];
  return `'${characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : characters.slice(0, 80).join('')}'`;
}

function refused(code: SlaRefusal, message: string): Refused {
  return new Refused(code, message);
}

export const refuse = {
  empty: () =>
    refused('empty', "SLA is empty. Write a limit such as '1 business hour', or 'n/a' with a reason."),
  placeholder: (text: string) =>
    refused(
      'placeholder',
      `${quotedPhrase(text)} is still the template's placeholder. Replace it with a limit such as '1 business hour'.`,
    ),
  undecided: (text: string) =>
    refused(
      'placeholder',
      `${quotedPhrase(text)} is not a limit. Write one, or mark the entry 'Status: Draft'.`,
    ),
  hurry: (text: string) =>
    refused(
      'no-number',
      `${quotedPhrase(text)} cannot be measured. Give a number and a unit, e.g. '30 business minutes'.`,
    ),
  noNumber: (text: string) =>
    refused('no-number', `${quotedPhrase(text)} cannot be measured. Give a number and a unit.`),
  instantHuman: (text: string, owner: string | undefined) =>
    refused(
      'instant-human',
      `${quotedPhrase(text)} on a stage owned by a person${owner === undefined ? '' : ` (${owner})`} cannot be met or measured. ` +
        "Write '5 minutes', or 'immediate (automated)' if software does it.",
    ),
  withinThe: (text: string, unit: string) =>
    refused(
      'ambiguous',
      unit.startsWith('hour')
        ? `${quotedPhrase(text)} can mean 60 minutes or 'before the clock strikes'. Write '60 minutes' or '1 business hour'.`
        : `${quotedPhrase(text)} can mean a full ${unit} or until it ends. Write '1 ${unit === 'week' ? 'week' : `business ${unit}`}' or 'same business day'.`,
    ),
  clock: (text: string, minutes: number) => {
    const hours = Math.floor(minutes / 60);
    const length = minutes % 60 === 0 && minutes > 0 ? plural(hours, 'hour') : `${minutes} minutes`;
    return refused(
      'ambiguous',
      `${quotedPhrase(text)} could be a clock time, ${durations(minutes)}. Write '${length}' or 'by ${clockTime(hours < 8 ? minutes + 720 : minutes)} same business day'.`,
    );
  },
  whichDay: (text: string, by: string) =>
    refused(
      'ambiguous',
      `${quotedPhrase(text)} does not say of which day. Write 'next business day by ${by}'.`,
    ),
  nextDay: (text: string) =>
    refused(
      'ambiguous',
      `${quotedPhrase(text)} may be a weekend. Write 'next business day' or '1 day, 24/7'.`,
    ),
  endOf: (text: string, period: string, instead: string) =>
    refused(
      'ambiguous',
      `${quotedPhrase(text)} leaves a lead more or less time by when in the ${period} it arrives. Write '${instead}'.`,
    ),
  noUnit: (text: string, amount: string) =>
    refused(
      'no-unit',
      `${quotedPhrase(text)} has no unit. Write '${amount} ${minutes(amount)}' or '${amount} business ${minutes(amount)}'.`,
    ),
  range: (text: string, upper: string, business: boolean) =>
    refused(
      'range',
      business
        ? `${quotedPhrase(text)} gives two limits. An SLA is one upper limit: write ${quotedPhrase(upper)}.`
        : `${quotedPhrase(text)} gives two limits. Write ${quotedPhrase(upper)} (upper limit).`,
    ),
  cadence: () =>
    refused(
      'cadence',
      "This is a follow-up cadence, not a response limit. Put it in the play; write the SLA as 'every 2 business days'.",
    ),
  rhythm: (word: string, instead: string) =>
    refused(
      'cadence',
      `${quotedPhrase(word)} is a review rhythm. Write '${instead}' if a touch is due that often.`,
    ),
  vague: (word: string, instead: readonly string[]) =>
    refused(
      'vague',
      `${quotedPhrase(word)} makes the limit unclear. Write ${[...new Set(instead)].map((text) => quotedPhrase(text)).join(' or ')}.`,
    ),
  habit: (word: string, limit: string) =>
    refused(
      'vague',
      `${quotedPhrase(word)} makes the limit unclear. Write the limit, and put the expected share as ${quotedPhrase(`90% within ${limit}`)}.`,
    ),
  median: () =>
    refused(
      'statistic',
      'A median is a report figure, not a limit for one lead. Write the limit here; watch the median in a MON-DRIFT- entry.',
    ),
  average: () => refused('statistic', 'An average is a report figure, not a limit for one lead.'),
  percentile: () =>
    refused(
      'statistic',
      "A percentile is a report figure, not a limit for one lead. Write the share with the limit: '90% within 1 business hour'.",
    ),
  above: (text: string, instead: string) =>
    refused(
      'lower-bound',
      `${quotedPhrase(text)} is a lower limit. An SLA needs an upper limit: ${quotedPhrase(`<${instead}`)}.`,
    ),
  atLeast: (words: string) =>
    refused('lower-bound', `${quotedPhrase(words)} is a lower limit. An SLA needs an upper limit.`),
  after: (text: string, limit: string) =>
    refused(
      'lower-bound',
      `${quotedPhrase(text)} says when something starts, not the latest time. Write ${quotedPhrase(`within ${limit}`)}.`,
    ),
  attempts: () =>
    refused('not-positive', "The attempts must be a whole number above zero. Write e.g. 'up to 3 attempts'."),
  zero: () =>
    refused(
      'not-positive',
      "The limit must be above zero. For software steps write 'immediate (automated)'.",
    ),
  negative: () => refused('not-positive', 'The limit must be above zero.'),
  decimals: (number: string, unit: string, hours: boolean) => {
    const plain = number.replaceAll("'", ',');
    const parts = plain.split(',');
    const thousands = parts.length > 1 && parts.slice(1).every((part) => part.length === 3);
    if (thousands)
      return refused('number-format', `Write the number without a comma: '${parts.join('')} ${unit}'.`);
    if (parts.length === 2 && !plain.includes('.')) {
      const value = Number(parts.join('.'));
      const minutes = hours ? `, or '${roundMinutes(value * 60)} minutes'` : '';
      return refused(
        'number-format',
        `Use a point for decimals: ${quotedPhrase(`${parts.join('.')} ${unit}`)}${minutes}.`,
      );
    }
    return refused(
      'number-format',
      `${quotedPhrase(number)} is not a number that can be read. Write digits, with a point for decimals: '1.5'.`,
    );
  },
  tooLong: (number: string) =>
    refused(
      'number-format',
      `${quotedPhrase(number)} is too large for a limit. Write a number below 100000.`,
    ),
  share: (text: string) =>
    refused('number-format', `${quotedPhrase(text)} is no share. A share is above 0% and at most 100%.`),
  cadenceToo: (limit: string, cadence: string) =>
    refused(
      'cadence',
      `${quotedPhrase(cadence)} is a follow-up cadence, not a response limit. Keep ${quotedPhrase(limit)} here and move the rest to 'Cadence:'.`,
    ),
  months: (amount: number) =>
    refused(
      'unit',
      `Months differ in length. Write '${roundMinutes(amount * 30)} days' or '${roundMinutes(amount * 20)} business days'.`,
    ),
  businessWeeks: (amount: number) => refused('unit', `Write '${roundMinutes(amount * 5)} business days'.`),
  longUnit: (unit: string, days: number) =>
    refused(
      'unit',
      `${quotedPhrase(unit)} is too long for a limit on one lead. Write days: '${roundMinutes(days)} days'.`,
    ),
  seconds: () => refused('unit', "Seconds are below what lead tools record. Write '1 minute' or more."),
  mixedUnits: (text: string) =>
    refused(
      'unit',
      `${quotedPhrase(text)} adds days to hours, and a day may be a working day or 24 hours. Write it all in hours, or all in days.`,
    ),
  unknownUnit: (unit: string, meant: string | null) =>
    refused(
      'unknown-unit',
      meant === null
        ? `Unknown unit ${quotedPhrase(unit)}. Units are: minutes, hours, days, weeks, business minutes/hours/days.`
        : `Unknown unit ${quotedPhrase(unit)}. Did you mean '${meant}'?`,
    ),
  two: (joint: string, first: string, second: string) =>
    refused(
      'two-values',
      `Two limits joined by ${quotedPhrase(joint)}. Use one, or name the segments: ${quotedPhrase(`${first} (high-signal); ${second} (low-signal)`)}.`,
    ),
  twoInOne: (target: string, most: string) =>
    refused(
      'two-values',
      `${quotedPhrase(target)} and ${quotedPhrase(most)} are two limits in one, a target and a maximum. Write the one that counts; the target may be a share, as in ${quotedPhrase(`90% within ${target}`)}.`,
    ),
  noCalendar: (words: string, lines: string, limit: string) =>
    refused(
      'calendar',
      `No calendar of mops.config.yml is ${quotedPhrase(words)}. Add ${lines} with the zone and hours of that team, and write ${quotedPhrase(limit)}.`,
    ),
  clocks: (limit: string, always: string) =>
    refused(
      'ambiguous',
      `${quotedPhrase(limit)} runs in business time and ${quotedPhrase(always)} round the clock. Write ${quotedPhrase(limit)}, or ${quotedPhrase(`${limit.replace(/\b(?:business|working|work|office) ?/i, '')}, 24/7`)}.`,
    ),
  nearCalendar: (words: string, limit: string) =>
    refused(
      'calendar',
      `No calendar of mops.config.yml is ${quotedPhrase(words)}. Did you mean ${quotedPhrase(limit)}?`,
    ),
  twice: (segment: string) =>
    refused('two-values', `The ${quotedPhrase(segment)} leads have two limits. Keep one.`),
  mismatch: (word: string, digits: string) =>
    refused('mismatch', `The word says ${word}, the bracket says ${digits}. Which one?`),
  tomorrow: (word: string, instead: string) =>
    refused('relative', `${quotedPhrase(word)} has no meaning in a rule. Write '${instead}'.`),
  planStep: (text: string, instead: string) =>
    refused('relative', `${quotedPhrase(text)} is a plan step. Write '${instead}'.`),
  weekday: (by: string) => refused('relative', `Write 'next business day by ${by}' with a time zone.`),
  moving: () => refused('relative', 'The limit moves with the average. Write a fixed number.'),
  always: (text: string) =>
    refused('coverage', `${quotedPhrase(text)} is a calendar, not a limit. Write e.g. '1 hour, 24/7'.`),
  calendarOnly: () => refused('coverage', "A calendar without a number. Write e.g. '2 business hours'."),
  shareOnly: () => refused('coverage', "A share without a limit. Write e.g. '90% within 1 business hour'."),
  elsewhere: () => refused('reference', 'Limits must be in the entry, not elsewhere. Copy the number here.'),
  fixedZone: (zone: string, iana: string) =>
    refused(
      'timezone',
      `${quotedPhrase(zone)} is a fixed offset and wrong half the year. Use an IANA name: '${iana}'.`,
    ),
  looseZone: (zone: string, iana: string) =>
    refused('timezone', `${quotedPhrase(zone)} is no IANA time zone. Write '${iana}'.`),
  unknownZone: (zone: string) =>
    refused(
      'timezone',
      `There is no time zone ${quotedPhrase(zone)}. Use an IANA name such as 'Europe/London' or 'America/New_York'.`,
    ),
  local: (after: string | null) =>
    refused(
      'timezone',
      `'local' to whom: lead, owner or office? Name an IANA time zone.${after === null ? '' : ` Also say what happens after ${after}.`}`,
    ),
  gap: (segment: string) =>
    refused('segment-gap', `Only the ${segment} leads have a limit. Add one for the others, or 'otherwise'.`),
  order: () => refused('segment-order', 'The hotter segment has the longer limit. Swap them?'),
  escalation: (limit: string) =>
    refused(
      'mixed',
      `Escalation is its own field. Keep ${quotedPhrase(limit)} here and move the rest to 'Escalation:'.`,
    ),
  rest: (limit: string, rest: string) =>
    refused(
      'mixed',
      `${quotedPhrase(limit)} is a limit, ${quotedPhrase(rest)} is not part of one. Keep the limit here and move the rest.`,
    ),
  unalike: (what: string) =>
    refused('mixed', `The segments differ in more than their limit (${what}). Give each its own entry.`),
  per: () => refused('incomplete', "'per' what? Write 'per touch'."),
  missing: (word: string, example: string) =>
    refused('incomplete', `${quotedPhrase(word)} what? Write e.g. '${example}'.`),
  afterCutoff: (cutoff: string) =>
    refused('incomplete', `Say what happens after ${cutoff}: add '; next business day otherwise'.`),
  otherHours: (part: 'in-hours' | 'otherwise') =>
    refused(
      'incomplete',
      part === 'otherwise'
        ? "Only leads out of hours have a limit. Add one 'during business hours'."
        : "Say what happens out of hours: add '; by 09:00 next business day otherwise'.",
    ),
};

function minutes(amount: string): string {
  return amount === '1' ? 'minute' : 'minutes';
}

function durations(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (rest === 0) return `${plural(hours, 'hour')} or ${plural(hours, 'minute')}`;
  return hours === 0
    ? `${rest} minutes or ${rest} seconds`
    : `${minutes} minutes or ${plural(hours, 'minute')} and ${rest} seconds`;
}

/** Minutes past midnight as `HH:MM`. */
export function clockTime(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Six decimals at most, so that 1.1 hours are 66 minutes. */
export function roundMinutes(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
