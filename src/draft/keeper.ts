import type { Model } from '../lifecycle/model.ts';

/** Who keeps numbers and monitors: RevOps, or the founder where one person owns whatever a person owns. */
export function keeperOf({ living }: Pick<Model, 'living'>): string {
  const owners = living.stages.flatMap(({ owner }) => (owner === null || owner.automated ? [] : [owner]));
  const alone =
    owners.length > 0 && owners.every(({ roles }) => roles.length === 1 && roles[0] === 'Founder');
  return alone ? 'Founder' : 'RevOps';
}
