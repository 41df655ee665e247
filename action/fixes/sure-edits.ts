import type { Report } from '../../src/check/finding.ts';
import { apart } from '../../src/check/together.ts';
import type { ReasonedEdit } from '../../src/edit/edit.ts';
import type { Model } from '../../src/lifecycle/model.ts';
import { planReconcile } from '../../src/reconcile/index.ts';
import { isWritable } from '../../src/reconcile/item.ts';
import type { Span } from '../../src/sot/entry.ts';

/** Fixes of findings that are sure. With `scope: new` only what the change brings is anybody's business here. */
export function findingEdits(report: Report, prefix: string): ReasonedEdit[] {
  return apart(report.findings)
    .filter(({ state, rule }) => (report.scope === 'all' || state === 'new') && rule !== 'placeholder')
    .flatMap(({ edit, message, entry }) =>
      edit?.sure !== true ? [] : [sureEdit(prefix, edit.span, edit.text, message, entry)],
    );
}

/** Placeholders and replaced IDs whose real ID is sure; none while v0.9 is draft. */
export function placeholderEdits(model: Model, prefix: string): ReasonedEdit[] {
  const plan = planReconcile(model);
  return plan.pending
    ? []
    : plan.items.flatMap(({ verdict, replacement, span, reason, entry, token }) =>
        verdict === 'sure' && replacement !== null
          ? [sureEdit(prefix, span, replacement, `${token} is ${replacement}: ${reason}`, entry.id)]
          : [],
      );
}

/** Number of placeholders in entries that are alive. */
export function openPlaceholders(model: Model): number {
  return model.placeholders.filter(({ from }) => isWritable(model, from)).length;
}

/** The edit as seen from the root of the repository. */
function sureEdit(
  prefix: string,
  span: Span,
  text: string,
  reason: string,
  entry: string | null,
): ReasonedEdit {
  return { span: { ...span, file: `${prefix}${span.file}` }, text, reason, entry };
}
