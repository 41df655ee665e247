/**
 * What stands where an ID belongs, and what may be written in its place (SPEC §6). Nothing is guessed: a rewrite is
 * sure or it is a list of candidates with the reason for each.
 */

import type { Edit } from '../edit/edit.ts';
import type { Model, V09 } from '../lifecycle/model.ts';
import { answerPlaceholder, type PlaceholderAnswer } from './answer.ts';
import { Candidates } from './candidates.ts';
import { driftItems } from './drift.ts';
import { isWritable, type PlanItem } from './item.ts';

export interface ReconcilePlan {
  readonly v09: V09;
  /** True while v0.9 is draft: the plan is shown, and nothing is written unless asked for early. */
  readonly pending: boolean;
  /** In the order of files and places. */
  readonly items: readonly PlanItem[];
  /** The sure rewrites, whether pending or not: bytes of tokens, nothing else. */
  readonly edits: readonly Edit[];
}

/** Plans every rewrite of a lifecycle. Pure; linear in the number of placeholders and references. */
export function planReconcile(model: Model): ReconcilePlan {
  const known = new Candidates(model);
  const open = model.placeholders.filter(({ from }) => isWritable(model, from));
  const answers = open.map((placeholder) => answerPlaceholder(known, placeholder));
  settleRepeats(open, answers);
  const items: PlanItem[] = open.map((placeholder, at) => ({
    kind: 'placeholder',
    token: placeholder.token,
    span: placeholder.span,
    entry: placeholder.from,
    field: placeholder.field,
    label: placeholder.label,
    role: placeholder.role,
    ...(answers[at] as PlaceholderAnswer),
  }));
  items.push(...driftItems(model, known));
  items.sort((a, b) =>
    a.span.file < b.span.file ? -1 : a.span.file > b.span.file ? 1 : a.span.start - b.span.start,
  );
  // Only what is sure has a replacement.
  const edits = items.flatMap(({ replacement, span }): Edit[] =>
    replacement === null ? [] : [{ span, text: replacement }],
  );
  return { v09: model.v09, pending: model.v09.value === 'draft', items, edits };
}

type Waiting = Model['placeholders'][number];

/**
 * The same token in one file means the same thing unless its label differs: a bare `GTM-YYY` beside a sure
 * `GTM-YYY (Product Hunt)` is Product Hunt too. KPIs take their meaning from the entry they stand in.
 */
function settleRepeats(open: readonly Waiting[], answers: PlaceholderAnswer[]): void {
  const sure = new Map<string, Map<string, Waiting>>();
  const keyOf = ({ span, token, role }: Waiting): string => `${span.file}\u0000${token}\u0000${role ?? ''}`;
  for (const [at, placeholder] of open.entries()) {
    const answer = answers[at];
    if (answer?.verdict !== 'sure' || answer.replacement === null) continue;
    const ids = sure.get(keyOf(placeholder)) ?? new Map<string, Waiting>();
    if (!ids.has(answer.replacement)) ids.set(answer.replacement, placeholder);
    sure.set(keyOf(placeholder), ids);
  }
  for (const [at, placeholder] of open.entries()) {
    const answer = answers[at];
    if (answer === undefined || answer.verdict !== 'unsure' || answer.named || placeholder.role === 'kpi')
      continue;
    const ids = sure.get(keyOf(placeholder));
    const [only] = ids ?? [];
    if (only === undefined || ids?.size !== 1) continue;
    const [id, other] = only;
    answers[at] = {
      ...answer,
      verdict: 'sure',
      replacement: id,
      reason: `${placeholder.token} on line ${other.span.line} of this file is ${id}, and one token means one thing.`,
    };
  }
}
