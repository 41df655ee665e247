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
  const own = Object.entries(config[section]);
  const same = own.find(([key]) => foldName(key) === foldName(name));
  const kept = own.length > mostNames ? [] : own.filter((entry) => entry !== same);
  const line: [string, readonly string[]] = [
    same?.[0] ?? name,
    [...new Set([...(same?.[1] ?? []), ...words])],
  ];
  const pairs = [...kept, line].map(([key, list]) => `${yamlWord(key)}: [${list.map(yamlWord).join(', ')}]`);
  return `${section}: {${pairs.join(', ')}}`;
}

/** A word as YAML reads it back inside brackets; in quotes where a sign or a word of YAML's own would mislead. */
export function yamlWord(word: string): string {
  const plain =
    /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} _./()&+–—-]*[\p{L}\p{M}\p{N})])?$/u.test(word) &&
    !/^(?:true|false|yes|no|on|off|y|n|null)$|^[\d.]+$/i.test(word);
  return plain ? word : JSON.stringify(word);
}
