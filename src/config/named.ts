import type { Span } from '../sot/entry.ts';
import type { WordSection } from './line.ts';
import type { Config } from './schema.ts';

/** A key of a config that promises a lifecycle, and where it stands. */
export interface Named {
  readonly key: 'motion' | 'mode' | 'stages';
  readonly span: Span;
}

/** Where things stand in the file that a config was read from. */
export interface Places {
  readonly named: Named | null;
  /** Place of a name of a section, or of the word at a position of its list. */
  readonly word: (section: WordSection, name: string, at: number | null) => Span;
}

const kept = new WeakMap<Config, Places>();

/** Keeps where things stand; a config has no place for it among its values. */
export function keepPlaces(config: Config, places: Places): void {
  kept.set(config, places);
}

/** The first of `motion`, `mode` and `stages` that a config says, null when it says none. */
export function namedIn(config: Config): Named | null {
  return kept.get(config)?.named ?? null;
}

/** Where a config gives a name its word (or, with null, has the name); null for a config that no file holds. */
export function placeIn(config: Config, section: WordSection, name: string, at: number | null): Span | null {
  return kept.get(config)?.word(section, name, at) ?? null;
}
