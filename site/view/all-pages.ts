/** Every page of the site that is made of blocks. */

import type { Rule } from '../../src/rules/rule.ts';
import type { CommitChange } from '../lib/history.ts';
import { pagePath } from '../lib/paths.ts';
import { link, type Page, text } from './page.ts';
import { makers } from './pages.ts';
import type { Site } from './site.ts';

/**
 * Every page of the site but the one for lost addresses, in the order of `pages.ts`; each path once.
 *
 * @param changes newest first, null where the git history could not be read
 */
export function allPages(
  site: Site,
  rules: readonly Rule[],
  changes: readonly CommitChange[] | null,
): readonly Page[] {
  return makers.flatMap((make) => make(site, changes, rules));
}

/** What stands at an address that does not exist. */
export const notFound: Page = {
  path: pagePath('404'),
  title: 'Not here',
  kicker: '404',
  nav: 'home',
  description: 'This page does not exist.',
  ids: [],
  keywords: [],
  group: 'Reference',
  source: null,
  indexed: false,
  blocks: [
    text(
      'No page has this address. An entry may have been renamed; its ID keeps working: ',
      link('all IDs', pagePath('traceability')),
      '.',
    ),
    { kind: 'search' },
    text('Or go to ', link('the lifecycle at a glance', pagePath()), '.'),
  ],
};
