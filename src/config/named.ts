import type { Span } from '../sot/entry.ts';
import type { Config } from './schema.ts';

/** A key of a config that promises a lifecycle, and where it stands. */
export interface Named {
  readonly key: 'motion' | 'mode' | 'stages';
  readonly span: Span;
}

const places = new WeakMap<Config, Named>();

/** Keeps the place of the key that promises a lifecycle; a config has no place for it among its values. */
export function keepNamed(config: Config, named: Named): void {
  places.set(config, named);
}

/** The first of `motion`, `mode` and `stages` that a config says, null when it says none. */
export function namedIn(config: Config): Named | null {
  return places.get(config) ?? null;
}
