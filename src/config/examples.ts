/** What a key of the config looks like, for whoever wrote it in another shape. */

import { own } from '../language/own.ts';
import { yamlWord } from './line.ts';

/** Keys that are maps, each as it is written with a value that somebody gave in another shape. */
const maps: Readonly<Record<string, readonly [usual: string, write: (word: string) => string]>> = {
  roles: ['AE: [Closer]', (word) => `${word}: []`],
  stages: ['MQL: [Ready for sales]', (word) => `${word}: []`],
  sinks: ['Disqualified: [Junk]', (word) => `Disqualified: [${word}]`],
  fields: ['Owner: [Accountable]', (word) => `${word}: [Your word]`],
  calendar: ['zone: Europe/London', (word) => `zone: ${word}`],
  calendars: ['emea: {zone: Europe/London}', (word) => `${word}: {zone: Europe/London}`],
  rules: ['stage-sla: warning', (word) => `${word}: off`],
  reconcile: ['GTM-YYY: GTM-002', (word) => (/\d/.test(word) ? `GTM-YYY: ${word}` : `${word}: GTM-002`)],
  replay: ['columns: {stage: Lifecycle Stage}', () => 'columns: {stage: Lifecycle Stage}'],
  site: ['title: Lead lifecycle', (word) => `title: ${word}`],
  'calendar.hours': ['mon: "09:00-17:00"', () => 'mon: "09:00-17:00"'],
  'replay.columns': ['stage: Lifecycle Stage', (word) => `stage: ${word}`],
  'replay.values': ['MQL: [marketingqualifiedlead]', (word) => `MQL: [${word}]`],
};

/** What other tools and people call a key, with the key it is here. */
const otherNames: Readonly<Record<string, string>> = {
  owners: 'roles',
  people: 'roles',
  teams: 'roles',
  aliases: 'stages',
  names: 'stages',
  places: 'sinks',
  exits: 'sinks',
  labels: 'fields',
  severity: 'rules',
  severities: 'rules',
  ignore: 'rules',
  files: 'sot',
  paths: 'sot',
  path: 'sot',
  include: 'sot',
  placeholders: 'reconcile',
  timezone: 'calendar: {zone: …}',
  zone: 'calendar: {zone: …}',
  tz: 'calendar: {zone: …}',
  hours: 'calendar: {hours: …}',
  holidays: 'calendar: {holidays: …}',
  shape: 'motion',
  'calendar.timezone': 'zone',
  'calendar.tz': 'zone',
  'calendar.days': 'hours',
  'calendar.working hours': 'hours',
  'calendar.business hours': 'hours',
  'calendar.hours.monday': 'mon',
  'calendar.hours.tuesday': 'tue',
  'calendar.hours.wednesday': 'wed',
  'calendar.hours.thursday': 'thu',
  'calendar.hours.friday': 'fri',
  'calendar.hours.saturday': 'sat',
  'calendar.hours.sunday': 'sun',
  'site.name': 'title',
  'site.url': 'base',
  'site.repository': 'repo',
};

/** The lines to write in place of a value that is no map: ` Write \`roles: {AE: []}\`.`; empty for another key. */
export function mapToWrite(path: string, value: unknown): string {
  const [usual, write] = own(maps, path.replace(/^calendars\.[^.]+(?=\.hours$)/, 'calendar')) ?? [];
  if (/^calendars\.[^.]+$/.test(path)) {
    const zone = typeof value === 'string' ? yamlWord(value) : 'Europe/London';
    return ` Write \`calendars: {${yamlWord(path.slice('calendars.'.length))}: {zone: ${zone}}}\`.`;
  }
  if (usual === undefined || write === undefined) return '';
  const [first, ...others] = Array.isArray(value) ? value : [value];
  const word = typeof first === 'string' && first !== '' && first.length < 60 ? yamlWord(first) : null;
  const more = others.length === 0 ? '' : ', …';
  const key = path.includes('.') ? path.slice(path.lastIndexOf('.') + 1) : path;
  return ` Write \`${key}: {${word === null ? usual : `${write(word)}${more}`}}\`${word === null ? ', or leave it out' : ''}.`;
}

/** The key that a word is here; null for none. */
export function keyCalled(path: string, key: string): string | null {
  const below = path.replace(/^calendars\.[^.]+/, 'calendar');
  return own(otherNames, `${below === '' ? '' : `${below}.`}${key.toLowerCase()}`) ?? null;
}
