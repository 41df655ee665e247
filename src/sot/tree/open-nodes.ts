import { isWithin } from '../../language/flattened.ts';
import { blockFields, type FieldName } from '../../language/tables/fields.ts';
import type { LabelSplit } from '../label.ts';
import { asLabel, awaits, type DraftNode, draft, whole } from './draft-node.ts';
import type { Labels } from './labels.ts';

/** Nesting deeper than this is read as if it stood at this depth. */
const maxDepth = 40;

/** The nodes that the next line of an entry may hang below: the entry itself first, the innermost last. */
export class OpenNodes {
  readonly root: DraftNode = draft('heading', { line: 0, start: 0, end: 0 }, { indent: -1 });
  /** The node that a line without a mark of its own continues; null after a blank line. */
  last: DraftNode | null = null;
  private stack: DraftNode[] = [this.root];
  /** Where the entry goes on behind an aside (`<details>`, a callout of Notion), whose words are nobody's list. */
  private readonly outside: DraftNode[][] = [];
  private readonly text: string;
  private readonly labels: Labels;

  constructor(text: string, labels: Labels) {
    this.text = text;
    this.labels = labels;
  }

  top(): DraftNode {
    return this.stack[this.stack.length - 1] as DraftNode;
  }

  add(node: DraftNode): void {
    while (this.stack.length > maxDepth) this.stack.pop();
    this.top().children.push(node);
    this.stack.push(node);
    this.last = node;
  }

  /** An aside straight below a label alone holds its value; below anything else it holds words beside it. */
  enterAside(): void {
    this.outside.push(this.stack);
    this.last = null;
    this.stack = awaits(this.top()) ? [...this.stack] : [this.root];
  }

  leaveAside(): void {
    this.stack = this.outside.pop() ?? this.stack;
    this.last = null;
  }

  /** Back to the entry itself. */
  leaveAll(): void {
    this.stack.length = 1;
  }

  /** Back to a node that is open, else to the entry. */
  leaveTo(node: DraftNode): void {
    while (this.stack.length > 1 && this.top() !== node) this.stack.pop();
  }

  /** Takes the innermost node out again, and back to what it stood in. */
  takeBack(node: DraftNode): void {
    this.leaveTo(node);
    this.stack.pop();
    this.top().children.pop();
  }

  /** Back to where the entry's own fields stand: the sub-heading that is open, else the entry. */
  leaveList(): void {
    while (this.stack.length > 1 && this.top().level === 0) this.stack.pop();
  }

  /** Back to the heading that holds one of this level. */
  leaveHeadings(level: number): void {
    for (let top = this.top(); this.stack.length > 1; top = this.top()) {
      if (top.level > 0 && top.level < level) break;
      this.stack.pop();
    }
  }

  /** Back to what a list item stands in. */
  leaveItem(node: DraftNode): void {
    this.leaveTo(node);
    if (node.bullet && this.stack.length > 1) this.stack.pop();
  }

  /** Back to the node that a field at this column hangs below. */
  leaveFields(indent: number): void {
    while (this.stack.length > 1 && this.top().level === 0 && !this.holds(this.top(), indent))
      this.stack.pop();
  }

  /** Back to the node that words at this column hang below, or are the value of. */
  leaveWords(indent: number): void {
    while (this.stack.length > 1 && this.top().level === 0) {
      const top = this.top();
      if (this.holds(top, indent) || (awaits(top) && !top.bullet && top.indent <= indent + 1)) break;
      this.stack.pop();
    }
  }

  /** Back to the node that a list mark or a row at this column hangs below. */
  leaveItems(indent: number, split: LabelSplit | null = null): void {
    const bold = split?.bold ?? false;
    for (let top = this.top(); this.stack.length > 1 && top.level === 0; top = this.top()) {
      if (top.form === 'row') this.stack.pop();
      else if (top.bullet) {
        if (indent >= top.indent + 2) {
          this.nameAlone(top);
          break;
        }
        if (indent === top.indent && !bold && top.split?.bold && top.value.length === 0) break;
        this.stack.pop();
      } else {
        if (top.split === null && top.indent <= indent) asLabel(top, this.text);
        const below = top.split !== null && top.indent <= indent && !this.standsBeside(top, split, indent);
        if (
          below &&
          (top.value.length === 0 || this.last !== null || indent > top.indent || top.children.length > 0)
        )
          break;
        this.stack.pop();
      }
    }
  }

  /** Items that hang below the innermost node, the last of which goes on. */
  addItems(items: readonly DraftNode[], last: DraftNode): void {
    this.top().children.push(...items);
    this.stack.push(last);
    this.last = last;
  }

  private holds(node: DraftNode, indent: number): boolean {
    return node.indent < indent && node.form !== 'row' && (node.bullet || node.split !== null);
  }

  /**
   * `**Entry criteria:** 60 points` with `- **Exit criteria:** …` straight below it: another field of the entry is no
   * item of one that has its value, as it is none behind a blank line. Below a list, its label is bold.
   */
  private standsBeside(above: DraftNode, split: LabelSplit | null, indent: number): boolean {
    if (split === null || above.split === null || above.indent !== indent) return false;
    if (above.value.length === 0 && !(split.bold && above.children.length > 0)) return false;
    const block = this.labels.nameOf(above.split, this.blockAround(above));
    if (block === null || block === 'escalation' || blockFields.has(block)) return false;
    const name = this.labels.nameOf(split, block);
    return name !== null && name !== block && !isWithin(name, block);
  }

  /** `- Entry criteria` with a list below it: the name of a field alone is its label, without a colon too. */
  private nameAlone(node: DraftNode): void {
    const [only, second] = node.value;
    if (node.split !== null || only === undefined || second !== undefined || node.children.length > 0) return;
    const label = whole(only);
    if (this.labels.nameOf(label, this.blockAround(node)) === null) return;
    node.split = label;
    node.value.length = 0;
  }

  /** The field that a line stands in, null at the margin. */
  private blockAround(node: DraftNode): FieldName | null {
    const above = this.stack[this.stack.indexOf(node) - 1];
    return above === undefined || above.split === null ? null : this.labels.nameOf(above.split, null);
  }
}
