/** Owners and places as inline words, with their colour and mark. */

import type { Owner, Stage, Target } from '../../src/lifecycle/model.ts';
import { livingAt } from '../../src/lifecycle/target-stages.ts';
import type { Inline, Words } from './page.ts';
import { type Site, stageTitle } from './site.ts';

/** A role with its colour and the link to its page; its bare name where it has no colour. */
export function roleInline(site: Site, role: string): Inline {
  const look = site.lookOfRole(role);
  const name = site.roleName(role);
  return look === null ? name : { kind: 'owner', text: name, look, to: site.rolePath(role) };
}

/** Who has it, each seat with its mark; words of the entry where they name no role. */
export function ownerInline(site: Site, owner: Owner | null): Words {
  if (owner === null || owner.kind === 'none') return ['nobody yet'];
  if (owner.roles.length === 0) return [owner.raw.text || 'nobody yet'];
  return owner.roles.flatMap((role, at): Inline[] =>
    at === 0 ? [roleInline(site, role)] : [' and ', roleInline(site, role)],
  );
}

/** A stage as a pill in its owner's colour that links to its page. */
export function stagePlace(site: Site, stage: Stage): Inline {
  return {
    kind: 'place',
    text: stageTitle(stage),
    to: site.stagePath(stage),
    look: site.lookOf(stage.owner) ?? { hue: 'sw', second: false },
  };
}

/** Where a target leads, as a pill each. */
export function targetPlaces(site: Site, target: Target): readonly Inline[] {
  if (target.kind === 'sink')
    return [{ kind: 'place', text: target.name, to: site.sinkPath(target.name), look: null }];
  if (target.kind === 'stage') {
    const [stage] = livingAt(target);
    return [stage === undefined ? target.name : stagePlace(site, stage)];
  }
  return [target.name];
}

/** Where targets lead, a pill each, places of one name once, commas between. */
export function placesInline(site: Site, targets: readonly Target[]): Words {
  const seen = new Set<string>();
  return targets
    .flatMap((target) => targetPlaces(site, target))
    .filter((place) => {
      const name = typeof place === 'string' ? place : place.text;
      if (seen.has(name)) return false;
      seen.add(name);
      return true;
    })
    .flatMap((place, at): Inline[] => (at === 0 ? [place] : [', ', place]));
}
