/** Records by their entry: an ID may stand over thousands of copies, and a search among them for each is quadratic. */
import type { Entry } from '../sot/entry.ts';
import type { Handoff, LifecycleRecord, Model, Stage } from './model.ts';
import { isLiving } from './standing.ts';

interface Index {
  readonly byEntry: ReadonlyMap<Entry, LifecycleRecord>;
  readonly alive: ReadonlySet<string>;
  readonly stages: ReadonlyMap<Entry, Stage>;
  readonly handoffs: ReadonlyMap<Entry, Handoff>;
}

const indexes = new WeakMap<Model, Index>();

function indexOf(model: Model): Index {
  const known = indexes.get(model);
  if (known !== undefined) return known;
  const records = [...model.records.values()].flat();
  const made = {
    byEntry: new Map(records.map((record) => [record.entry, record])),
    alive: new Set(records.filter(isLiving).map(({ id }) => id)),
    stages: new Map(model.stages.map((stage) => [stage.entry, stage])),
    handoffs: new Map(model.handoffs.map((handoff) => [handoff.entry, handoff])),
  };
  indexes.set(model, made);
  return made;
}

/** What an entry was read as; undefined for one that is no record of the lifecycle. */
export function recordOf(model: Model, entry: Entry): LifecycleRecord | undefined {
  return indexOf(model).byEntry.get(entry);
}

/** The entry is Deprecated or Superseded, or stands in a section headed so. */
export function isRetired(model: Model, entry: Entry): boolean {
  const record = recordOf(model, entry);
  return record !== undefined && !isLiving(record);
}

/** Some entry with this ID is not retired. */
export function isAlive(model: Model, id: string): boolean {
  return indexOf(model).alive.has(id);
}

/** The stage that an entry is; undefined where it is none. */
export function stageOf(model: Model, entry: Entry): Stage | undefined {
  return indexOf(model).stages.get(entry);
}

/** The handoff that an entry is; undefined where it is none. */
export function handoffOf(model: Model, entry: Entry): Handoff | undefined {
  return indexOf(model).handoffs.get(entry);
}
