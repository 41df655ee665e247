/**
 * An edit is offered only after it was tried (SPEC §9): its finding gone, none new in its place. Whatever a rule
 * thinks it knows, the reader has the last word.
 */

import { withoutOverlaps } from '../edit/edit.ts';
import type { Model } from '../lifecycle/model.ts';
import type { Finding } from './finding.ts';
import { withoutCounter } from './fingerprint.ts';
import { rewritten } from './rewritten.ts';

/** Each trial is a check of everything. Edits that were not tried within this number are not offered. */
const mostTrials = 24;

/** The same findings; edits that do not keep their promise are taken off. */
export function withTriedEdits(
  findings: readonly Finding[],
  model: Model,
  check: (model: Model) => readonly Finding[],
): readonly Finding[] {
  const offered = findings.filter(({ edit }) => edit !== null);
  if (offered.length === 0) return findings;
  const trial = new Trial(findings, model, check);
  trial.accept(offered.filter(({ edit }) => edit?.sure === true));
  trial.accept(offered.filter(({ edit }) => edit?.sure === false));
  return findings.map((finding) =>
    finding.edit === null || trial.accepted.has(finding) ? finding : { ...finding, edit: null },
  );
}

class Trial {
  readonly accepted = new Set<Finding>();
  readonly #before: readonly Finding[];
  readonly #model: Model;
  readonly #check: (model: Model) => readonly Finding[];
  #left = mostTrials;

  constructor(before: readonly Finding[], model: Model, check: (model: Model) => readonly Finding[]) {
    this.#before = before;
    this.#model = model;
    this.#check = check;
  }

  /** All at once where that works, else by halves. What overlaps an accepted edit counts on its own. */
  accept(candidates: readonly Finding[]): void {
    if (candidates.length === 0 || this.#left === 0) return;
    this.#left -= 1;
    const [only, second] = candidates;
    const together = [...this.accepted, ...candidates];
    const alone = second === undefined && only !== undefined;
    if (keepsPromise(this.#before, together, this.#model, this.#check)) {
      for (const finding of candidates) this.accepted.add(finding);
    } else if (alone) {
      if (this.accepted.size > 0 && overlapsOne(only, this.accepted) && this.#left > 0) {
        this.#left -= 1;
        if (keepsPromise(this.#before, [only], this.#model, this.#check)) this.accepted.add(only);
      }
    } else {
      const half = Math.ceil(candidates.length / 2);
      this.accept(candidates.slice(0, half));
      this.accept(candidates.slice(half));
    }
  }
}

function overlapsOne({ edit }: Finding, others: ReadonlySet<Finding>): boolean {
  return [...others].some(
    (other) => edit !== null && other.edit !== null && withoutOverlaps([edit, other.edit]).length === 1,
  );
}

function keepsPromise(
  before: readonly Finding[],
  edited: readonly Finding[],
  model: Model,
  check: (model: Model) => readonly Finding[],
): boolean {
  const edits = edited.flatMap(({ edit }) => (edit === null ? [] : [edit]));
  if (withoutOverlaps(edits).length < edits.length) return false;
  const after = check(rewritten(model, edits));
  const wanted = counted(before, ({ fingerprint }) => withoutCounter(fingerprint));
  for (const { fingerprint } of edited) {
    const key = withoutCounter(fingerprint);
    wanted.set(key, (wanted.get(key) ?? 0) - 1);
  }
  const found = counted(after, ({ fingerprint }) => withoutCounter(fingerprint));
  for (const { fingerprint } of edited) {
    const key = withoutCounter(fingerprint);
    if ((found.get(key) ?? 0) > (wanted.get(key) ?? 0)) return false;
  }
  return after.length <= before.length - edited.length && noneWorse(before, after);
}

/** By rule, entry and severity: an edit may change the words a finding is known by, never add one. */
function noneWorse(before: readonly Finding[], after: readonly Finding[]): boolean {
  const key = ({ rule, entry, severity, span }: Finding) => `${rule} ${entry ?? span.file} ${severity}`;
  const had = counted(before, key);
  return [...counted(after, key)].every(([what, count]) => count <= (had.get(what) ?? 0));
}

function counted(findings: readonly Finding[], keyOf: (finding: Finding) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    const key = keyOf(finding);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
