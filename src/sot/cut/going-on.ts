/**
 * Whether an entry goes on behind a rule or a heading of its own level. People part its fields by rules, and give each
 * a heading that stands as high as the entry's own; what follows is the entry's as long as it says what is not said yet.
 */
import type { FieldSet, FieldWords } from '../../language/fields.ts';
import { fieldNamed } from '../../language/flattened.ts';
import type { FieldName } from '../../language/tables/fields.ts';
import { splitLabel } from '../label.ts';
import type { Lines } from '../lines.ts';
import { fieldsAtMargin } from '../tree/flattened.ts';
import { type EntryBlock, LineState } from './block.ts';
import { bodyLine } from './body-line.ts';
import { isLifecycle } from './claim.ts';
import { bulletWidth, headingShape, isRule, mayBeId } from './line-shape.ts';
import { kindOfFields } from './merged-title.ts';

/** Fields whose names are no chapter's: "History" or "Links" as high as an entry is a chapter of the document. */
const own: ReadonlySet<string> = new Set<FieldName>([
  'type',
  'status',
  'order',
  'stage',
  'owner',
  'entry',
  'progression',
  'disqualification',
  'exit',
  'sla',
  'escalation',
  'from',
  'to',
  'trigger',
  'payload',
  'rejection',
]);

export class GoingOn {
  private readonly lines: Lines;
  private readonly states: Uint8Array;
  private readonly words: FieldWords;
  /** The entry asked of last, and the line up to which it is known to go on. */
  private block: EntryBlock | null = null;
  private until = -1;

  constructor(lines: Lines, states: Uint8Array, words: FieldWords) {
    this.words = words;
    this.lines = lines;
    this.states = states;
  }

  /** Behind a rule: the next words with a label name a field that the entry has not named, and no other it has. */
  behindRule(line: number, block: EntryBlock, level: number): boolean {
    if (!this.isOf(block)) return false;
    if (line < this.until) return true;
    const had = this.fieldsOf(block, line);
    const kind = kindOfFields(block.head);
    let found = -1;
    for (let next = line + 1; next < this.lines.count; next++) {
      if (this.states[next] !== LineState.open) break;
      const { start, end } = bodyLine(this.lines, next);
      if (start >= end) continue;
      if (isRule(this.lines.text, start, end)) {
        if (found >= 0) break;
        continue;
      }
      const shape =
        this.lines.text.charCodeAt(start) === 35 ? headingShape(this.lines, next, start, end) : null;
      if (shape !== null) {
        const name = this.nameOf(kind, shape.start, shape.end);
        if (shape.level <= level && (name === null || !own.has(name) || had.has(name))) break;
        if (name !== null && found < 0 && !had.has(name)) found = next;
        continue;
      }
      if (
        mayBeId(this.lines.text, start, end) &&
        /^[[*_`~]{0,6}(?:BR|GTM)\W?MOPS/i.test(this.lines.slice(start, end))
      )
        break;
      if (start - (this.lines.starts[next] as number) > 3) continue;
      const bullet = bulletWidth(this.lines.text, start, end);
      const split = splitLabel(this.lines.text, start + bullet, end);
      if (split === null) continue;
      const label = this.lines.slice(split.labelStart, split.labelEnd);
      const name = fieldNamed(kind, label, null, this.words);
      if (bullet > 0 && !split.bold && (name === null || had.has(name))) continue;
      // Below its last entry a document may say who keeps it: "Last updated: …", "Owner: RevOps".
      if (name === null ? found < 0 : had.has(name)) return false;
      if (found < 0) found = next;
    }
    if (found >= 0) this.until = found;
    return found >= 0;
  }

  /** At a heading of the entry's own level: it names a field that the entry has not named. */
  atHeading(line: number, block: EntryBlock, start: number, end: number): boolean {
    if (!this.isOf(block)) return false;
    const name = this.nameOf(kindOfFields(block.head), start, end);
    if (name === null || this.fieldsOf(block, line).has(name)) return false;
    return own.has(name) || (name === 'linked-ids' && /\bids?$/i.test(this.lines.slice(start, end)));
  }

  private isOf(block: EntryBlock): boolean {
    if (!isLifecycle(block.head) || block.form === 'row' || block.form === 'line' || block.cited)
      return false;
    if (this.block !== block) {
      this.block = block;
      this.until = -1;
    }
    return true;
  }

  private fieldsOf(block: EntryBlock, line: number): ReadonlySet<FieldName> {
    return fieldsAtMargin(this.lines, block.body, line, kindOfFields(block.head), this.words);
  }

  private nameOf(kind: FieldSet, start: number, end: number): FieldName | null {
    const split = splitLabel(this.lines.text, start, end);
    const [from, to] = split === null ? [start, end] : [split.labelStart, split.labelEnd];
    return fieldNamed(kind, this.lines.slice(from, to), null, this.words);
  }
}
