import { foldName } from '../language/fold.ts';
import type { Config } from './schema.ts';

/** Sections of the config that teach words. */
export type WordSection = 'stages' | 'sinks' | 'roles' | 'fields';

/** Beyond this many names of a section only the new one is printed: a line that nobody can read helps nobody. */
const mostNames = 6;

/**
 * The line of `mops.config.yml` that makes words known, to be pasted: `sinks: {Disqualified: [Junk]}`. What the
 * section says already is in it, because a section may stand only once.
 */
export function configLine(
  config: Config,
  section: WordSection,
  name: string,
  words: readonly string[] = [],
): string {
  return configLineOf(config, section, [[name, words]]);
}

/** The same for several names at once. */
export function configLineOf(
  config: Config,
  section: WordSection,
  names: readonly (readonly [name: string, words: readonly string[]])[],
): string {
  const lines = new Map<string, readonly [string, readonly string[]]>();
  const own = Object.entries(config[section]);
  for (const [key, words] of own.length > mostNames ? [] : own) lines.set(foldName(key), [key, words]);
  for (const [name, words] of names) {
    const [key, known] = lines.get(foldName(name)) ?? [name, []];
    lines.set(foldName(name), [key, [...new Set([...known, ...words])]]);
  }
  const pairs = [...lines.values()].map(
    ([key, words]) => `${yamlWord(key)}: [${words.map(yamlWord).join(', ')}]`,
  );
  return `${section}: {${pairs.join(', ')}}`;
}

/** A word as YAML reads it back inside brackets; in quotes where a sign or a word of YAML's own would mislead. */
export function yamlWord(word: string): string {
  const plain =
    /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} _./()&+–—-]*[\p{L}\p{M}\p{N})])?$/u.test(word) &&
    !/^(?:true|false|yes|no|on|off|y|n|null)$|^[\d.]+$/i.test(word);
  return plain ? word : JSON.stringify(word);
}
