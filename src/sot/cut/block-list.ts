import { type EntryBlock, LineState } from './block.ts';
import type { EntryHead } from './head.ts';
import { Sections, type TitledSection } from './section.ts';

export interface OpenBlock extends EntryBlock {
  /** A heading of this level or above ends the entry. */
  level: number;
  template: boolean;
  /** A line "Type: Lifecycle-Stage" was seen. */
  typed: boolean;
  /** Column of a list entry's bullet; what is indented further belongs to it. -1 for other forms. */
  bullet: number;
}

/** `### BR-MOPS-009: Old [DEPRECATED]` is retired wherever it stands. */
const retired = /[[(~]deprecated[\])~]/i;

/** How an entry begins, its head and its line apart; lines are indices from 0. */
export interface Beginning {
  readonly level: number;
  readonly fenced?: boolean;
  readonly cited?: boolean;
  readonly header?: number;
  readonly bullet?: number;
  readonly idLine?: number;
  readonly rest?: number | null;
}

/** The entries of a file in their order, the one that is open, and the sections and the fence they stand in. */
export class BlockList {
  readonly blocks: EntryBlock[] = [];
  /** Lines of entries whose ID is a template's, both ends included. */
  readonly templates: (readonly [number, number])[] = [];
  readonly sections = new Sections();
  open: OpenBlock | null = null;
  private readonly text: string;
  private readonly sectionOf = new Map<EntryBlock, TitledSection | null>();
  private fence: { blocks: number; template: boolean } | null = null;

  constructor(text: string) {
    this.text = text;
  }

  /** How many entries have begun. */
  get count(): number {
    return this.blocks.length + (this.open ? 1 : 0);
  }

  get inFence(): boolean {
    return this.fence !== null;
  }

  begin(head: EntryHead, form: EntryBlock['form'], line: number, more: Beginning): void {
    const template = head.judged.kind === 'placeholder';
    if (template && this.fence) this.fence.template = true;
    if (template) this.sections.holdsTemplate();
    this.open = {
      head,
      form,
      line,
      idLine: more.idLine ?? line,
      typed: false,
      body: line + 1,
      titleLine: line,
      end: line + 1,
      fenced: more.fenced ?? false,
      cited: more.cited ?? false,
      rest: more.rest ?? null,
      section:
        retired.test(this.text.slice(head.titleStart, head.titleEnd)) || this.sections.deprecated
          ? 'deprecated'
          : null,
      header: more.header ?? -1,
      level: more.level,
      template,
      bullet: more.bullet ?? -1,
    };
  }

  close(line: number): void {
    const open = this.open;
    this.open = null;
    if (!open) return;
    open.end = line;
    if (open.template) this.templates.push([open.line, line - 1]);
    else {
      this.blocks.push(open);
      this.sectionOf.set(open, this.sections.titledTemplate);
    }
  }

  /** A fence mark, before or behind what stands in the fence; `next` is the state of the line below it. */
  takeMark(line: number, next: number | undefined): void {
    if (this.fence) {
      if (this.open?.fenced) this.close(line);
      if (this.fence.template) {
        for (let at = this.fence.blocks; at < this.blocks.length; at++) {
          const block = this.blocks[at] as EntryBlock;
          if (block.section === null) block.section = 'example';
        }
      }
      this.fence = null;
    } else if (next === LineState.fenced || next === LineState.yaml) {
      if (this.open?.form === 'line') this.close(line);
      this.fence = { blocks: this.blocks.length, template: false };
    }
  }

  /** A section whose title says template counts as one where it holds a template's ID; its title alone does not. */
  settleSections(): void {
    for (const block of this.blocks) {
      const titled = this.sectionOf.get(block);
      if (titled?.holdsTemplate && block.section === null) block.section = titled.meaning;
    }
  }

  /** The first heading below the front matter of an entry is its title, with or without the ID. */
  isTitle(line: number, head: EntryHead | null, level: number, start: number, end: number): boolean {
    const { open } = this;
    if (open === null || open.level > 0 || open.titleLine !== open.line) return false;
    if (head === null ? level > 1 : !this.sameId(head)) return false;
    open.titleLine = line;
    open.head = {
      ...open.head,
      titleStart: head?.titleStart ?? start,
      titleEnd: head?.titleEnd ?? end,
    };
    return true;
  }

  /** Whether an ID is that of the entry that is open. */
  sameId(head: EntryHead): boolean {
    const open = this.open?.head;
    if (head.judged.kind === 'malformed') return head.token === open?.token;
    const own = open?.judged;
    return head.judged.kind === 'id' && own?.kind === 'id' && own.parsed.id === head.judged.parsed.id;
  }
}
