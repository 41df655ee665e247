/** Labels of exits that say where their lines lead: `Disqualification → Nurture:`, `Exit criteria (progression) to SQL:`. */

import { arrowPattern, hasArrow } from '../language/arrow.ts';
import { opensWay } from '../language/way.ts';
import type { Node, Text } from '../sot/entry.ts';
import { join } from './cells.ts';
import { splitText } from './field-values.ts';
import type { FieldName } from './model.ts';
import { slice } from './span.ts';

const way = new RegExp(
  `\\s*(?:\\(\\s*)?(?:${arrowPattern}|(?<=[()\\s])(?:to|back to)\\s(?!be\\b))\\s*(?=\\S)`,
  'u',
);

/** A node under such a label as one whose label is the field's name alone and whose lines say the place themselves. */
export function withWay(node: Node, named: (label: string) => FieldName | null): Node {
  const { label } = node;
  if (label === null || node.form === 'row') return node;
  const found = way.exec(label.text);
  if (found === null || found.index === 0) return node;
  const name = named(label.text.slice(0, found.index));
  if (name !== 'progression' && name !== 'disqualification' && name !== 'exit') return node;
  const closing = /\s*\)?\s*$/.exec(label.text)?.index ?? label.text.length;
  const from = found.index + found[0].length;
  const to = found[0].includes('(') ? closing : label.text.length;
  const place = slice(label, from, to);
  const pointed = slice(label, from - found[0].replace(/^[\s(]+/, '').length, to);
  const lead = (text: Text): Text =>
    hasArrow(text.text) || opensWay(text.text)
      ? text
      : name === 'progression'
        ? join(pointed, ': ', text)
        : join(text, ' → ', place);
  const own = node.value === null ? [] : splitText(node.value).map((text) => lineNode(lead(text), node));
  return {
    ...node,
    label: slice(label, 0, found.index),
    value: null,
    children: [...own, ...node.children.map((child) => childWith(child, lead))],
  };
}

function childWith(child: Node, lead: (text: Text) => Text): Node {
  if (child.form === 'row' || child.children.length > 0) return child;
  const text = lead(child.text);
  return text === child.text ? child : lineNode(text, child);
}

function lineNode(text: Text, { span }: Node): Node {
  return { form: 'item', text, label: null, value: text, children: [], column: null, span };
}
