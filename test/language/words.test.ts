/**
 * What each word means that the tables know: `words.txt` holds them by question and answer, apart from the tables, so
 * that none is lost or moved unseen. A word that a table gains needs no line here.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { eventsIn } from '../../src/language/criterion.ts';
import { FieldWords } from '../../src/language/fields.ts';
import { foldLabel, foldName } from '../../src/language/fold.ts';
import { RoleWords } from '../../src/language/roles.ts';
import { sinkOf } from '../../src/language/sinks.ts';
import { namesSoftware } from '../../src/language/software.ts';
import { isLeadStatus, statusMeant } from '../../src/language/status.ts';
import { bareTerms } from '../../src/language/tables/bare-terms.ts';
import { columnOf, exitColumnOf } from '../../src/language/tables/columns.ts';
import { departmentNames, departments } from '../../src/language/tables/departments.ts';
import { type FieldName, harmless, listFields } from '../../src/language/tables/fields.ts';
import { judgements, praise, praised } from '../../src/language/tables/judgements.ts';
import { lastingReasons } from '../../src/language/tables/lasting-reasons.ts';
import { likely } from '../../src/language/tables/likely-stages.ts';
import { noActors } from '../../src/language/tables/no-actors.ts';
import { noPlaces, peoples } from '../../src/language/tables/no-places.ts';
import { beginsNote } from '../../src/language/tables/notes.ts';
import { otherPeople } from '../../src/language/tables/other-people.ts';
import { plainWords } from '../../src/language/tables/plain-words.ts';
import {
  humans,
  jobWords,
  nobody,
  programs,
  superiors,
  worked,
} from '../../src/language/tables/role-words.ts';
import { otherStages, sameName, stages } from '../../src/language/tables/stages.ts';
import { stagesAbroad } from '../../src/language/tables/stages-abroad.ts';
import { actionOfHead, stepColumnOf } from '../../src/language/tables/step-columns.ts';
import { usualEvents, usualLimits, usualOwners, usualWaysOut } from '../../src/language/tables/usual.ts';

const roles = new RoleWords({}, new Set());
const fields = new FieldWords();
type Rows = Readonly<Record<string, readonly string[] | string | undefined>>;
/** The rows of a table that have a word. */
const rowsWith = (table: Rows) => (word: string) =>
  Object.entries(table).flatMap(([row, words]) =>
    (typeof words === 'string' ? [words, ...words.split(' ')] : (words ?? [])).includes(word) ? [row] : [],
  );
const isIn = (words: ReadonlySet<string> | readonly string[]) => (word: string) =>
  new Set(words).has(word) ? ['yes'] : [];
/** The field that a label names, or is a usual word for; a slip of the hand for another label is neither. */
const field = (kind: 'stage' | 'handoff' | 'monitor' | 'linked') => (label: string) => {
  const meant = fields.meant(kind, label);
  return [fields.named(kind, label, null) ?? (meant?.word ? meant.name : undefined)];
};

/** Question → the answers to a word; the one of its row is to be among them. */
const questions: Readonly<Record<string, (word: string, row: string) => readonly unknown[]>> = {
  role: (word) => [roles.find(word)?.role],
  qualifier: (word) => [roles.find(`${word} AE`)?.qualifier],
  stage: rowsWith({ ...stages, ...otherStages }),
  'one stage by two names': (word) => sameName.flatMap((group) => (group.includes(word) ? [group[0]] : [])),
  'likely stage': rowsWith(likely),
  ...Object.fromEntries(
    Object.entries(stagesAbroad).map(([language, rows]) => [`stage in ${language}`, rowsWith(rows)]),
  ),
  place: (word) => [sinkOf(word)],
  'place in plain words': isIn(plainWords.map(foldName)),
  status: (word) => [statusMeant(word)],
  'status of a lead': (word) => [isLeadStatus(word) ? 'yes' : 'no'],
  'field of a stage': field('stage'),
  'field of a handoff': field('handoff'),
  'field of a monitor': field('monitor'),
  'field of a linked entry': field('linked'),
  'field within': (word, row) => {
    const [block = ''] = row.split(' > ');
    return [`${block} > ${fields.named('handoff', word, block as FieldName)}`];
  },
  'field that is a list': isIn(listFields),
  'label of nothing': (word) => [harmless.has(foldLabel(word)) ? 'yes' : 'no'],
  'label of other people': (word) => [otherPeople.has(foldLabel(word)) ? 'yes' : 'no'],
  'label of a note': (word) => [beginsNote(word) ? 'yes' : 'no'],
  column: (word) => [columnOf(word)],
  'column of exits': (word) => [exitColumnOf(word)],
  'column of steps': (word) => [stepColumnOf(word)],
  'action of a column': (word) => [actionOfHead(word)],
  event: (word) => [...eventsIn(word)],
  term: rowsWith(bareTerms),
  judgement: rowsWith(judgements),
  praise: isIn(praise),
  'what is praised': isIn(praised),
  'reason that lasts': isIn(lastingReasons),
  software: (word) => [namesSoftware(word) ? 'yes' : 'no'],
  program: isIn(programs),
  'nobody in particular': isIn(nobody),
  'seat above': isIn(superiors),
  job: isIn(jobWords),
  'what software works on': isIn(worked),
  'short name of a person’s role': isIn(humans),
  department: rowsWith(departments),
  'name of a department': (word) => [departmentNames[word]],
  'nobody who acts': rowsWith(noActors),
  'no place': rowsWith(noPlaces),
  people: isIn(peoples.split(' ')),
  'usual owner': rowsWith(usualOwners),
  'usual event': rowsWith(usualEvents),
  'usual limit': rowsWith(usualLimits),
  'usual way out': rowsWith(usualWaysOut),
};

const sections = readFileSync(new URL('words.txt', import.meta.url), 'utf8')
  .split(/^# /m)
  .slice(1)
  .map((part) => {
    const [question = '', ...rows] = part.trim().split('\n');
    return { question, rows: rows.filter((row) => row !== '').map((row) => row.split(' <- ')) };
  });

describe('what words mean', () => {
  test.each(sections)('$question', ({ question, rows }) => {
    const ask = questions[question];
    if (ask === undefined) throw new Error(`nobody asks for "${question}"`);
    const moved = rows.flatMap(([row = '', words = '']) =>
      words.split(' | ').filter((word) => !ask(word, row).includes(row)),
    );
    expect(moved).toEqual([]);
  });

  test('every question has its words', () => {
    expect(sections.map(({ question }) => question)).toEqual(Object.keys(questions));
  });
});
