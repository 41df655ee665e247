import type { Lines } from '../lines.ts';
import type { Piece } from '../tree/draft-node.ts';
import type { BlockList } from './block-list.ts';
import { foundHead, isLifecycle, isParted } from './claim.ts';
import { type EntryHead, readHead } from './head.ts';
import type { IdsAhead } from './ids-ahead.ts';
import type { Above } from './sign-lines.ts';
import { rowCells, type TableHeader, tableHeader } from './stage-table.ts';
import type { Surroundings } from './surroundings.ts';

/** Rows of tables that are entries, and tables of stages without IDs. */
export class TableRows {
  /** First lines of tables outside every entry whose rows are stages, and whether a heading sets them aside. */
  readonly stageTables: { readonly line: number; readonly aside: boolean }[] = [];
  private readonly lines: Lines;
  private readonly around: Surroundings;
  private readonly ids: IdsAhead;
  private readonly entries: BlockList;
  /** First line of the table read at the moment, -1 outside tables. */
  private table = -1;
  /** The table stands on its own below a bare entry, so that its rows are entries. */
  private free = false;
  private header: TableHeader | null = null;

  constructor(lines: Lines, around: Surroundings, ids: IdsAhead, entries: BlockList) {
    this.lines = lines;
    this.around = around;
    this.ids = ids;
    this.entries = entries;
  }

  /** Another line than a row. */
  leave(): void {
    this.table = -1;
  }

  /**
   * Takes a line that begins with a bar.
   *
   * @param afterGap nothing stands straight above
   * @param lastInk the last line before it with ink
   */
  take(line: number, start: number, end: number, { afterGap, lastInk }: Above): void {
    const first = this.table < 0;
    if (first) {
      this.table = line;
      this.free =
        afterGap &&
        this.entries.open?.form === 'bare' &&
        !this.entries.open.fenced &&
        !this.around.labelAlone(lastInk);
    }
    if (first) this.header = this.hasRoom() ? tableHeader(this.lines, line) : null;
    if (first && this.header && this.header.stage >= 0 && this.header.fields >= 2 && this.header.id < 0)
      this.stageTables.push({ line, aside: this.entries.sections.aside });
    if (this.entries.sections.index || this.entries.inFence) return;
    if (this.ids.within(start, end) && this.takeStageRow(line)) return;
    const head = readHead(this.lines.text, rowCells(this.lines, line)[0]?.start ?? start, end);
    if (head && isLifecycle(head)) return;
    if (head?.delimiter !== 'pipe' || head.linked || head.judged.kind !== 'id') return;
    if (this.entries.open && this.entries.open.form !== 'line' && !this.entries.open.template && !this.free)
      return;
    const rest = this.lines.text.slice(head.idEnd + 1, end);
    if (!/[\p{L}]/u.test(rest.replace(/[A-Z]{2,5}(?:-[A-Z][A-Z0-9]*)?-[0-9]{3}/g, ''))) return;
    this.entries.close(this.table);
    const header =
      this.table !== line &&
      /^[\s|:-]*$/.test(
        this.lines.text.slice(this.lines.starts[this.table + 1], this.lines.ends[this.table + 1]),
      )
        ? this.table
        : -1;
    this.entries.begin(head, 'row', line, { level: 9, header });
    this.entries.close(line + 1);
  }

  /** No entry is open that a table would belong to; one of another kind may hold a table of stages. */
  private hasRoom(): boolean {
    const open = this.entries.open;
    if (!open || open.template || open.form === 'line' || this.free) return true;
    return !isLifecycle(open.head);
  }

  /** The ID of a cell: alone where a column is for IDs, else with the name of the stage behind or in front of it. */
  private headOf(cell: Piece, header: TableHeader): EntryHead | null {
    const found = foundHead(this.lines.text, cell.start, cell.end);
    if (!found || found.where === 'amid') return null;
    const { head } = found;
    const alone = head.titleStart >= head.titleEnd;
    if (alone) return head;
    return header.id < 0 &&
      header.stage >= 0 &&
      (isParted(head) ||
        found.where === 'behind' ||
        /^<br/i.test(this.lines.slice(head.idEnd, head.idEnd + 3)))
      ? head
      : null;
  }

  /** A row of a stage table: its ID column holds an ID, and its header names the fields of an entry. */
  private takeStageRow(line: number): boolean {
    const header = this.header;
    if (!header || header.fields < 2 || line < header.body) return false;
    const cells = rowCells(this.lines, line);
    const cell = cells[header.id >= 0 ? header.id : Math.max(0, header.stage)] ?? cells[0];
    const head = cell ? this.headOf(cell, header) : null;
    if (!head || !isLifecycle(head) || head.judged.kind === 'placeholder') return false;
    this.entries.close(this.entries.open ? line : this.table);
    this.entries.begin(head, 'row', line, { level: 9, header: this.table });
    this.entries.close(line + 1);
    return true;
  }
}
