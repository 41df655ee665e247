/** Names in the config that the team's own entries deny: the entry wins (SPEC §3), and the line is not heard. */

import { sectionLine } from '../config/line.ts';
import { placeIn } from '../config/named.ts';
import { foldName } from '../language/fold.ts';
import type { Span } from '../sot/entry.ts';
import type { Model, Stage } from './model.ts';
import { denied } from './usual-names.ts';

/** A name of the config and what is wrong with it. */
export type NameConflict = { readonly at: Span; readonly name: string; readonly line: string } & (
  | { readonly kind: 'slip'; readonly meant: string }
  /** A word that the config gives to something else is the name of this stage. */
  | { readonly kind: 'own'; readonly to: string; readonly sink: boolean; readonly stage: Stage }
);

/** Names that the config gives to two things, or takes from an entry that bears them. */
export function nameConflicts(model: Model): NameConflict[] {
  const { config } = model;
  const found: NameConflict[] = [];
  for (const { key, meant } of model.stageNames.slipsOfConfig) {
    const at = placeIn(config, 'stages', key, null);
    const line = sectionLine(config, 'stages', { drop: [key], add: [[meant, config.stages[key] ?? []]] });
    if (at !== null) found.push({ kind: 'slip', at, name: key, line, meant });
  }
  const byName = new Map(model.living.stages.map((stage) => [foldName(stage.name), stage]));
  const written = new Set(byName.keys());
  for (const section of ['stages', 'sinks'] as const)
    for (const [to, words] of Object.entries(config[section]))
      for (const [index, name] of words.entries()) {
        const stage = byName.get(foldName(name));
        const at = placeIn(config, section, to, index);
        if (stage === undefined || at === null) continue;
        const sink = section === 'sinks' || (model.stageNames.sink(to) !== null && !byName.has(foldName(to)));
        if (!sink && !denied(to, name, written)) continue;
        const line = sectionLine(config, section, { take: [[to, name]] });
        found.push({ kind: 'own', at, name, line, to, sink, stage });
      }
  return found;
}
