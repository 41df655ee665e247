/** Changes that only follow a rename: where a stage, a channel or an ID is called otherwise, all that cites it is, too. */

import type { Config } from '../config/schema.ts';
import { hasArrow } from '../language/arrow.ts';
import { escaped } from '../language/escaped.ts';
import { addTo } from '../lifecycle/grouped.ts';
import type { Change } from './change.ts';
import type { StageIdentity } from './identity.ts';
import { foldSaid } from './said.ts';

/** Old name or ID → the new one. */
export type Renames = ReadonlyMap<string, string>;

/** What a comparison says is called otherwise now. */
export function renamesIn(changes: readonly Change[]): Renames {
  const causes = changes.filter(isCause);
  const stages = new Map(
    causes.flatMap(({ subject, before, after }) =>
      subject.kind === 'stage' && before && after ? [[before, after] as const] : [],
    ),
  );
  // A KPI that is called by its stages is called otherwise with them.
  const told = stages.size === 0 ? null : translator(stages);
  return new Map(
    causes
      .filter(
        ({ subject, before, after }) =>
          told === null || subject.kind === 'stage' || told(before ?? '') !== foldSaid(after ?? ''),
      )
      .flatMap(({ before, after }) => (before === null || after === null ? [] : [[before, after] as const])),
  );
}

/** Owners that have another name for the same seat, where the config says so. */
export function rolesRenamed({ paired }: StageIdentity, base: Config, head: Config): Renames {
  if (JSON.stringify(base.roles ?? {}) === JSON.stringify(head.roles ?? {})) return new Map();
  return new Map(
    paired.pairs.flatMap(({ base: { owner: before }, head: { owner: after } }) => {
      const [was, is] = [before?.raw.text ?? '', after?.raw.text ?? ''];
      return was !== is && was !== '' && before?.roles.join() === after?.roles.join() ? [[was, is]] : [];
    }),
  );
}

/**
 * The changes without those that say no more than the renames do: a text that differs by the new name alone.
 *
 * @param kept names that may hold an old one and stay: "SQL accepted" where SQL is renamed
 */
export function withoutConsequences(
  changes: readonly Change[],
  renames: Renames,
  kept: readonly string[],
): Change[] {
  if (renames.size === 0) return [...changes];
  const told = translator(new Map([...kept.map((name) => [name, name] as const), ...renames]));
  const gone = new Map<string, Change[]>();
  for (const change of changes) {
    if (change.after !== null || change.before === null) continue;
    const key = keyOf(change, told(change.before));
    addTo(gone, key, change);
  }
  const dropped = new Set<Change>();
  for (const change of changes) {
    const { before, after } = change;
    if (after === null || (isCause(change) && renames.get(before ?? '') === after)) continue;
    if (before !== null) {
      if (told(before) === foldSaid(after)) dropped.add(change);
      continue;
    }
    // A line that went and one that came are one line with the new name.
    const other = gone.get(keyOf(change, foldSaid(after)))?.shift();
    if (other !== undefined) dropped.add(change).add(other);
  }
  return changes.filter((change) => !dropped.has(change));
}

/** The base's config, its stages written as the head's where they say the same of the renamed ones. */
export function configUnder(renames: Renames, base: Config, head: Config): Config {
  return JSON.stringify(named(base, renames)) === JSON.stringify(named(head, renames))
    ? { ...base, stages: head.stages }
    : base;
}

/** A renamed stage may be a key, one of its names, or both: what is left is what else the config says. */
function named({ stages }: Config, renames: Renames): readonly (readonly [string, readonly string[]])[] {
  const now = new Set(renames.values());
  const to = (name: string): string => renames.get(name) ?? name;
  return Object.entries(stages ?? {})
    .map(([key, names]) => [to(key), names.map(to).filter((name) => !now.has(name))] as const)
    .filter(([, names]) => names.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** A handoff and a KPI are mostly called by their stages, and a new name of theirs is no cause. */
function isCause({ what, subject, before }: Change): boolean {
  if (what === 'renumbered') return true;
  return what === 'renamed' && (subject.kind === 'stage' || !hasArrow(before ?? ''));
}

function keyOf({ subject, what }: Change, text: string): string {
  return [subject.kind, subject.id, what, text].join('\n');
}

/** Replaces old names by new ones, longer ones first and all in one pass, so that two that changed places do. */
export function translator(renames: Renames): (text: string) => string {
  const pattern = [...renames.keys()]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');
  const old = new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'gu');
  return (text) => foldSaid(text.replace(old, (name) => renames.get(name) ?? name));
}
