/** The words of SLA phrases, each list once. Lower case; apostrophes straight. */

import type { SlaCalendar, SlaUnit } from '../meaning.ts';

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

export const units: ReadonlyMap<string, SlaUnit> = new Map<string, SlaUnit>([
  ...['m', 'min', 'mins', 'minute', 'minutes'].map((word) => [word, 'minute'] as const),
  ...['h', 'hr', 'hrs', 'hour', 'hours'].map((word) => [word, 'hour'] as const),
  ...['d', 'day', 'days'].map((word) => [word, 'day'] as const),
  ...['w', 'wk', 'wks', 'week', 'weeks'].map((word) => [word, 'week'] as const),
]);

/** Spelled-out units only, for "did you mean". */
export const fullUnits = ['minute', 'minutes', 'hour', 'hours', 'day', 'days', 'week', 'weeks'] as const;

/** Units that a limit cannot use. */
export const monthWords = set('month months mth mths mo mos');
export const quarterWords = set('quarter quarters');
export const yearWords = set('year years yr yrs');
export const secondWords = set('second seconds sec secs s');

/** Short forms nobody can be sure of, with what was probably meant. */
export const shortForms: ReadonlyMap<string, string> = new Map([
  ['bh', 'business hour'],
  ['bhs', 'business hours'],
  ['bhr', 'business hour'],
  ['bhrs', 'business hours'],
  ['bd', 'business day'],
  ['bds', 'business days'],
  ['wd', 'working day'],
  ['wds', 'working days'],
  ['bm', 'business minute'],
  ['bmin', 'business minute'],
]);

export const calendars: ReadonlyMap<string, SlaCalendar> = new Map<string, SlaCalendar>([
  ...['business', 'working', 'bus', 'biz', 'office', 'work'].map((word) => [word, 'business'] as const),
  ...['calendar', 'wall', 'wallclock', 'elapsed', 'clock'].map((word) => [word, 'wall'] as const),
]);

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
export const numberWords: ReadonlyMap<string, number> = new Map([
  ...small.map((word, value) => [word, value] as const),
  ...tens.map((word, index) => [word, (index + 2) * 10] as const),
]);

/** Bounds that mean "at most"; the longest first where one begins another. */
export const upperBounds: readonly (readonly string[])[] = [
  ['not', 'more', 'than'],
  ['no', 'more', 'than'],
  ['not', 'later', 'than'],
  ['no', 'later', 'than'],
  ['not', 'longer', 'than'],
  ['no', 'longer', 'than'],
  ['less', 'than'],
  ['fewer', 'than'],
  ['lower', 'than'],
  ['faster', 'than'],
  ['up', 'to'],
  ['at', 'most'],
  ['at', 'the', 'latest'],
  ['a', 'maximum', 'of'],
  ['maximum', 'of'],
  ['max', 'of'],
  ['inside', 'of'],
  ['within'],
  ['under'],
  ['below'],
  ['max'],
  ['maximum'],
  ['inside'],
  ['in'],
];

/** Bounds that say "at least"; an SLA cannot. */
export const lowerBounds: readonly (readonly string[])[] = [
  ['at', 'least'],
  ['more', 'than'],
  ['longer', 'than'],
  ['greater', 'than'],
  ['no', 'less', 'than'],
  ['not', 'less', 'than'],
  ['no', 'fewer', 'than'],
  ['no', 'earlier', 'than'],
  ['not', 'before'],
  ['no', 'sooner', 'than'],
  ['a', 'minimum', 'of'],
  ['minimum', 'of'],
  ['minimum'],
  ['over'],
];

export const approximations = set(
  'about around approximately approx roughly circa ca nearly almost maybe perhaps probably ish',
);
export const habits = set(
  'usually typically generally normally ideally often mostly hopefully aim aiming aims target targeting try goal preferably',
);
export const eagerWords = set(
  'asap promptly prompt quickly quick soon sooner shortly timely fast urgent urgently swiftly rapidly rapid priority expedited',
);
export const instantWords = set(
  'immediate immediately instant instantly realtime automatic automatically automated',
);
export const machineWords = set(
  'automated automatic automatically auto system software machine bot automation',
);
export const rhythmWords: ReadonlyMap<string, string> = new Map([
  ['hourly', 'every 1 business hour'],
  ['daily', 'every 1 business day'],
  ['weekly', 'every 5 business days'],
  ['biweekly', 'every 10 business days'],
  ['fortnightly', 'every 10 business days'],
  ['monthly', 'every 20 business days'],
  ['quarterly', 'every 60 business days'],
]);
export const touchWords = set(
  'touch touches touchpoint touchpoints reply replies response responses attempt attempts message messages contact contacts interaction interactions email emails call calls inbound outreach followup followups',
);
/** Things counted in a follow-up cadence. */
export const countedWords = set(
  'touch touches touchpoint touchpoints attempts attempt calls call emails messages message times replies reply',
);
export const weekdays = set(
  'monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun',
);
export const escalationVerbs = set(
  'escalate escalates escalated escalation escalating notify notifies alert alerts alerted reassign reassigned reassigns ping page requeue rerouted reroute remind reminder',
);

/** Abbreviated zones: fixed offsets, or names that only Americans know; with the IANA name to write. */
export const zoneNames: ReadonlyMap<string, string> = new Map([
  ...['est', 'edt'].map((word) => [word, 'America/New_York'] as const),
  ...['cst', 'cdt'].map((word) => [word, 'America/Chicago'] as const),
  ...['mst', 'mdt'].map((word) => [word, 'America/Denver'] as const),
  ...['pst', 'pdt'].map((word) => [word, 'America/Los_Angeles'] as const),
  ...['akst', 'akdt'].map((word) => [word, 'America/Anchorage'] as const),
  ['hst', 'Pacific/Honolulu'],
  ...['gmt', 'bst'].map((word) => [word, 'Europe/London'] as const),
  ...['wet', 'west'].map((word) => [word, 'Europe/Lisbon'] as const),
  ...['cet', 'cest', 'met', 'mez', 'mesz'].map((word) => [word, 'Europe/Berlin'] as const),
  ...['eet', 'eest'].map((word) => [word, 'Europe/Athens'] as const),
  ['msk', 'Europe/Moscow'],
  ['ist', 'Asia/Kolkata'],
  ['jst', 'Asia/Tokyo'],
  ['kst', 'Asia/Seoul'],
  ['sgt', 'Asia/Singapore'],
  ['hkt', 'Asia/Hong_Kong'],
  ...['aest', 'aedt'].map((word) => [word, 'Australia/Sydney'] as const),
  ...['acst', 'acdt'].map((word) => [word, 'Australia/Adelaide'] as const),
  ['awst', 'Australia/Perth'],
  ...['nzst', 'nzdt'].map((word) => [word, 'Pacific/Auckland'] as const),
]);
/** Names for a zone with its summer time: right all year, but no IANA name. */
export const looseZones: ReadonlyMap<string, string> = new Map([
  ['et', 'America/New_York'],
  ['ct', 'America/Chicago'],
  ['mt', 'America/Denver'],
  ['pt', 'America/Los_Angeles'],
  ['eastern', 'America/New_York'],
  ['central', 'America/Chicago'],
  ['mountain', 'America/Denver'],
  ['pacific', 'America/Los_Angeles'],
]);

/** What a limit may be on; "for first response" names no segment. */
export const activityWords = set(
  'response respond reply replying touch contact contacting outreach followup follow call calling acceptance accept rejection reject qualification qualify assignment assign action kickoff booking handoff triage review acknowledgement acknowledge',
);
/** Words after a limit that add nothing to it. */
export const fillerWords = set('sla response reply turnaround window limit maximum max time');

const heat: ReadonlyMap<string, number> = new Map([
  ...['hot', 'hottest', 'high', 'highest', 'urgent', 'vip', 'critical', 'priority', 'top'].map(
    (word) => [word, 3] as const,
  ),
  ...['warm', 'medium', 'med', 'mid', 'middle', 'moderate', 'standard', 'normal', 'regular'].map(
    (word) => [word, 2] as const,
  ),
  ...['low', 'lowest', 'cold', 'cool'].map((word) => [word, 1] as const),
]);
const tierWords = set('tier priority prio p level grade t band');

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
