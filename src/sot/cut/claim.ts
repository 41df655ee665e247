import { kindOf } from '../id.ts';
import type { EntryBlock } from './block.ts';
import { type EntryHead, isOpener, readHead } from './head.ts';
import type { IdsAhead } from './ids-ahead.ts';
import { mayBeId } from './line-shape.ts';
import type { Surroundings } from './surroundings.ts';

/** Where the reader stands when a line with an ID comes up. */
export interface Standpoint {
  readonly around: Surroundings;
  /** Form of the entry that is open, null between entries. */
  readonly open: EntryBlock['form'] | null;
  readonly openFenced: boolean;
  /** A blank line, a fence mark or a rule stands directly above. */
  readonly afterGap: boolean;
  /** The last line with ink is a heading or a label alone, whose value this line may be. */
  readonly afterLabelAlone: () => boolean;
  /** The last line with ink is a label alone and no heading: a list of links may stand below it. */
  readonly afterListLabel: () => boolean;
  /** Inside a navigation list or a cross-reference index. */
  readonly index: () => boolean;
  /** Whether an ID is that of the entry that is open. */
  readonly sameId: (head: EntryHead) => boolean;
}

/** Whether an ID, also a malformed one, is that of a stage or a handoff. */
export function isLifecycle(head: EntryHead): boolean {
  const judged = head.judged;
  if (judged.kind === 'id') {
    const kind = kindOf(judged.parsed);
    return kind === 'BR-MOPS' || kind === 'GTM-MOPS';
  }
  return /^(?:BR|GTM)[-_ \u2010-\u2013]?MOPS/i.test(head.token);
}

const lead = /^(?:[0-9]{1,3}(?:\.[0-9]{1,3}){0,4}[.)]?|[^\p{L}\p{N}\s[*_`~#]{1,8})\s+/u;
const mopsAnywhere =
  /(?<![A-Za-z0-9_/-]|[({A-Za-z0-9]#)(?:BR|GTM)\\?[-_ \u00a0\u2010-\u2014\u2212]?MOPS\\?[-_ \u00a0\u2010-\u2014\u2212]?[0-9]/i;
/** Signs, numbers, emoji and the few words that may stand in front of an entry's ID without being its title. */
const dressing =
  /^(?:<[^<>]{1,50}>|\[[^[\]]{1,20}\]|\([^()]{1,20}\)|[^\p{L}\p{N}:]|:[a-z0-9_+-]{1,30}:|:|(?:[a-z]|[ivx]{1,5})[.)](?=\s)|\d{1,3}|(?:lead |sales |lifecycle |business |entry |rule |sot )?(?:stages?|step|phase|handoffs?|hand-offs?|rules?|entry|section|ids?|ref|no|nr)(?![\p{L}\p{N}]))*$/iu;
const longestDressing = 60;
/** What may stand behind an ID at the end of a title. */
const behindId =
  /^(?:[\s)\]}>"*_`~.:|\u2060\uff09\u3011\u00bb\u201d]|\([^()]{0,40}\)|\{#[^{}]{1,80}\}|\([^()\s]{0,400}\)|[,;] [^()]{0,40}\))*$/;

/** `(ID: `, `– ref. `: the words that announce an ID are none of the title in front of it. */
const announced = /[\s([{–—|,·-](?:id|ids|ref|reference|entry|rule|no|nr)\.?[\s:]*$/i;

/** An ID of the lifecycle found in a line, and where it stands there. */
export interface Found {
  readonly head: EntryHead;
  /** `front`: only signs and numbers before it. `behind`: at the end, behind the title. `amid`: in the middle of words. */
  readonly where: 'front' | 'behind' | 'amid';
}

/** An ID on a line: at its very front, or behind an anchor, an emoji, a title. */
export function headOn(text: string, ids: IdsAhead, start: number, end: number): Found | null {
  const head = mayBeId(text, start, end) ? readHead(text, start, end) : null;
  if (head) return { head, where: 'front' };
  return ids.within(start, end) ? foundHead(text, start, end) : null;
}

/** The first ID of the lifecycle in a line, with its title, wherever it stands; null without one. */
export function foundHead(text: string, start: number, end: number): Found | null {
  const match = mopsAnywhere.exec(text.slice(start, Math.min(end, start + 300)));
  if (!match) return null;
  const at = start + match.index;
  let from = at;
  while (from > start && isOpener(text.charCodeAt(from - 1))) from--;
  const before = text.slice(start, from);
  if (before.length <= longestDressing && dressing.test(before)) {
    const head = readHead(text, from, end) ?? readHead(text, at, end);
    return head ? { head: balanced(text, start, head), where: 'front' } : null;
  }
  const inner = readHead(text, from, end) ?? readHead(text, at, end);
  if (!inner) return null;
  const beforeWord = announced.exec(before)?.index ?? before.length;
  let titleEnd = start + beforeWord;
  while (titleEnd > start && /[\s:–—|,/(<>"“«{[*_`~\u2060·→-]/.test(text.charAt(titleEnd - 1))) titleEnd--;
  let titleStart = start;
  while (titleStart < titleEnd && /[*_`~\u2060\s]/.test(text.charAt(titleStart))) titleStart++;
  const parted =
    /[:–—|,/([{·→-]\s*[*_`~\u2060\s([{]*$/.test(before) || /[([{<"“«]/.test(text.slice(from, at));
  const last = behindId.test(text.slice(inner.idEnd, end));
  const head: EntryHead = { ...inner, titleStart, titleEnd, delimiter: 'dash', linked: inner.linked };
  return { head, where: last && parted ? 'behind' : 'amid' };
}

/** The ID of the lifecycle that a line begins with, list marks, signs and brackets apart; null without one. */
export function beginsWithId(text: string, start: number, end: number): string | null {
  const found = foundHead(text, start, end);
  if (found?.where !== 'front') return null;
  const { judged, token } = found.head;
  return judged.kind === 'id' ? judged.parsed.id : token;
}

/** The title without a mark at its end whose other half stands in front of the ID. */
function balanced(text: string, start: number, head: EntryHead): EntryHead {
  let { titleEnd } = head;
  const marks = /[*_~]{1,3}$/.exec(text.slice(head.titleStart, titleEnd))?.[0];
  if (marks && text.slice(start, head.idStart).includes(marks)) titleEnd -= marks.length;
  return titleEnd === head.titleEnd ? head : { ...head, titleEnd: Math.max(head.titleStart, titleEnd) };
}

/** The ID that a heading's words define; null when the heading defines none. */
export function headingHead(
  text: string,
  line: number,
  start: number,
  end: number,
  level: number,
  here: Standpoint,
): EntryHead | null {
  let head = readHead(text, start, end);
  if (!head) {
    const before = lead.exec(text.slice(start, Math.min(end, start + 40)));
    if (before) head = readHead(text, start + before[0].length, end);
  }
  if (head) return headingClaims(head, line, level, here) ? head : null;
  const found = foundHead(text, start, end);
  if (!found || found.head.judged.kind === 'placeholder' || here.sameId(found.head)) return null;
  if (found.where === 'front' && !here.index() && !found.head.linked && isParted(found.head))
    return found.head;
  return here.around.fieldsAhead(line, level) ? found.head : null;
}

/** Whether a sign parts the ID of a head from its title: "BR-MOPS-001: Lead", not "BR-MOPS-001 Lead". */
export function isParted(head: EntryHead): boolean {
  return head.delimiter !== 'blank' && head.delimiter !== 'end';
}

function headingClaims(head: EntryHead, line: number, level: number, here: Standpoint): boolean {
  const parted = isParted(head);
  const kind = head.judged.kind;
  if (kind === 'named') return isLifecycle(head) && parted && here.around.fieldsFollow(line, 'head');
  if (kind === 'malformed' && !isLifecycle(head) && !parted) return false;
  if (here.index() || (head.linked && head.delimiter !== 'colon')) {
    return here.around.fieldsFollow(line, 'head');
  }
  if (head.linked) return here.around.fieldsAhead(line, level);
  return true;
}

/** Whether an ID at the margin begins an entry: one with fields (`bare`), a one-liner (`line`), or none (null). */
export function bareForm(head: EntryHead, line: number, here: Standpoint): 'bare' | 'line' | null {
  const { around, open } = here;
  const parted = isParted(head);
  const gap = here.afterGap || open === 'line';
  const strong = around.fieldsFollow(line, 'head');
  const within = open !== null && open !== 'line' && !(here.openFenced && here.afterGap);
  if (head.judged.kind === 'named')
    return isLifecycle(head) && head.delimiter === 'colon' && strong ? 'bare' : null;
  if (isLifecycle(head)) {
    if (here.sameId(head) && open !== 'line') return parted && strong && gap ? 'bare' : null;
    if (strong) return gap || (parted && !head.linked) ? 'bare' : null;
    if (!gap || head.linked || here.index() || !parted || (within && here.afterLabelAlone())) return null;
    return around.fieldsFollow(line, 'any') || around.fieldsAhead(line, 6) ? 'bare' : null;
  }
  if (!parted) return strong && gap && !head.linked ? 'bare' : null;
  if (!gap || head.linked) return null;
  if (strong) return 'bare';
  if (here.index() || (within && (open === 'heading' || here.afterLabelAlone()))) return null;
  if (around.fieldsFollow(line, 'any')) return 'bare';
  return head.judged.kind === 'malformed' ? null : 'line';
}

const templateTitle = /^(?:lifecycle|handoff|hand-off|segment|scoring|stage|routing)\b/i;

/** Whether the words behind an ID are those of an entry's title: "Lifecycle Stage — MQL". */
export function isTitled(text: string, head: EntryHead): boolean {
  return templateTitle.test(text.slice(head.titleStart, head.titleEnd));
}

/** An ID behind words at the margin, as in `**MQL** (BR-MOPS-002)`: an entry only with a stage's fields right below. */
export function behindForm(found: Found, line: number, here: Standpoint): 'bare' | null {
  if (found.where !== 'behind' || !here.afterGap || here.sameId(found.head)) return null;
  if (here.index() || here.afterListLabel() || found.head.judged.kind === 'placeholder') return null;
  return here.around.fieldsFollow(line, 'mops') ? 'bare' : null;
}

/** An ID behind the words of a list item: an entry only with a stage's fields right below, nested or at the margin. */
export function bulletBehindForm(
  found: Found,
  line: number,
  column: number,
  here: Standpoint,
): 'bare' | null {
  if (found.where !== 'behind' || !here.afterGap || column > 0 || here.open !== null) return null;
  return behindForm(found, line, here);
}

/** Whether an ID behind a list mark begins an entry; one of the lifecycle only with its fields below. */
export function bulletForm(
  text: string,
  head: EntryHead,
  line: number,
  column: number,
  here: Standpoint,
): 'bare' | 'line' | null {
  if (isLifecycle(head)) {
    if (here.index() || here.sameId(head)) return null;
    if (here.around.fieldsNested(line, column)) return 'bare';
    if (!here.afterGap || here.afterListLabel() || column > 0) return null;
    // `2. BR-MOPS-003: SQL` between blank lines is a numbered title, however many words stand above its fields.
    const numbered = here.around.numberedAlone(line);
    if (!isParted(head) || (here.open !== null && !numbered && !isTitled(text, head))) return null;
    if (here.around.fieldsFollow(line, 'mops')) return 'bare';
    return numbered && here.around.fieldsAhead(line, 6) ? 'bare' : null;
  }
  if (head.linked || head.delimiter === 'end' || head.delimiter === 'pipe') return null;
  if (here.around.numberedAlone(line))
    return isParted(head) && here.around.fieldsFollow(line, 'any') ? 'bare' : null;
  if (here.around.fieldsNested(line, column)) return 'bare';
  const cited = here.index() || head.judged.kind !== 'id' || head.delimiter === 'blank';
  return cited ? null : 'line';
}
