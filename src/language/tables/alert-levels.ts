/** Levels of a monitor's thresholds by the words that begin them ("Warn: 20 %", "red below 75 %"). Extend a row. */
import { alternatives } from '../alternatives.ts';

const levels = {
  warn: ['warn', 'warning', 'yellow', 'amber', 'caution', 'watch'],
  critical: ['crit', 'critical', 'red', 'alarm', 'alert', 'act', 'action', 'page', 'severe', 'escalate'],
  recalibrate: ['recalibrate', 'recalibration', 'recalibration trigger'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type AlertLevel = keyof typeof levels;

const levelOf: ReadonlyMap<string, AlertLevel> = new Map(
  (Object.keys(levels) as AlertLevel[]).flatMap((level) =>
    levels[level].map((word) => [word, level] as const),
  ),
);
const anyWord = alternatives([...levelOf.keys()]);
const opening = new RegExp(`^[^\\p{L}\\p{N}]{0,6}(${anyWord})(?![\\p{L}\\p{N}])`, 'iu');
const joint = new RegExp(
  `(?:\\s*[;,/|·•]\\s*|\\s+and\\s+|\\s+)(?=(?:${anyWord})(?:\\s*[:=–—-]|\\s+(?:at|above|below|over|under|beyond|when|if|from|[<>≤≥+]?\\s*\\d)))`,
  'giu',
);

/** The level whose word a text begins with; null for none. */
export function alertLevel(text: string): AlertLevel | null {
  const word = opening.exec(text.slice(0, 60))?.[1]?.toLowerCase().replace('-', ' ');
  return word === undefined ? null : (levelOf.get(word) ?? null);
}

const sign = /^[\s*_]*(?:[:=—–-][\s*_]*)?(?:(?:at|above|over|beyond|from)\b|[>≥]=?)?\s*/i;

/** What a level begins at: "Critical: above 8 hours" → "8 hours"; of a text without a level's word, what stands behind its label. */
export function behindLevel(text: string): string {
  const level = opening.exec(text.slice(0, 60));
  return level === null ? text.replace(/^[^:=]*[:=]\s*/, '') : text.slice(level[0].length).replace(sign, '');
}

/** Where the levels of a text that begins with one stand in it: "Warn below 88 %, Critical below 75 %" has two. */
export function levelParts(text: string): readonly (readonly [from: number, to: number])[] {
  if (alertLevel(text) === null) return [[0, text.length]];
  const parts: [number, number][] = [];
  let from = 0;
  for (const { index, 0: found } of text.matchAll(joint)) {
    if (index === 0) continue;
    parts.push([from, index]);
    from = index + found.length;
  }
  return [...parts, [from, text.length]];
}
