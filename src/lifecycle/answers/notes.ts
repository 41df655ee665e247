import { promisesIn, speaksOfAnswers } from '../../language/measuring.ts';
import { readSla, workingDayMinutes } from '../../sla/index.ts';
import type { SlaDuration } from '../../sla/meaning.ts';
import { minutesIn } from '../../sla/units.ts';
import type { Node, Text } from '../../sot/entry.ts';
import type { Model, Stage } from '../model.ts';
import { slice } from '../span.ts';
import type { Disagreement } from './answer.ts';

/** What was, is measured or is wished for: no promise of now. */
const noPromise =
  /\b(?:median|average|mean|usually|typically|often|most|target|goal|aim|used to|was|were|had|until|previously|formerly|before|old|soon|from \d{4}|if|unless|except|otherwise|competitors?|leads? (?:answer|reply|respond)\w*|%)|%/i;

/** A limit that a remark inside a stage's entry promises, and its SLA does not: "BDRs answer within 4 business hours". */
export function* notesThatDiffer(model: Model): Generator<Disagreement> {
  for (const stage of model.living.stages) {
    const [clock, another] = stage.clocks;
    if (clock === undefined || another !== undefined || !clock.sla.reading.ok) continue;
    const { meaning } = clock.sla.reading;
    if (meaning.kind !== 'duration') continue;
    for (const note of notesOf(stage)) {
      const named = promiseIn(note);
      if (
        named === null ||
        lengths(model, named.meaning).some((one) => lengths(model, meaning).includes(one))
      )
        continue;
      yield {
        question: `How fast is a lead in ${stage.name} answered?`,
        here: { entry: stage.entry, field: 'sla', text: named.text, says: named.text.text },
        there: { entry: stage.entry, field: 'sla', text: clock.sla.raw, says: clock.sla.raw.text },
        key: 'within limit',
        way: 'or leave the time to the SLA.',
      };
    }
  }
}

/** Remarks of a stage's entry: plain text that belongs to no field. */
function notesOf({ entry, fields }: Stage): readonly Text[] {
  const own = [...fields.values()].map(({ span }) => span);
  const inField = ({ span }: Node) => own.some(({ start, end }) => span.start >= start && span.end <= end);
  return entry.nodes
    .filter((node) => node.form === 'text' && node.label === null && !inField(node))
    .map(({ text }) => text);
}

function promiseIn(note: Text): { readonly text: Text; readonly meaning: SlaDuration } | null {
  if (!speaksOfAnswers(note.text) || noPromise.test(note.text)) return null;
  const [place, another] = promisesIn(note.text, false);
  if (place === undefined || another !== undefined) return null;
  const text = slice(note, place.from, place.to);
  const reading = readSla(text.text.replaceAll('-', ' '));
  return reading.ok && reading.meaning.kind === 'duration' ? { text, meaning: reading.meaning } : null;
}

/** Minutes with their clock; both clocks where none is stated. */
function lengths(model: Model, { amount, unit, calendar }: SlaDuration): readonly string[] {
  const business = `business ${amount * (unit === 'day' ? workingDayMinutes(model.calendar) : minutesIn[unit])}`;
  const wall = `wall ${amount * minutesIn[unit]}`;
  if (calendar === 'business') return [business];
  return calendar === 'wall' ? [wall] : [business, wall];
}
