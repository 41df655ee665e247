import { foldName } from '../language/fold.ts';
import type { Model, Stage } from './model.ts';

interface Named {
  readonly byId: ReadonlyMap<string, Stage>;
  readonly byName: ReadonlyMap<string, Stage>;
  readonly byCanonical: ReadonlyMap<string, Stage>;
}

const indexes = new WeakMap<Model, Named>();

/** The living stage of an ID in any case, a name or an alias; of several the first. Null when there is none. */
export function stageNamed(model: Model, words: string): Stage | null {
  const { byId, byName, byCanonical } = indexOf(model);
  const asked = words.trim();
  const written = byId.get(asked.toUpperCase()) ?? byName.get(foldName(asked));
  if (written !== undefined) return written;
  // "SQLs" are leads in SQL.
  const hit = model.stageNames.exact(asked) ?? model.stageNames.exact(asked.replace(/s$/i, ''));
  return hit?.kind === 'stage' ? (byCanonical.get(hit.canonical) ?? null) : null;
}

function indexOf(model: Model): Named {
  const known = indexes.get(model);
  if (known !== undefined) return known;
  // A map keeps the last of equal keys, and the first stage of a name is the one that counts.
  const living = model.living.stages.toReversed();
  const made = {
    byId: new Map(living.map((stage) => [stage.id.toUpperCase(), stage])),
    byName: new Map(living.map((stage) => [foldName(stage.name), stage])),
    byCanonical: new Map(living.map((stage) => [stage.canonical, stage])),
  };
  indexes.set(model, made);
  return made;
}
