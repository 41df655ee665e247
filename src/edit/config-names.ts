/** A name in mops.config.yml. */

import { yamlWord } from '../config/line.ts';
import type { Edit } from './edit.ts';
import { type Haystack, type Search, type Stretch, spans, stretchesOf } from './mentions.ts';
import type { RenamedKind } from './renamed-names.ts';

/** The sections in which a name can stand; in all others the same letters are a setting. */
const sections: Partial<Record<RenamedKind, RegExp>> = {
  stage: /^(?:stages|site)$/,
  role: /^(?:roles|site)$/,
  'name in the config': /^(?:stages|roles|site)$/,
};

/** Edits of the config that keep it YAML: a new name with signs is quoted. Comments are plain words. */
export function configEdits(
  { path, text }: Haystack,
  kind: RenamedKind,
  search: Search,
  name: string,
): readonly Edit[] {
  const spanOf = spans(path, text);
  const own = sections[kind];
  return stretchesOf(text, search).flatMap((place) => {
    const line = text.slice(text.lastIndexOf('\n', place.from - 1) + 1, place.from);
    const comment = /(?:^|\s)#/.test(line);
    if (!comment && own !== undefined && !own.test(sectionAt(text, place.from))) return [];
    const bare = !comment && isWhole(text, place);
    return [{ span: spanOf(place), text: bare ? yamlWord(name) : name }];
  });
}

/** The key at the margin that a place stands below. */
function sectionAt(text: string, at: number): string {
  const before = text.slice(0, at);
  return [...before.matchAll(/^([A-Za-z][\w]*)[ \t]*:/gm)].at(-1)?.[1] ?? '';
}

/** Whether the name is a whole key or value without quotes. */
function isWhole(text: string, { from, to }: Stretch): boolean {
  return (
    /(?:^|\n|[[{,:]|-)[ \t]*$/.test(text.slice(Math.max(0, from - 40), from)) &&
    /^[ \t]*(?:[\]},:]|\r?\n|$|#)/.test(text.slice(to, to + 40))
  );
}
