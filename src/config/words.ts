/** Words of the config that cannot be meant so: one word for two things, a word that is another's name, unknown keys. */

import type { Document } from 'yaml';
import { closest, slips } from '../language/closest.ts';
import { fieldOfKey, labelOf, namesakeOf } from '../language/fields.ts';
import { foldLabel, foldName, foldRole } from '../language/fold.ts';
import { RoleWords } from '../language/roles.ts';
import { sinkNames, sinkOf } from '../language/sinks.ts';
import { sinks } from '../language/tables/sinks.ts';
import { mostErrors } from './bounds.ts';
import { sectionLine, type WordSection } from './line.ts';
import { keyOffset, valueOffset } from './place.ts';
import type { Config } from './schema.ts';

type At<Fault> = (offset: number, message: string) => Fault;
type LineOf = (offset: number) => number;

/** A name the config gives something: the key itself, or one of its words. */
interface Use {
  readonly section: WordSection;
  readonly key: string;
  readonly word: string;
  readonly folded: string;
  readonly isKey: boolean;
  /** Looked up when it is told: finding a place walks over the whole section. */
  readonly offset: () => number;
}

const folds = { stages: foldName, sinks: foldName, roles: foldRole, fields: foldLabel } as const;
const kinds = { stages: 'stage', sinks: 'place', roles: 'role', fields: 'field' } as const;
/** A word given to more things than these is no slip, and the lines to write would be a page. */
const mostThings = 4;
/** Sections whose words are looked up together: a text names a stage or a place. */
const groups: readonly (readonly WordSection[])[] = [['stages', 'sinks'], ['roles'], ['fields']];

/** Each conflict once, at the key or word where it shows, with the lines to write instead. */
export function wordFaults<Fault>(
  config: Config,
  document: Document,
  at: At<Fault>,
  lineOf: LineOf,
): Fault[] {
  const faults: Fault[] = [];
  for (const sections of groups) {
    const uses = sections.flatMap((section) => usesOf(config, section, document));
    const keys = new Map<string, Use>();
    const unknown = new Set<string>();
    for (const use of uses.filter(({ isKey }) => isKey)) {
      const same = keys.get(use.folded);
      const wrong =
        use.folded === ''
          ? `${use.section} has a key without a name${use.key === '' ? '' : `, ${JSON.stringify(use.key)}`}. Give it one, or take it out.`
          : same === undefined
            ? unknownKey(config, use)
            : sameKey(config, same, use, lineOf);
      if (wrong !== null) faults.push(at(use.offset(), wrong));
      if (wrong !== null) unknown.add(use.key);
      else keys.set(use.folded, use);
    }
    const words = new Map<string, Use[]>();
    for (const use of uses) {
      // What an unknown key gives is told with the key.
      if (use.isKey || unknown.has(use.key) || faults.length >= mostErrors) continue;
      const wrong = wrongWord(config, use, keys.get(use.folded), lineOf);
      if (wrong !== null) faults.push(at(use.offset(), wrong));
      else if (!words.get(use.folded)?.push(use)) words.set(use.folded, [use]);
    }
    for (const [, given] of words) {
      if (faults.length >= mostErrors) break;
      const wrong = givenTwice(config, given, lineOf);
      if (wrong !== null) faults.push(at((given[1] as Use).offset(), wrong));
    }
    if (faults.length >= mostErrors) break;
  }
  return faults;
}

function wrongWord(config: Config, use: Use, other: Use | undefined, lineOf: LineOf): string | null {
  if (use.folded === '')
    return `${use.section}.${use.key} has a name without a letter, ${JSON.stringify(use.word)}. Take it out.`;
  return ofAnother(config, use, other, lineOf) ?? takenField(config, use);
}

function usesOf(config: Config, section: WordSection, document: Document): Use[] {
  const fold = folds[section];
  return Object.entries(config[section]).flatMap(([key, words]) => [
    {
      section,
      key,
      word: key,
      folded: fold(key),
      isKey: true,
      offset: () => keyOffset(document, [section, key]),
    },
    ...words.map((word, index) => ({
      section,
      key,
      word,
      folded: fold(word),
      isKey: false,
      offset: () => valueOffset(document, [section, key, index]),
    })),
  ]);
}

/** A key of `sinks` or `fields` that names none, and one of `roles` that is a slip of a usual role. */
function unknownKey(config: Config, { section, key }: Use): string | null {
  const words = config[section][key] ?? [];
  if (section === 'sinks') return sinkOf(key) === null ? unknownSink(config, key, words) : null;
  if (section === 'fields') return fieldOfKey(key) === null ? unknownField(config, key, words) : null;
  if (section !== 'roles' || words.length === 0 || words.some((word) => foldRole(word) === foldRole(key)))
    return null;
  const meant = slipOfRole(key);
  if (meant === null) return null;
  const right = sectionLine(config, section, { drop: [key], add: [[meant, words]] });
  const own = sectionLine(config, section, { add: [[key, [key]]] });
  return `Unknown role "${key}". Did you mean "${meant}"? Then write \`${right}\`. If it is a role of its own, write \`${own}\`.`;
}

function unknownSink(config: Config, key: string, words: readonly string[]): string {
  const names = Object.keys(sinks);
  const turned = words.find((word) => sinkOf(word) !== null);
  const near = closest(key, names) ?? (turned === undefined ? null : sinkOf(turned));
  const to = near ?? 'Nurture';
  const others = [...(closest(key, names) === null ? [key] : []), ...words.filter((word) => word !== turned)];
  const line = sectionLine(config, 'sinks', { drop: [key], add: [[to, others]] });
  if (near !== null) return `Unknown place "${key}" in sinks. Did you mean "${near}"? Write \`${line}\`.`;
  return `Unknown place "${key}" in sinks. The places are ${names.join(', ')}; a name of your own stands beside the one that it is, for example \`${line}\`. A place of another kind is a stage: take it out here and give it a stage entry.`;
}

function unknownField(config: Config, key: string, words: readonly string[]): string {
  const turned = words.find((word) => fieldOfKey(word) !== null);
  const near = labelOf(key);
  const to = turned ?? near;
  if (to === null)
    return `Unknown field "${key}" in fields. The key is the field of the template, the list holds your words for it: \`fields: {Owner: [Accountable]}\`.`;
  const others = turned === undefined ? words : [key, ...words.filter((word) => word !== turned)];
  const line = sectionLine(config, 'fields', { drop: [key], add: [[to, others]] });
  return `Unknown field "${key}" in fields. Did you mean "${to}"? The key is the field of the template, the list holds your words for it: \`${line}\`.`;
}

const usualRoles = new RoleWords({}, new Set());

/** The usual role that a key is a slip of the hand away from; null where it is a role, or like none. */
function slipOfRole(key: string): string | null {
  const folded = foldRole(key);
  if (folded.length < 5 || usualRoles.find(key) !== null) return null;
  for (const [word, role] of usualRoles.words)
    if (
      word.length >= 5 &&
      Math.abs(word.length - folded.length) <= 2 &&
      slips(folded, word) <= (folded.length >= 9 ? 2 : 1)
    )
      return role;
  return null;
}

/** Two keys that are one name: "MQL" and "mql", or a place under `stages` and under `sinks`. */
function sameKey(config: Config, first: Use, use: Use, lineOf: LineOf): string {
  const both = [...(config[first.section][first.key] ?? []), ...(config[use.section][use.key] ?? [])];
  const line = sectionLine(config, first.section, {
    drop: use.section === first.section ? [use.key] : [],
    add: [[first.key, both]],
  });
  const where = use.section === first.section ? '' : `, and take ${use.key} out of ${use.section}`;
  return `"${use.key}" has a line already (line ${lineOf(first.offset())}). Write one: \`${line}\`${where}.`;
}

/** A word that has a line of its own, or is another place's very name. */
function ofAnother(config: Config, use: Use, other: Use | undefined, lineOf: LineOf): string | null {
  const { section, key, word } = use;
  const place = section === 'sinks' || section === 'stages' ? (sinkNames.get(use.folded) ?? null) : null;
  if (other === undefined && (place === null || place === sinkOf(key))) return null;
  if (other !== undefined && other.key === key && other.section === section) return null;
  const without = sectionLine(config, section, { take: [[key, word]] });
  if (other === undefined)
    return `"${word}" is a place of its own, not another name of ${key}. Leave it out: \`${without}\`.`;
  const joined = [word, ...(config[other.section][other.key] ?? [])];
  const one = sectionLine(config, section, {
    drop: other.section === section ? [other.key] : [],
    add: [[key, joined]],
  });
  const also = other.section === section ? '' : ` and take ${other.key} out of ${other.section}`;
  return `"${word}" is given to ${key} as another name, and is a ${kinds[other.section]} with a line of its own (line ${lineOf(other.offset())}). If the two are one, write \`${one}\`${also}; else leave it out: \`${without}\`.`;
}

/** One word for two things, or more. */
function givenTwice(config: Config, given: readonly Use[], lineOf: LineOf): string | null {
  const things = [...new Map(given.map((use) => [`${use.section} ${use.key}`, use])).values()];
  const [first, second] = things;
  if (first === undefined || second === undefined) return null;
  if (things.length > mostThings)
    return `"${first.word}" is given to ${things.length} names, ${first.key} (line ${lineOf(first.offset())}) and ${second.key} (line ${lineOf(second.offset())}) among them, and a word means one of them. Leave it in one line.`;
  const which = things.map(
    ({ section, key, offset }) => `the ${kinds[section]} ${key} (line ${lineOf(offset())})`,
  );
  const ways = things.map((kept) => {
    const others = things.filter((use) => use !== kept);
    const lines = [...new Set(others.map(({ section }) => section))].map((section) =>
      sectionLine(config, section, {
        take: others.filter((use) => use.section === section).map(({ key, word }) => [key, word]),
      }),
    );
    return `for ${kept.key} write \`${lines.join('` and `')}\``;
  });
  return `"${first.word}" is given to ${which.join(' and to ')}, and a word means one of them: ${ways.join(', ')}.`;
}

/** A word that the template has for another field of the same entries. */
function takenField(config: Config, { section, key, word }: Use): string | null {
  if (section !== 'fields') return null;
  const other = namesakeOf(key, word);
  if (other === null) return null;
  const without = sectionLine(config, section, { take: [[key, word]] });
  return `"${word}" is the template's own word for another field, ${other}. It cannot mean ${key} too. Leave it out: \`${without}\`.`;
}
