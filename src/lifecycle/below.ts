/** What hangs below a label: its list, groups in that list, lines that nobody set a list mark before, and remarks. */

import { hasArrow } from '../language/arrow.ts';
import { eventsIn } from '../language/criterion.ts';
import { alertLevel } from '../language/tables/alert-levels.ts';
import { blockFields, listFields } from '../language/tables/fields.ts';
import { beginsNote, isRemark } from '../language/tables/notes.ts';
import type { Node, Text } from '../sot/entry.ts';
import { headed } from './across.ts';
import type { FieldName } from './model.ts';
import { rowLines } from './row-lines.ts';
import type { NameOfLabel } from './rows.ts';
import { cover, slice } from './span.ts';

/**
 * Lines with labels of the team's own straight below a label alone are its list, though nobody set list marks:
 * `**SLA:**`, `**Hot leads:** 1 business hour`, `**All others:** 1 business day`.
 */
export function adopted(
  nodes: readonly Node[],
  at: number,
  name: FieldName,
  named: NameOfLabel,
): readonly Node[] {
  const node = nodes[at] as Node;
  if (node.form !== 'field' || node.value !== null || node.children.length > 0) return [];
  if (name === 'from' || name === 'to') return sideBelow(nodes, at, name, named);
  if (!blockFields.has(name) && !listFields.has(name)) return [];
  const taken: Node[] = [];
  let last = node.span.endLine;
  for (const next of nodes.slice(at + 1)) {
    if (next.form !== 'field' || next.label === null || named(next.label.text, null) !== null) break;
    const limit = name === 'sla' && /\d/.test(next.value?.text ?? '');
    const level = name === 'thresholds' && alertLevel(next.label.text) !== null;
    if (next.span.line !== last + 1 && !limit && !level) break;
    taken.push(next);
    last = next.span.endLine;
  }
  return taken;
}

/** `From:`, `Stage: MQL`, `Owner: BDR` straight below each other, as editors leave what stood below a side. */
function sideBelow(
  nodes: readonly Node[],
  at: number,
  side: 'from' | 'to',
  named: NameOfLabel,
): readonly Node[] {
  const taken: Node[] = [];
  let last = (nodes[at] as Node).span.endLine;
  for (const next of nodes.slice(at + 1, at + 3)) {
    const name = next.label === null ? null : named(next.label.text, side);
    if (next.span.line !== last + 1 || next.form !== 'field' || !(name === 'stage' || name === 'owner'))
      break;
    taken.push(next);
    last = next.span.endLine;
  }
  return taken;
}

const toPlace = /^(?:to|back to|route to)\b/i;

/**
 * The items of a list: each with what hangs below it; those of a group ("Fit:", "Behaviour") one by one. A paragraph
 * beside a list is a note, unless it says where a lead goes.
 */
export function itemsBelow(name: FieldName, below: readonly Node[]): readonly Text[] {
  const list = below.some(({ form }) => form === 'item' || form === 'row' || form === 'field');
  const exits = name === 'progression' || name === 'disqualification' || name === 'exit';
  const lines = exits ? headed(below) : name === 'entry' ? headed(below, false) : below;
  return lines.flatMap((node, at) => {
    if (node.label !== null && node.form !== 'row' && beginsNote(node.label.text)) return [];
    if (node.form === 'text' && node.label === null && node.children.length === 0) {
      if (list ? !hasArrow(node.text.text) : isRemark(node.text.text, at > 0)) return [];
    }
    if (isGroup(name, node)) return itemsBelow(name, node.children);
    return rowLines(name, node) ?? [name === 'entry' ? withoutJoint(lineOf(node)) : lineOf(node)];
  });
}

/** "Form sent AND": an editor put the word between two items behind the first. */
function withoutJoint(text: Text): Text {
  const joint = /[\s,]+(?:AND|OR)$/.exec(text.text);
  return joint === null ? text : slice(text, 0, joint.index);
}

/** A line that only names what the lines below it have in common. */
function isGroup(name: FieldName, node: Node): boolean {
  if (node.children.length === 0 || !listFields.has(name) || node.form === 'row') return false;
  // "Fit", "Behaviour": one or two words above a list are its name, with or without a colon. An event above one line
  // ("Call held") is a criterion, of which the line says more.
  const short = node.label === null && /^[^\s\d]+(?: [^\s\d]+)?$/.test(node.text.text);
  if (name === 'entry' && short) return node.children.length > 1 || eventsIn(node.text.text).size === 0;
  if (hasArrow(node.text.text)) return false;
  if (name === 'signals' || name === 'routes') return !/\d/.test(node.value?.text ?? '');
  if (node.label === null || node.value !== null) return false;
  return name === 'entry' || (name === 'disqualification' && !toPlace.test(node.label.text));
}

/** A list item with everything that hangs below it, on one line. */
function lineOf(node: Node): Text {
  if (node.children.length === 0) return node.text;
  const parts = [node.text, ...node.children.map(lineOf)];
  const span = cover(node.text.span, parts.at(-1)?.span ?? node.text.span);
  // What hangs below a criterion says more of it, and none of it is a criterion of its own.
  if (
    node.form === 'item' &&
    node.label === null &&
    node.children.length > 1 &&
    /[\p{L}\p{N}")]$/u.test(node.text.text)
  ) {
    const more = parts.slice(1).map(({ text }) => text.replace(/[;.]$/, ''));
    return { text: `${node.text.text}: ${more.join('; ')}`, span };
  }
  if (node.label === null || node.value !== null || node.form === 'row')
    return { text: parts.map((part) => part.text).join(' '), span };
  const below = parts.slice(1).map(({ text }) => text.replace(/[;.]$/, ''));
  return { text: `${node.label.text}: ${below.join('; ')}`, span };
}
