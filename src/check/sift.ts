import type { Model } from '../lifecycle/model.ts';
import type { IgnoreUse } from '../rules/rule.ts';
import type { Finding, IgnoredFinding } from './finding.ts';
import { type IgnoreComment, readIgnores, Silencers } from './ignores.ts';

/** Findings that count, those that a comment silences, and what became of each comment. */
export interface Sifted {
  readonly kept: readonly Finding[];
  readonly ignored: readonly IgnoredFinding[];
  readonly uses: readonly IgnoreUse[];
}

/**
 * Takes out the silenced findings. A comment without a reason silences nothing.
 *
 * @param known IDs that a comment may name
 * @param off rules that this mode or config does not ask: a comment may be there for the day it does
 */
export function sift(
  found: readonly Finding[],
  model: Model,
  { known, off }: { readonly known: ReadonlySet<string>; readonly off: ReadonlySet<string> },
): Sifted {
  const ignores = readIgnores(model.repository);
  if (ignores.length === 0) return { kept: found, ignored: [], uses: [] };
  const silencers = new Silencers(model.repository, ignores);
  const used = new Set<IgnoreComment>();
  const kept: Finding[] = [];
  const ignored: IgnoredFinding[] = [];
  for (const finding of found) {
    const comment = silencers.of(finding);
    if (comment === undefined) {
      kept.push(finding);
      continue;
    }
    used.add(comment);
    ignored.push({ finding, reason: comment.reason, comment: comment.span });
  }
  const uses = ignores.map((comment) => ({
    rule: comment.rule,
    reason: comment.reason,
    span: comment.span,
    silences: used.has(comment) || off.has(comment.rule),
    known: known.has(comment.rule),
  }));
  return { kept, ignored, uses };
}
