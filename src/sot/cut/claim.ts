import { kindOf } from '../id.ts';
import type { Block } from './block.ts';
import { type Head, readHead } from './head.ts';
import type { Surroundings } from './surroundings.ts';

/** Where the reader stands when a line with an ID comes up. */
export interface Standpoint {
  readonly around: Surroundings;
  /** Form of the entry that is open, null between entries. */
  readonly open: Block['form'] | null;
  readonly openFenced: boolean;
  /** A blank line, a fence mark or a rule stands directly above. */
  readonly afterGap: boolean;
  /** The last line with ink is a heading or a label alone, whose value this line may be. */
  readonly afterLabelAlone: () => boolean;
  /** Inside a navigation list or a cross-reference index. */
  readonly index: () => boolean;
}

/** Whether an ID, also a malformed one, is that of a stage or a handoff. */
export function isLifecycle(head: Head): boolean {
  const judged = head.judged;
  if (judged.kind === 'id') {
    const kind = kindOf(judged.parsed);
    return kind === 'BR-MOPS' || kind === 'GTM-MOPS';
  }
  return /^(?:BR|GTM)[-_ \u2010-\u2013]?MOPS/i.test(head.token);
}

const lead = /^(?:[0-9]{1,3}(?:\.[0-9]{1,3}){0,4}[.)]?|[^\p{L}\p{N}\s[*_`~#]{1,8})\s+/u;
const idInBrackets = /[([]((?:BR|GTM)-MOPS-[0-9]{3})[\])]$/;

/**
 * The ID that a heading's words define: at their start, behind an emoji or a section number, or in brackets at
 * their end when the fields of an entry follow. Null when the heading defines none.
 */
export function headingHead(
  text: string,
  line: number,
  start: number,
  end: number,
  here: Standpoint,
): Head | null {
  let head = readHead(text, start, end);
  if (!head) {
    const before = lead.exec(text.slice(start, Math.min(end, start + 40)));
    if (before) head = readHead(text, start + before[0].length, end);
  }
  if (head) return headingClaims(head, line, here) ? head : null;
  const tail = idInBrackets.exec(text.slice(Math.max(start, end - 20), end));
  if (!tail || !here.around.fieldsFollow(line, 'head')) return null;
  const inner = readHead(text, end - tail[0].length + 1, end - 1);
  if (!inner) return null;
  let titleEnd = inner.idStart - 1;
  while (titleEnd > start && /[\s:–—-]/.test(text.charAt(titleEnd - 1))) titleEnd--;
  return { ...inner, titleStart: start, titleEnd };
}

function headingClaims(head: Head, line: number, here: Standpoint): boolean {
  const parted = head.delimiter !== 'blank' && head.delimiter !== 'end';
  const kind = head.judged.kind;
  if (kind === 'named') return isLifecycle(head) && parted && here.around.fieldsFollow(line, 'head');
  if (kind === 'malformed' && !isLifecycle(head) && !parted) return false;
  if (here.index() || (head.linked && head.delimiter !== 'colon')) {
    return head.titleEnd > head.titleStart && here.around.fieldsFollow(line, 'head');
  }
  return true;
}

const templateTitle = /^(?:lifecycle|handoff|hand-off|segment|scoring|stage|routing)\b/i;

/** Whether an ID at the margin begins an entry: one with fields (`bare`), a one-liner (`line`), or none (null). */
export function bareForm(text: string, head: Head, line: number, here: Standpoint): 'bare' | 'line' | null {
  const { around, open } = here;
  const parted = head.delimiter !== 'blank' && head.delimiter !== 'end';
  const gap = here.afterGap || open === 'line';
  const strong = around.fieldsFollow(line, 'head');
  const within = open !== null && open !== 'line' && !(here.openFenced && here.afterGap);
  if (head.judged.kind === 'named')
    return isLifecycle(head) && head.delimiter === 'colon' && strong ? 'bare' : null;
  if (!parted) return strong && gap ? 'bare' : null;
  if (isLifecycle(head)) {
    if (strong) return 'bare';
    if (!gap || here.index() || (within && here.afterLabelAlone())) return null;
    const titled = templateTitle.test(text.slice(head.titleStart, head.titleEnd));
    return titled || around.fieldsFollow(line, 'any') ? 'bare' : null;
  }
  if (!gap) return null;
  if (strong) return 'bare';
  if (here.index() || (within && (open === 'heading' || here.afterLabelAlone()))) return null;
  if (around.fieldsFollow(line, 'any')) return 'bare';
  return head.judged.kind === 'malformed' ? null : 'line';
}

/** Whether an ID behind a list mark begins an entry; one of the lifecycle only with its fields nested below. */
export function bulletForm(
  head: Head,
  line: number,
  column: number,
  here: Standpoint,
): 'bare' | 'line' | null {
  if (head.linked || head.delimiter === 'end' || head.delimiter === 'pipe') return null;
  if (here.around.fieldsNested(line, column)) return 'bare';
  const cited = here.index() || isLifecycle(head) || head.judged.kind !== 'id' || head.delimiter === 'blank';
  return cited ? null : 'line';
}
