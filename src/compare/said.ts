import { arrowPattern } from '../language/arrow.ts';
import type { Escalation, Field, Owner, Sla } from '../lifecycle/model.ts';
import { meaningKey } from '../sla/index.ts';
import type { Span, Text } from '../sot/entry.ts';
import { wordingKey } from './wording.ts';

/** Something an entry says: `key` is its meaning (equal keys mean the same), `text` the words. */
export interface Said {
  readonly key: string;
  readonly text: string;
  readonly span: Span;
}

/** Plain words. Quotes, dashes, blanks and a full stop at the end mean nothing. */
export function saidText(text: Text | null): Said | null {
  if (text === null || text.text.trim() === '') return null;
  return { key: wordsKey(text.text), text: text.text, span: text.span };
}

/** A field's value, or its list in one line. */
export function saidField(field: Field | null | undefined): Said | null {
  const texts = field?.items.map(({ text }) => text) ?? [];
  if (!field || texts.length === 0) return null;
  const text = texts.join('; ');
  // What a list says does not hang on its order.
  const keys = texts.map(wordsKey).sort();
  return { key: keys.join('\n'), text, span: field.span };
}

/** An owner by canonical role: SDR and BDR are one seat. */
export function saidOwner(owner: Owner | null): Said | null {
  if (owner === null || owner.raw.text.trim() === '') return null;
  const known = owner.kind === 'role' || owner.kind === 'several';
  const key = known ? `${owner.kind} ${owner.roles.join('\n')}` : wordsKey(owner.raw.text);
  return { key, text: owner.raw.text, span: owner.raw.span };
}

/** A limit by what it means: `1h` and `60 minutes` are one limit. One that cannot be read is its words. */
export function saidSla(sla: Sla | null): Said | null {
  if (sla === null || sla.raw.text.trim() === '') return null;
  const key = sla.reading.ok ? meaningKey(sla.reading.meaning) : wordsKey(sla.raw.text);
  return { key, text: sla.raw.text, span: sla.raw.span };
}

/** An escalation as a side of a change; null for none. */
export function saidEscalation(escalation: Escalation | null): Said | null {
  return escalation === null || escalation.empty ? null : saidText(escalation.raw);
}

/** Equal for two texts that differ in their writing alone. */
export function wordsKey(text: string): string {
  return wordingKey(foldSaid(text));
}

const arrows = new RegExp(arrowPattern, 'gu');

/** Words without what only their writing adds. */
export function foldSaid(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(arrows, '→')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.;,]$/, '');
}
