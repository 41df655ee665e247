import type { Model, Placeholder } from '../../lifecycle/model.ts';
import { isRetired } from '../../lifecycle/record-of.ts';
import { standsFor } from '../../reconcile/answer.ts';
import type { PlanItem } from '../../reconcile/plan.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { listed } from '../wording.ts';

export const placeholder: Rule = {
  id: 'placeholder',
  title: 'A placeholder stands where an ID belongs',
  why: 'Until v0.9 is final, channels, offers, prices, personas and KPIs may be open. After that a placeholder is a link that leads nowhere.',
  fix: 'Put the real ID in its place once the entry exists: mops reconcile lists the candidates and can write the sure ones.',
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
    for (const found of model.placeholders) {
      const { from, token, role } = found;
      if (isRetired(model, from) || from.section !== null) continue;
      // Stages and handoffs are this lifecycle's own: nothing later will bring them.
      const own = role === 'stage' || role === 'handoff';
      const open = model.v09.value === 'draft' && !own;
      const planned = context.planned(found);
      const { one, article, missing } =
        role === null ? { one: 'entry', article: 'an', missing: 'the entry' } : standsFor[role];
      const state = own
        ? ''
        : open
          ? ' That is fine until v0.9 is final.'
          : ' v0.9 is final, so the real ID is due.';
      yield {
        at: found.span,
        message: `${from.id} has the placeholder ${token} for ${article} ${one}.${state}`,
        fix: advice(model, found, missing, planned),
        ...(planned?.verdict === 'sure' && planned.replacement !== null && !open
          ? { edit: { span: found.span, text: planned.replacement } }
          : {}),
        entry: from,
        ...(found.field === null ? {} : { field: found.field }),
        key: `${token} ${found.label ?? ''}`.trim(),
        severity: open ? 'notice' : 'error',
      };
    }
  },
};

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
