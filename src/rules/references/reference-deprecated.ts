import { heirsOf } from '../../lifecycle/heirs.ts';
import type { LifecycleRecord, Model, Reference } from '../../lifecycle/model.ts';
import { isAlive, isRetired } from '../../lifecycle/record-of.ts';
import { replacing } from '../edits.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { listed, where } from '../wording.ts';

export const referenceDeprecated: Rule = {
  id: 'reference-deprecated',
  title: 'A link goes to a retired entry',
  why: 'A Deprecated or Superseded rule keeps steering leads for as long as living entries lean on it.',
  fix: 'Link the entry that replaced it, or remove the link.',
  source: 'SPEC §4',
  severity: { quick: 'warning', standard: 'warning', deep: 'warning' },
  bad: markdown`
    ## GTM-MOPS-001: Handoff — MQL → SQL

    Type: Handoff
    Linked IDs: BR-MOPS-002

    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Status: Deprecated
    Stage: MQL
  `,
  good: markdown`
    ## GTM-MOPS-001: Handoff — MQL → SQL

    Type: Handoff
    Linked IDs: BR-MOPS-007

    ## BR-MOPS-007: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
    Replaces: BR-MOPS-002

    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Status: Deprecated
    Stage: MQL
  `,
  *check(model): Generator<Problem> {
    const followed = heirsOf(model);
    for (const reference of model.references) {
      if (reference.field === 'replaces' || reference.field === 'superseded-by') continue;
      const dead = deadRecord(model, reference.id);
      if (dead === null || !counts(model, reference)) continue;
      const heirs = followed.get(dead.id) ?? [];
      const [heir, second] = heirs;
      yield {
        at: reference.span,
        message: `${reference.from.id} links ${reference.id}, which is ${dead.status === 'superseded' ? 'Superseded' : 'Deprecated'}.`,
        fix:
          heir === undefined
            ? 'Link the entry that took its place, or remove the link.'
            : `Link ${listed(heirs, 'or')}, which replaces it.`,
        entry: reference.from,
        ...(reference.field === null ? {} : { field: reference.field }),
        key: reference.id,
        cause: { key: reference.id, here: `${reference.from.id} links ${reference.id} too` },
        related: [{ message: `${reference.id} is retired in ${where(dead.entry)}`, span: dead.entry.idSpan }],
        ...(heir !== undefined && second === undefined
          ? replacing(model, { text: reference.id, span: reference.span }, heir, { sure: true })
          : {}),
      };
    }
  },
};

/** The entry of an ID when all its entries are retired, else null. */
function deadRecord(model: Model, id: string): LifecycleRecord | null {
  return isAlive(model, id) ? null : (model.records.get(id)?.[0] ?? null);
}

function counts(model: Model, { from }: Reference): boolean {
  return from.section === null && !isRetired(model, from);
}
