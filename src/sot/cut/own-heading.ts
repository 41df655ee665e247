import { splitLabel } from '../label.ts';
import { isLifecycle } from './claim.ts';
import { type EntryHead, readHead } from './head.ts';
import { bulletWidth } from './line-shape.ts';

/** Names a team gives to the field that holds an entry's ID. */
const idLabel =
  /^[*_\s]*(?:(?:(?:entry|rule|business rule|stage|handoff|sot|br|gtm|reference|unique)[ -]?)?(?:id|identifier|ref|key|number|no\.?|nr\.?|code)|#|reference|business rule|sot|rule|entry)[*_\s]*$/i;
const typeLine =
  /^[*_|\s\u2060]{0,6}type[*_\s]{0,4}(?:[:：|]|\*\*)[*_|:\s]{0,6}(?:lifecycle[ -]?stage|hand-?off|segment[ -]?routing|scoring[ -]?model)[*_\s|.]*$/i;

/** Where the words of a line begin, behind quote marks, a list mark and the bar of a table's row. */
function words(text: string, start: number, end: number): number {
  let at = start;
  at = behind(text, at, end, 62);
  at += bulletWidth(text, at, end);
  return behind(text, at, end, 124);
}

/** The first offset that holds neither a sign nor a blank. */
function behind(text: string, start: number, end: number, sign: number): number {
  let at = start;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== sign && code !== 32 && (code < 128 ? code > 13 || code < 9 : !/\s/.test(text.charAt(at))))
      break;
  }
  return at;
}

/** The ID in a line such as `**ID**: BR-MOPS-002` or `| ID | BR-MOPS-002 |`, of a stage or handoff and nothing else. */
export function idField(text: string, start: number, end: number): EntryHead | null {
  const at = words(text, start, end);
  const first = text.charCodeAt(at);
  if (first < 128 && !/[A-Za-z*_#]/.test(text.charAt(at))) return null;
  if (!/mops/i.test(text.slice(at, Math.min(end, at + 120)))) return null;
  let value: number;
  let stop = end;
  const bar = text.slice(at, Math.min(end, at + 120)).indexOf('|') + at;
  if (bar >= at) {
    if (!idLabel.test(text.slice(at, bar))) return null;
    value = bar + 1;
    while (value < end && /\s/.test(text.charAt(value))) value++;
    while (stop > value && /[\s|]/.test(text.charAt(stop - 1))) stop--;
  } else {
    if (end - at > 120) return null;
    const split = splitLabel(text, at, end);
    if (!split || split.by === 'none' || !idLabel.test(text.slice(split.labelStart, split.labelEnd)))
      return null;
    value = split.valueStart;
  }
  const head = readHead(text, value, stop);
  return head && isLifecycle(head) && head.delimiter === 'end' && head.judged.kind !== 'placeholder'
    ? head
    : null;
}

/** Whether a line says that its entry is a stage, a handoff, a routing or a scoring model. */
export function typeField(text: string, start: number, end: number): boolean {
  const at = words(text, start, end);
  const code = text.charCodeAt(at) | 32;
  if (code !== 116 && text.charCodeAt(at) !== 42 && text.charCodeAt(at) !== 95) return false;
  return typeLine.test(text.slice(at, Math.min(end, at + 90)));
}
