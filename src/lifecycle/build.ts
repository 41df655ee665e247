/** Builds the model: entries in, lifecycle out. Pure and total: whatever the entries say, a model comes out. */

import type { Config, Mode, Motion } from '../config/schema.ts';
import { splitAtArrows } from '../language/arrow.ts';
import { labelsOf } from '../language/fields.ts';
import { RoleWords } from '../language/roles.ts';
import { readBook } from '../sla/index.ts';
import type { Entry, Repository } from '../sot/entry.ts';
import { citationsOf } from './citations.ts';
import { type EntryFields, readFields } from './fields.ts';
import { compareText, edgesOf, type FreshStage, inOrder, markFinal } from './graph.ts';
import { grouped } from './grouped.ts';
import { leftoversOf } from './leftovers.ts';
import { withMeantExits } from './meant-exits.ts';
import type {
  GtmEntry,
  Handoff,
  LifecycleRecord,
  LinkedEntry,
  Model,
  Monitor,
  Records,
  Routing,
  Scoring,
} from './model.ts';
import { type MopsKind, mopsKind } from './mops-kind.ts';
import { readRouting, readScoring } from './records/deep.ts';
import { readHandoff } from './records/handoff.ts';
import { readGtm, readLinked, readMonitor } from './records/linked.ts';
import { filled, itemsOf, type Knowledge, readRecord } from './records/record.ts';
import { LimitReader } from './records/sla-field.ts';
import { readStage, stageNameOf } from './records/stage.ts';
import { Roles } from './roles.ts';
import { readMotion, shapeThatFits } from './shape.ts';
import { StageNames } from './stage-names.ts';
import { isLiving } from './standing.ts';
import { Targets } from './targets.ts';
import { readV09 } from './v09.ts';

/** What the command line or the Action's inputs say over the config. */
export interface ModelOptions {
  readonly mode?: Mode;
  readonly motion?: Motion;
  /** Files with entries that the config does not pick. */
  readonly elsewhere?: readonly string[];
}

/**
 * Builds the lifecycle of a repository.
 *
 * @param repository entries as read
 * @param config a checked config; a bad calendar in it counts as none (the config reader reports it)
 */
export function buildModel(repository: Repository, config: Config, options: ModelOptions = {}): Model {
  const entries = repository.files
    .flatMap((file) => file.entries)
    .filter((entry) => entry.section !== 'template' && entry.section !== 'example');
  const words = labelsOf(config.fields);
  const roleWords = new RoleWords(config.roles, new Set());
  const isRole = (text: string): boolean => roleWords.find(text) !== null;
  const read = new Map<Entry, EntryFields>(entries.map((entry) => [entry, readFields(entry, words, isRole)]));
  const fieldsOf = (entry: Entry): EntryFields =>
    read.get(entry) ?? { fields: new Map(), unknown: [], twice: [], rest: [] };
  const citations = citationsOf(repository, entries, (entry) => fieldsOf(entry).fields);

  const kinds = new Map(entries.map((entry) => [entry, mopsKind(entry, fieldsOf(entry))]));
  const stageEntries = entries.filter((entry) => kinds.get(entry) === 'stage');
  const linksOf: Knowledge['linksOf'] = (entry) => citations.references.get(entry) ?? [];
  const livingEntries = stageEntries.filter((entry) =>
    isLiving(readRecord(entry, fieldsOf(entry), { linksOf })),
  );
  const names = new StageNames(
    config,
    livingEntries.map((entry) => stageNameOf(entry, fieldsOf(entry).fields).name),
  );
  const targets = new Targets(names);
  for (const entry of stageEntries) read.set(entry, withMeantExits(entry, fieldsOf(entry), words, targets));
  const book = readBook(config);
  const roles = new Roles(
    config.roles,
    livingEntries.flatMap((entry) => filled(fieldsOf(entry).fields, 'owner')?.text ?? []),
    entries.filter((entry) => kinds.get(entry) !== 'stage').flatMap((entry) => ownerTextsOf(fieldsOf(entry))),
    entries
      .filter((entry) => kinds.get(entry) !== 'stage')
      .flatMap((entry) => filled(fieldsOf(entry).fields, 'owner')?.text ?? []),
  );
  const know: Knowledge = {
    roles,
    targets,
    limits: new LimitReader(book, roles),
    linksOf,
  };

  const unordered = readStages(stageEntries, fieldsOf, know);
  const stages = inOrder(unordered);
  markFinal(stages.filter(isLiving));

  const of = <T extends LifecycleRecord>(
    kind: MopsKind,
    reader: (entry: Entry, fields: EntryFields, know: Knowledge) => T,
  ): readonly T[] =>
    entries
      .filter((entry) => kinds.get(entry) === kind)
      .map((entry) => reader(entry, fieldsOf(entry), know))
      .sort((a, b) => compareText(a.id, b.id));
  const handoffs: readonly Handoff[] = of('handoff', readHandoff);
  const routings: readonly Routing[] = of('routing', readRouting);
  const scorings: readonly Scoring[] = of('scoring', readScoring);
  const mistyped = of('mistyped', readRecord);
  const monitors: readonly Monitor[] = of('monitor', readMonitor);
  const gtm: readonly GtmEntry[] = of('gtm', readGtm);
  const linked: readonly LinkedEntry[] = of('linked', readLinked);
  const others = of('other', readRecord);
  const ofKind = (kind: Entry['kind']): readonly LinkedEntry[] =>
    linked.filter((record) => record.entry.kind === kind);

  const channels = gtm.filter((entry) => entry.gtmType === 'channel');
  const offers = gtm.filter((entry) => entry.gtmType === 'offer');
  const all: Records = {
    stages,
    handoffs,
    routings,
    scorings,
    monitors,
    alerts: ofKind('MON'),
    channels,
    offers,
    otherGtm: gtm.filter((entry) => entry.gtmType !== 'channel' && entry.gtmType !== 'offer'),
    prices: ofKind('PRICING'),
    personas: ofKind('PER'),
    kpis: ofKind('KPI'),
    feedback: ofKind('CFD'),
    runbooks: ofKind('RUN'),
    mistyped,
  };
  const living = livingOf(all);
  const mode = options.mode ?? config.mode ?? 'standard';
  const motion = readMotion(config, options.motion ?? null, living.stages);
  const records = grouped<LifecycleRecord, string>(
    [
      ...stages,
      ...handoffs,
      ...routings,
      ...scorings,
      ...mistyped,
      ...monitors,
      ...gtm,
      ...linked,
      ...others,
    ],
    ({ id }) => id,
  );

  return {
    config,
    roles,
    stageNames: names,
    mode,
    modeSource: options.mode !== undefined ? 'option' : config.mode !== undefined ? 'config' : 'default',
    motion,
    shape: shapeThatFits(living.stages, motion.value, mode),
    v09: readV09(config, channels, offers),
    calendar: book.usual,
    calendars: book.named,
    defaultCalendar: config.calendar?.default ?? null,
    repository,
    elsewhere: options.elsewhere ?? [],
    ...all,
    living,
    references: [...citations.references.values()].flat(),
    namedReferences: citations.named,
    malformedReferences: citations.malformed,
    placeholders: citations.placeholders,
    unknownFields: entries.flatMap((entry) => fieldsOf(entry).unknown),
    secondValues: entries.flatMap((entry) => fieldsOf(entry).twice),
    leftovers: entries.flatMap((entry) => leftoversOf(entry, fieldsOf(entry).fields)),
    edges: edgesOf(living.stages, living.handoffs),
    records: new Map([...records].sort(([a], [b]) => compareText(a, b))),
  };
}

function livingOf(all: Records): Records {
  const living = <Kind extends LifecycleRecord>(records: readonly Kind[]): readonly Kind[] =>
    records.filter(isLiving);
  return {
    stages: living(all.stages),
    handoffs: living(all.handoffs),
    routings: living(all.routings),
    scorings: living(all.scorings),
    monitors: living(all.monitors),
    alerts: living(all.alerts),
    channels: living(all.channels),
    offers: living(all.offers),
    otherGtm: living(all.otherGtm),
    prices: living(all.prices),
    personas: living(all.personas),
    kpis: living(all.kpis),
    feedback: living(all.feedback),
    runbooks: living(all.runbooks),
    mistyped: living(all.mistyped),
  };
}

/** Owners that a handoff's sides and a routing's lines name, for the seats there are. */
function ownerTextsOf({ fields }: EntryFields): string[] {
  const sides = (['from', 'to'] as const).flatMap(
    (name) => /\bowner:?\s*([^()]+)/i.exec(filled(fields, name)?.text ?? '')?.[1]?.trim() ?? [],
  );
  const routes = itemsOf(fields, 'routes').flatMap(({ text }) => {
    const to = splitAtArrows(text)[1]?.split(':')[0]?.trim();
    return to === undefined || to === '' ? [] : [to];
  });
  return [...sides, ...routes];
}

/**
 * Reads the stages. Their names are declared first, so that every "To SQL" finds its stage whatever the order of
 * the entries; a retired stage answers to its name only while no living one does.
 */
function readStages(
  entries: readonly Entry[],
  fieldsOf: (entry: Entry) => EntryFields,
  know: Knowledge,
): readonly FreshStage[] {
  const { targets } = know;
  const heads = entries.map((entry) => {
    const { name } = stageNameOf(entry, fieldsOf(entry).fields);
    const living = isLiving(readRecord(entry, fieldsOf(entry), know));
    return { entry, name, canonical: targets.names.canonical(name), living };
  });
  const living = new Set(heads.filter((head) => head.living).map((head) => head.canonical));
  const declared = new Set(
    heads.filter((head) => head.living || !living.has(head.canonical)).map((head) => head.entry),
  );
  for (const { entry, name, canonical } of heads)
    targets.declare(entry.id, canonical, name, declared.has(entry));
  const stages = entries.map((entry) => readStage(entry, fieldsOf(entry), know, targets.names));
  for (const stage of stages) targets.register(stage, declared.has(stage.entry));
  return stages;
}
