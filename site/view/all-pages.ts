/** Every page of the site that is made of blocks. */

import type { Rule } from '../../src/rules/rule.ts';
import type { Change } from '../lib/history.ts';
import { pagePath } from '../lib/paths.ts';
import { changesPage } from './changes.ts';
import { channelPage } from './channels.ts';
import { gatePages } from './gates.ts';
import { glossaryPage } from './glossary.ts';
import { handoffPages } from './handoff.ts';
import { homePage } from './home.ts';
import { onboardingPages } from './onboarding.ts';
import { link, type Page, text } from './page.ts';
import { placeholderPage } from './placeholders.ts';
import { rolePages } from './roles.ts';
import { rulePages } from './rules.ts';
import type { Site } from './site.ts';
import { slaPages } from './sla.ts';
import { stagePages } from './stage.ts';
import { idPages, tracePages } from './trace.ts';

export function allPages(
  site: Site,
  rules: readonly Rule[],
  changes: readonly Change[] | null,
): readonly Page[] {
  return [
    homePage(site),
    ...onboardingPages(site),
    glossaryPage(site),
    ...stagePages(site),
    ...handoffPages(site),
    ...rolePages(site),
    ...slaPages(site),
    channelPage(site),
    ...tracePages(site),
    ...gatePages(site),
    placeholderPage(site),
    changesPage(site, changes),
    ...rulePages(site, rules),
    ...idPages(site),
  ];
}

/** What stands at an address that does not exist. */
export const notFound: Page = {
  path: pagePath('404'),
  title: 'Not here',
  kicker: '404',
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
