/** SLA and escalation fields of stages, handoffs and routes. */

import { isEmptyEscalation, readEscalation, readSla } from '../../sla/index.ts';
import type { Text } from '../../sot/entry.ts';
import { cover } from '../fields.ts';
import type { Escalation, Field, FieldName, Owner, Sla } from '../model.ts';

/** Reads the limit: inline behind `SLA:`, in its response-time line, or as a list of segments below it. */
export function readSlaField(fields: ReadonlyMap<FieldName, Field>, owner: Owner | null): Sla | null {
  const response = fields.get('sla.response');
  const block = fields.get('sla');
  if (response?.leftover === true || block?.leftover === true) return null;
  const raw = textOf(response) ?? textOf(block);
  return raw === null ? null : slaOf(raw, owner);
}

/** Reads one limit as written. */
export function slaOf(raw: Text, owner: Owner | null): Sla {
  const label = owner === null || owner.kind === 'none' ? {} : { owner: owner.raw.text };
  return { raw, reading: readSla(raw.text, { automated: owner?.automated ?? false, ...label }) };
}

/** Reads the escalation; null when there is no such field or only template text in it. */
export function readEscalationField(fields: ReadonlyMap<FieldName, Field>): Escalation | null {
  const field = fields.get('escalation');
  if (field === undefined || field.leftover) return null;
  const raw = textOf(field) ?? { text: '', span: field.label.span };
  return { raw, steps: readEscalation(raw.text), empty: isEmptyEscalation(raw.text) };
}

/** A field's value, or its list joined by semicolons; null when both are missing. */
function textOf(field: Field | undefined): Text | null {
  if (field === undefined) return null;
  const [first] = field.items;
  if (field.value !== null && field.items.length <= 1) return field.value;
  if (first === undefined) return null;
  const last = field.items.at(-1) ?? first;
  return {
    text: field.items.map((item) => item.text.replace(/[;.]\s*$/, '')).join('; '),
    span: cover(first.span, last.span),
  };
}
