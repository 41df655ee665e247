import { type Document, isMap, isNode, isPair, isScalar } from 'yaml';

/** Keys and list positions from the top of a YAML document. */
export type Path = readonly (string | number)[];

/** Offset of the value at a path, or of the nearest thing above it that is there. */
export function valueOffset(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range && !(isScalar(node) && node.range[0] === node.range[2]))
      return node.range[0];
    const key = keyOffset(document, path.slice(0, length));
    if (key > 0) return key;
  }
  return isNode(document.contents) ? (document.contents.range?.[0] ?? 0) : 0;
}

/** Offset of the key at a path; 0 when there is none (an item of a list). */
export function keyOffset(document: Document, path: Path): number {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return 0;
  const pair = parent.items.find(
    (item) => isPair(item) && String(isScalar(item.key) ? item.key.value : item.key) === String(path.at(-1)),
  );
  return isNode(pair?.key) ? (pair.key.range?.[0] ?? 0) : 0;
}

/** Deepest nesting of flow brackets or of indentation, told without a parser, whose recursion it guards. */
export function nesting(text: string): number {
  let depth = 0;
  let most = 0;
  for (const character of text) {
    if (character === '[' || character === '{') most = Math.max(most, ++depth);
    else if (character === ']' || character === '}') depth = Math.max(depth - 1, 0);
  }
  const indents: number[] = [];
  for (const line of text.split('\n')) {
    const marks = line.match(/^[ ]*(?:[-?] *)*/)?.[0] ?? '';
    most = Math.max(most, (marks.match(/[-?]/g) ?? []).length);
    const indent = marks.length;
    if (indent === line.length) continue;
    while ((indents.at(-1) ?? -1) >= indent) indents.pop();
    indents.push(indent);
    most = Math.max(most, indents.length);
  }
  return most;
}
