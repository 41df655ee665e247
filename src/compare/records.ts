import type { LifecycleRecord } from '../lifecycle/model.ts';
import { inForce, isDrafted, isLiving } from '../lifecycle/standing.ts';
import { type Change, change, kindWord, type Subject, type SubjectKind } from './change.ts';
import type { Paired } from './pair.ts';
import { foldSaid, type Said, wordsKey } from './said.ts';
import { compareItems, compareOne } from './sides.ts';

/** How records of a kind are called and compared. */
export interface RecordKind<T extends LifecycleRecord> {
  readonly kind: SubjectKind;
  readonly nameOf: (record: T) => string;
  /** What a new entry says of itself, in a few words: `owner AE`. */
  readonly summary: (record: T) => readonly string[];
  /** The changes of meaning between two forms of one entry; identity, status and links come from elsewhere. */
  readonly compare: (subject: Subject, base: T, head: T) => readonly Change[];
}

/** All changes of one kind of record: what was kept or added in the head's order, then what is gone. */
export function compareRecords<T extends LifecycleRecord>(
  { pairs, added, removed }: Paired<T>,
  head: readonly T[],
  of: RecordKind<T>,
): Change[] {
  const baseOf = new Map(pairs.map((pair) => [pair.head, pair.base]));
  const isNew = new Set(added);
  const here = head.flatMap((record): Change[] => {
    const before = baseOf.get(record);
    if (before !== undefined) return comparePair(before, record, of);
    return isNew.has(record) ? [addedOrRemoved('added', record, of)] : [];
  });
  return [...here, ...removed.map((record) => addedOrRemoved('removed', record, of))];
}

function subjectOf<T extends LifecycleRecord>(record: T, of: RecordKind<T>): Subject {
  return { kind: of.kind, id: record.id, name: of.nameOf(record) };
}

function addedOrRemoved<T extends LifecycleRecord>(
  what: 'added' | 'removed',
  record: T,
  of: RecordKind<T>,
): Change {
  const subject = subjectOf(record, of);
  const summary = what === 'added' ? [...statusNote(record), ...of.summary(record)] : [];
  const words = [subject.id, ...summary].join(', ');
  const shown = subject.name || subject.id;
  const sides = {
    before: what === 'removed' ? shown : null,
    after: what === 'added' ? shown : null,
    span: record.entry.idSpan,
  };
  return change(subject, what, sides, `${kindWord(of.kind)} ${what} (${words})`);
}

function statusNote(record: LifecycleRecord): string[] {
  return inForce(record) ? [] : [isDrafted(record) ? 'not active yet' : 'deprecated'];
}

function comparePair<T extends LifecycleRecord>(base: T, head: T, of: RecordKind<T>): Change[] {
  const subject = subjectOf(head, of);
  const [before, after] = [of.nameOf(base), of.nameOf(head)];
  const changes: Change[] = [];
  // What goes by its ID has no other name.
  const unnamed = before === base.id && after === head.id;
  if (!unnamed && foldSaid(before).toLowerCase() !== foldSaid(after).toLowerCase()) {
    const sides = { before, after, span: head.entry.title.span };
    changes.push(
      change(subject, 'renamed', sides, `renamed, was ${before || 'without a name'} (${head.id})`),
    );
  }
  if (base.id !== head.id) {
    const sides = { before: base.id, after: head.id, span: head.entry.idSpan };
    changes.push(change(subject, 'renumbered', sides, `ID ${base.id} → ${head.id}`));
  }
  changes.push(...compareOne(subject, 'status', 'status', saidStatus(base), saidStatus(head)));
  changes.push(...of.compare(subject, base, head));
  changes.push(...compareItems(subject, 'link', 'linked ID', saidLinks(base), saidLinks(head), 'never'));
  return changes;
}

/** A missing status is Active; a section of deprecated entries retires what stands in it. */
function saidStatus(record: LifecycleRecord): Said {
  const { status, statusText, entry } = record;
  const bySection = !isLiving(record) && status !== 'deprecated' && status !== 'superseded';
  const written = statusText?.text ?? 'Active';
  return {
    key: `${status === 'unknown' ? wordsKey(written) : status}${bySection ? ' retired' : ''}`,
    text: bySection ? 'in a deprecated section' : written,
    span: statusText?.span ?? entry.idSpan,
  };
}

function saidLinks({ links }: LifecycleRecord): Said[] {
  const byId = new Map(links.map(({ id, span }) => [id, { key: id, text: id, span }]));
  return [...byId.values()];
}
