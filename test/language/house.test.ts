import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const src = join(import.meta.dirname, '../../src');

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

/** The text of a file without its examples and messages: only its patterns. */
function patternsOf(file: string): string[] {
  const code = readFileSync(file, 'utf8').replace(/\/\*\*?[\s\S]*?\*\//g, '');
  return code.match(/(?<=[=(,\s])\/(?![/*\s])(?:[^/\n\\]|\\.)+\/[a-z]*/g) ?? [];
}

/** Words that `src/language` answers for; a pattern of a rule that holds two of one row is a list of its own. */
const shared: readonly (readonly [question: string, words: RegExp])[] = [
  ['nothing.ts', /\b(?:tbd|tbc|tba|n\\?\/a|to be)\b/gi],
  ['leaving.ts', /reject|disqualif|churn|declin|unqualif/gi],
  ['arrow.ts', /→|⇒|->|=>/g],
  ['tables/roles.ts', /\b(?:bdr|sdr|csm|account exec)/gi],
  ['tables/stages.ts', /\b(?:mql|sql|pql|sqo|sal)\b/gi],
];

describe('the house of words', () => {
  it('stands on the ground: language imports nothing of the project but itself', () => {
    const imports = filesIn(join(src, 'language')).flatMap(
      (file) => readFileSync(file, 'utf8').match(/from '\.[^']*'/g) ?? [],
    );
    expect(imports.filter((one) => !/^from '\.{1,2}\/(?:tables\/)?[a-z-]+\.ts'$/.test(one))).toEqual([]);
  });

  it('keeps shared words out of the rules', () => {
    const lists = filesIn(join(src, 'rules')).flatMap((file) =>
      patternsOf(file).flatMap((pattern) =>
        shared
          .filter(([, words]) => new Set(pattern.toLowerCase().match(words) ?? []).size > 1)
          .map(
            ([question]) =>
              `${file.slice(src.length + 1)}: ${pattern.slice(0, 60)} belongs to language/${question}`,
          ),
      ),
    );
    expect(lists).toEqual([]);
  });

  it('spells arrows in one place', () => {
    const [, arrows = /./g] = shared.find(([question]) => question === 'arrow.ts') ?? [];
    const spelt = filesIn(src).filter((file) =>
      patternsOf(file).some((pattern) => new Set(pattern.match(arrows) ?? []).size > 1),
    );
    expect(spelt.map((file) => file.slice(src.length + 1))).toEqual([]);
  });
});
