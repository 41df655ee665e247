/**
 * Questions that people head the fields of an entry with ("Who owns it?", "When does a lead leave?"), by the words that
 * tell them apart; the first row that fits counts. Read like `likelyWords`: reported once. Extend a row by its words.
 */
import type { FieldName } from './fields.ts';

const questions: readonly (readonly [name: FieldName, pattern: RegExp])[] = [
  ['escalation', /^(?:and |but )?(?:what|who).*\b(?:late|overdue|breach|missed|miss it|in time)\b/],
  [
    'escalation',
    /^(?:and |but |what (?:happens )?)?if (?:nobody|no one|no-one|it is late|it's late|we are late)\b/,
  ],
  [
    'rejection',
    /\b(?:says? no|reject|rejects|rejected|declines?|declined|turns? (?:it|them|the lead|a lead) down|does(?:n't| not) accept)\b/,
  ],
  [
    'disqualification',
    /\b(?:leaves?|drops? out|falls? out|thrown out|kicked out|disqualif\w+|out of it|no fit|not a fit|ends? early)\b/,
  ],
  [
    'progression',
    /\b(?:moves? (?:on|forward|up|ahead)|goes? (?:on|forward|further)|next|advances?|progress\w*|graduates?|is done)\b/,
  ],
  [
    'payload',
    /^what\b.*\b(?:hand(?:ed)? over|pass(?:ed|es)? on|goes? along|goes? with|is given|do we give|transfers?|transferred|shared|context)\b/,
  ],
  [
    'trigger',
    /\b(?:triggers?|starts? (?:it|this|the handoff)|handed over|hand (?:it|them|the lead|a lead) over)\b/,
  ],
  [
    'entry',
    /\b(?:comes? in|gets? in|enters?|begins?|starts?|arrives?|lands?|gets? here|becomes?|counts? as|qualif(?:y|ies)|belongs?)\b/,
  ],
  ['sla', /^how (?:fast|quick|quickly|soon|long|much time)\b|\bby when\b/],
  [
    'owner',
    /^(?:who|whose)\b.*\b(?:owns?|owner|responsible|accountable|looks? after|takes? care|works?|handles?|job|has it|holds?|in charge)\b/,
  ],
];

/**
 * The field that a label asks for; null for no question, and for one about something else.
 *
 * @param has whether entries of this kind have a field
 */
export function askedFor(label: string, has: (name: FieldName) => boolean): FieldName | null {
  if (!/[?\uff1f]\s*$/.test(label)) return null;
  const words = label.toLowerCase().replaceAll('\u2019', "'").trim();
  return questions.find(([name, pattern]) => has(name) && pattern.test(words))?.[0] ?? null;
}
