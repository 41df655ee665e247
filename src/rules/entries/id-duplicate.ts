import { familyOf, freeIdFor } from '../../lifecycle/ids.ts';
import type { Model } from '../../lifecycle/model.ts';
import { isRetired } from '../../lifecycle/record-of.ts';
import type { Entry } from '../../sot/entry.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { where } from '../wording.ts';

export const idDuplicate: Rule = {
  id: 'id-duplicate',
  title: 'One ID is defined twice',
  why: 'There are two truths, and a link goes to either of them. People follow whichever they find first.',
  fix: 'Keep one entry under this ID and give the other the next free number, or mark the dead one as Deprecated.',
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
      const [first, ...others] = definitions(model, entries);
      if (first === undefined) continue;
      for (const other of others) {
        yield {
          at: other.idSpan,
          message: `${id} is defined twice: here and in ${where(first)}.`,
          fix: `Give one of the two the next free ID, ${freeIdFor(model, familyOf(id), `${other.idSpan.file}:${other.idSpan.start}`)}, and correct the links to it.`,
          entry: other,
          related: [{ message: `${id} is first defined here`, span: first.idSpan }],
          softens: false,
        };
      }
    }
  },
};

/** The entries that claim the ID and are alive; the reader has left out mere mentions in tables and lists. */
function definitions(model: Model, entries: readonly Entry[]): Entry[] {
  return entries.filter((entry) => entry.section === null && !isRetired(model, entry));
}
