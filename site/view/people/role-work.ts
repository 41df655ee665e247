/** What a role has to do in the lifecycle. */

import { foldRole } from '../../../src/language/fold.ts';
import { listed } from '../../../src/language/listed.ts';
import { isSoftware } from '../../../src/language/software.ts';
import type { Handoff, Owner, Stage } from '../../../src/lifecycle/model.ts';
import { pagePath, type SitePath } from '../../lib/paths.ts';
import { receiver, sender } from '../lifecycle/limits.ts';
import { type Site, stageTitle } from '../site.ts';

/** A role's work, gathered once for its page, its day-one card and the quiz. */
export interface RoleWork {
  readonly role: string;
  /** The role as the team calls it. */
  readonly name: string;
  readonly path: SitePath;
  readonly owns: readonly Stage[];
  readonly receives: readonly Handoff[];
  readonly gives: readonly Handoff[];
  /** Segments of a routing entry whose leads it takes. */
  readonly routes: number;
  readonly watches: readonly string[];
  /** True for software: nobody to onboard. */
  readonly automated: boolean;
}

/**
 * What a role does in the living lifecycle. Handoffs between the same seats count as neither received nor given.
 */
export function workOf(site: Site, role: string): RoleWork {
  const { model } = site;
  const is = (owner: Owner | null) => owner?.roles.includes(role) ?? false;
  const owns = model.living.stages.filter((stage) => is(stage.owner));
  const other = (a: Owner | null, b: Owner | null) =>
    a === null || b === null || a.roles.join() !== b.roles.join();
  return {
    role,
    name: site.roleName(role),
    path: site.rolePath(role) ?? pagePath('roles'),
    owns,
    receives: model.living.handoffs.filter(
      (handoff) => is(receiver(handoff)) && other(sender(handoff), receiver(handoff)),
    ),
    gives: model.living.handoffs.filter(
      (handoff) => is(sender(handoff)) && other(sender(handoff), receiver(handoff)),
    ),
    routes: model.living.routings.flatMap(({ routes }) => routes.filter((route) => is(route.owner))).length,
    watches: model.living.monitors.filter((monitor) => is(monitor.owner)).map(({ id }) => id),
    automated:
      isSoftware(foldRole(role)) || (owns.length > 0 && owns.every((stage) => stage.owner?.automated)),
  };
}

/** People who work leads: they own a stage or stand on one side of a handoff. They get a day-one card. */
export function leadRoles(site: Site): readonly RoleWork[] {
  return site.roles.map((role) => workOf(site, role)).filter(worksLeads);
}

/** True for people who own, get or give leads; false for software and for roles that only watch or route. */
export function worksLeads({ automated, owns, receives, gives }: RoleWork): boolean {
  return !automated && owns.length + receives.length + gives.length > 0;
}

/** What a role does, in short: `owns MQL, receives 1 handoff, hands over once`. */
export function workWords(work: RoleWork): string {
  return [
    work.owns.length > 0 ? `owns ${listed(work.owns.map(stageTitle))}` : '',
    work.receives.length > 0 ? `receives ${count(work.receives.length, 'handoff')}` : '',
    work.gives.length > 0 ? `hands over ${count(work.gives.length, 'time', 'once')}` : '',
    work.routes > 0 ? `takes leads of ${count(work.routes, 'segment', 'one segment')}` : '',
    work.owns.length + work.receives.length + work.gives.length + work.routes === 0
      ? `watches ${count(work.watches.length, 'monitor')}`
      : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function count(number: number, one: string, once = `1 ${one}`): string {
  return number === 1 ? once : `${number} ${one}s`;
}
