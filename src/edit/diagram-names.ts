/** A name in the text of a Mermaid diagram: a label may be any words, the key of a node only letters and digits. */

import type { Stretch } from './mentions.ts';

/** What to write in place of a stretch of the text; an empty stretch is an insertion. */
export interface RenamedStretch extends Stretch {
  readonly text: string;
}

const keyWord = /^[\p{L}\p{N}_]+$/u;
const arrow = /(?:-->|---+|--[xo]|-\.+->?|==+>?|~~~|<-+>?|&|;|\||:::)\s*$/;
const statement = /^\s*(?:class|style|click|linkStyle|end|direction|state|note (?:left|right) of)\b/;

/**
 * Renames in a diagram. In flow charts and state diagrams a node may be called by its key alone (`SQL --> Customer`):
 * a new name with blanks cannot be a key, so the key stays and gets the name as its label.
 *
 * @param text the diagram, from its first line on
 * @param places where the old name stands in it, ascending
 */
export function renamedInDiagram(
  text: string,
  places: readonly Stretch[],
  name: string,
): readonly RenamedStretch[] {
  const kind = /^\s*(?:---[\s\S]{0,2000}?\n\s*---\s*)?(?:%%[^\n]*\s+)*(\w+)/.exec(text)?.[1] ?? '';
  const keyed = /^(?:flowchart|graph|stateDiagram)/.test(kind);
  const isFlow = keyed && kind !== 'stateDiagram';
  const bare = places.filter((place) => keyed && !keyWord.test(name) && isKey(text, place));
  const inLabels = places.filter((place) => !bare.includes(place));
  const labels =
    isFlow && signs.test(name)
      ? quotedLabels(text, inLabels, name)
      : inLabels.map((place) => ({ ...place, text: name }));
  const first = bare.find((place) => !statement.test(lineOf(text, place.from).text));
  if (first === undefined) return labels;
  const key = text.slice(first.from, first.to);
  if (bare.some((place) => isTold(text, place))) return labels;
  if (isFlow) return [...labels, { from: first.from, to: first.to, text: `${key}["${quoted(name)}"]` }];
  const { start, text: line } = lineOf(text, first.from);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  return [...labels, { from: start, to: start, text: `${indent}${key} : ${name}${end}` }];
}

function lineOf(text: string, at: number): { readonly start: number; readonly text: string } {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return { start, text: /[^\r\n]*/.exec(text.slice(start, start + 2000))?.[0] ?? '' };
}

/** Whether a name stands where a node is meant by its key, not inside a label. */
function isKey(text: string, { from, to }: Stretch): boolean {
  const { start, text: line } = lineOf(text, from);
  const before = line.slice(0, from - start);
  const after = line.slice(to - start);
  if (isQuoted(text, from)) return false;
  if (/[[({][^\])}]*$/.test(before)) return false;
  if ((before.match(/(?<!\|)\|(?!\|)/g) ?? []).length % 2 === 1) return false;
  const led = before.trim() === '' || statement.test(before) || arrow.test(before) || /\]\s*$/.test(before);
  return led && /^(?:\s*(?:$|[[({>&;]|-|=|~|<|:)|\s)/.test(after);
}

/** Whether a key gets its label there: in brackets, behind `as`, or before a colon at the margin (elsewhere that is an arrow's). */
function isTold(text: string, { from, to }: Stretch): boolean {
  const { start, text: line } = lineOf(text, from);
  const [before, after] = [line.slice(0, from - start), line.slice(to - start)];
  return (
    /^\s*[[({>]/.test(after) || /\sas\s*$/.test(before) || (before.trim() === '' && /^\s*:[^:]/.test(after))
  );
}

/** Signs that a flow chart reads as marks where its label has no quotes. */
const signs = /[(){}"]/;
const labelStart = /(?:[[({|]|(?:--|==|-\.|\bsubgraph)\s)\s*([^[\](){}|]*)$/;
const labelEnd = /^[^[\](){}|]*?(?=\s*(?:[\])}|]|--|==|\.-|$))/;

/** Labels in which the new name's signs would be read as marks, in quotes; several places of one label at once. */
function quotedLabels(text: string, places: readonly Stretch[], name: string): readonly RenamedStretch[] {
  const found: RenamedStretch[] = [];
  const labels = new Map<number, Stretch & { readonly inside: Stretch[] }>();
  for (const place of places) {
    const label = isQuoted(text, place.from) ? null : labelAround(text, place);
    if (label === null) {
      found.push({ ...place, text: isQuoted(text, place.from) ? quoted(name) : name });
      continue;
    }
    const known = labels.get(label.from) ?? { ...label, inside: [] };
    labels.set(label.from, known);
    known.inside.push(place);
  }
  for (const { from, to, inside } of labels.values()) {
    const words = inside.reduceRight(
      (so, place) => so.slice(0, place.from - from) + quoted(name) + so.slice(place.to - from),
      text.slice(from, to),
    );
    found.push({ from, to, text: `"${words}"` });
  }
  return found;
}

/** The label that a place stands in; null where none begins before it. */
function labelAround(text: string, place: Stretch): Stretch | null {
  const { start, text: line } = lineOf(text, place.from);
  const before = labelStart.exec(line.slice(0, place.from - start))?.[1];
  if (before === undefined) return null;
  const after = labelEnd.exec(line.slice(place.to - start))?.[0] ?? '';
  return { from: place.from - before.length, to: place.to + after.length };
}

/** Whether a place stands between quotes of its line. */
function isQuoted(text: string, at: number): boolean {
  const { start, text: line } = lineOf(text, at);
  return (line.slice(0, at - start).match(/"/g) ?? []).length % 2 === 1;
}

function quoted(name: string): string {
  return name.replaceAll('"', '#quot;');
}
