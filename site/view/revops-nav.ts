/** The pages for those who keep the rules, as one line at the head of each. */

import { pagePath, type SitePath } from '../lib/paths.ts';
import { type Block, type Inline, link } from './page.ts';
import type { Site } from './site.ts';

/** Links to all of them; the one that is open is no link. */
export function revOpsNav(site: Site, here: SitePath): Block {
  const pages: readonly (readonly [name: string, path: SitePath])[] = [
    ['Gates and findings', pagePath('gates')],
    ['All limits', pagePath('sla')],
    ['Channels and routing', pagePath('channels')],
    ['Traceability', pagePath('traceability')],
    ['Placeholders', pagePath('placeholders')],
    ['Changes', pagePath('changes')],
    ['Rules', pagePath('rules')],
    ...(site.replay === null ? [] : [['How it goes', pagePath('how-it-goes')] as const]),
  ];
  return {
    kind: 'text',
    screen: true,
    words: pages.flatMap(([name, path], at): Inline[] => [
      ...(at === 0 ? [] : [' · ']),
      path === here ? { kind: 'strong', text: name } : link(name, path),
    ]),
  };
}
