import type { Node } from '../sot/entry.ts';

/**
 * Siblings with each table among them as it is read: rows that stand below each other.
 *
 * @param readTable what a table says, null where it stays as it is; `read` are the siblings above, of which it may take the last
 */
export function withTables(
  nodes: readonly Node[],
  readTable: (table: readonly Node[], read: Node[]) => readonly Node[] | null,
): readonly Node[] {
  const read: Node[] = [];
  for (let at = 0; at < nodes.length; ) {
    const table = tableAt(nodes, at);
    if (table.length === 0) read.push(nodes[at] as Node);
    else read.push(...(readTable(table, read) ?? table));
    at += Math.max(1, table.length);
  }
  return read;
}

/** The rows that stand below each other from a place on; empty where there is none. */
function tableAt(nodes: readonly Node[], from: number): readonly Node[] {
  let to = from;
  while (
    nodes[to]?.form === 'row' &&
    (to === from || (nodes[to]?.span.line ?? 0) <= (nodes[to - 1]?.span.endLine ?? 0) + 2)
  )
    to += 1;
  return nodes.slice(from, to);
}
