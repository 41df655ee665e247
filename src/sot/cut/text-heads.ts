import type { FieldWords } from '../../language/fields.ts';
import { splitLabel } from '../label.ts';
import type { Lines } from '../lines.ts';
import { type EntryBlock, LineState } from './block.ts';
import type { BlockList } from './block-list.ts';
import { bodyLine } from './body-line.ts';
import {
  bareForm,
  behindForm,
  bulletBehindForm,
  bulletForm,
  headOn,
  isLifecycle,
  isParted,
  type Standpoint,
} from './claim.ts';
import type { FrontMatter } from './front-matter.ts';
import { readHead } from './head.ts';
import type { IdsAhead } from './ids-ahead.ts';
import { bulletWidth, bulletWords, headingShape } from './line-shape.ts';
import { mergedTitle } from './merged-title.ts';
import type { OwnFields } from './own-fields.ts';
import { idField } from './own-heading.ts';
import type { Above, SignLines } from './sign-lines.ts';
import type { Surroundings } from './surroundings.ts';

/** What tells heads of entries from other lines, shared by those who look at a file. */
interface Around {
  readonly lines: Lines;
  readonly words: FieldWords;
  readonly around: Surroundings;
  readonly ids: IdsAhead;
  readonly entries: BlockList;
  readonly own: OwnFields;
  readonly signs: SignLines;
}

/** Heads of entries that are no headings: in front matter, on lines of text, in quotations, in items of lists. */
export class TextHeads {
  private readonly text: string;
  private readonly lines: Lines;
  private readonly words: FieldWords;
  private readonly around: Surroundings;
  private readonly ids: IdsAhead;
  private readonly entries: BlockList;
  private readonly own: OwnFields;
  private readonly signs: SignLines;

  constructor({ lines, words, around, ids, entries, own, signs }: Around) {
    this.text = lines.text;
    this.lines = lines;
    this.words = words;
    this.around = around;
    this.ids = ids;
    this.entries = entries;
    this.own = own;
    this.signs = signs;
  }

  /** A file whose front matter names its entry is that entry: no heading ends it but another entry's. */
  takeMatter({ first, idLine }: FrontMatter): void {
    const start = this.lines.starts[idLine] as number;
    const id = /(?:BR|GTM)-MOPS-\d{3}/i.exec(this.lines.slice(start, this.lines.lastInk(idLine, start)));
    const at = start + (id?.index ?? 0);
    const head = readHead(this.text, at, at + (id?.[0].length ?? 0));
    if (head === null) return;
    const above = this.lines.starts[first] as number;
    const untitled = { ...head, titleStart: above, titleEnd: above };
    this.entries.begin(untitled, 'bare', first, { level: 0, idLine });
  }

  /** A line of words, which may head an entry, be a bullet, or underline the words above it. */
  takeText(line: number, start: number, end: number, state: number, above: Above): void {
    const code = this.text.charCodeAt(start);
    if (
      code === 61 &&
      above.lastInk === line - 1 &&
      !above.afterGap &&
      /^=+$/.test(this.text.slice(start, end))
    ) {
      this.signs.takeHighest(line, state, above);
      return;
    }
    const width = bulletWidth(this.text, start, end);
    // `1. BR-MOPS-001: MQL` over `-----` is a numbered heading, and no item of a list.
    const numbered = width > 0 && /[0-9]/.test(this.text.charAt(start)) && this.signs.isUnderline(line + 1);
    if (width > 0 && !numbered) {
      this.takeBullet(line, start, end, above);
      return;
    }
    const found = headOn(this.text, this.ids, this.lines.firstInk(line, start + width), end);
    if (found === null) return;
    const { head } = found;
    let form: EntryBlock['form'] | null = null;
    if (found.where !== 'front') {
      const behind =
        state === LineState.open &&
        (splitLabel(this.text, start, end)?.by ?? 'none') === 'none' &&
        behindForm(found, this.signs.isUnderline(line + 1) ? line + 1 : line, this.standpoint(above));
      if (!behind) return;
      form = 'bare';
    }
    if (
      state !== LineState.open &&
      this.entries.open &&
      !this.entries.open.fenced &&
      this.entries.sameId(head)
    )
      return;
    const here = this.standpoint(above);
    const merged =
      state === LineState.open && here.afterGap && isParted(head)
        ? mergedTitle(this.text, head, this.words)
        : null;
    if (merged !== null && !here.index()) form ??= 'bare';
    const titled =
      state === LineState.open && isParted(head) && !head.linked && this.signs.isUnderline(line + 1);
    form ??= titled && !here.index() ? 'bare' : bareForm(head, line, here);
    if (!form) return;
    if (form === 'bare' && head.titleStart >= head.titleEnd && this.own.heading?.line === above.lastInk) {
      this.own.takeIdField(head, line, state);
      return;
    }
    this.entries.close(line);
    this.own.heading = null;
    this.entries.begin(merged?.head ?? head, form, line, {
      rest: form === 'bare' ? (merged?.rest ?? null) : null,
      level: Math.max(2, state === LineState.open ? this.entries.sections.level : 2),
      fenced: state !== LineState.open,
    });
  }

  /** An entry that is quoted as a whole; anything else in a quotation is left to the entry around it. */
  takeQuote(line: number, end: number): void {
    const { start } = bodyLine(this.lines, line);
    const shape = headingShape(this.lines, line, start, end);
    const head = readHead(this.text, shape?.start ?? start, shape?.end ?? end);
    if (!head || !isLifecycle(head) || head.judged.kind !== 'id' || this.entries.sameId(head)) return;
    if (this.entries.inFence || !this.around.fieldsFollow(line, 'head')) return;
    this.entries.close(line);
    this.entries.begin(head, shape ? 'heading' : 'bare', line, { level: shape?.level ?? 2, cited: true });
  }

  /** An item of a list, which may head an entry of its own. */
  takeBullet(line: number, start: number, end: number, above: Above): void {
    const { at, box } = bulletWords(this.lines, line, start, end);
    const found = headOn(this.text, this.ids, at, end);
    if (found === null || (box && !isLifecycle(found.head))) return;
    // `- **Reference**: BR-MOPS-004` says whose ID it is; its label is no title.
    if (found.where !== 'front' && idField(this.text, at, end) !== null) return;
    const { head } = found;
    const own = isLifecycle(head) || this.around.numberedAlone(line);
    if (this.entries.open && this.entries.open.form !== 'line' && this.entries.open.form !== 'row' && !own)
      return;
    const column = this.around.column(line, start);
    const form =
      found.where === 'front'
        ? bulletForm(this.text, head, line, column, this.standpoint(above))
        : bulletBehindForm(found, line, column, this.standpoint(above));
    if (!form) return;
    if (this.entries.open && this.entries.open.bullet >= 0 && this.entries.open.bullet < column) return;
    const nested = this.around.fieldsNested(line, column);
    this.entries.close(line);
    this.own.heading = null;
    this.entries.begin(head, form, line, {
      level: nested || !own ? 6 : Math.max(2, this.entries.sections.level),
      bullet: nested || !own ? column : -1,
      cited: nested,
      fenced: this.entries.inFence,
    });
  }

  /** What the forms of heads ask about the lines around one. */
  standpoint({ afterGap, lastInk }: Above): Standpoint {
    return {
      around: this.around,
      open: this.entries.open?.form ?? null,
      openFenced: this.entries.open?.fenced ?? false,
      afterGap: afterGap || lastInk < 0,
      afterLabelAlone: () => this.around.labelAlone(lastInk),
      afterListLabel: () =>
        lastInk >= 0 &&
        this.text.charCodeAt(this.lines.firstInk(lastInk)) !== 35 &&
        this.around.labelAlone(lastInk),
      index: () => this.entries.sections.index,
      sameId: (head) => this.entries.sameId(head),
    };
  }
}
