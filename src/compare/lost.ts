import type { Finding, Report } from '../check/finding.ts';
import { draftedPlaces, findingOf, levelOf } from '../check/stamp.ts';
import { lifecycleMissing } from '../rules/shape/lifecycle-missing.ts';

/** What says by itself why no stage was read: one cause, one finding. */
const causes = new Set(['lifecycle-missing', 'entry-unread', 'merge-conflict', 'file-unreadable']);

/** Whether a finding is a reason that no stage was read. */
export function saysWhyNothingIsRead({ rule }: Finding): boolean {
  return causes.has(rule);
}

/**
 * The finding of a change that leaves no lifecycle where there was one: entries deleted, moved out of what `sot`
 * picks, or another folder in their place. Null where stages are left, or where another finding says why there are none.
 */
export function lostLifecycle(base: Report, head: Report): Finding | null {
  const [first] = base.model.living.stages;
  if (first === undefined || head.model.stages.length > 0) return null;
  if (head.findings.some(saysWhyNothingIsRead)) return null;
  const level = levelOf(lifecycleMissing, head.config, head.model.mode);
  if (level === 'off') return null;
  const { file } = first.entry.span;
  const count = base.model.living.stages.length;
  return findingOf(
    lifecycleMissing,
    level,
    {
      at: { file, start: 0, end: 0, line: 1, column: 1, endLine: 1, endColumn: 1 },
      message: `The base has a lead lifecycle (${count === 1 ? '1 stage' : `${count} stages`}, the first in ${file}); here no lifecycle stage was found in ${head.config.sot.join(', ')}.`,
      fix: 'Bring the entries back, or correct "sot" in mops.config.yml so that it picks the files they moved to.',
      key: 'lifecycle',
      softens: false,
    },
    head.model,
    draftedPlaces(head.model),
  );
}
