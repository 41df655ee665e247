/** Tables outside every entry that tell the stages again: owners, limits and stages that the entries do not have so. */

import { labelsOf } from '../../language/fields.ts';
import { columnOf } from '../../language/tables/columns.ts';
import { readSla } from '../../sla/index.ts';
import type { StageTable, StageTableRow, Text } from '../../sot/entry.ts';
import { compareLimits, limitOf } from '../limits.ts';
import type { Model, Stage } from '../model.ts';
import { sameSeat } from '../roles.ts';
import { stageNamed } from '../stage-named.ts';

/** One cell that says something else than the lifecycle. */
export interface TableDifference {
  readonly table: StageTable;
  /** The cell. */
  readonly here: Text;
  /** The stage it speaks of, null for one that no entry has. */
  readonly stage: Stage | null;
  readonly asks: 'owner' | 'limit' | 'stage';
  /** What the entry says, null where there is none. */
  readonly there: Text | null;
}

/** Tables in which at least two rows are stages of the lifecycle; what they leave open is no difference. */
export function* tablesThatDiffer(model: Model): Generator<TableDifference> {
  for (const { stageTables } of model.repository.files) {
    for (const table of stageTables) {
      if (table.aside) continue;
      const rows = table.rows.map((row) => ({ row, stage: stageIn(model, row) }));
      if (rows.filter(({ stage }) => stage !== null).length < 2) continue;
      for (const { row, stage } of rows)
        yield* stage === null ? unknownStage(model, table, row) : cellsThatDiffer(model, table, row, stage);
    }
  }
}

/** The stage that a row's first cell names or cites. */
function stageIn(model: Model, { stage }: StageTableRow): Stage | null {
  return stageNamed(model, /\bBR-MOPS-\d{3}\b/.exec(stage.text)?.[0] ?? stage.text);
}

/** A usual stage, or a row with an owner that is a role, of which the entries know nothing. */
function* unknownStage(model: Model, table: StageTable, row: StageTableRow): Generator<TableDifference> {
  const hit = model.stageNames.exact(row.stage.text);
  if (hit?.kind === 'sink' || model.stageNames.sink(row.stage.text) !== null) return;
  const owned = row.cells.some(
    ({ head, text }) => isOwner(model, head) && model.roles.find(text.text) !== null,
  );
  // A stage that is retired, or meant for later, is no news.
  const known = model.stages.some(({ name, canonical }) =>
    [name, canonical].some((one) => one === row.stage.text || one === hit?.canonical),
  );
  if (!known && (hit !== null || owned))
    yield { table, here: row.stage, stage: null, asks: 'stage', there: null };
}

function* cellsThatDiffer(
  model: Model,
  table: StageTable,
  { cells }: StageTableRow,
  stage: Stage,
): Generator<TableDifference> {
  for (const { head, text } of cells) {
    if (isOwner(model, head) && stage.owner !== null) {
      const said = model.roles.owner(text);
      // "Marketing" is short for its automation in an overview.
      const both = [said, stage.owner].every(({ kind, automated }) => kind === 'role' && !automated);
      if (both && !sameSeat(said, stage.owner))
        yield { table, here: text, stage, asks: 'owner', there: stage.owner.raw };
    }
    const limit = isLimit(model, head) ? limitOf(stage.sla) : null;
    const said = limit === null ? null : readSla(text.text);
    if (limit === null || stage.sla === null || !said?.ok) continue;
    const compared = compareLimits(model, said.meaning, limit);
    if (compared !== null && compared !== 0)
      yield { table, here: text, stage, asks: 'limit', there: stage.sla.raw };
  }
}

function isOwner(model: Model, head: string): boolean {
  return columnOf(head) === 'owner' || labelsOf(model.config.fields).named('stage', head, null) === 'owner';
}

function isLimit(model: Model, head: string): boolean {
  const name = labelsOf(model.config.fields).named('stage', head, null);
  return (
    name === 'sla' ||
    name === 'sla.response' ||
    (name === null && /^(?:limit|respond (?:in|with)in|how fast)$/i.test(head.trim()))
  );
}
