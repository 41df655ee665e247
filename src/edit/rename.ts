/** A new name for a stage, a role, a reason code or an ID, at every place that says it (SPEC §9). */

import { closest } from '../language/closest.ts';
import type { Handoff, Model } from '../lifecycle/model.ts';
import { parseId } from '../sot/index.ts';
import { anchorEdits } from './anchors.ts';
import type { Edit } from './edit.ts';
import { type Haystack, mentionsOf, type Search } from './mentions.ts';
import { type OtherForm, otherForms } from './other-forms.ts';

export type RenamedKind = 'ID' | 'stage' | 'role' | 'reason code';

export interface RenamePlan {
  readonly kind: RenamedKind;
  /** The old name as the entries write it. */
  readonly old: string;
  readonly edits: readonly Edit[];
  /** Words that hold the name and are others: plurals, joined words. */
  readonly others: readonly OtherForm[];
  /** Places that say it in another way and were left. */
  readonly left: readonly { readonly span: Edit['span']; readonly why: string }[];
}

/** Why a rename cannot be: a sentence for the person who asked. */
export interface RenameRefusal {
  readonly refused: string;
}

/**
 * Plans a rename. The config is a text like the others: its mentions are renamed too.
 *
 * @param config the text of mops.config.yml, null where there is none
 */
export function planRename(
  model: Model,
  config: Haystack | null,
  old: string,
  name: string,
): RenamePlan | RenameRefusal {
  if (name.trim() !== name || name === '' || /[\n\r|<>[\]`*:#]/.test(name))
    return { refused: `"${name}" cannot be a name: write letters, digits, blanks and hyphens.` };
  if (old === name) return { refused: 'Both names are the same.' };
  const found = kindOf(model, old);
  if (found === null) return { refused: unknown(model, old, name) };
  const clash = clashOf(model, found.kind, found.old, name);
  if (clash !== null) return { refused: clash };
  const search = searchFor(model, found);
  const texts = [...model.repository.files, ...(config === null ? [] : [config])];
  const mentions = texts.flatMap((text) => mentionsOf(text, search, name));
  return {
    ...found,
    edits: [...mentions, ...anchorEdits(texts, mentions)],
    others: found.kind === 'ID' ? [] : otherForms(texts, found.old, mentions),
    left: found.kind === 'ID' ? shorthands(model, found.old) : [],
  };
}

interface Found {
  readonly kind: RenamedKind;
  readonly old: string;
}

function kindOf(model: Model, old: string): Found | null {
  if (
    model.repository.byId.has(old) ||
    (parseId(old) !== null && model.references.some(({ id }) => id === old))
  )
    return { kind: 'ID', old };
  const folded = old.toLowerCase();
  const stage = model.livingStages.find(({ name }) => name.toLowerCase() === folded);
  if (stage !== undefined) return { kind: 'stage', old: stage.name };
  const role = ownersIn(model).find((owner) => owner.toLowerCase() === folded);
  if (role !== undefined) return { kind: 'role', old: role };
  const code = codesIn(model).find((one) => one.toLowerCase() === folded);
  return code === undefined ? null : { kind: 'reason code', old: code };
}

/** Owners as written, and the parts of a seat: `AE` and `founder` of `AE / founder`. */
function ownersIn(model: Model): readonly string[] {
  const written = [
    ...model.livingStages.map(({ owner }) => owner),
    ...model.livingHandoffs.flatMap(({ fromOwner, toOwner }) => [fromOwner, toOwner]),
  ].flatMap((owner) => (owner === null ? [] : [owner.raw.text.trim()]));
  const parts = written.flatMap((text) => text.split(/\s*(?:\/|→|,|\bor\b)\s*/));
  return [...new Set([...written, ...parts])].filter((text) => text !== '');
}

function codesIn(model: Model): readonly string[] {
  const texts = model.livingHandoffs.flatMap((handoff) => reasonTexts(handoff));
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

function unknown(model: Model, old: string, name: string): string {
  const known = [
    ...model.livingStages.map(({ name }) => name),
    ...ownersIn(model),
    ...codesIn(model),
    ...model.repository.byId.keys(),
  ].filter((name) => name !== '');
  if (known.includes(name))
    return `Nothing is called "${old}", and "${name}" is there: it is renamed already.`;
  const meant = closest(old, known);
  return `Nothing is called "${old}": no stage, role, reason code or ID.${meant === null ? '' : ` Did you mean "${meant}"?`}`;
}

function clashOf(model: Model, kind: RenamedKind, old: string, name: string): string | null {
  if (kind === 'ID') {
    const [before, after] = [parseId(old), parseId(name)];
    if (after === null)
      return `"${name}" is not a valid ID: capitals, hyphens and three digits, like BR-MOPS-004.`;
    if (before?.base !== after.base || before.subtype !== after.subtype)
      return `${name} is an ID of another kind than ${old}.`;
    if (model.repository.byId.has(name)) return `${name} is another entry already.`;
  }
  if (
    kind === 'stage' &&
    model.livingStages.some((stage) => stage.name.toLowerCase() === name.toLowerCase() && stage.name !== old)
  )
    return `${name} is another stage already.`;
  return null;
}

function searchFor(model: Model, { kind, old }: Found): Search {
  // An acronym is joined by hyphens in names ("KPI-MQL-to-SQL"); "paid-plan" is a word of its own.
  if (kind !== 'stage')
    return { old, hyphens: kind !== 'role', within: kind === 'role' ? stageNames(model) : [] };
  return { old, hyphens: old !== old.toUpperCase(), within: [...roleNames(model), ...stageNames(model)] };
}

function stageNames(model: Model): readonly string[] {
  return model.livingStages.map(({ name }) => name);
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

/** `KPI-101/102` and `CFD-001→004`: the ID is meant and not spelled. */
function shorthands(model: Model, old: string): RenamePlan['left'] {
  return model.references
    .filter(({ id, span }) => id === old && span.end - span.start !== old.length)
    .map(({ span }) => ({ span, why: `means ${old} as part of a range; write the IDs one by one` }));
}
