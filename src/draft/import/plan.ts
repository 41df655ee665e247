/**
 * From somebody's tables to entries in Draft: what the tables say under the names they use, and a marked blank for
 * everything the template wants and no cell says. Nothing is made up.
 */

import { labelsOf } from '../../language/fields.ts';
import type { Model } from '../../lifecycle/model.ts';
import { StageNames } from '../../lifecycle/stage-names.ts';
import { parseId } from '../../sot/index.ts';
import type { Draft } from '../missing/draft.ts';
import { numbersOf } from '../missing/draft.ts';
import { orderCell, sidesOf } from './cells.ts';
import { type ColumnOf, columnsIn } from './columns.ts';
import { handoffDraft, type ImportedHandoff } from './handoff.ts';
import { type ImportRow, type Sorted, sorted } from './sort.ts';
import { type ImportedStage, stageDraft, waysAmong } from './stage.ts';
import { stageRows } from './stage-rows.ts';
import { type FoundTable, leftOutTable, proseAboutRejection, tablesIn } from './tables.ts';

export interface ImportPlan {
  readonly stages: readonly Draft[];
  readonly handoffs: readonly Draft[];
  /** Sentences about what was left alone, and why. */
  readonly notes: readonly string[];
  /** False where no table of the file could be placed. */
  readonly placed: boolean;
}

/** Plans the entries of one file beside those of a model; over its own result it plans nothing. */
export function planImport(model: Model, path: string, text: string): ImportPlan {
  const columnOf = columnsIn(labelsOf(model.config.fields));
  const tables = tablesIn(path, text).map((table) => sorted(table, columnOf));
  const made = new Plan(model, tables, columnOf).made();
  const prose = proseAboutRejection(path, text);
  return made.placed ? { ...made, notes: [...made.notes, ...prose] } : made;
}

type Of<Kind extends Sorted['kind']> = Extract<Sorted, { kind: Kind }>;

class Plan {
  readonly #model: Model;
  readonly #tables: readonly Sorted[];
  readonly #columnOf: ColumnOf;
  readonly #names: StageNames;
  readonly #notes: string[] = [];
  readonly #stages: ImportedStage[] = [];
  readonly #handoffs = new Map<string, ImportedHandoff>();

  constructor(model: Model, tables: readonly Sorted[], columnOf: ColumnOf) {
    this.#columnOf = columnOf;
    this.#model = model;
    // Where nothing else says which stages there are, their limits do.
    const told = model.living.stages.length > 0 || tables.some(({ kind }) => kind === 'stages');
    this.#tables = told
      ? tables
      : tables.map((one) => (one.kind === 'limits' && sayStages(one) ? { ...one, kind: 'stages' } : one));
    const rows = this.#of('stages').flatMap((one) => one.rows);
    this.#names = new StageNames(model.config, [
      ...model.stages.map(({ name }) => name),
      ...rows.map(({ cells }) => cells.stage ?? ''),
    ]);
  }

  made(): ImportPlan {
    for (const one of this.#of('stages')) this.#readStages(one);
    for (const one of this.#of('limits')) this.#readLimits(one);
    for (const one of this.#of('reasons')) this.#readReasons(one);
    for (const one of this.#of('payload')) this.#readPayload(one);
    const placed = this.#tables.some(({ kind }) => kind !== 'unplaced');
    for (const { table } of placed ? this.#of('unplaced') : [])
      if (table.header[0] !== 'Field') this.#notes.push(leftOutTable(table));
    const names = [...this.#stages, ...this.#model.living.stages].map(({ name }) => name);
    const ways = waysAmong(names, this.#names);
    const ids = numbersOf(this.#model, 'BR-MOPS');
    const first = Math.max(0, ...this.#model.living.stages.map(({ order }) => order ?? 0));
    const stages = this.#stages.map((stage, at) =>
      stageDraft(ids(), stage, stage.order ?? first + at + 1, this.#stages[at + 1]?.name ?? null, ways),
    );
    const handoffIds = numbersOf(this.#model, 'GTM-MOPS');
    const handoffs = [...this.#handoffs.values()].map((handoff) =>
      handoffDraft(handoffIds(), this.#owned(handoff)),
    );
    return { stages, handoffs, notes: this.#notes, placed };
  }

  #of<Kind extends Sorted['kind']>(kind: Kind): readonly Of<Kind>[] {
    return this.#tables.filter((one): one is Of<Kind> => one.kind === kind);
  }

  #readStages({ table, rows }: Of<'stages'>): void {
    const { stages, notes } = stageRows(table, rows, this.#columnOf);
    this.#notes.push(...notes);
    for (const { cells, own, segments } of stages) {
      const { stage: name } = cells;
      if (name === undefined) continue;
      const id = [name, ...own.map(([, cell]) => cell)].find((cell) => parseId(cell)?.subtype === 'MOPS');
      const there = this.#living(name);
      if (id !== undefined)
        this.#notes.push(`${name} has the ID ${id} already: its row is an entry and was left as it is.`);
      else if (there !== null) this.#notes.push(`${name} is ${there} already; that entry was left as it is.`);
      else if (this.#imported(name) !== null)
        this.#notes.push(`${name} stands in two rows; the first one was taken.`);
      else this.#stages.push({ ...cells, name, order: orderCell(cells.order), own, segments: [...segments] });
    }
  }

  #readLimits({ table, rows }: Of<'limits'>): void {
    for (const { cells } of rows) {
      if (cells.sla === undefined) continue;
      const sides = sidesOf(cells);
      const named = cells.stage ?? sides?.to ?? this.#stageIn(table.heading);
      if (sides !== null) this.#handoff(sides.from, sides.to, cells);
      if (named === null) {
        this.#notes.push(
          `Line ${table.line}: the limit "${cells.sla}" names no stage. Put the stage's name into the heading above the table, or a Stage column into it.`,
        );
        continue;
      }
      const stage = this.#imported(named);
      const there = this.#living(named);
      if (stage !== null) this.#limit(stage, cells);
      else if (there !== null)
        this.#notes.push(`The limit "${cells.sla}" of ${named}: ${there} was left as it is.`);
      else if (sides === null)
        this.#notes.push(`The limit "${cells.sla}" is for ${named}, which no entry and no table defines.`);
    }
  }

  #limit(stage: ImportedStage, cells: ImportRow['cells']): void {
    const { sla = '', segment, escalation } = cells;
    if (segment !== undefined && cells.stage === undefined)
      stage.segments.push(`${segment.replace(/[:;]/g, ',')}: ${sla}`);
    else if (stage.sla === undefined) stage.sla = sla;
    else if (stage.sla !== sla)
      this.#notes.push(`${stage.name} has two limits, "${stage.sla}" and "${sla}"; the first one was taken.`);
    if (escalation !== undefined) stage.escalation ??= escalation;
  }

  #readReasons({ table, rows }: Of<'reasons'>): void {
    for (const { cells } of rows) {
      const { reason, routing, back } = cells;
      if (reason === undefined) continue;
      const handoff = this.#handoffOf(cells, table);
      handoff?.reasons.push({ reason, routing: routing ?? null, back: back ?? null });
    }
  }

  #readPayload({ table, fields, own }: Of<'payload'>): void {
    const handoff = this.#handoffOf({}, table);
    if (handoff === null) return;
    handoff.payload = { ...fields, ...handoff.payload };
    handoff.ownPayload.push(...own);
  }

  /** The transition that a row, the line above or the heading names; else the only one of the document; else an open one. */
  #handoffOf(cells: ImportRow['cells'], { caption, heading }: FoundTable): ImportedHandoff | null {
    const own = sidesOf(cells);
    const sides =
      own !== null && this.#knows(own.from) && this.#knows(own.to)
        ? own
        : (this.#transitionIn(caption) ?? this.#transitionIn(heading));
    if (sides !== null) return this.#handoff(sides.from, sides.to, cells);
    const [only, second] = this.#handoffs.values();
    return only !== undefined && second === undefined ? only : this.#handoff(null, null, cells);
  }

  #handoff(from: string | null, to: string | null, cells: ImportRow['cells']): ImportedHandoff | null {
    const there =
      from === null || to === null
        ? undefined
        : this.#model.living.handoffs.find(
            (one) =>
              this.#same(one.from?.text ?? one.titleFrom?.text ?? '', from) &&
              this.#same(one.to?.text ?? one.titleTo?.text ?? '', to),
          );
    if (there !== undefined) {
      this.#notes.push(`${from} → ${to} is ${there.id} already; that entry was left as it is.`);
      return null;
    }
    const key = `${from === null ? '' : this.#names.canonical(from)} ${to === null ? '' : this.#names.canonical(to)}`;
    const known = this.#handoffs.get(key) ?? { from, to, payload: {}, ownPayload: [], reasons: [] };
    this.#handoffs.set(key, known);
    if (cells.sla !== undefined) known.sla ??= cells.sla;
    if (cells.trigger !== undefined) known.trigger ??= cells.trigger;
    return known;
  }

  /** Owners of both sides, from the stages of the document or of the repository. */
  #owned(handoff: ImportedHandoff): ImportedHandoff {
    const ownerOf = (name: string | null): string | undefined =>
      name === null
        ? undefined
        : (this.#imported(name)?.owner ??
          this.#model.living.stages.find((stage) => this.#same(stage.name, name))?.owner?.raw.text);
    // The stage says its limit; the same words in two places would have to be changed in both.
    const said = handoff.to !== null && this.#imported(handoff.to)?.sla === handoff.sla;
    return {
      ...handoff,
      fromOwner: ownerOf(handoff.from),
      toOwner: ownerOf(handoff.to),
      sla: said ? undefined : handoff.sla,
    };
  }

  /** The one stage that a heading names, as the document or the repository writes it. */
  #stageIn(heading: string): string | null {
    const [only, second] = this.#names.within(heading);
    return only === undefined || second !== undefined || only.kind !== 'stage' ? null : only.canonical;
  }

  /** The two known stages around the arrow of a line: `Handoff payload at MQL → SQL (BDR → AE):`. */
  #transitionIn(line: string): { from: string; to: string } | null {
    const sides = sidesOf({ transition: line.replace(/\([^()]*\)/g, ' ').replace(/[\s:.]+$/, '') });
    if (sides === null) return null;
    const [left, right] = [sides.from.split(/\s+/).slice(-4), sides.to.split(/\s+/).slice(0, 4)];
    const from = left.map((_, at) => left.slice(at).join(' ')).find((name) => this.#knows(name));
    const to = right
      .map((_, at) => right.slice(0, right.length - at).join(' '))
      .find((name) => this.#knows(name));
    return from === undefined || to === undefined ? null : { from, to };
  }

  #imported(name: string): ImportedStage | null {
    return this.#stages.find((stage) => this.#same(stage.name, name)) ?? null;
  }

  #living(name: string): string | null {
    return this.#model.living.stages.find((stage) => this.#same(stage.name, name))?.id ?? null;
  }

  #knows(name: string): boolean {
    return this.#imported(name) !== null || this.#living(name) !== null;
  }

  #same(one: string, other: string): boolean {
    return one !== '' && this.#names.canonical(one) === this.#names.canonical(other);
  }
}

/** Whether the rows of a limit table are stages, each once. */
function sayStages({ rows }: Of<'limits'>): boolean {
  const names = rows.map(({ cells }) => cells.stage ?? '');
  return (
    names.length > 1 &&
    !names.includes('') &&
    new Set(names).size === names.length &&
    !names.some((name) => sidesOf({ stage: name }) !== null)
  );
}
