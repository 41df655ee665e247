/** Exits that stand in tables: the place, the reason and the way back in columns of their own. */

import { hasArrow } from '../language/arrow.ts';
import { placesPointedAt } from '../language/pointing.ts';
import { type ExitColumn, exitColumnOf } from '../language/tables/columns.ts';
import type { Node, Text } from '../sot/entry.ts';
import { type HeadedCell, headedCells, isBlankCell, join } from './cells.ts';
import type { FieldName } from './model.ts';

/**
 * An exit as a row says it: the place and what leads there in columns of their own, in any order. Of two cells without
 * heads the second is the place where it can be none of anything else ("Too small | Bermuda"). Null for other rows.
 */
export function wayLine(
  name: 'progression' | 'disqualification' | 'exit',
  cells: readonly HeadedCell[],
): readonly Text[] | null {
  const filled = cells.flatMap(({ head, cell }) =>
    cell === null || isBlankCell(cell.text)
      ? []
      : [{ kind: exitColumnOf(head?.text ?? ''), head: head?.text, cell }],
  );
  const of = (kind: ExitColumn) => filled.find((one) => one.kind === kind)?.cell;
  // "Outcome | Next stage": the nearer head has the place, the other says what came out.
  const nearer = filled.find(
    ({ kind, head }) => kind === 'place' && !/^(?:outcome|status|result)$/i.test(head ?? ''),
  )?.cell;
  const [place, back, who, code] = [nearer ?? of('place'), of('back'), of('who'), of('code')];
  const told = filled.filter(({ kind, cell }) => kind !== 'note' && ![place, back, who, code].includes(cell));
  const [first, ...more] = told.map(({ cell }) => cell);
  if (first === undefined) return null;
  if (place === undefined) {
    const [second] = more;
    const bare = name === 'disqualification' && cells.length === 2 && second !== undefined;
    if (bare && hasArrow(second.text)) return [join(first, ': ', second)];
    if (!bare || hasArrow(first.text) || placesPointedAt(`→ ${second.text}`).length === 0) return null;
    return [join(first, ' → ', second)];
  }
  const said = more.reduce((left, right) => join(left, '; ', right), first);
  const by = who === undefined ? said : join(said, ' – ', who);
  const what = code === undefined ? by : join(code, ': ', by);
  if (name === 'progression') return [join(place, ': ', what)];
  const way = join(what, ' → ', place);
  if (back === undefined) return [way];
  return [join(way, /^(?:after|when|once|if|in)\b/i.test(back.text) ? ' ' : ', ', back)];
}

/** Exits of a row whose first cell says of which kind they are: `| Progression | contract signed | Customer |`. */
export function kindRow(name: FieldName | null, row: Node): readonly Text[] | null {
  if (row.form !== 'row' || row.column === null) return null;
  return name === 'progression' || name === 'disqualification'
    ? wayLine(name, headedCells(row).slice(1))
    : null;
}
