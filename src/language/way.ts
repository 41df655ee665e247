/** How a line says where a lead goes: "To SQL:", "→ SQL", "Next stage: SQL"; or that it stays where it is. */

import { arrowPattern, hasArrow } from './arrow.ts';
import { joint } from './joint.ts';

/** What stands before the stage a line leads to. */
export const wayWords = new RegExp(
  `^(?:(?:${arrowPattern})\\s*|(?:to|(?:move[sd]?|progress(?:es)?|advances?|promoted?|promotes|converts?|converted|graduates?|transitions?|upgraded?|pass(?:es|ed)?|goes?|go|sen(?:ds?|t)|handed|returns?|returned|falls?)?(?: (?:on|over|back|up|forward))? ?(?:in)?to|back (?:in)?to|zu[rm]?|weiter zu[rm]?|vers|hacia|para|naar|verso|becomes?(?: an?)?)\\s+|(?:to|next)\\s*:\\s*|>(?:\\s?>)?\\s*|(?:the )?next (?:stage|step)\\s*(?:[:=—–-]|is\\b)\\s*)`,
  'i',
);

const opening =
  /^(?:to|back to|zu[rm]?|vers|hacia|para|naar|verso|moves? (?:on )?to|next (?:stage|step))\b[^:;]{0,60}:/i;

/** Whether a line begins by naming the place it leads to, so that what follows belongs to that way. */
export function opensWay(text: string): boolean {
  return opening.test(text);
}

/** What stands behind the place that a text begins with: "To Nurture: no budget" → "no budget". */
export function behindWay(text: string): string {
  return text.replace(opening, '').trimStart();
}

/** Whether a part of a line points at a place of its own. */
export function hasWay(text: string): boolean {
  return opensWay(text) || hasArrow(text);
}

const staying = new RegExp(
  `(?:^|(?:${arrowPattern})\\s*)${joint}(?:(?:otherwise|else|if not),?\\s+)?${joint}(?:(?:the )?lead )?${joint}(?:remains?|stays?|keep(?:s|t)?(?: it)?|is kept|holds?)${joint} (?:in|at)\\b`,
  'i',
);

/** "Otherwise remains MQL": the place stands behind the verb; "remains interested" is something else. */
const stayingAs =
  /^(?:(?:[Oo]therwise|[Ee]lse|[Ii]f not),?\s+)?(?:(?:[Tt]he )?[Ll]ead )?(?:[Rr]emains?|[Ss]tays?)(?: an?)?\s+(?:\p{Lu}|(?:here|as is|put)\b)/u;

/** Whether a line keeps the lead where it is: no exit at all. */
export function staysPut(text: string): boolean {
  return staying.test(text) || stayingAs.test(text);
}
