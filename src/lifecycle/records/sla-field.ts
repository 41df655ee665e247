/** SLA and escalation fields of stages, handoffs and routes. */

import { isEmptyEscalation, readEscalation, readSla, type SlaReading } from '../../sla/index.ts';
import type { CalendarBook } from '../../sla/meaning.ts';
import type { Span, Text } from '../../sot/entry.ts';
import { clockFields } from '../clock-fields.ts';
import type { Clock, Escalation, Field, FieldName, Owner, PlacedStep, Sla } from '../model.ts';
import type { Roles } from '../roles.ts';
import { cover, slice } from '../span.ts';

/**
 * Reads limits and escalations for one model. Teams write the same few again and again, so readings are kept by
 * their words; they depend on nothing else.
 */
export class LimitReader {
  readonly #readings = new Map<string, SlaReading>();
  readonly #calendars: CalendarBook;
  readonly #roles: Roles;
  readonly #ladders = new Map<string, { steps: readonly Omit<PlacedStep, 'span'>[]; empty: boolean }>();

  constructor(calendars: CalendarBook, roles: Roles) {
    this.#calendars = calendars;
    this.#roles = roles;
  }

  /** Reads one limit as written; whether software answers decides what "immediate" means. */
  read(raw: Text, owner: Owner | null): Sla {
    const automated = owner?.automated ?? false;
    const label = owner === null || owner.kind === 'none' ? undefined : owner.raw.text;
    const key = [raw.text, automated, label ?? ''].join('\u0000');
    let reading = this.#readings.get(key);
    if (reading === undefined) {
      reading = readSla(raw.text, {
        automated,
        calendars: this.#calendars,
        ...(label === undefined ? {} : { owner: label }),
      });
      this.#readings.set(key, reading);
    }
    return { raw, reading };
  }

  /** The limit of a stage or handoff: inline behind `SLA:`, in its response-time line, or as segments below it. */
  sla(fields: ReadonlyMap<FieldName, Field>, owner: Owner | null): Sla | null {
    const response = fields.get('sla.response');
    const block = fields.get('sla');
    if (response?.leftover === true || block?.leftover === true) return null;
    const raw = textOf(response) ?? textOf(block);
    return raw === null ? null : this.read(raw, owner);
  }

  /** Every clock of a stage or handoff, response first; one without a limit is left out. */
  clocks(fields: ReadonlyMap<FieldName, Field>, owner: Owner | null): readonly Clock[] {
    const shared = fields.get('escalation');
    return clockFields.flatMap(({ kind, field: name, escalation }) => {
      const field = fields.get(name);
      const raw = field?.leftover === true ? null : textOf(field);
      const sla = kind === 'response' ? this.sla(fields, owner) : raw === null ? null : this.read(raw, owner);
      if (sla === null) return [];
      // An escalation that stands behind this clock's limit, and is nobody's own, is its too.
      const behind = shared !== undefined && shared.label.span.start > sla.raw.span.start;
      const own = fields.has(escalation) || !behind ? escalation : 'escalation';
      return [{ kind, sla, escalation: this.escalation(fields, own) }];
    });
  }

  /** The escalation; null when there is no such field or only template text in it. */
  escalation(fields: ReadonlyMap<FieldName, Field>, name: FieldName = 'escalation'): Escalation | null {
    const field = fields.get(name);
    if (field === undefined || field.leftover) return null;
    const raw = textOf(field) ?? { text: '', span: field.label.span };
    let ladder = this.#ladders.get(raw.text);
    if (ladder === undefined) {
      const steps = readEscalation(raw.text, this.#calendars).map((step) => ({
        ...step,
        roles: step.who === null ? [] : this.#roles.within(step.who),
      }));
      ladder = { steps, empty: isEmptyEscalation(raw.text) };
      this.#ladders.set(raw.text, ladder);
    }
    const place = placesIn(field, raw);
    return { ...ladder, raw, steps: ladder.steps.map((step) => ({ ...step, span: place(step) })) };
  }
}

/** A field's value, or its list joined by semicolons; null when both are missing. */
function textOf(field: Field | undefined): Text | null {
  if (field === undefined) return null;
  const [first] = field.items;
  if (field.value !== null && field.items.length <= 1) return field.value;
  if (first === undefined) return null;
  const last = field.items.at(-1) ?? first;
  return { text: field.items.map(joined).join(joint), span: cover(first.span, last.span) };
}

const joint = '; ';

function joined({ text }: Text): string {
  return text.replace(/[;.]\s*$/, '');
}

/** Where a part of `textOf` stands: in the value, or in the item of the list that it begins in. */
function placesIn(field: Field, raw: Text): (part: { readonly from: number; readonly to: number }) => Span {
  const listed = field.value === null || field.items.length > 1;
  const texts = listed && field.items.length > 0 ? field.items : [raw];
  const starts: number[] = [];
  let at = 0;
  for (const text of texts) {
    starts.push(at);
    at += joined(text).length + joint.length;
  }
  return ({ from, to }) => {
    const index = Math.max(
      0,
      starts.findLastIndex((start) => start <= from),
    );
    const text = texts[index] ?? raw;
    const start = starts[index] ?? 0;
    return slice(text, from - start, Math.min(to - start, text.text.length)).span;
  };
}
