/** All that `mops draft --write` changes: the entries in the file of their kind, and the Linked IDs that cite them. */

import { applyEdits } from '../edit/apply.ts';
import type { Edit } from '../edit/edit.ts';
import { labelsOf } from '../language/fields.ts';
import { buildModel } from '../lifecycle/build.ts';
import { addTo, grouped } from '../lifecycle/grouped.ts';
import type { LifecycleRecord, Model } from '../lifecycle/model.ts';
import { readFile, repositoryOf } from '../sot/index.ts';
import { type Appended, appended } from './append.ts';
import { linkEdit } from './link.ts';
import type { Draft, DraftKind } from './missing/index.ts';

export interface WrittenDrafts {
  /** Whole files; `before` is null for a new one. The first is the one that takes the entries. */
  readonly files: readonly Appended[];
  /** Entries that cite the new ones now, with the IDs. */
  readonly linked: ReadonlyMap<string, readonly string[]>;
  /** Entries that a person has to complete, because their form leaves no safe place. */
  readonly byHand: ReadonlyMap<string, readonly string[]>;
}

/** @returns null when the entries would not read back where they would stand */
export function written(model: Model, kind: DraftKind, drafts: readonly Draft[]): WrittenDrafts | null {
  const home = appended(model, kind, drafts);
  if (home === null) return null;
  const wanted = linksOf(drafts);
  const records = [...model.living.stages, ...model.living.handoffs];
  const edits = new Map<string, Edit>();
  for (const [id, ids] of wanted) {
    const record = records.find((one) => one.id === id);
    const edit = record === undefined ? null : linkEdit(model, record, ids);
    if (edit !== null) edits.set(id, edit);
  }
  // What does not read back as a link is left to a person; the others do not depend on it.
  for (const id of unlinked(model, filesOf(model, home, edits), edits.keys(), wanted)) edits.delete(id);
  const [linked, byHand] = [new Map<string, readonly string[]>(), new Map<string, readonly string[]>()];
  for (const [id, ids] of wanted) (edits.has(id) ? linked : byHand).set(id, ids);
  return { files: filesOf(model, home, edits), linked, byHand };
}

/** Which drafts each entry should cite, by entry. */
export function linksOf(drafts: readonly Draft[]): ReadonlyMap<string, readonly string[]> {
  const links = new Map<string, string[]>();
  for (const { id, linkIn } of drafts) for (const entry of linkIn) addTo(links, entry, id);
  return links;
}

function filesOf(model: Model, home: Appended, edits: ReadonlyMap<string, Edit>): readonly Appended[] {
  const byFile = grouped(edits.values(), ({ span }) => span.file);
  const others = model.repository.files.filter(({ path }) => path !== home.path && byFile.has(path));
  return [
    // The entries stand at the end, so that the places before them hold.
    { ...home, after: applyEdits(home.after, byFile.get(home.path) ?? []) },
    ...others.map(({ path, text }) => ({
      path,
      before: text,
      after: applyEdits(text, byFile.get(path) ?? []),
    })),
  ];
}

/** Those of the entries that would not cite what they should, or not stand there once, after the change. */
function unlinked(
  model: Model,
  files: readonly Appended[],
  edited: Iterable<string>,
  wanted: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const changed = new Map(files.map(({ path, after }) => [path, after]));
  const kept = model.repository.files.filter(({ path }) => !changed.has(path));
  const read = [...changed].map(([path, text]) => readFile({ path, text }, labelsOf(model.config.fields)));
  const after = buildModel(repositoryOf([...kept, ...read]), model.config, { mode: model.mode });
  const records = new Map<string, LifecycleRecord>(
    [...after.living.stages, ...after.living.handoffs].map((record) => [record.id, record]),
  );
  return [...edited].filter((id) => {
    const cited = new Set(records.get(id)?.links.map((link) => link.id));
    return !(wanted.get(id) ?? []).every((one) => cited.has(one));
  });
}
