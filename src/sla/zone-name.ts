/** Names of time zones: which can be used, and what to write for those that cannot. */

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

let zones: ReadonlySet<string> | null = null;

/** The zone's name, in its usual case where the runtime knows it; null when there is no such zone. */
export function canonicalZone(name: string): string | null {
  // The list costs a tenth of the first formatter, and this runs in every check.
  zones ??= new Set(Intl.supportedValuesOf('timeZone'));
  if (zones.has(name)) return name;
  try {
    const known = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
    return known.toLowerCase() === name.toLowerCase() ? known : name;
  } catch {
    return null;
  }
}

/** Why a zone name cannot be used, null when it can. Fixed offsets are refused: they are wrong half the year. */
export function zoneProblem(name: string): string | null {
  const lower = name.trim().toLowerCase();
  const fixed = zoneNames.get(lower);
  if (fixed !== undefined) {
    return `"${name}" is a fixed offset and wrong half the year. Write the IANA name, for example ${fixed}.`;
  }
  const loose = looseZones.get(lower);
  if (loose !== undefined) return `"${name}" is no IANA time zone. Write ${loose}.`;
  if (/^(?:utc|gmt)?[+-][0-9:]+$/i.test(lower) || /^etc\/gmt[+-]/i.test(lower)) {
    return `"${name}" is a fixed offset and has no summer time. Write the IANA name of the team's place, for example Europe/Berlin.`;
  }
  if (canonicalZone(name) !== null) return null;
  return `There is no time zone "${name}". Write an IANA name, for example America/New_York or Europe/London.`;
}
