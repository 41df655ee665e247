import type { Model, Placeholder } from '../../lifecycle/model.ts';
import { isRetired } from '../../lifecycle/record-of.ts';
import { standsFor } from '../../reconcile/answer.ts';
import type { PlanItem } from '../../reconcile/item.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { listed } from '../wording.ts';

export const placeholder: Rule = {
  id: 'placeholder',
  title: 'A placeholder stands where an ID belongs',
  why: 'Until v0.9 is final, channels, offers, prices, personas and KPIs may be open. After that a placeholder is a link that leads nowhere.',
  fix: 'Put the real ID in its place once the entry exists: mops reconcile lists the candidates and can write the sure ones. A placeholder that one entry answers everywhere is one finding; where you have to choose, each place is its own.',
  source: 'SPEC §4, §6',
  severity: { quick: 'error', standard: 'error', deep: 'error' },
  bad: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
    Linked IDs: PER-XXX (fit signals)
  `,
  good: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
    Linked IDs: PER-001 (fit signals)

    ## PER-001: Engineering lead

    Type: Primary
  `,
  *check(model, context): Generator<Problem> {
    const labels = labelsByToken(model.placeholders);
    for (const found of model.placeholders) {
      const { from, token, role } = found;
      if (isRetired(model, from) || from.section !== null) continue;
      // Stages and handoffs are this lifecycle's own: nothing later will bring them.
      const own = role === 'stage' || role === 'handoff';
      const open = model.v09.value === 'draft' && !own;
      const planned = context.planned(found);
      const { one, article, missing } =
        role === null ? { one: 'entry', article: 'an', missing: 'the entry' } : standsFor[role];
      const fix = advice(model, found, missing, planned);
      const state = own
        ? ''
        : open
          ? ' That is fine until v0.9 is final.'
          : ' v0.9 is final, so the real ID is due.';
      yield {
        at: found.span,
        message: `${from.id} has the placeholder ${token} for ${article} ${one}.${state}`,
        fix,
        ...(planned?.verdict === 'sure' && planned.replacement !== null
          ? {
              instead: { actual: found.token, expected: planned.replacement },
              ...(open ? {} : { edit: { span: found.span, text: planned.replacement } }),
            }
          : {}),
        entry: from,
        ...(found.field === null ? {} : { field: found.field }),
        key: `${token} ${found.label ?? ''}`.trim(),
        ...(own ? {} : sharing(found, planned, labels)),
        severity: open ? 'notice' : 'error',
      };
    }
  },
};

/**
 * One entry that is still to be written, or the only one there is, answers the same placeholder wherever it stands.
 * Where a person has to choose, each place may want another answer; so may each stage or handoff.
 */
function sharing(
  { from, token, role, label }: Placeholder,
  planned: PlanItem | undefined,
  labels: ReadonlyMap<string, ReadonlySet<string>>,
): Pick<Problem, 'cause'> {
  if (role === null || planned?.verdict === 'unsure') return {};
  const [only, second] = labels.get(token) ?? [];
  const what = label ?? (second === undefined ? only : undefined) ?? '';
  const key = `${token} ${role} ${planned?.replacement ?? what}`;
  return { cause: { key, here: `${from.id} has it too` } };
}

/** What stands in brackets behind each placeholder; one without words means the one that all the others mean. */
function labelsByToken(placeholders: readonly Placeholder[]): ReadonlyMap<string, ReadonlySet<string>> {
  const labels = new Map<string, Set<string>>();
  for (const { token, label } of placeholders) {
    const known = labels.get(token) ?? new Set();
    if (label !== null) known.add(label);
    labels.set(token, known);
  }
  return labels;
}

function advice(model: Model, found: Placeholder, entry: string, planned: PlanItem | undefined): string {
  if (planned?.verdict === 'sure') return `Write ${planned.replacement}: ${planned.reason}`;
  if (planned?.verdict === 'unsure') {
    const choices = planned.candidates
      .slice(0, 5)
      .map(({ id, name }) => (name === '' ? id : `${id} (${name})`));
    return `Choose among ${listed(choices, 'or')}. ${planned.reason}`;
  }
  const { role } = found;
  if (role === 'stage') {
    const stages = model.living.stages.slice(0, 8).map(({ id, name }) => `${id} (${name})`);
    if (stages.length > 0) return `Write the stage's ID: ${listed(stages, 'or')}.`;
  }
  if (planned !== undefined) return planned.reason;
  return `Write ${entry}${role === null ? ' it stands for' : ''} and put its ID here.`;
}
