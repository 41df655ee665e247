import { hasArrow, splitAtArrows } from '../../language/arrow.ts';
import type { Handoff } from '../../lifecycle/model.ts';
import { quotable } from '../blank.ts';

/** Words that stand around reasons without being one. */
const notAReason =
  /^(?:and|or|the|a|an|picks?|with|reasons?|reason codes?|codes?|tag|that|one of|each|e\.g\.?|such as|pick(?:s|ed)? (?:that|a|the) reason code)$/i;

/** Who says no, before the reason: "AE rejects when", "CS finds that". */
const opening =
  /^(?:the )?(?:\w+ )?(?:rejects?|rejected|declines?|finds?|learns?|sees?)(?: (?:that|when|if|because))? /i;

/** A reason is a code or a few words; longer texts are sentences. */
const longest = 40;

/**
 * The reasons for which a handoff is rejected, in the order they are written: quoted codes, a list in brackets, what
 * follows "reason code", what stands left of an arrow in the routing, else the condition itself when it is short ("too small").
 */
export function rejectionReasons({ rejection }: Handoff): readonly string[] {
  const { condition, routing } = rejection;
  if (condition === null || condition.leftover) return [];
  const said = condition.items.map(({ text }) => text).join('; ');
  const routes = routing === null || routing.leftover ? '' : routing.items.map(({ text }) => text).join('; ');
  const quoted = [...said.matchAll(/["“]([^"”]{1,60})["”]/g)].map(([, code]) => code ?? '');
  const listed = [...said.matchAll(/\(([^()]{1,200})\)/g)]
    .map(([, list]) => list ?? '')
    .filter((list) => /,|\bcodes?\b|-/.test(list))
    .flatMap(split);
  const coded = split(/\breason codes?:?\s+([^.()]{1,200})/i.exec(said)?.[1] ?? '');
  const routed = routes
    .split(';')
    .filter((part) => hasArrow(part))
    .flatMap((part) => split(splitAtArrows(part)[0] ?? ''));
  const found = [quoted, listed, coded, routed].map(clean).find((reasons) => reasons.length > 0);
  if (found !== undefined) return found;
  const short = clean(split(said.replace(opening, '')));
  return short.length > 0 && short.every((reason) => reason.length <= longest) ? short : [];
}

function split(list: string): string[] {
  return list
    .replace(/\b(?:reason )?codes?:?\s/gi, ' ')
    .split(/[,;]|\bor\b|\band\b/i)
    .map((part) => part.trim());
}

/** Each reason once, marks off; nothing that is a sentence, an ID or a filler. */
function clean(reasons: readonly string[]): string[] {
  const kept = reasons
    .map((reason) => quotable(reason, longest + 1).replace(/^[\s:.-]+|[\s:.]+$/g, ''))
    .filter(
      (reason) =>
        reason !== '' &&
        reason.length <= longest &&
        reason.split(' ').length <= 6 &&
        !notAReason.test(reason) &&
        !/\breasons?\b/i.test(reason) &&
        !/^[A-Z]{2,}(?:-[A-Z]+)?-\d+$/.test(reason),
    );
  const byFolded = new Map(kept.map((reason) => [foldReason(reason), reason]));
  return [...byFolded.values()];
}

/** `too-small`, "Too small" and `too_small` are one reason. */
export function foldReason(reason: string): string {
  return reason
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
