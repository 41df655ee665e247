/**
 * A word that is added to a table counts wherever its kind is read: every word of a table in one sentence for each
 * place that asks, and no pattern or list elsewhere that spells the words of a table itself.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stepWhat } from '../../site/view/lifecycle/steps.ts';
import { readConfig } from '../../src/config/read.ts';
import { vagueness } from '../../src/language/criterion.ts';
import { bareSegment } from '../../src/language/measuring.ts';
import { leavesOpen, opensUndecided, saysNothing } from '../../src/language/nothing.ts';
import { saidNumber } from '../../src/language/numbers.ts';
import {
  comesBackAtOnce,
  comesBackByDate,
  comesBackByTaste,
  onlySaysNo,
  saysWhenBack,
} from '../../src/language/returning.ts';
import { praise } from '../../src/language/tables/judgements.ts';
import { often, ordinals, small, tens } from '../../src/language/tables/number-words.ts';
import { humans, queues, software, superiors } from '../../src/language/tables/role-words.ts';
import { roles } from '../../src/language/tables/roles.ts';
import { abbreviations } from '../../src/language/tables/unsaid.ts';
import { Roles } from '../../src/lifecycle/roles.ts';
import { readEscalation, readSla } from '../../src/sla/index.ts';
import { judgeId } from '../../src/sot/id.ts';
import { findIds } from '../../src/sot/mention/mention.ts';
import { root, sources } from '../house/imports.ts';

const noSpan = { file: '', line: 1, column: 1, endLine: 1, endColumn: 1, start: 0, end: 0 };
const ownerOf = (text: string) => new Roles({}, []).owner({ text, span: noSpan });
const numbers = [...small.split(' ').slice(1), ...tens.split(' ')];

describe.each(abbreviations)('%s', (word) => {
  const upper = word.toUpperCase();

  test('says nothing in a field, before a reason, in a criterion, as an owner and as a limit', () => {
    expect(opensUndecided(`${upper.split('').join('.')}. (Jane)`)).toBe(true);
    expect([saysNothing(upper), opensUndecided(`${upper} by finance`)]).toEqual([true, true]);
    expect(leavesOpen(`Fit score above ${upper}`)).toBe(true);
    expect(ownerOf(`${upper} after the hiring`).kind).toBe('none');
    expect(readSla(upper).ok).toBe(false);
  });

  test('keeps the place of an ID, with its role in brackets or behind a prefix, in a text and in the config', () => {
    expect(saysNothing(`${upper} (channel)`)).toBe(false);
    expect(judgeId(`GTM-${upper}`)).toEqual({ kind: 'placeholder' });
    for (const token of [`${upper} (channel)`, `GTM-${upper}`, `KPI-CONVERSION-${upper}`]) {
      const text = `Known contact from ${token}.`;
      expect(findIds(text, 0, { path: 'SoT/a.md', text })).toMatchObject([
        { kind: 'placeholder', id: token },
      ]);
      const config = `reconcile:\n  "${token}": GTM-001\n`;
      expect([token, 'errors' in readConfig(config, 'mops.config.yml', [])]).toEqual([token, false]);
    }
  });
});

test.each([...humans])('%s is a person wherever one acts on a return', (human) => {
  const name = human.toUpperCase();
  expect(comesBackAtOnce(`${name} may resubmit`)).toBe(true);
  expect(comesBackByDate(`${name} may send it again after 60 days`)).toBe(true);
  expect(comesBackByTaste(`When the ${name} decides`)).toBe(true);
  expect(comesBackByTaste(`When ${name}s decide`)).toBe(true);
  expect(onlySaysNo(`${name} rejects it`)).toBe(true);
  expect(saysWhenBack(`back to the pool with the next ${name}`)).toBe(false);
});

test.each(software.split(' '))(
  '%s is software: an owner, who tells and is not told, whose leads are a segment',
  (name) => {
    expect(ownerOf(`${name} tool`).automated).toBe(true);
    for (const teller of [name, `${name} tool`])
      expect(readEscalation(`The ${teller} alerts the sales manager`)[0]?.who).toBe('sales manager');
    expect(readEscalation(`The ${name} admin alerts the sales manager`)[0]?.who).toMatch(/admin$/);
    expect(bareSegment(name)).toBe(true);
  },
);

test.each(praise)('a fit praised as %s names no event', (word) => {
  for (const fit of [`A ${word} fit`, `Looks like a ${word} technical fit`])
    expect([fit, vagueness(fit, 'SQL')]).toEqual([fit, 'no-event']);
});

test.each(numbers)('%s counts in a limit, a step, its title, a wait and how often a lead returns', (word) => {
  expect(readSla(`${word} business hours`)).toEqual(readSla(`${saidNumber(word)} business hours`));
  expect(readEscalation(`After ${word} hours the sales manager takes it`)[0]).toMatchObject({
    at: { amount: saidNumber(word) },
    who: 'sales manager',
  });
  expect(stepWhat({ raw: `At ${word} hours notify the sales manager` })).toBe('notify the sales manager');
  expect(comesBackByDate(`In ${word} weeks`)).toBe(true);
});

/** Lists of which nobody else spells so many words. Numbers from four on: "one" to "three" are words of other things. */
const lists: readonly (readonly [table: string, words: readonly string[], many: number])[] = [
  ['unsaid.ts', abbreviations, 2],
  ['role-words.ts', [...humans], 3],
  ['role-words.ts', [...superiors], 3],
  ['role-words.ts', queues, 3],
  ['roles.ts', Object.keys(roles), 3],
  ['role-words.ts', software.split(' '), 4],
  ['number-words.ts', small.split(' '), 3],
  ['number-words.ts', often.split(' '), 2],
  ['number-words.ts', ordinals.split(' '), 4],
  ['judgements.ts', praise, 5],
];

/** Files that hold such words and mean something else. */
const others: Readonly<Record<string, string>> = {
  'site/scripts/draw-diagram.ts': 'names of classes of a style sheet',
};

test('no pattern and no list of words elsewhere spells the words of these tables', () => {
  const spelled = sources()
    .filter((path) => !path.startsWith('src/language/tables/') && !(path in others))
    .flatMap((path) => {
      const code = readFileSync(join(root, path), 'utf8').replace(/\/\*\*?[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
      const literals = [
        ...(code.match(/(?<=[=(,\s:[])\/(?![/*\s])(?:[^/\n\\]|\\.)+\/[a-z]*/g) ?? []),
        ...(code.match(/`[^`\n]*\(\?:[^`\n]*`/g) ?? []),
        ...(code.match(/'[^'\n]+'(?=\.split\()/g) ?? []),
      ];
      return literals.flatMap((literal) => {
        const words = new Set(
          literal
            .toLowerCase()
            .replace(/\\[bswd]/g, ' ')
            .split(/[^\p{L}'-]+/u),
        );
        return lists.flatMap(([table, row, many]) => {
          const own = row.map((word) => word.toLowerCase()).filter((word) => words.has(word));
          return own.length < many ? [] : [`${path} spells ${own.join(', ')} of tables/${table}`];
        });
      });
    });
  expect(spelled).toEqual([]);
});
