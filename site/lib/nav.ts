/** The main navigation: seven ways into the handbook. */

import type { NavName, Page } from '../view/page.ts';
import { pagePath, type SitePath } from './paths.ts';

export interface NavItem {
  readonly text: string;
  readonly to: SitePath;
  readonly current: boolean;
}

/** The main navigation as seen from a page: at most one item is current, none on a page that is missing (null). */
export function navOf(page: Page | null): readonly NavItem[] {
  const here = page === null ? null : navNameOf(page);
  const item = (name: NavName, text: string, to: SitePath): NavItem => ({ text, to, current: name === here });
  return [
    item('lifecycle', 'Lifecycle', pagePath('stages')),
    item('role', 'My role', pagePath('roles')),
    item('handoffs', 'Handoffs', pagePath('handoffs')),
    item('clock', 'Clock', pagePath('sla', 'clock')),
    item('no', 'May I say no?', pagePath('onboarding', 'reject')),
    item('learn', 'Learn', pagePath('onboarding')),
    item('revops', 'For RevOps', pagePath('gates')),
  ];
}

const byGroup: Readonly<Record<Page['group'], NavName>> = {
  Stages: 'lifecycle',
  Handoffs: 'handoffs',
  Roles: 'role',
  Onboarding: 'learn',
  Reference: 'revops',
  Rules: 'revops',
  Entries: 'revops',
};

function navNameOf(page: Page): NavName {
  return page.nav ?? byGroup[page.group];
}
