import { foldName } from '../language/fold.ts';
import type { Config } from './schema.ts';

/** Sections of the config that teach words. */
export type WordSection = 'stages' | 'sinks' | 'roles' | 'fields';

/** What a line says otherwise than the section says now. */
interface Change {
  /** Names with words to add; a name that is new gets a list of its own. */
  readonly add?: readonly (readonly [name: string, words: readonly string[]])[];
  /** Words to take from a name. */
  readonly take?: readonly (readonly [name: string, word: string])[];
  /** Names that go. */
  readonly drop?: readonly string[];
}

/** Beyond this many names of a section only those that change are printed: a line that nobody can read helps nobody. */
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
  return sectionLine(config, section, { add: [[name, words]] });
}

/** The same for several names at once. */
export function configLineOf(
  config: Config,
  section: WordSection,
  names: readonly (readonly [name: string, words: readonly string[]])[],
): string {
  return sectionLine(config, section, { add: names });
}

/** A section as it should stand, on one line. */
export function sectionLine(
  config: Config,
  section: WordSection,
  { add = [], take = [], drop = [] }: Change,
): string {
  const lines = new Map<string, readonly [string, readonly string[]]>();
  const own = Object.entries(config[section]);
  const touched = new Set([...add, ...take].map(([name]) => foldName(name)));
  for (const [key, words] of own) {
    if (drop.includes(key) || (own.length > mostNames && !touched.has(foldName(key)))) continue;
    const gone = take.filter(([name]) => name === key).map(([, word]) => word);
    const left = words.filter((word) => !gone.includes(word));
    // A stage or a role without further names still is one; a place or a field has nothing left to say.
    if (left.length === 0 && gone.length > 0 && (section === 'sinks' || section === 'fields')) continue;
    lines.set(foldName(key), [key, left]);
  }
  for (const [name, words] of add) {
    const [key, known] = lines.get(foldName(name)) ?? [name, []];
    lines.set(foldName(name), [key, [...new Set([...known, ...words])]]);
  }
  const pairs = [...lines.values()].map(
    ([key, words]) => `${yamlWord(key)}: [${words.map(yamlWord).join(', ')}]`,
  );
  return `${section}: {${pairs.join(', ')}}`;
}

/** A word as YAML reads it back inside brackets; in quotes where a sign, a number or a word of YAML's own would mislead. */
export function yamlWord(word: string): string {
  const plain =
    /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} _./()&+–—-]*[\p{L}\p{M}\p{N})])?$/u.test(word) &&
    !/^(?:true|false|yes|no|on|off|y|n|null)$|^(?:0x[\da-f]+|0o[0-7]+|[\d.]+(?:e[-+]?\d+)?)$/i.test(word);
  return plain ? word : JSON.stringify(word);
}
