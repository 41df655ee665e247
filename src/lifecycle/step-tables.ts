/** Tables of escalation steps: when, what happens and who in columns of their own, for all leads or by segment. */

import { actionOfHead, type StepColumn, stepColumnOf } from '../language/tables/step-columns.ts';
import type { Node, Text } from '../sot/entry.ts';
import { type HeadedCell, headedCells, isBlankCell, join } from './cells.ts';
import type { FieldName } from './model.ts';
import { cover } from './span.ts';
import { withTables } from './tables-among.ts';

/** The field of a sibling above a table, null for none. */
type NameOf = (node: Node) => FieldName | null;

/**
 * Siblings with their tables of steps read as an escalation: the one above that still waits for its words, or one of
 * their own. Outside an SLA a table is one of steps only straight behind a limit or an escalation.
 */
export function withSteps(nodes: readonly Node[], block: FieldName | null, nameOf: NameOf): readonly Node[] {
  if (block !== null && !block.startsWith('sla')) return nodes;
  return withTables(nodes, (table, read) => {
    const before = read.at(-1);
    const name = before === undefined ? null : nameOf(before);
    const behind = name?.startsWith('sla') || name?.startsWith('escalation') || false;
    const steps = block === null && !behind ? null : stepsOf(table, name?.startsWith('escalation') ?? false);
    const [first] = steps ?? [];
    if (steps === null || first === undefined) return null;
    if (
      before !== undefined &&
      name?.startsWith('escalation') &&
      before.value === null &&
      before.children.length === 0
    ) {
      read.pop();
      return [{ ...before, children: steps }];
    }
    const span = cover(first.span, steps.at(-1)?.span ?? first.span);
    const label: Text = { text: 'Escalation', span: first.span };
    return [{ form: 'field', text: label, label, value: null, children: steps, column: null, span }];
  });
}

/** What hangs below an escalation, its tables of steps read. */
export function stepsBelow(below: readonly Node[]): readonly Node[] {
  return withTables(below, (table) => stepsOf(table, true));
}

/** A table's rows as steps; null where its head does not say that they are. */
function stepsOf(table: readonly Node[], told: boolean): readonly Node[] | null {
  const [top] = table;
  if (top === undefined) return null;
  const narrow = top.column === null && top.children.length === 0 && top.label !== null && top.value !== null;
  const heads: readonly (Text | null)[] = narrow
    ? [top.label, top.value]
    : headedCells(top).map(({ head }) => head);
  const kinds = heads.map((head) => (head === null ? null : stepColumnOf(head.text)));
  const has = (kind: StepColumn) => kinds.includes(kind);
  const acting = has('action') || has('who');
  // "Source | Time | Escalation" gives limits by source: parted by leads, only what stands below an escalation is steps.
  const parted = kinds.includes(null) || has('segment');
  if (!acting || !(told ? kinds.length > 1 : has('time') && !parted)) return null;
  const rows = narrow ? table.slice(1) : table;
  // A head without rows tells no step, and is none itself.
  if (rows.length === 0) return told ? [] : null;
  const steps = rows.map((row) => stepOf(narrow ? narrowCells(heads, row) : headedCells(row)));
  if (steps.some((step) => step === null)) return null;
  // "Response | 4 business hours" behind a clock is no step: each has a time or says that it acts.
  if (!steps.every((step) => /\d/.test(step?.text ?? ''))) return null;
  return (steps as Text[]).map((text) => ({
    form: 'item',
    text,
    label: null,
    value: text,
    children: [],
    column: null,
    span: text.span,
  }));
}

function narrowCells(heads: readonly (Text | null)[], { label, value, text }: Node): readonly HeadedCell[] {
  return [
    { head: heads[0] ?? null, cell: label ?? text },
    { head: heads[1] ?? null, cell: value },
  ];
}

/** `Hot: At 30 minutes notify the manager`; null for a row of which nothing can be made. */
function stepOf(cells: readonly HeadedCell[]): Text | null {
  const filled = cells.flatMap(({ head, cell }) =>
    cell === null || head === null || isBlankCell(cell.text)
      ? []
      : [{ kind: stepColumnOf(head.text), head, cell }],
  );
  const of = (kind: StepColumn) => filled.filter((one) => one.kind === kind);
  const [segment] = of('segment');
  const [time] = of('time');
  const actions = of('action').map(({ cell }) => cell);
  const [who] = of('who');
  let said: Text | null = actions.reduce<Text | null>(
    (left, right) => (left === null ? right : join(withoutEnd(left), '; ', right)),
    null,
  );
  if (who !== undefined) said = withWho(said, who.cell, who.head.text);
  if (said === null) return null;
  if (time !== undefined) said = join(timeOf(time.cell), ' ', said);
  return segment === undefined ? said : join(segment.cell, ': ', said);
}

function withoutEnd(text: Text): Text {
  return { ...text, text: text.text.replace(/[;.]$/, '') };
}

/** Who is told or takes over: behind a bare verb its object, before a whole action the one who acts. */
function withWho(action: Text | null, who: Text, head: string): Text {
  if (action === null) {
    const verb = actionOfHead(head) ?? 'escalate to';
    return { text: `${verb} ${who.text}`, span: who.span };
  }
  const words = action.text.trim().split(/\s+/);
  if (words.length > 2 || (words.length === 2 && !/^(?:to|with|by)$/i.test(words[1] ?? '')))
    return join(who, ': ', action);
  const leads =
    words.length === 1 && /^(?:re)?(?:assign|route|hand|move|transfer|escalate)/i.test(action.text);
  return join(withoutEnd(action), leads ? ' to ' : ' ', who);
}

/** `30 minutes` → `At 30 minutes`; `> 4 h` and `+4 h` likewise. */
function timeOf(time: Text): Text {
  const bare = time.text.replace(/^(?:t\s?)?[+>≥]=?\s*(?=\d)/i, '');
  if (/^\d/.test(bare)) return { text: `${bare === time.text ? 'At' : 'After'} ${bare}`, span: time.span };
  return time;
}
