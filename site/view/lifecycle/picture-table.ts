/** What a picture shows as a table of its own, where that is too long to stand below the picture. */

import { pagePath } from '../../lib/paths.ts';
import { factsOf, mostRows } from '../diagrams.ts';
import type { Page } from '../page.ts';
import type { Site } from '../site.ts';

/** A page for each picture whose table is too long to stand below it: none in a lifecycle of usual length. */
export function pictureTablePages(site: Site): readonly Page[] {
  return [...site.diagrams].flatMap(([name, diagram]): readonly Page[] => {
    const table = factsOf(site, diagram);
    if (table.rows.length <= mostRows) return [];
    return [
      {
        path: pagePath('diagrams', name),
        title: `${diagram.title} as a table`,
        kicker: null,
        nav: name === 'lifecycle' ? 'lifecycle' : 'role',
        description: `What the picture shows, in ${table.rows.length} rows.`,
        ids: [],
        keywords: ['table', 'picture', 'ways', 'arrows'],
        group: 'Reference',
        source: null,
        blocks: [table],
      },
    ];
  });
}
