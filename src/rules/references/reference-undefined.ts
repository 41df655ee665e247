import { goneHandoff } from '../../lifecycle/gone.ts';
import { definedIds, familyOf } from '../../lifecycle/ids.ts';
import type { LifecycleRecord, Model, Reference, Stage } from '../../lifecycle/model.ts';
import { type UndefinedIds, undefinedIds } from '../../lifecycle/undefined.ts';
import { type Offered, replacing } from '../edits.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { listed, quoted, where } from '../wording.ts';

export const referenceUndefined: Rule = {
  id: 'reference-undefined',
  title: 'A link goes to an entry that no file defines',
  why: 'The rule that this entry leans on cannot be read by anybody. Links to go-to-market entries may wait until v0.9 is final; links inside the lifecycle may not.',
  fix: 'Link the entry that is meant, or write the missing entry.',
  source: 'SPEC §4',
  severity: { quick: 'error', standard: 'error', deep: 'error' },
  bad: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
    Linked IDs: BR-MOPS-009
  `,
  good: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
    Linked IDs: BR-MOPS-003

    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Stage: SQL
  `,
  *check(model): Generator<Problem> {
    const gone = goneHandoff(model)?.missing;
    for (const missing of undefinedIds(model)) {
      // The transition without its handoff speaks of the number, too.
      if (missing === gone) continue;
      const { ids, meant } = missing;
      const open = isOpen(model, missing);
      const now =
        meant === null ? '' : ` ${meant.id} (${titleIn(meant)}), which nothing links, may be its number now.`;
      for (const reference of missing.places) {
        yield {
          at: reference.span,
          message: open
            ? `${reference.from.id} links ${listed(ids)}, which no file defines yet. That is fine until v0.9 is final.`
            : `${reference.from.id} links ${listed(ids)}, which no file defines.${now}`,
          fix: advice(model, reference, missing, open),
          entry: reference.from,
          ...(reference.field === null ? {} : { field: reference.field }),
          key: reference.id,
          cause: { key: ids.join(' '), here: `${reference.from.id} links ${listed(ids)} too` },
          ...(meant === null
            ? {}
            : { related: [{ message: `${meant.id} is defined here`, span: meant.entry.idSpan }] }),
          ...meantEdit(model, reference, missing),
          severity: open ? 'notice' : 'error',
        };
      }
    }
  },
};

/** Links to go-to-market entries may wait until v0.9 is final. */
function isOpen(model: Model, { ids }: UndefinedIds): boolean {
  return !ids.some(isLifecycleId) && model.v09.value === 'draft';
}

function titleIn({ entry }: LifecycleRecord): string {
  return entry.title.text === '' ? where(entry) : entry.title.text;
}

function isLifecycleId(id: string): boolean {
  return id.startsWith('BR-MOPS-') || id.startsWith('GTM-MOPS-');
}

function advice(model: Model, reference: Reference, { ids, meant }: UndefinedIds, open: boolean): string {
  const [id = ''] = ids;
  const labelled = ids.length === 1 ? byLabel(model, reference) : null;
  if (labelled !== null)
    return `Its label is ${quoted(reference.label ?? '')}: did you mean ${labelled.id} (${labelled.name})?`;
  if (meant !== null && !open)
    return `Write ${meant.id} in place of ${id}, or give the entry its number back: "mops rename ${meant.id} ${id}" does that everywhere.`;
  if (open) return `Write ${listed(ids, 'or')} before v0.9 is final.`;
  const defined = definedIds(model, familyOf(id));
  if (defined.length === 0) return `Write the entry ${id}, or remove the link.`;
  const some = defined.length > 8 ? `${listed(defined.slice(0, 7))} and more` : listed(defined);
  return `Link one that exists (${some}), or write the missing entry.`;
}

/** The ID that is meant, by its label or because nothing else links it. A person looks. */
function meantEdit(model: Model, reference: Reference, { ids, meant }: UndefinedIds): Offered {
  const id = ids.length === 1 ? (byLabel(model, reference)?.id ?? meant?.id) : undefined;
  if (id === undefined) return {};
  return replacing(model, { text: reference.id, span: reference.span }, id, { sure: false });
}

/** The one living stage whose name stands in the reference's label: `BR-MOPS-009 (SQL rule)`. */
function byLabel(model: Model, reference: Reference): Stage | null {
  if (reference.label === null || !reference.id.startsWith('BR-MOPS-')) return null;
  const label = ` ${reference.label.toLowerCase()} `;
  const hits = model.living.stages
    .slice(0, 100)
    .filter((stage) => stage.name !== '' && label.includes(` ${stage.name.toLowerCase()} `));
  return hits.length === 1 && hits[0] ? hits[0] : null;
}
