import { xml } from '../../../src/untrusted/xml.ts';
import type { CommitChange } from '../../lib/history.ts';
import { anchor, pagePath, url } from '../../lib/paths.ts';
import type { Site } from '../site.ts';

/** Changes of the lifecycle as RSS 2.0. Addresses are absolute where the site's own address is known. */
export function changesFeed(
  site: Site,
  changes: readonly CommitChange[],
  base: string,
  origin: string | null,
): string {
  const page = pagePath('changes');
  const address = (path: typeof page) =>
    origin === null ? url(path, base) : new URL(url(path, base), origin).href;
  const items = changes.map(
    (change) => `<item>
<title>${xml(change.subject)}</title>
<link>${xml(address(anchor(page, changeId(change))))}</link>
<guid isPermaLink="false">${change.sha}</guid>
${pubDate(change.date)}<description>${xml(change.lines.map(({ sentence }) => sentence).join('\n'))}</description>
</item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel>
<title>${xml(site.title)}: changes</title>
<link>${xml(address(page))}</link>
<description>What changed in the lead lifecycle</description>
${items.join('\n')}
</channel></rss>
`;
}

/** Where a change stands on its page. */
export function changeId({ sha }: CommitChange): string {
  return `c-${sha.slice(0, 10)}`;
}

/** Git keeps whatever date a commit claims; one that no calendar has is left out. */
function pubDate(date: string): string {
  const at = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(at.getTime()) ? '' : `<pubDate>${at.toUTCString()}</pubDate>\n`;
}
