/** A log of changes held against a lifecycle: one report (SPEC §14). Pure: the rows are handed in. */

import type { Model } from '../lifecycle/model.ts';
import { isoInZone } from '../sla/index.ts';
import { figuresOf } from './figures.ts';
import { type Layout, statusField } from './layout.ts';
import { Limits } from './limits.ts';
import { type LoggedPlace, Places, unknownNames } from './places.ts';
import { type Reading, Unusable } from './reading.ts';
import type { ReplayReport } from './report.ts';
import { Tally } from './tally.ts';
import { type Noticed, type StatusField, walkRecords } from './walk.ts';
import { KnownWays } from './ways.ts';
import { WorkTimes } from './work-time.ts';

export interface ReplayQuestion {
  readonly model: Model;
  readonly layout: Layout;
  readonly reading: Reading;
  /** `replay.values` of the config. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** Zone of times without an offset; null for none. */
  readonly zone: string | null;
  /** Counts below it are withheld. */
  readonly least: number;
}

/** Measures a log. @throws Unusable with one sentence where nothing can be measured */
export function replay(question: ReplayQuestion): ReplayReport {
  const { model, layout, reading } = question;
  const lost = unknownNames(model, question.values)[0];
  if (lost !== undefined)
    throw new Unusable(`replay.values names "${lost}", which is no stage and no place of this lifecycle.`);
  reading.settle();
  const { log } = reading;
  if (reading.rows === 0) throw new Unusable('The file has a head and no row below it.');
  const places = new Places(model, question.values);
  const placeList = reading.values.list.map((value) => places.of(value));
  const status = statusOf(layout, reading);
  const field = fieldOf(reading, placeList, status);
  if (!placeList.some(({ kind }) => kind === 'stage')) {
    throw new Unusable(
      reading.values.size === 0
        ? 'No row of the file says a stage.'
        : 'No value of the file is a stage of this lifecycle: name them in mops.config.yml, for example "replay: {values: {MQL: [marketingqualifiedlead]}}".',
    );
  }
  const { first, last } = reading.bounds();
  const limits = new Limits(model);
  const ways = new KnownWays(model);
  const touches = layout.touch >= 0;
  const work = new WorkTimes(first, last);
  const tally = new Tally({ stages: model.living.stages, limits, ways, work, end: last, touches });
  const noticed = walkRecords({
    log,
    records: reading.records.size,
    places: placeList,
    segments: reading.segments.list,
    reasons: reading.reasons.list,
    field,
    status,
    ways,
    tally,
  });
  const zone = question.zone ?? model.calendar?.zone ?? 'UTC';
  const reasons = layout.reason >= 0;
  return {
    version: 1,
    layout: layout.name,
    rows: reading.rows,
    records: reading.records.size,
    from: isoInZone(zone, first),
    to: isoInZone(zone, last),
    zone,
    notes: notesOf(question, noticed, field, status),
    ...figuresOf({
      model,
      tally,
      ways,
      least: question.least,
      touches,
      reasons,
      segments: layout.segment >= 0,
    }),
    unread: [...reading.unread.values()].toSorted((a, b) => a.line - b.line),
  };
}

/** Pipedrive's status, where the export has it beside the stages. */
function statusOf({ name }: Layout, { fields, values }: Reading): StatusField | null {
  const field = name === 'pipedrive-changes' ? fields.list.indexOf(statusField) : -1;
  if (field < 0 || fields.size < 2) return null;
  const numbered = (word: string): ReadonlySet<number> =>
    new Set(values.list.flatMap((value, at) => (value.toLowerCase() === word ? [at] : [])));
  return { field, open: numbered('open'), deleted: numbered('deleted') };
}

/** The field of a history that knows most stages; -1 where every row holds the stage. */
function fieldOf(
  { log, fields }: Reading,
  places: readonly LoggedPlace[],
  status: StatusField | null,
): number {
  if (fields.size === 0) return -1;
  const known = fields.list.map((_, at): number => (at === status?.field ? -1 : 0));
  for (let row = 0; row < log.length; row += 1) {
    const place = places[log.to[row] ?? -1];
    const field = log.field[row] ?? -1;
    if (field === status?.field) continue;
    if (place !== undefined && place.kind !== 'unknown') known[field] = (known[field] ?? 0) + 1;
  }
  return known.indexOf(Math.max(...known));
}

/** What the history cannot show, said before any figure. */
function notesOf(
  { layout, reading, least }: ReplayQuestion,
  noticed: Noticed,
  field: number,
  status: StatusField | null,
): readonly string[] {
  const names = [field, ...(status === null ? [] : [status.field])].map(
    (number) => `"${reading.fields.list[number] ?? ''}"`,
  );
  return [
    'The history begins with its first row: where a record was before, and since when, it does not show.',
    ...(layout.name === 'hubspot-export'
      ? [
          'The export holds one date for each stage: a record that came back shows once, and its other moves not at all.',
        ]
      : []),
    ...(layout.touch < 0 ? ['No column holds a first touch: response clocks are not measured.'] : []),
    ...(layout.reason < 0 ? ['No column holds reasons: rejections are counted without them.'] : []),
    ...(layout.segment < 0 ? ['No column holds a segment: limits by segment are not measured.'] : []),
    ...(reading.fields.size > 1
      ? [`The export tracks several fields; stages are read from ${names.join(' and ')}.`]
      : []),
    ...(noticed.bulk > 0
      ? ['Bulk edits, imports and merges are no moves: visits they ended are not counted.']
      : []),
    ...(noticed.gaps > 0
      ? [
          'Some old values are not where the record was: changes are missing, and visits they would have ended are not counted.',
        ]
      : []),
    ...(least > 1 ? [`Counts of 1 to ${least - 1} are withheld, and others that would give them away.`] : []),
  ];
}
