/** Applies the edits that findings carry, until none is left (SPEC §9, `mops fix`). */

import { type FileChange, type OfferedEdit, withoutOverlaps } from '../edit/edit.ts';
import type { Model } from '../lifecycle/model.ts';
import { type CheckOptions, check } from './check.ts';
import type { Finding, Report } from './finding.ts';
import { rewritten } from './rewritten.ts';
import { apart } from './together.ts';

/** A finding and the edit that took it away, with the words it replaced. */
export interface Applied {
  readonly finding: Finding;
  readonly edit: OfferedEdit;
  readonly before: string;
}

export interface Fixed {
  /** In the order of rounds, then of places. */
  readonly applied: readonly Applied[];
  /** Whole files, from what was read to what would be written. */
  readonly changes: readonly FileChange[];
  /** The report on the files as they would be. */
  readonly after: Report;
}

/** One round may bring the next to light (a link to an ID that was malformed); more than these are a circle. */
const mostRounds = 5;

/**
 * Fixes what is sure, and what needs a look where that is asked for. Nothing is written; applying twice changes
 * nothing more.
 */
export function fix(model: Model, options: CheckOptions, { suggested }: { suggested: boolean }): Fixed {
  const applied: Applied[] = [];
  let report = check(model, options);
  for (let round = 0; round < mostRounds; round++) {
    const taken = takenFrom(report, suggested);
    if (taken.length === 0) break;
    applied.push(...taken);
    report = check(
      rewritten(
        report.model,
        taken.map(({ edit }) => edit),
      ),
      options,
    );
  }
  const before = new Map(model.repository.files.map(({ path, text }) => [path, text]));
  const changes = report.model.repository.files.flatMap(({ path, text }): FileChange[] => {
    const old = before.get(path);
    return old === undefined || old === text ? [] : [{ path, before: old, after: text }];
  });
  return { applied, changes, after: report };
}

function takenFrom({ findings, model }: Report, suggested: boolean): readonly Applied[] {
  const texts = new Map(model.repository.files.map(({ path, text }) => [path, text]));
  const wanted = apart(findings).flatMap((finding) =>
    finding.edit !== null && (finding.edit.sure || suggested) ? [{ finding, edit: finding.edit }] : [],
  );
  const kept = new Set(withoutOverlaps(wanted.map(({ edit }) => edit)));
  return wanted
    .filter(({ edit }) => kept.has(edit))
    .map(({ finding, edit }) => ({
      finding,
      edit,
      before: (texts.get(edit.span.file) ?? '').slice(edit.span.start, edit.span.end),
    }));
}

/** How many findings carry an edit of each kind. */
export function fixable(findings: readonly Finding[]): { readonly sure: number; readonly suggested: number } {
  const edits = findings.flatMap(({ edit }) => (edit === null ? [] : [edit]));
  const sure = edits.filter((edit) => edit.sure).length;
  return { sure, suggested: edits.length - sure };
}
