/** Segment names: how they are compared, and which of two says hotter leads. */

const heat: ReadonlyMap<string, number> = new Map([
  ...['hot', 'hottest', 'high', 'highest', 'urgent', 'vip', 'critical', 'priority', 'top'].map(
    (word) => [word, 3] as const,
  ),
  ...['warm', 'medium', 'med', 'mid', 'middle', 'moderate', 'standard', 'normal', 'regular'].map(
    (word) => [word, 2] as const,
  ),
  ...['low', 'lowest', 'cold', 'cool'].map((word) => [word, 1] as const),
]);
const tierWords = new Set(['tier', 'priority', 'prio', 'p', 'level', 'grade', 't', 'band']);

/**
 * How hot a segment's name says its leads are: higher is hotter, on one of two scales that never mix. `heat` for
 * words (hot, warm, cold; high, low), `tier` for numbers (Tier 1 before Tier 2); null for names that say neither.
 */
export function hotness(segment: string): { readonly scale: 'heat' | 'tier'; readonly rank: number } | null {
  const words = segment.toLowerCase().split(/[^\p{L}0-9]+/u);
  const first = words[0] ?? '';
  const tier = tierWords.has(first)
    ? Number(words[1] ?? '')
    : Number(/^[pt]([0-9]{1,2})$/.exec(first)?.[1] ?? '');
  if (Number.isInteger(tier) && tier > 0) return { scale: 'tier', rank: -tier };
  if (first === 'otherwise') return { scale: 'heat', rank: 0 };
  const rank = heat.get(first);
  return rank === undefined ? null : { scale: 'heat', rank };
}

/**
 * Whether leads of segment `a` are hotter than those of `b`, told from the names alone; null when they do not say.
 * "otherwise" is colder than the hottest segment and says nothing about any other.
 */
export function isHotter(a: string, b: string): boolean | null {
  const left = hotness(a);
  const right = hotness(b);
  if (left === null || right === null || left.scale !== right.scale || left.rank === right.rank) return null;
  const cold = Math.min(left.rank, right.rank);
  if (left.scale === 'heat' && cold === 0 && Math.max(left.rank, right.rank) < 3) return null;
  return left.rank > right.rank;
}

const others = new Set([
  'otherwise',
  'other',
  'others',
  'rest',
  'the rest',
  'else',
  'everyone else',
  'everything else',
  'all other',
  'all others',
]);

/**
 * A segment's name without "leads". The seed's own high-signal and low-signal read the same however they are
 * written; every other name stays as the team wrote it.
 */
export function segmentName(label: string): string {
  const bare = label
    .replace(/^the /i, '')
    .replace(/(?: only)?(?: (?:leads?|mqls?|sqls?|prospects?))?(?: only)?$/i, '');
  const lower = bare.toLowerCase();
  if (others.has(lower)) return 'otherwise';
  const signal = /^(high|medium|low)[- ]signals?$/.exec(lower);
  return signal === null ? bare : `${signal[1]}-signal`;
}
