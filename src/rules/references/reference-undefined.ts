import { definedIds, familyOf } from '../../lifecycle/ids.ts';
import type { Model, Reference, Stage } from '../../lifecycle/model.ts';
import { isRetired } from '../../lifecycle/record-of.ts';
import type { Span } from '../../sot/entry.ts';
import { kindOf, parseId } from '../../sot/id.ts';
import { replacing } from '../edits.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { listed, quoted } from '../wording.ts';

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
    for (const { ids, places } of missingTogether(model)) {
      const lifecycle = ids.some(isLifecycleId);
      const open = !lifecycle && model.v09.value === 'draft';
      for (const reference of places) {
        yield {
          at: reference.span,
          message: open
            ? `${reference.from.id} links ${listed(ids)}, which no file defines yet. That is fine until v0.9 is final.`
            : `${reference.from.id} links ${listed(ids)}, which no file defines.`,
          fix: advice(model, reference, ids, open),
          entry: reference.from,
          ...(reference.field === null ? {} : { field: reference.field }),
          key: reference.id,
          cause: { key: ids.join(' '), here: `${reference.from.id} links ${listed(ids)} too` },
          ...labelled(model, reference, ids),
          severity: open ? 'notice' : 'error',
        };
      }
    }
  },
};

/** IDs that no file defines and that are cited at the same places, and those places. */
interface MissingTogether {
  readonly ids: readonly string[];
  readonly places: readonly Reference[];
}

/** Missing IDs, each with all who cite it; those that one range stands for everywhere are one. */
function missingTogether(model: Model): MissingTogether[] {
  const malformed = meantByMalformedIds(model);
  const cited = new Map<string, Reference[]>();
  let outer: Reference | null = null;
  for (const each of model.references) {
    const { id, from } = each;
    if (model.repository.byId.has(id) || malformed.has(id) || !isOurs(id) || from.section !== null) continue;
    if (isRetired(model, from)) continue;
    // The last number of a range stands inside it; the range is what is cited.
    const whole: Reference | null = outer !== null && inside(each.span, outer.span) ? outer : null;
    const reference: Reference = whole === null ? each : { ...each, span: whole.span };
    outer = reference;
    const places = cited.get(id);
    if (places) places.push(reference);
    else cited.set(id, [reference]);
  }
  const groups = new Map<string, { ids: string[]; places: Reference[] }>();
  for (const [id, places] of cited) {
    const where = places.map(({ span }) => `${span.file}:${span.start}:${span.end}`).join(' ');
    const group = groups.get(where);
    if (group) {
      group.ids.push(id);
      group.places.push(...places);
    } else groups.set(where, { ids: [id], places: [...places] });
  }
  return [...groups.values()];
}

function inside(inner: Span, outer: Span): boolean {
  return inner.file === outer.file && inner.start >= outer.start && inner.end <= outer.end;
}

/** IDs that a misspelt definition (`BR-MOPS-2`) was to have: `id-format` speaks of those. */
function meantByMalformedIds(model: Model): Set<string> {
  const meant = new Set<string>();
  for (const file of model.repository.files) {
    for (const issue of file.issues)
      if (issue.code === 'id-format' && issue.expected !== null) meant.add(issue.expected);
  }
  return meant;
}

/** Entries of the framework that the lifecycle does not use (`FEA-005`) live in files we do not read. */
function isOurs(id: string): boolean {
  const parsed = parseId(id);
  return parsed !== null && kindOf(parsed) !== 'other';
}

function isLifecycleId(id: string): boolean {
  return id.startsWith('BR-MOPS-') || id.startsWith('GTM-MOPS-');
}

function advice(model: Model, reference: Reference, ids: readonly string[], open: boolean): string {
  const [id = ''] = ids;
  const meant = ids.length === 1 ? byLabel(model, reference) : null;
  if (meant !== null)
    return `Its label is ${quoted(reference.label ?? '')}: did you mean ${meant.id} (${meant.name})?`;
  if (open) return `Write ${listed(ids, 'or')} before v0.9 is final.`;
  const defined = definedIds(model, familyOf(id));
  if (defined.length === 0) return `Write the entry ${id}, or remove the link.`;
  const some = defined.length > 8 ? `${listed(defined.slice(0, 7))} and more` : listed(defined);
  return `Link one that exists (${some}), or write the missing entry.`;
}

/** The ID its label means, where the link is that one ID. The label may be what is wrong: a person looks. */
function labelled(model: Model, reference: Reference, ids: readonly string[]): Pick<Problem, 'edit'> {
  const meant = ids.length === 1 ? byLabel(model, reference) : null;
  if (meant === null) return {};
  return replacing(model, { text: reference.id, span: reference.span }, meant.id, { sure: false });
}

/** The one living stage whose name stands in the reference's label: `BR-MOPS-009 (SQL rule)`. */
function byLabel(model: Model, reference: Reference): Stage | null {
  if (reference.label === null || !reference.id.startsWith('BR-MOPS-')) return null;
  const label = ` ${reference.label.toLowerCase()} `;
  const hits = model.livingStages
    .slice(0, 100)
    .filter((stage) => stage.name !== '' && label.includes(` ${stage.name.toLowerCase()} `));
  return hits.length === 1 && hits[0] ? hits[0] : null;
}
