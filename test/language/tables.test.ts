/** The tables of words, each held against the question that reads it. */
import { describe, expect, test } from 'vitest';
import { isCadence } from '../../src/language/cadence.ts';
import { FieldWords, fieldOfKey } from '../../src/language/fields.ts';
import { foldLabel, foldName, foldRole } from '../../src/language/fold.ts';
import { RoleWords } from '../../src/language/roles.ts';
import { isOtherwise, isUnknownLead } from '../../src/language/segments.ts';
import { sinkOf } from '../../src/language/sinks.ts';
import { columnOf } from '../../src/language/tables/columns.ts';
import { common, handoff, linked, monitor, stage } from '../../src/language/tables/fields.ts';
import { furtherLabels } from '../../src/language/tables/labels-abroad.ts';
import { likely } from '../../src/language/tables/likely-stages.ts';
import { plainWords } from '../../src/language/tables/plain-words.ts';
import { qualifiers } from '../../src/language/tables/role-words.ts';
import { joined, roles } from '../../src/language/tables/roles.ts';
import { rolesAbroad } from '../../src/language/tables/roles-abroad.ts';
import { sinks } from '../../src/language/tables/sinks.ts';
import { sinksAbroad } from '../../src/language/tables/sinks-abroad.ts';
import { otherStages, sameName, stages } from '../../src/language/tables/stages.ts';
import { StageNames } from '../../src/lifecycle/stage-names.ts';

/** Folded word → names of the rows it stands in, where they are two or more. */
function twice(
  rows: Readonly<Record<string, readonly string[]>>,
  fold: (word: string) => string,
): [string, string[]][] {
  const found = new Map<string, Set<string>>();
  for (const [name, words] of Object.entries(rows))
    for (const word of [name, ...words])
      found.set(fold(word), (found.get(fold(word)) ?? new Set()).add(name));
  return [...found].filter(([, names]) => names.size > 1).map(([word, names]) => [word, [...names]]);
}

describe('stages', () => {
  test('no name stands in two rows, nor is it a place', () => {
    expect(twice({ ...stages, ...otherStages }, foldName)).toEqual([]);
    const names = Object.entries({ ...stages, ...otherStages }).flatMap(([name, words]) => [name, ...words]);
    expect(names.filter((name) => sinkOf(name) !== null)).toEqual([]);
  });

  test('every name is its stage where nothing else is said', () => {
    for (const [canonical, names] of Object.entries({ ...stages, ...otherStages }))
      for (const name of names) expect(new StageNames({}, [name]).canonical(name), name).toBe(canonical);
  });

  test('names that are one name stand in one row', () => {
    const rowOf = (name: string) =>
      Object.entries({ ...stages, ...otherStages }).find(([canonical, names]) =>
        [canonical, ...names].some((one) => foldName(one) === foldName(name)),
      )?.[0];
    for (const group of sameName) expect(new Set(group.map(rowOf)).size, group.join()).toBe(1);
  });

  test('what is likely a stage is none of its names already', () => {
    for (const [canonical, names] of Object.entries(likely)) {
      const own = [canonical, ...(stages[canonical] ?? [])].map(foldName);
      const known =
        canonical === 'Activated'
          ? ['pql']
          : canonical === 'Opportunity'
            ? ['sqo']
            : canonical === 'Lead'
              ? ['inquiry']
              : [];
      expect(names.map(foldName).filter((name) => own.includes(name) && !known.includes(name))).toEqual([]);
      expect(new Set(names.map(foldName)).size, canonical).toBe(names.length);
    }
  });
});

describe('places', () => {
  test('no name stands in two rows, and each is found', () => {
    expect(twice(sinks, foldName)).toEqual([]);
    for (const [place, names] of Object.entries(sinks))
      for (const name of names) expect(sinkOf(name), name).toBe(place);
  });

  test('a name of another language stands once, and is no name of another place', () => {
    const abroad = Object.values(sinksAbroad).flatMap((rows) => Object.entries(rows));
    const names = abroad.flatMap(([, words]) => words.map(foldName));
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    for (const [place, words] of abroad) for (const name of words) expect(sinkOf(name), name).toBe(place);
  });

  test('plain words count behind an arrow alone', () => {
    const names = new StageNames({}, ['MQL']);
    for (const word of plainWords.filter((one) => sinkOf(one) !== null)) {
      expect(names.within(`the lead is ${word} to us`), word).toEqual([]);
      expect(names.within(`no answer → ${word}`), word).toEqual([{ kind: 'sink', name: sinkOf(word) }]);
    }
  });
});

describe('roles', () => {
  const words = new RoleWords({}, new Set());

  test('no name stands in two rows, and each is its role', () => {
    expect(twice(roles, foldRole)).toEqual([]);
    for (const [role, names] of Object.entries(roles))
      for (const name of [role, ...names])
        expect(words.find(name), name).toEqual({ role: joined[role] ?? role, qualifier: null });
  });

  test('a name of another language stands once, and is its role', () => {
    const abroad = Object.values(rolesAbroad).flatMap((rows) => Object.entries(rows));
    const names = abroad.flatMap(([, own]) => own.map(foldRole));
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    for (const [role, own] of abroad)
      for (const name of own) expect(words.find(name)?.role, name).toBe(joined[role] ?? role);
  });

  test('every qualifier divides a role, before it, behind it and in brackets', () => {
    for (const [qualifier, names] of Object.entries(qualifiers))
      for (const word of [qualifier, ...names])
        for (const text of [`${word} AE`, `AE (${word})`]) expect(words.find(text)?.role, text).toBe('AE');
  });
});

describe('fields', () => {
  const tables = {
    stage: { ...common, ...stage },
    handoff: { ...common, ...handoff },
    monitor: { ...common, ...monitor },
    linked: { ...common, ...linked },
  } as const;

  test('every label is found on entries of its kind, and as a key of the config', () => {
    const words = new FieldWords();
    for (const [kind, table] of Object.entries(tables) as ['stage', typeof tables.stage][])
      for (const [name, labels] of Object.entries(table))
        for (const label of labels) {
          expect(fieldOfKey(label), label).not.toBeNull();
          const found = words.named(kind, label, null);
          // A label of two fields means the first; inside its block the other.
          if (found !== name)
            expect(words.named(kind, label, (name.split('.')[0] ?? null) as 'sla'), label).not.toBeNull();
        }
  });

  test('a usual word of another language is a slip for its field, or the field itself', () => {
    const words = new FieldWords();
    for (const [name, labels] of Object.entries(furtherLabels))
      for (const label of labels)
        for (const kind of name === 'trigger' ? (['handoff'] as const) : (['stage'] as const))
          expect(words.named(kind, label, null) ?? words.meant(kind, label)?.name, label).toBe(name);
  });
});

describe('columns, segments and cadences', () => {
  test.each([
    ['Owner', 'owner'],
    ['Assigned role', 'owner'],
    ['Accountable', 'owner'],
    ['Response time (business)', 'limit'],
    ['Company size', 'segment'],
    ['Signals', 'signal'],
    ['Notes', 'note'],
    ['EMEA', null],
  ])('a column %s is %s', (head, kind) => expect(columnOf(head)).toBe(kind));

  test.each(['otherwise', 'Everyone else', 'all others', 'Default', '*'])('%s is the rest', (segment) =>
    expect(isOtherwise(segment)).toBe(true),
  );

  test.each(['unknown', 'size unknown', 'No size known', 'missing'])('%s is unknown', (segment) =>
    expect(isUnknownLead(segment)).toBe(true),
  );

  test.each([
    ['6 attempts in 15 business days', true],
    ['8 touches over 3 weeks', true],
    ['Day 1 call, day 2 mail', true],
    ['twice a week', true],
    ['often', false],
    ['TBD', false],
    ['6 attempts', false],
  ])('a cadence: %s', (text, says) => expect(isCadence(text)).toBe(says));

  test('labels fold alike however they are written', () => {
    expect(foldLabel('**Exit criteria** (progression)')).toBe(foldLabel('exit criteria – Progression'));
  });
});
