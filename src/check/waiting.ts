import { copiesIn, sayTheSame } from '../lifecycle/copies.ts';
import { grouped } from '../lifecycle/grouped.ts';
import { missingLifecycle } from '../lifecycle/missing.ts';
import type { Model } from '../lifecycle/model.ts';
import { severalLifecycles } from '../lifecycle/several.ts';
import { overlap } from '../lifecycle/span.ts';
import { anythingUnread, partlyRead } from '../lifecycle/unread.ts';
import type { Span } from '../sot/entry.ts';
import type { Finding } from './finding.ts';
import { lastUpTo, readIgnores } from './ignores.ts';

/** Rules about what could not be read: these findings never wait. */
const causes = new Set([
  'entry-unread',
  'merge-conflict',
  'file-unreadable',
  'id-format',
  'id-duplicate',
  'ignore-reason',
  'ignore-unused',
]);
/** Rules that ask the whole lifecycle, whose answer may stand in what could not be read. */
const whole = new Set([
  'reference-undefined',
  'placeholder',
  'lifecycle-shape',
  'stage-unknown',
  'stage-unreachable',
  'stage-dead-end',
  'stage-order',
  'criterion-seam',
  'handoff-missing',
  'handoff-unplanned',
  'handoff-owner',
  'sla-drift',
  'drift-per-stage',
  'kpi-conversion',
  'channel-unrouted',
  'feedback-unlinked',
  'rejection-target',
  'segment-routing',
  'scoring-model',
  'progression-backwards',
  'loop-unbounded',
]);

/** Whether a rule asks the whole lifecycle, so that its findings wait, and may not even be seen, while some is missing. */
export function asksTheWhole(rule: string): boolean {
  return whole.has(rule);
}

/**
 * Which findings wait for something to be read first, so that one cause gives one finding (SPEC §2, §4): all others
 * of a file with a conflict, all others of an entry with an unread part, and what is only known of the whole. The same
 * where the lifecycle itself is missing.
 */
export function waitsIn(model: Model, found: readonly Finding[]): ((finding: Finding) => boolean) | null {
  if (missingLifecycle(model) !== null) return ({ rule }) => asksTheWhole(rule);
  // Each lifecycle is asked by itself; until then nothing is known of the two as one.
  if (severalLifecycles(model) !== null)
    return ({ rule }) => rule !== 'lifecycle-shape' && (!causes.has(rule) || rule === 'id-duplicate');
  const ofCopy = saidOfCopies(model, found);
  if (!anythingUnread(model)) return ofCopy;
  const conflicted = new Set(conflictsIn(model).map(({ file }) => file));
  const partly = new Set(partlyRead(model).map(({ id }) => id));
  return (finding) => {
    if (conflicted.has(finding.span.file)) return finding.rule !== 'merge-conflict';
    if (causes.has(finding.rule)) return false;
    if (ofCopy?.(finding) === true) return true;
    return whole.has(finding.rule) || (finding.entry !== null && partly.has(finding.entry));
  };
}

/** Where two versions stand side by side. */
function conflictsIn({ repository }: Model): readonly Span[] {
  return repository.files.flatMap(({ issues }) =>
    issues.filter(({ code }) => code === 'merge-conflict').map(({ span }) => span),
  );
}

/**
 * Whether two versions of a stage or handoff in use stand side by side: which of them is the rule decides the gates,
 * also where neither version gives a finding.
 */
export function contested(model: Model): boolean {
  const conflicts = conflictsIn(model);
  if (conflicts.length === 0) return false;
  return [...model.living.stages, ...model.living.handoffs].some(({ entry: { span } }) =>
    conflicts.some((hunk) => overlap(hunk, span)),
  );
}

/**
 * An entry that stands there a second time: what is in the copy waits, and where the two differ, what is said of
 * either. Null where nothing says that one of them has to go, or a comment silences that.
 */
function saidOfCopies(model: Model, found: readonly Finding[]): ((finding: Finding) => boolean) | null {
  if (!found.some(({ rule }) => rule === 'id-duplicate')) return null;
  if (readIgnores(model.repository).some(({ rule }) => rule === 'id-duplicate')) return null;
  const copies = [...copiesIn(model)].flatMap(([copy, first]) =>
    sayTheSame(model, first, copy) ? [copy.span] : [first.span, copy.span],
  );
  const spans = grouped(
    copies.sort((a, b) => a.start - b.start),
    ({ file }) => file,
  );
  const inCopy = (span: Span) => {
    const before = lastUpTo(spans.get(span.file) ?? [], span.start);
    return before !== undefined && span.start < before.end;
  };
  return ({ rule, span, related }) =>
    !causes.has(rule) && (inCopy(span) || related.some((other) => inCopy(other.span)));
}
