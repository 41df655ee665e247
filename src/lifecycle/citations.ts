/** Which IDs each entry cites, under which field, and which placeholders wait for an ID. */

import type { Entry, ReadFile, Repository, Span } from '../sot/entry.ts';
import { type Mention, mentionsIn } from '../sot/index.ts';
import type {
  Field,
  FieldName,
  MalformedReference,
  NamedReference,
  Placeholder,
  PlaceholderRole,
  Reference,
} from './model.ts';

export interface Citations {
  readonly references: ReadonlyMap<Entry, readonly Reference[]>;
  readonly named: readonly NamedReference[];
  readonly malformed: readonly MalformedReference[];
  readonly placeholders: readonly Placeholder[];
}

/** Collects the citations of all entries, in file order. An entry's own ID is no citation. */
export function citationsOf(
  repository: Repository,
  entries: readonly Entry[],
  fieldsOf: (entry: Entry) => ReadonlyMap<FieldName, Field>,
): Citations {
  const files = new Map<string, ReadFile>(repository.files.map((file) => [file.path, file]));
  const references = new Map<Entry, readonly Reference[]>();
  const named: NamedReference[] = [];
  const malformed: MalformedReference[] = [];
  const placeholders: Placeholder[] = [];
  for (const entry of entries) {
    const file = files.get(entry.span.file);
    if (file === undefined) continue;
    const fields = [...fieldsOf(entry).values()].sort((a, b) => length(a.span) - length(b.span));
    const cited: Reference[] = [];
    for (const mention of mentionsIn(file, entry.span)) {
      if (mention.id === entry.id || inside(entry.idSpan, mention.span) || !readable(entry, mention.span))
        continue;
      if (mention.span.line === entry.idSpan.line && isFormer(file.text, mention.span)) continue;
      const field = fieldAround(entry, fields, mention.span);
      const reference = { id: mention.id, span: mention.span, from: entry, field, label: mention.label };
      if (mention.kind === 'id') cited.push(reference);
      else if (mention.kind === 'malformed') malformed.push({ ...reference, token: mention.token });
      // A `Replaces:` line names the placeholders it ends; it is none itself (SPEC §6).
      else if (mention.kind === 'placeholder' && field !== 'replaces')
        placeholders.push(placeholderOf(mention, entry, field));
      else if (mention.kind === 'named') named.push(reference);
    }
    references.set(entry, cited);
  }
  return { references, named, malformed, placeholders };
}

const formerly =
  /\b(?:formerly|former|previously|was|ex|old|renamed from|replaces|supersedes|instead of)\W{1,3}$/i;

/** A number that the entry had before, as its head tells: `(formerly BR-MOPS-013)`, `~~BR-MOPS-013~~`. */
function isFormer(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  return (
    formerly.test(before) ||
    (/(?:~~|<(?:del|s|strike)>)\W{0,2}$/i.test(before) && /^\W{0,3}(?:~~|<\/)/.test(text.slice(end, end + 6)))
  );
}

function length(span: Span): number {
  return span.end - span.start;
}

function inside(outer: Span, inner: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** Only text that the reader took for text: not code of another language inside the entry. */
function readable(entry: Entry, span: Span): boolean {
  if (entry.form === 'row' || entry.form === 'line' || span.line === entry.idSpan.line) return true;
  return entry.nodes.some((node) => inside(node.span, span));
}

function fieldAround(entry: Entry, fields: readonly Field[], span: Span): FieldName | null {
  const around = fields.find((field) => inside(field.span, span));
  if (around !== undefined) return around.name;
  return inside(entry.title.span, span) ? 'title' : null;
}

function placeholderOf(mention: Mention, from: Entry, field: FieldName | null): Placeholder {
  return {
    token: mention.token,
    span: mention.span,
    from,
    field,
    label: mention.label,
    role: roleOf(mention, field),
  };
}

/** What a placeholder stands for: told by its prefix, then by the words around it (SPEC §6). */
function roleOf(mention: Mention, field: FieldName | null): PlaceholderRole | null {
  const token = mention.token.replace(/^[[({<]+/, '');
  const words =
    `${mention.label ?? ''} ${mention.kind === 'placeholder' && /^TB/.test(token) ? token : ''}`.toLowerCase();
  if (/^GTM-MOPS/.test(token)) return 'handoff';
  if (/^BR-MOPS/.test(token)) return 'stage';
  if (/^BR-(?:PRICING|PRC|PKG|CMP)/.test(token)) return 'price';
  if (/^PER/.test(token)) return 'persona';
  if (/^KPI/.test(token)) return 'kpi';
  if (/^CFD/.test(token)) return 'feedback';
  if (/^MON/.test(token)) return 'monitor';
  if (/\boffers?\b/.test(words) || /\boffer\b/i.test(token)) return 'offer';
  if (/^GTM/.test(token)) return 'channel';
  for (const [pattern, role] of roleWords) if (pattern.test(words)) return role;
  return field === 'payload.source' ? 'channel' : null;
}

const roleWords: readonly [RegExp, PlaceholderRole][] = [
  [/channel|source/, 'channel'],
  [/pric|tier|threshold/, 'price'],
  [/persona|fit/, 'persona'],
  [/kpi|conversion/, 'kpi'],
  [/monitor|drift/, 'monitor'],
  [/feedback/, 'feedback'],
];
