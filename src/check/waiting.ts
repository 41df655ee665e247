import { lifecycleMissing } from '../lifecycle/missing.ts';
import type { Model } from '../lifecycle/model.ts';
import { severalLifecycles } from '../lifecycle/several.ts';
import { anythingUnread, partlyRead } from '../lifecycle/unread.ts';
import type { Finding } from './finding.ts';

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

/** Whether a finding is only a consequence of there being no lifecycle where one should be. */
export function waitsForLifecycle({ rule }: Finding): boolean {
  return whole.has(rule);
}

/**
 * Which findings wait for something to be read first, so that one cause gives one finding (SPEC §2, §4): all others
 * of a file with a conflict, all others of an entry with an unread part, and what is only known of the whole. The same
 * where the lifecycle itself is missing.
 */
export function waitsIn(model: Model): ((finding: Finding) => boolean) | null {
  if (lifecycleMissing(model) !== null) return waitsForLifecycle;
  // Each lifecycle is asked by itself; until then nothing is known of the two as one.
  if (severalLifecycles(model) !== null)
    return ({ rule }) => rule !== 'lifecycle-shape' && (!causes.has(rule) || rule === 'id-duplicate');
  if (!anythingUnread(model)) return null;
  const conflicted = new Set(
    model.repository.files
      .filter((file) => file.issues.some(({ code }) => code === 'merge-conflict'))
      .map(({ path }) => path),
  );
  const partly = new Set(partlyRead(model).map(({ id }) => id));
  return (finding) => {
    if (conflicted.has(finding.span.file)) return finding.rule !== 'merge-conflict';
    if (causes.has(finding.rule)) return false;
    return whole.has(finding.rule) || (finding.entry !== null && partly.has(finding.entry));
  };
}

/**
 * Whether two versions of a stage or handoff in use stand side by side: which of them is the rule decides the gates,
 * also where neither version gives a finding.
 */
export function contested(model: Model): boolean {
  return [...model.livingStages, ...model.livingHandoffs].some(({ entry }) =>
    model.repository.files.some(
      ({ path, issues }) =>
        path === entry.span.file &&
        issues.some(
          ({ code, span }) =>
            code === 'merge-conflict' && span.start < entry.span.end && entry.span.start < span.end,
        ),
    ),
  );
}
