/** Every page of the site that is made of blocks. */

import type { Rule } from '../../src/rules/rule.ts';
import type { Change } from '../lib/history.ts';
import { pagePath } from '../lib/paths.ts';
import { channelPage } from './lifecycle/channels.ts';
import { handoffPages } from './lifecycle/handoff.ts';
import { homePage } from './lifecycle/home.ts';
import { sinkPages } from './lifecycle/sinks.ts';
import { slaPages } from './lifecycle/sla.ts';
import { stagePages } from './lifecycle/stage.ts';
import { link, type Page, text } from './page.ts';
import { glossaryPage } from './people/glossary.ts';
import { onboardingPages } from './people/onboarding.ts';
import { rolePages } from './people/roles.ts';
import { changesPage } from './proof/changes.ts';
import { gatePages } from './proof/gates.ts';
import { idPages } from './proof/id-pages.ts';
import { placeholderPage } from './proof/placeholders.ts';
import { rulePages } from './proof/rules.ts';
import { tracePages } from './proof/trace.ts';
import type { Site } from './site.ts';

export function allPages(
  site: Site,
  rules: readonly Rule[],
  changes: readonly Change[] | null,
): readonly Page[] {
  return [
    homePage(site, changes),
    ...onboardingPages(site),
    glossaryPage(site),
    ...stagePages(site, changes),
    ...sinkPages(site),
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
