import { rangesOf, type SizeRange } from '../../language/sizes.ts';
import type { Node, Text } from '../../sot/entry.ts';
import type { FieldName, LifecycleRecord, Model } from '../model.ts';
import type { Disagreement } from './answer.ts';

/**
 * A size of company that stands beside the persona it is taken from ("50 to 500 people (matches PER-001)") and does not
 * lie within the persona's own. One apart is a slip at the bound, and told as such.
 */
export function* sizesCitedWrongly(model: Model): Generator<Disagreement> {
  const personas = new Map(
    model.living.personas
      .filter(({ personaType }) => personaType !== 'negative')
      .map((persona) => [persona.id, persona] as const),
  );
  for (const { record, field, text } of textsOf(model)) {
    const ids = [...new Set(text.text.match(/\bPER-\d{3}\b/g) ?? [])];
    const [range, more] = rangesOf(text.text);
    const persona = ids.length === 1 ? personas.get(ids[0] ?? '') : undefined;
    if (persona === undefined || range === undefined || more !== undefined) continue;
    const sizes = [persona.entry.title, ...linesOf(persona.entry.nodes)].flatMap((line) =>
      rangesOf(line.text).map((size) => ({ line, size })),
    );
    const [own, another] = sizes.filter(({ size }) => size.noun === range.noun);
    if (own === undefined || another !== undefined || within(range, own.size)) continue;
    if (Math.abs(range.min - own.size.min) <= 1 && Math.abs(range.max - own.size.max) <= 1) continue;
    yield {
      question: `How many ${range.noun} has a company of ${persona.id}?`,
      here: { entry: record.entry, field, text, says: words(range) },
      there: { entry: persona.entry, field: 'segment-type', text: own.line, says: words(own.size) },
      key: `cited ${persona.id} ${field}`,
      way: 'or take the persona out here.',
    };
  }
}

function* textsOf(model: Model): Generator<{ record: LifecycleRecord; field: FieldName; text: Text }> {
  for (const record of model.living.stages)
    for (const text of record.entryCriteria) yield { record, field: 'entry', text };
  for (const record of model.living.scorings)
    for (const { raw } of record.signals) yield { record, field: 'signals', text: raw };
  for (const record of model.living.handoffs) {
    const text = record.payload.bestFitSignals?.value;
    if (text) yield { record, field: 'payload.bestFitSignals', text };
  }
}

function within(one: SizeRange, other: SizeRange): boolean {
  return one.min >= other.min && one.max <= other.max;
}

function words({ min, max, noun }: SizeRange): string {
  if (max === Number.POSITIVE_INFINITY) return `${min} ${noun} or more`;
  return min === 0 ? `up to ${max} ${noun}` : `${min} to ${max} ${noun}`;
}

function linesOf(nodes: readonly Node[]): readonly Text[] {
  return nodes.flatMap((node) => [node.text, ...linesOf(node.children)]);
}
