/** What a picture shows as a table of its own, where that is too long to stand below the picture. */

import { factsOf, tablePage } from '../diagrams.ts';
import type { Page } from '../page.ts';
import type { Site } from '../site.ts';

/** A page for each picture whose table is too long to stand below it: none in a lifecycle of usual length. */
export function pictureTablePages(site: Site): readonly Page[] {
  return [...site.diagrams].flatMap(([name, diagram]): readonly Page[] => {
    const table = factsOf(site, diagram);
    const path = tablePage(name, table);
    if (path === null) return [];
    return [
      {
        path,
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
