import { definitionsOf, fieldsApart, sayTheSame, tellOfOneThing } from '../../lifecycle/copies.ts';
import { familyOf, freeIdFor } from '../../lifecycle/ids.ts';
import type { Field, Model } from '../../lifecycle/model.ts';
import type { Entry } from '../../sot/entry.ts';
import { type Offered, removingEntry } from '../edits.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { listed, quoted, where } from '../wording.ts';

export const idDuplicate: Rule = {
  id: 'id-duplicate',
  title: 'One ID is defined twice',
  why: 'There are two truths, and a link goes to either of them. People follow whichever they find first.',
  fix: 'Delete a copy. Where they are two things, keep one entry under this ID and give the other the next free number.',
  source: 'SPEC §4',
  severity: { quick: 'error', standard: 'error', deep: 'error' },
  bad: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL

    ## BR-MOPS-002: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Stage: SQL
  `,
  good: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL

    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Stage: SQL
  `,
  *check(model): Generator<Problem> {
    for (const [id, entries] of model.repository.byId) {
      if (entries.length < 2) continue;
      const [first, ...others] = definitionsOf(model, entries);
      if (first === undefined) continue;
      for (const other of others) {
        yield {
          at: other.idSpan,
          message: `${id} is defined twice: here and in ${where(first)}.`,
          ...remedy(model, first, other),
          entry: other,
          related: [{ message: `${id} is first defined here`, span: first.idSpan }],
          softens: false,
        };
      }
    }
  },
};

/** A copy goes; of two that differ about one thing one stays; two things need two numbers. */
function remedy(model: Model, first: Entry, other: Entry): Offered & Pick<Problem, 'fix'> {
  if (sayTheSame(model, first, other))
    return {
      fix: 'Both say the same, word for word: delete one of the two. No link has to change.',
      ...(other.form === 'row' || other.fenced ? {} : removingEntry(model, other, { sure: false })),
    };
  if (!tellOfOneThing(model, first, other)) {
    const free = freeIdFor(model, familyOf(other.id), `${other.idSpan.file}:${other.idSpan.start}`);
    return {
      fix: `Give one of the two the next free ID, ${free}, and correct the links to it.`,
      instead: { actual: other.id, expected: free },
    };
  }
  const apart = fieldsApart(model, first, other).map(
    ({ first: there, second: here }) => `${there.label.text} (${saidIn(there)} there, ${saidIn(here)} here)`,
  );
  const differ = apart.length === 0 ? '' : ` They differ in ${listed(apart.slice(0, mostNamed))}.`;
  return {
    fix: `Both tell of the same: keep the one that holds and delete the other; a second number would make two of it.${differ}`,
  };
}

/** Fields that two entries answer differently and that are named. */
const mostNamed = 3;

function saidIn({ value, items }: Field): string {
  const text = value?.text || items.map((item) => item.text).join('; ');
  return text === '' ? 'nothing' : quoted(text, 40);
}
