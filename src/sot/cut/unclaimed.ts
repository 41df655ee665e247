import type { Lines } from '../lines.ts';
import type { UnclaimedLine } from './block.ts';
import { foundHead, isParted, isTitled } from './claim.ts';
import type { EntryHead } from './head.ts';
import { bulletWidth } from './line-shape.ts';

/** What stands around a line that opened no entry. */
interface Around {
  /** An entry that is read is open around it. */
  readonly inEntry: boolean;
  readonly afterGap: boolean;
  /** The section is an index of entries. */
  readonly index: boolean;
  readonly afterLabelAlone: () => boolean;
  readonly sameId: (head: EntryHead) => boolean;
}

/** The ID of the lifecycle that a line begins with and that opened no entry, with what the line looks like; else null. */
export function unclaimedIn(
  lines: Lines,
  line: number,
  start: number,
  end: number,
  around: Around,
): UnclaimedLine | null {
  const { text } = lines;
  let at = start;
  while (at < end && (text.charCodeAt(at) === 62 || text.charCodeAt(at) === 35)) at++;
  at = lines.firstInk(line, at);
  const bullet = bulletWidth(text, at, end);
  at = lines.firstInk(line, at + bullet);
  const row = lines.isRow(line, at);
  if (text.charCodeAt(at) === 124) at = lines.firstInk(line, at + 1);
  const found = foundHead(text, at, end);
  if (!found || found.head.judged.kind === 'placeholder' || around.sameId(found.head)) return null;
  const { head, where } = found;
  const heading = text.charCodeAt(start) === 35;
  if (where === 'amid' || (where === 'behind' && !heading)) return null;
  if (around.inEntry) {
    // A link or a criterion of the entry around it.
    if (!heading && !(isTitled(text, head) && !around.afterLabelAlone() && bullet === 0)) return null;
  }
  const linked = head.linked || around.index;
  const loud = heading || row || isTitled(text, head) || (isParted(head) && (bullet > 0 || around.afterGap));
  const judged = head.judged;
  const id =
    judged.kind === 'id'
      ? judged.parsed.id
      : judged.kind === 'malformed'
        ? (judged.expected?.id ?? null)
        : null;
  return {
    line,
    start: head.idStart,
    end: head.idEnd,
    id,
    looks: linked ? 'link' : loud ? 'entry' : 'words',
  };
}
