/** Which file each part of a new lifecycle goes to: the framework's own, or one beside it where that is taken. */

export type Part = 'rules' | 'monitors' | 'personas' | 'product';

/** The framework's file, and the name of a file of its own beside it. */
const homes: Readonly<Record<Part, readonly [usual: string, beside: string]>> = {
  rules: ['SoT/SoT.BUSINESS_RULES.md', 'SoT.LEAD_LIFECYCLE.md'],
  monitors: ['SoT/SoT.DEPLOYMENT.md', 'SoT.LEAD_MONITORS.md'],
  personas: ['SoT/SoT.USER_JOURNEYS.md', 'SoT.LEAD_PERSONAS.md'],
  product: ['PRD.md', 'SoT.LEAD_HANDOFFS.md'],
};

export type Homes = Readonly<Record<Part, string>>;

export const usualHomes = Object.fromEntries(
  Object.entries(homes).map(([part, [usual]]) => [part, usual]),
) as Homes;

/**
 * @param free whether a path is free, and read by the check
 * @param folder where the entries of the repository stand, `SoT` or `docs/gtm`, `` for its top
 * @returns null where a part has no free place that the check would read
 */
export function homesIn(free: (path: string) => boolean, folder: string): Homes | null {
  const chosen: Partial<Record<Part, string>> = {};
  for (const [part, [usual, beside]] of Object.entries(homes)) {
    const places = [usual, ...[folder, 'SoT'].map((at) => (at === '' ? beside : `${at}/${beside}`))];
    const place = places.find(free);
    if (place === undefined) return null;
    chosen[part as Part] = place;
  }
  return chosen as Homes;
}
