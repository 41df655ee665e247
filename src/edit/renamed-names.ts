/** What a name to be renamed is, which other names hold it, and why a new one cannot be. */

import { arrowPattern, hasArrow } from '../language/arrow.ts';
import { closest } from '../language/closest.ts';
import { foldName } from '../language/fold.ts';
import type { Handoff, LifecycleRecord, Model } from '../lifecycle/model.ts';
import { isLiving } from '../lifecycle/standing.ts';
import { parseId } from '../sot/index.ts';
import type { Search } from './mentions.ts';

export type RenamedKind =
  | 'ID'
  | 'stage'
  | 'role'
  | 'reason code'
  | 'name in the config'
  | 'channel'
  | 'offer'
  | 'go-to-market entry'
  | 'price rule'
  | 'persona'
  | 'KPI'
  | 'feedback'
  | 'monitor'
  | 'alert'
  | 'runbook'
  | 'handoff title';

/** Something that has a name. */
export interface RenamedThing {
  readonly kind: RenamedKind;
  /** The name as the entries write it. */
  readonly old: string;
}

/** What has this name, the likeliest first; where nothing is written so, capitals do not count. Null where nothing has it. */
export function namedSo(model: Model, old: string): RenamedThing | null {
  if (
    model.repository.byId.has(old) ||
    (parseId(old) !== null && model.references.some(({ id }) => id === old))
  )
    return { kind: 'ID', old };
  const of = (kind: RenamedKind, names: readonly string[]) => names.map((name) => ({ kind, old: name }));
  const all: readonly RenamedThing[] = [
    ...of('stage', stageNames(model)),
    ...of('role', ownersIn(model)),
    ...of('reason code', codesIn(model)),
    ...of('name in the config', configuredNames(model)),
    ...entryNames(model).map(([kind, name]) => ({ kind, old: name })),
  ];
  return all.find((one) => one.old === old) ?? all.find((one) => small(one.old) === small(old)) ?? null;
}

function small(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Living ones first. */
function stageNames(model: Model): readonly string[] {
  return [...model.living.stages, ...model.stages].flatMap(({ name }) => (name === '' ? [] : [name]));
}

/** Names that the config gives a stage or role beside its usual one. */
function configuredNames({ config }: Model): readonly string[] {
  return [...Object.values(config.stages ?? {}), ...Object.values(config.roles ?? {})].flat();
}

/** Names of the entries around the lifecycle and titles of handoffs. */
function entryNames(model: Model): readonly (readonly [RenamedKind, string])[] {
  const named = (kind: RenamedKind, records: readonly (LifecycleRecord & { readonly name: string })[]) =>
    records.map(({ name }): readonly [RenamedKind, string] => [kind, name]);
  const titled = (kind: RenamedKind, records: readonly LifecycleRecord[], words: RegExp) =>
    records.map(({ entry }): readonly [RenamedKind, string] => [
      kind,
      entry.title.text.replace(words, '').trim(),
    ]);
  return [
    ...named('channel', model.channels),
    ...named('offer', model.offers),
    ...named('go-to-market entry', model.otherGtm),
    ...named('price rule', model.prices),
    ...named('persona', model.personas),
    ...named('KPI', model.kpis),
    ...named('feedback', model.feedback),
    ...named('alert', model.alerts),
    ...named('runbook', model.runbooks),
    ...titled('monitor', model.monitors, /^(?:drift[- ])?baseline\s*[—–:-]/i),
    ...titled('handoff title', model.handoffs, /^handoff\s*[—–:-]/i),
  ].filter(([, name]) => name !== '');
}

const seatsJoint = new RegExp(`\\s*(?:/|${arrowPattern}|,|\\bor\\b)\\s*`);

/** Owners as written, and the parts of a seat: `AE` and `founder` of `AE / founder`. */
function ownersIn(model: Model): readonly string[] {
  const written = [
    ...model.living.stages.map(({ owner }) => owner),
    ...model.living.handoffs.flatMap(({ fromOwner, toOwner }) => [fromOwner, toOwner]),
  ].flatMap((owner) => (owner === null ? [] : [owner.raw.text.trim()]));
  const parts = written.flatMap((text) => text.split(seatsJoint));
  return [...new Set([...written, ...parts])].filter((text) => text !== '');
}

function codesIn(model: Model): readonly string[] {
  const texts = [
    ...model.living.handoffs.flatMap((handoff) => reasonTexts(handoff)),
    ...model.living.stages.flatMap(({ disqualification }) => disqualification.map(({ raw }) => raw.text)),
  ];
  const coded = texts.flatMap((text) => [
    ...[...text.matchAll(/["“]([^"“”]{2,60})["”]/g)].map(([, code = '']) => code),
    ...(text.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu) ?? []),
  ]);
  return [...new Set(coded)];
}

function reasonTexts({ rejection }: Handoff): readonly string[] {
  const { condition, routing, reengagement } = rejection;
  return [condition, routing, reengagement].flatMap((field) => field?.items.map(({ text }) => text) ?? []);
}

/** Why nothing has this name, and which one may be meant. */
export function nobodysName(model: Model, old: string, name: string): string {
  const known = [
    ...stageNames(model),
    ...ownersIn(model),
    ...codesIn(model),
    ...entryNames(model).map(([, one]) => one),
    ...model.repository.byId.keys(),
  ];
  if (known.includes(name))
    return `Nothing is called "${old}", and "${name}" is there: it is renamed already.`;
  const hit = model.stageNames.exact(old);
  const own =
    hit?.kind === 'stage' ? model.living.stages.find((one) => one.canonical === hit.canonical) : null;
  if (own) return `The entries call "${old}" by the name "${own.name}" (${own.id}): rename that.`;
  const meant = closest(old, known);
  return `Nothing is called "${old}": no stage, role, reason code, channel, other title or ID.${meant === null ? '' : ` Did you mean "${meant}"?`}`;
}

/** Why the new name is not free; null where it is. */
export function clashOf(model: Model, { kind, old }: RenamedThing, name: string): string | null {
  const folded = foldName(name);
  const another = (names: readonly string[]) =>
    names.some((one) => foldName(one) === folded && foldName(one) !== foldName(old));
  switch (kind) {
    case 'ID': {
      const [before, after] = [parseId(old), parseId(name)];
      if (after === null)
        return `"${name}" is not a valid ID: capitals, hyphens and three digits, like BR-MOPS-004.`;
      if (before?.base !== after.base || before.subtype !== after.subtype)
        return `${name} is an ID of another kind than ${old}.`;
      return model.repository.byId.has(name) ? `${name} is another entry already.` : null;
    }
    case 'stage':
      return stageClash(model, old, name);
    case 'role':
      return roleClash(model, old, name, another(ownersIn(model)));
    case 'reason code':
      return another(codesIn(model)) ? `${name} is another reason code already.` : null;
    case 'name in the config':
      return another(configuredNames(model)) ? `${name} is another name in the config already.` : null;
    case 'handoff title':
      return hasArrow(old)
        ? `"${old}" is made of the names of two stages: rename the stage, and the title follows.`
        : null;
    default:
      return another(entryNames(model).flatMap(([other, one]) => (other === kind ? [one] : [])))
        ? `${name} is another ${kind} already.`
        : null;
  }
}

function stageClash(model: Model, old: string, name: string): string | null {
  const [before, after] = [foldName(old), foldName(name)];
  if (before === after) return null;
  const other = model.stages.find((stage) => foldName(stage.name) === after);
  if (other !== undefined && !isLiving(other))
    return `${name} is the name of ${other.id}, which is retired: its mentions would speak of the other stage. Take another name, or rename that one first.`;
  if (other !== undefined) return `${name} is another stage already.`;
  const hit = model.stageNames.exact(name);
  if (hit?.kind === 'sink')
    return `${name} means the place ${hit.name}, which is no stage. Take another name.`;
  const meant = model.living.stages.find(
    (stage) => hit?.kind === 'stage' && stage.canonical === hit.canonical && foldName(stage.name) !== before,
  );
  return meant === undefined ? null : `${name} is another name of the stage ${meant.name} (${meant.id}).`;
}

/** Two names of one seat may become one; two roles may not. */
function roleClash(model: Model, old: string, name: string, written: boolean): string | null {
  if (!written || small(old).includes(small(name)) || model.roles.find(old) === model.roles.find(name))
    return null;
  return `${name} is another role already: a rename would make one of two, and nobody could tell them apart again.`;
}

/** How the name is looked for. */
export function searchFor(model: Model, { kind, old }: RenamedThing): Search {
  const stages = stageNames(model);
  switch (kind) {
    case 'ID':
    case 'reason code':
      return { old, hyphens: true, within: [] };
    case 'role':
      return { old, hyphens: false, within: stages };
    case 'stage':
      // An acronym is joined by hyphens in names ("KPI-MQL-to-SQL"); "paid-plan" is a word of its own.
      return {
        old,
        hyphens: old !== old.toUpperCase(),
        within: [...roleNames(model), ...stages, ...configuredNames(model)],
      };
    default:
      return {
        old,
        hyphens: true,
        within: [...stages, ...entryNames(model).flatMap(([other, name]) => (other === kind ? [name] : []))],
      };
  }
}

/** Every way roles are written here and in the lists, in the usual spellings. */
function roleNames(model: Model): readonly string[] {
  const listed = model.roles.names.flatMap((name) => [name, `${name} manager`]);
  const usual = [
    'Customer success',
    'Customer Success',
    'Customer feedback',
    'Customer support',
    'Customer Support',
    'Lead response',
    'Paid search',
    'Paid social',
  ];
  return [...listed, ...ownersIn(model), ...usual];
}
