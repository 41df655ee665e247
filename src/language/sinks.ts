/** Looks up the places that need no entry by their usual names. */

import { foldName } from './fold.ts';
import { type SinkName, sinks } from './tables/sinks.ts';
import { sinksAbroad } from './tables/sinks-abroad.ts';

/** Folded usual name → place. */
export const usualSinks: ReadonlyMap<string, SinkName> = new Map(
  (Object.entries(sinks) as [SinkName, readonly string[]][]).flatMap(([name, names]) =>
    [name, ...names, ...Object.values(sinksAbroad).flatMap((abroad) => abroad[name] ?? [])].map(
      (one): [string, SinkName] => [foldName(one), name],
    ),
  ),
);

/** Folded very name → place. */
export const sinkNames: ReadonlyMap<string, SinkName> = new Map(
  (Object.keys(sinks) as SinkName[]).map((name) => [foldName(name), name]),
);

/** The place that a usual name means; null for none. */
export function sinkOf(name: string): SinkName | null {
  return usualSinks.get(foldName(name)) ?? null;
}
