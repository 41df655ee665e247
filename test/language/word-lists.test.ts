/** Lists of words that one question reads: each word held against it, beside what is near and is not meant. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { actsNobody, isHolder, movesLead, saysOnlyHow } from '../../src/language/acting.ts';
import { contentWords, termAlone, vagueness } from '../../src/language/criterion.ts';
import { FieldWords } from '../../src/language/fields.ts';
import { foldLabel } from '../../src/language/fold.ts';
import { saysNotApplicable } from '../../src/language/nothing.ts';
import { placesPointedAt } from '../../src/language/pointing.ts';
import { lastingReason } from '../../src/language/returning.ts';
import { rangesOf, sizeKind } from '../../src/language/sizes.ts';
import { statusMeant } from '../../src/language/status.ts';
import { speaksOfSomebody } from '../../src/language/subject.ts';
import {
  beforeHolders,
  holders,
  manners,
  persons,
  takingAway,
} from '../../src/language/tables/acting-people.ts';
import { bareTerms } from '../../src/language/tables/bare-terms.ts';
import { companySizes } from '../../src/language/tables/company-sizes.ts';
import { departmentNames, departments } from '../../src/language/tables/departments.ts';
import type { FieldName } from '../../src/language/tables/fields.ts';
import { handoffLabels } from '../../src/language/tables/handoff-labels.ts';
import {
  amounts,
  doers,
  fillers,
  judgements,
  praise,
  praised,
} from '../../src/language/tables/judgements.ts';
import { kindWords } from '../../src/language/tables/kind-words.ts';
import { lastingReasons } from '../../src/language/tables/lasting-reasons.ts';
import { likelyLabels } from '../../src/language/tables/likely-labels.ts';
import { noActors } from '../../src/language/tables/no-actors.ts';
import { noPlaces, peoples } from '../../src/language/tables/no-places.ts';
import { noLimit, notApplicable } from '../../src/language/tables/not-applicable.ts';
import { beginsNote } from '../../src/language/tables/notes.ts';
import { otherPeople } from '../../src/language/tables/other-people.ts';
import { nobody, opensWithNobody, queues } from '../../src/language/tables/role-words.ts';
import { stages } from '../../src/language/tables/stages.ts';
import { stagesAbroad } from '../../src/language/tables/stages-abroad.ts';
import { statuses } from '../../src/language/tables/statuses.ts';
import { actionOfHead, stepColumnOf } from '../../src/language/tables/step-columns.ts';
import { inside } from '../../src/language/tables/sub-fields.ts';
import { usualEvents, usualLimits, usualOwners, usualWaysOut } from '../../src/language/tables/usual.ts';
import { rangeOf } from '../../src/lifecycle/records/range.ts';
import { scored, thresholdIn } from '../../src/lifecycle/records/score.ts';
import { Roles } from '../../src/lifecycle/roles.ts';
import { readSla } from '../../src/sla/index.ts';

const tables = join(import.meta.dirname, '../../src/language/tables');

test('every table has its test in this folder', () => {
  const tests = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'));
  const alone = readdirSync(tables).filter(
    (name) => !tests.some((text) => text.includes(`/tables/${name}'`)),
  );
  expect(alone).toEqual([]);
});

describe('terms that are no criterion by themselves', () => {
  test.each(Object.entries(bareTerms))('%s', (kind, terms) => {
    for (const term of terms)
      for (const text of [term, `Meets our ${term}`, `${term} criteria.`])
        expect([text, termAlone(text)?.ofPersona]).toEqual([text, kind === 'personas']);
  });

  test.each(['Budget above 5,000', 'ICP score of 50', 'Decision maker on the call', 'Champions League'])(
    '%s says more',
    (text) => expect(termAlone(text)).toBeNull(),
  );
});

describe('words by which two people decide differently', () => {
  test.each(Object.entries(judgements))('%s', (_kind, words) => {
    for (const word of words.map((one) => one.replace('*', '')))
      for (const text of [`The lead is ${word} for us`, word.toUpperCase()])
        expect([text, vagueness(text, 'Trial')]).toEqual([text, 'no-event']);
  });

  test('praise and amounts, with what is praised', () => {
    for (const good of praise)
      expect([good, vagueness(`${good} conversation`, 'SQL')]).toEqual([good, 'no-event']);
    for (const noun of praised)
      expect([noun, vagueness(`Had a good ${noun}.`, 'SQL')]).toEqual([noun, 'no-event']);
    for (const many of amounts)
      expect([many, vagueness(`${many} activity`, 'SQL')]).toEqual([many, 'no-event']);
  });

  test.each([
    'Interested in 20 seats',
    'Downloaded the guide',
    'Status is Qualified in the CRM',
    'Conversation',
  ])('%s is none of them', (text) => expect(vagueness(text, 'SQL')).toBeNull());

  test('fillers and doers tell no event', () => {
    for (const word of [...fillers, ...doers]) expect([word, [...contentWords(word)]]).toEqual([word, []]);
  });
});

describe('escalations', () => {
  test('persons act, in one and in many', () => {
    for (const person of persons)
      for (const text of [`as the ${person} decides`, `AS THE ${person}S DECIDE`])
        expect([text, saysOnlyHow(text)]).toEqual([text, false]);
    for (const text of ['as agreed', 'per our usual way', 'like last time', 'it is known'])
      expect([text, saysOnlyHow(text)]).toEqual([text, true]);
    for (const opening of manners)
      expect([opening, saysOnlyHow(`${opening} our usual way`)]).toEqual([opening, true]);
  });

  test('whoever has the lead already is nobody above', () => {
    for (const holder of holders)
      for (const before of beforeHolders)
        for (const who of [holder, `${before} ${holder}s`, `The ${before} ${holder} by mail`])
          expect([who, isHolder(who)]).toEqual([who, true]);
    for (const who of ['owner of the pipeline', 'rep manager', 'Dana', 'sales rep'])
      expect([who, isHolder(who)]).toEqual([who, false]);
  });

  test('what takes the lead away', () => {
    for (const action of takingAway)
      for (const text of [`${action} at once`, action.replaceAll(' ', '-')])
        expect([text, movesLead(text)]).toEqual([text, true]);
    expect(movesLead('notify the manager')).toBe(false);
  });
});

describe('departments', () => {
  const roles = new Roles({}, []);

  test('are groups, with the roles that sit in them', () => {
    for (const [name, members] of Object.entries(departments)) {
      expect([name, roles.owner({ text: name, span: noSpan }).kind]).toEqual([name, 'department']);
      for (const member of members)
        expect([member, roles.owner({ text: member, span: noSpan }).kind]).toEqual([member, 'role']);
    }
  });

  test('other names of one lead to a row', () => {
    for (const [name, row] of Object.entries(departmentNames)) {
      expect(Object.keys(departments)).toContain(row);
      expect([name, roles.owner({ text: name, span: noSpan }).kind]).toEqual([name, 'department']);
    }
  });
});

describe('what says that a question does not arise', () => {
  const written = (row: string) => row.replace(/ ([/.]) /, '$1');

  test('says so of a limit and of every other field, with a reason or without', () => {
    for (const row of notApplicable.map(written))
      for (const text of [row, row.toUpperCase(), `${row} (automated)`, `${row}, same person`])
        expect([text, saysNotApplicable(text), kindOfLimit(text)]).toEqual([text, true, 'none']);
  });

  test('and some say it of a limit alone', () => {
    for (const row of noLimit)
      expect([row, saysNotApplicable(row), kindOfLimit(`${row} (automated)`)]).toEqual([row, false, 'none']);
  });

  test.each(['None → Nurture', 'n/a: see below', 'nonesuch', 'not needed → Disqualified'])(
    '%s says more',
    (text) => expect(saysNotApplicable(text)).toBe(false),
  );
});

describe('names of stages that are words for people', () => {
  test('tell of somebody where a sentence goes on', () => {
    for (const name of ['Lead', 'customer', 'Visitor', 'SUBSCRIBER', 'Contact', 'User'])
      for (const after of ['signs', 'returns', 'is'])
        expect([name, after, speaksOfSomebody(name, after)]).toEqual([name, after, true]);
  });

  test.each([
    ['Lead', 'to'],
    ['Visitor', 'queue'],
    ['Customer', 'when'],
    ['Lead', ''],
    ['Lead', 'Score'],
    ['MQL', 'signs'],
    ['Trial', 'ends'],
  ])('%s %s is the stage', (name, after) => expect(speaksOfSomebody(name, after)).toBe(false));
});

describe('nobody’s hands', () => {
  const roles = new Roles({}, []);
  const kindOf = (text: string) => roles.owner({ text, span: noSpan }).kind;

  test('are where leads wait', () => {
    for (const queue of queues)
      for (const text of [queue, `the BDR ${queue}`, queue.replace(' ', '-').toUpperCase()])
        expect([text, kindOf(text)]).toEqual([text, 'queue']);
  });

  test('are whoever comes', () => {
    for (const words of [...nobody, ...opensWithNobody.map((opening) => `${opening} it out`)])
      expect([words, kindOf(words)]).toEqual([words, 'none']);
  });
});

describe('what a company is counted in', () => {
  const rows = Object.entries(companySizes).flatMap(([kind, words]) =>
    words.flatMap((word) => [word, `${word}s`, word.toUpperCase()].map((form) => [kind, form] as const)),
  );

  test('every word stands beside the numbers of a segment, whatever it counts', () => {
    for (const [kind, word] of rows) {
      expect([word, sizeKind(word)]).toEqual([word, kind]);
      expect([word, rangeOf(`50–500 ${word}`)]).toEqual([word, { min: 50, max: 500 }]);
      expect([word, rangeOf(`${word} under 50`)]).toEqual([word, { min: 0, max: 49 }]);
    }
  });

  test('people and seats are a size, parts of a company are none', () => {
    for (const [kind, word] of rows) {
      const noun = kind === 'people' || kind === 'seats' ? [{ min: 50, max: 500, noun: kind }] : [];
      expect([word, rangesOf(`50 to 500 ${word}`)]).toEqual([word, noun]);
    }
  });

  test('only points are a score', () => {
    for (const [kind, word] of rows.filter(([kind]) => kind !== 'money'))
      expect([word, thresholdIn(`MQL: 50 ${word}`).points]).toEqual([word, kind === 'points' ? 50 : null]);
    expect(scored('Uses 20 seats: +40').points).toBe(40);
  });

  test.each(['Usability', 'Headline', 'Loginov', 'Personal', 'Appointment', 'Scoreboard'])(
    '%s is none of them',
    (word) => expect([sizeKind(word), rangesOf(`50 to 500 ${word}`)]).toEqual([null, []]),
  );
});

describe('reasons that time does not heal', () => {
  test.each(lastingReasons)('%s', (reason) => {
    expect(lastingReason(reason)).toBeDefined();
    expect(lastingReason(`${reason[0]?.toUpperCase()}${reason.slice(1)}s`)).toBeDefined();
  });

  test.each(['No budget', 'Uses a competitor until May', 'Timing', 'Student housing company'])(
    '%s may pass',
    (reason) => expect(lastingReason(reason)).toBeUndefined(),
  );
});

describe('words that name nobody who acts', () => {
  test.each(Object.entries(noActors))('%s', (_kind, words) => {
    for (const word of words.split(' ')) expect([word, actsNobody(word)]).toEqual([word, true]);
  });

  test.each(['the BDR manager', 'team lead', 'Dana', 'on-call rep', 'Head of Sales'])('%s acts', (who) => {
    expect(actsNobody(who)).toBe(false);
  });
});

describe('what stands behind an arrow', () => {
  const pointed = (text: string) => placesPointedAt(text).map(({ name }) => name);

  test.each(Object.entries(noPlaces))('is no place with words of %s', (_kind, words) => {
    for (const word of words.split(' ')) expect([word, pointed(`No budget → ${word}`)]).toEqual([word, []]);
  });

  test('is people with a word for them', () => {
    for (const word of peoples.split(' ')) expect(pointed(`No budget → ${word}`)).toEqual([]);
  });

  test.each(['Parking garage', 'Graveyard'])('is a place otherwise: %s', (name) => {
    expect(pointed(`No budget → ${name}`)).toEqual([name]);
  });
});

describe('labels', () => {
  const words = new FieldWords({});

  test('of other people are never the owner', () => {
    for (const label of otherPeople)
      expect([label, words.named('stage', label, null)]).not.toEqual([label, 'owner']);
  });

  test('likely ones mean their field, and are told', () => {
    for (const [label, field] of likelyLabels) {
      const meant = (['stage', 'handoff', 'monitor'] as const).map(
        (set) => words.named(set, label, null) ?? words.meant(set, label)?.name,
      );
      expect([label, ...meant]).toContain(field);
    }
  });

  test('inside a block mean its sub-field', () => {
    for (const [block, labels] of Object.entries(inside))
      for (const [label, field] of Object.entries(labels)) {
        expect(foldLabel(label)).toBe(label);
        expect([label, words.named('handoff', label, block as FieldName)]).toEqual([label, field]);
      }
  });
});

test('labels of a handoff mean its field where they are written, and are told', () => {
  const words = new FieldWords({});
  for (const [field, labels] of Object.entries(handoffLabels))
    for (const label of labels) {
      const meant = words.named('handoff', label, null) ?? words.meant('handoff', label)?.name;
      expect([label, meant]).toEqual([label, field]);
    }
});

test('what a title calls its entry is taken off the name, where a sign or the word alone says so', () => {
  const name = (kind: 'stage' | 'handoff', title: string) => title.replace(kindWords(kind), '');
  for (const title of ['Lifecycle Stage — MQL', 'Stage MQL', 'Phase: MQL', 'Étape – MQL', 'ステージ：MQL'])
    expect([title, name('stage', title)]).toEqual([title, 'MQL']);
  for (const title of ['Handoff — MQL → SQL', 'Übergabe 3: MQL → SQL', 'Hand-over - MQL → SQL'])
    expect([title, name('handoff', title)]).toEqual([title, 'MQL → SQL']);
  for (const title of ['Phase MQL', 'Staged', 'Fase A']) expect(name('stage', title)).toBe(title);
});

test('notes are known in any case and with their mark, fields are none', () => {
  for (const label of ['Note', 'REMARKS', 'Why', 'change history']) expect(beginsNote(label)).toBe(true);
  for (const label of ['Owner', 'Entry criteria', 'Noted by']) expect(beginsNote(label)).toBe(false);
});

test('columns of a table of steps', () => {
  const kinds = ['Elapsed time', 'Threshold', '2nd escalation', '#', 'Priority', 'Favourite colour'];
  expect(kinds.map(stepColumnOf)).toEqual(['time', 'time', 'action', 'level', 'segment', null]);
  const heads = ['Notify', 'Reassign to', 'Escalated', 'Ping (Slack)', 'Owner'];
  expect(heads.map(actionOfHead)).toEqual(['notify', 'reassign to', 'escalate to', 'ping', null]);
});

test('statuses: every word of a row means the row', () => {
  for (const [meaning, words] of Object.entries(statuses))
    for (const word of words) expect([word, statusMeant(word)]).toEqual([word, meaning]);
});

test('stages in other languages stand for stages that there are, and are no stage’s name already', () => {
  const names = new Set(
    Object.entries(stages)
      .flat(2)
      .map((name) => name.toLowerCase()),
  );
  for (const [language, rows] of Object.entries(stagesAbroad))
    for (const [stage, abroad] of Object.entries(rows)) {
      expect([language, stage in stages]).toEqual([language, true]);
      for (const name of abroad) expect([name, names.has(name.toLowerCase())]).toEqual([name, false]);
    }
});

describe('what is usual in a stage', () => {
  const roles = new Roles({}, []);

  test('owners are roles, limits are read, and no two stages begin with one event', () => {
    for (const owner of Object.values(usualOwners))
      expect([owner, roles.owner({ text: owner, span: noSpan }).kind]).toEqual([owner, 'role']);
    for (const [stage, limit] of Object.entries(usualLimits))
      expect([limit, readSla(limit, { owner: usualOwners[stage] ?? 'BDR' }).ok]).toEqual([limit, true]);
    const events = Object.values(usualEvents);
    expect(new Set(events).size).toBe(events.length);
  });

  test('ways out end in a place', () => {
    for (const way of Object.values(usualWaysOut))
      expect(way).toMatch(/ → (?:Disqualified|Nurture|Churn|Closed-lost)$/);
  });
});

const kindOfLimit = (text: string) => {
  const reading = readSla(text);
  return reading.ok ? reading.meaning.kind : null;
};
const noSpan = { file: '', line: 1, column: 1, endLine: 1, endColumn: 1, start: 0, end: 0 };
