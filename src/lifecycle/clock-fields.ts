/** Which escalation belongs to which clock of a stage or handoff, and clocks that share one line. */

import { foldLabel } from '../language/fold.ts';
import { readSla } from '../sla/index.ts';
import type { Node } from '../sot/entry.ts';
import type { FieldName } from './model.ts';

/** Each clock of SPEC §5 with its field, response first, and the field of its own escalation. */
export const clockFields = [
  { kind: 'response', field: 'sla.response', escalation: 'escalation' },
  { kind: 'acceptance', field: 'sla.acceptance', escalation: 'escalation.acceptance' },
  { kind: 'maximum', field: 'sla.maximum', escalation: 'escalation.maximum' },
] as const satisfies readonly { kind: string; field: FieldName; escalation: FieldName }[];

/**
 * The fields of lines that stand side by side, where each `Escalation` belongs to the clock line it follows. One
 * escalation behind several clocks is everybody's and stays `escalation`.
 */
export function withOwnEscalations(
  names: readonly (FieldName | null)[],
  block: FieldName | null,
): readonly (FieldName | null)[] {
  const escalations = names.filter((name) => name === 'escalation').length;
  if (escalations === 0) return names;
  const around = clockFields.find(({ field }) => field === block);
  if (around !== undefined) return names.map((name) => (name === 'escalation' ? around.escalation : name));
  let last: (typeof clockFields)[number] | null = null;
  let clocks = 0;
  return names.map((name) => {
    const clock = clockFields.find(({ field }) => field === name) ?? (name === 'sla' ? clockFields[0] : null);
    if (clock !== null) {
      last = clock;
      clocks += 1;
      return name;
    }
    if (name !== 'escalation' || last === null) return name;
    return escalations === 1 && clocks > 1 ? name : last.escalation;
  });
}

/** Labels that name a clock beside an SLA and may be words of anything else: `Acceptance: the AE accepts in the CRM`. */
const alone = new Set(['acceptance', 'accept', 'maximum', 'first touch', 'first contact']);

/** Whether a line at the margin has such a label and is no clock: no limit stands there. */
export function isAloneClock(
  node: Node,
  name: FieldName | null,
  block: FieldName | null,
  before: FieldName | null,
): boolean {
  if (
    block !== null ||
    name === null ||
    !name.startsWith('sla.') ||
    !alone.has(foldLabel(node.label?.text ?? ''))
  )
    return false;
  const among = before !== null && (before.startsWith('sla') || before.startsWith('escalation'));
  // "Acceptance: ASAP" behind another clock is a limit that cannot be read, and is told so.
  if (among && node.value !== null && node.value.text.split(/\s+/).length < 4) return false;
  return node.value === null || !readSla(node.value.text).ok;
}

/** `Follow-up: 1 business hour` inside an SLA is the first answer; with a number of attempts it is the cadence. */
export function ownClock(node: Node, name: FieldName | null, block: FieldName | null): FieldName | null {
  if (block !== 'sla' || name !== 'cadence' || node.value === null) return name;
  if (foldLabel(node.label?.text ?? '').includes('cadence')) return name;
  return readSla(node.value.text).ok ? 'sla.response' : name;
}

/**
 * Where the parts of a line like `First touch: 1 business hour; Acceptance: 4 business hours` begin: offsets of the
 * labels that name a clock or an escalation. A part with another label goes on with the one before.
 *
 * @param nameOf the field that a label names inside the block, null for none
 */
export function partsOfLine(
  line: string,
  block: FieldName,
  nameOf: (label: string) => FieldName | null,
): readonly {
  readonly name: FieldName;
  readonly from: number;
  readonly label: number;
  readonly text: number;
  readonly to: number;
}[] {
  const parts: { name: FieldName; from: number; label: number; text: number; to: number }[] = [];
  const own = (name: FieldName | null): name is FieldName =>
    name !== null && (name.startsWith(`${block}.`) || (block === 'sla' && name.startsWith('escalation')));
  const joints = block === 'sla' ? /[;,|]| \/ /g : /;/g;
  const starts = [0, ...[...line.matchAll(joints)].map((joint) => joint.index + joint[0].length)];
  for (const start of starts) {
    const match = /^(\s*)([^:;]{2,60}):\s*/.exec(line.slice(start, start + 80));
    const name = match?.[2] === undefined ? null : nameOf(match[2]);
    if (match === null || !own(name)) continue;
    const from = start + (match[1]?.length ?? 0);
    parts.push({
      name,
      from,
      label: from + (match[2]?.length ?? 0),
      text: start + match[0].length,
      to: line.length,
    });
  }
  const [first] = parts;
  if (first === undefined) return [];
  const before = line.slice(0, first.from).replace(/[;,|/\s]+$/, '');
  if (before.trim() !== '') {
    // A limit without a label before the others is the response.
    if (block !== 'sla') return [];
    const lead = before.length - before.trimStart().length;
    parts.unshift({ name: 'sla.response', from: lead, label: lead, text: lead, to: before.length });
  }
  return withEnds(line, parts);
}

function withEnds<P extends { from: number; to: number }>(line: string, parts: readonly P[]): readonly P[] {
  return parts.map((part, at) => {
    const next = parts[at + 1];
    if (next === undefined) return part;
    return { ...part, to: line.slice(0, next.from).replace(/[;,|/\s]+$/, '').length };
  });
}
