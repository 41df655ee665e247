import type { Span } from '../sot/entry.ts';
import type { WordSection } from './line.ts';
import type { Config } from './schema.ts';

/** A key of a config that promises a lifecycle, and where it stands. */
export interface NamedKey {
  readonly key: 'motion' | 'mode' | 'stages';
  readonly span: Span;
}

/** A pattern of `sot` as the config has it, and the place to point at; `file` as errors of the config name it. */
export interface SotPattern {
  readonly glob: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Where things stand in the file that a config was read from. */
export interface NamedPlaces {
  readonly named: NamedKey | null;
  /** The patterns of `sot` where the config spells them out. */
  readonly patterns: readonly SotPattern[];
  /** Place of a name of a section, or of the word at a position of its list. */
  readonly word: (section: WordSection, name: string, at: number | null) => Span;
}

const kept = new WeakMap<Config, NamedPlaces>();

/** Keeps where things stand; a config has no place for it among its values. */
export function keepPlaces(config: Config, places: NamedPlaces): void {
  kept.set(config, places);
}

/** The first of `motion`, `mode` and `stages` that a config says, null when it says none. */
export function namedIn(config: Config): NamedKey | null {
  return kept.get(config)?.named ?? null;
}

/** Where a config gives a name its word (or, with null, has the name); null for a config that no file holds. */
export function placeIn(config: Config, section: WordSection, name: string, at: number | null): Span | null {
  return kept.get(config)?.word(section, name, at) ?? null;
}

/** The patterns that a config spells out; none where the usual ones count. */
export function patternsIn(config: Config): readonly SotPattern[] {
  return kept.get(config)?.patterns ?? [];
}
