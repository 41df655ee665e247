import type { GtmEntry, LinkedEntry, Model } from '../lifecycle/model.ts';
import type { Change, SubjectKind } from './change.ts';
import { pairRecords } from './pair.ts';
import { compareRecords } from './records.ts';
import { foldSaid, saidField } from './said.ts';
import { compareOne } from './sides.ts';

type Linked = GtmEntry | LinkedEntry;

/** The kinds of entries around the lifecycle, in the order they are listed. */
const kinds: readonly (readonly [SubjectKind, (model: Model) => readonly Linked[]])[] = [
  ['alert', ({ alerts }) => alerts],
  ['channel', ({ channels }) => channels],
  ['offer', ({ offers }) => offers],
  ['outreach', ({ otherGtm }) => otherGtm],
  ['price', ({ prices }) => prices],
  ['persona', ({ personas }) => personas],
  ['kpi', ({ kpis }) => kpis],
  ['feedback', ({ feedback }) => feedback],
  ['runbook', ({ runbooks }) => runbooks],
];

/** What changed in the entries that the lifecycle links to: which there are, their names, status, links and targets. */
export function compareLinked(base: Model, head: Model): Change[] {
  return kinds.flatMap(([kind, of]) => {
    const [before, after] = [of(base), of(head)];
    const paired = pairRecords(before, after, ({ name }) => foldSaid(name).toLowerCase());
    return compareRecords(paired, after, {
      kind,
      nameOf: ({ name, id }) => name || id,
      summary: () => [],
      compare: (subject, old, now) =>
        compareOne(
          subject,
          'target',
          'target',
          saidField(old.fields.get('target')),
          saidField(now.fields.get('target')),
        ),
    });
  });
}
