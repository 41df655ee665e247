import { sizeKind } from '../../language/sizes.ts';
import type { Entry, Node, Text } from '../../sot/entry.ts';
import type { FieldName, Model } from '../model.ts';
import type { Disagreement } from './answer.ts';

/** A range of one kind of thing, both ends included. */
interface Bounds {
  readonly entry: Entry;
  readonly field: FieldName;
  readonly text: Text;
  readonly min: number;
  readonly max: number;
  readonly noun: string;
}

const range = /(?<![\w.,-])(\d[\d,.]*)\s*(?:–|—|-|to|bis)\s*(\d[\d,.]*)\s*([\p{L}]{3,})?/giu;

/**
 * Bounds of one fit that miss each other by one: "50–500 employees" of a persona or a score beside a route that ends
 * at 499. Ranges that are further apart are different ranges, not a slip.
 */
export function* boundsThatDiffer(model: Model): Generator<Disagreement> {
  const fits = [...personaBounds(model), ...scoreBounds(model)];
  const routes = routeBounds(model);
  const criteria = criterionBounds(model);
  for (const fit of fits) {
    const others = [
      ...routes,
      ...fits.slice(0, fits.indexOf(fit)).filter(({ entry }) => entry !== fit.entry),
    ];
    const other = oneApart(fit, others) ?? oneApart(fit, criteria);
    if (other === undefined) continue;
    yield {
      question: `Is a company of ${Math.max(fit.max, other.max)} ${fit.noun} within the fit?`,
      here: { entry: other.entry, field: other.field, text: other.text, says: `up to ${other.max}` },
      there: { entry: fit.entry, field: fit.field, text: fit.text, says: `up to ${fit.max}` },
      key: `bound ${fit.noun} ${fit.entry.id}`,
      way: 'so that one company is not in and out at once.',
    };
  }
}

/** The first of them that misses a bound by one; none where another one meets it. */
function oneApart(fit: Bounds, others: readonly Bounds[]): Bounds | undefined {
  if (others.some(({ noun, max }) => noun === fit.noun && max === fit.max)) return undefined;
  return others.find(({ noun, max }) => noun === fit.noun && Math.abs(max - fit.max) === 1 && max >= fit.min);
}

/** What stages ask of a company's size when it comes in. */
function criterionBounds(model: Model): readonly Bounds[] {
  return model.living.stages.flatMap(({ entry, entryCriteria }) =>
    entryCriteria.flatMap((text) => boundsIn(text, entry, 'entry', '')),
  );
}

function personaBounds(model: Model): readonly Bounds[] {
  return model.living.personas
    .filter(({ personaType }) => personaType !== 'negative')
    .flatMap(({ entry }) => leaves(entry.nodes).flatMap((text) => boundsIn(text, entry, 'segment-type', '')));
}

function scoreBounds(model: Model): readonly Bounds[] {
  return model.living.scorings.flatMap(({ entry, signals }) =>
    signals.flatMap(({ raw }) => boundsIn(raw, entry, 'signals', '')),
  );
}

function routeBounds(model: Model): readonly Bounds[] {
  return model.living.routings.flatMap(({ entry, routes, dimension }) => {
    const words = dimension?.text.match(/\p{L}{3,}/gu) ?? [];
    const noun = words.map(nounOf).find(isSize) ?? '';
    return routes.flatMap((route): readonly Bounds[] => {
      if (route.range === null) return [];
      const said = boundsIn(route.raw, entry, 'routes', noun)[0];
      const { min, max } = route.range;
      return said === undefined ? [] : [{ ...said, min, max }];
    });
  });
}

function boundsIn(text: Text, entry: Entry, field: FieldName, usual: string): readonly Bounds[] {
  return [...text.text.matchAll(range)].flatMap(([, from = '', to = '', word = '']) => {
    const [min, max] = [numberOf(from), numberOf(to)];
    const told = nounOf(word);
    const noun = isSize(told) || usual === '' ? told : usual;
    return noun === '' || !(min < max) ? [] : [{ entry, field, text, min, max, noun }];
  });
}

/** Different words for one size are one noun. */
function nounOf(word: string): string {
  const kind = sizeKind(word);
  return kind === 'people' || kind === 'seats' ? kind : word.toLowerCase();
}

function isSize(noun: string): boolean {
  return noun === 'people' || noun === 'seats';
}

function numberOf(text: string): number {
  return Number(text.replace(/[.,](?=\d{3}(?:\D|$))/g, '').replace(/[.,]$/, ''));
}

function leaves(nodes: readonly Node[]): readonly Text[] {
  return nodes.flatMap((node) => [node.text, ...leaves(node.children)]);
}
