import { settings } from 'virtual:mops/settings';
import { lifecycle } from '../../lib/lifecycle.ts';
import { changesFeed } from '../../view/proof/feed.ts';

/** The changes of the git history as RSS; an empty feed where no history was read. */
export async function GET(): Promise<Response> {
  const { site, changes } = await lifecycle();
  return new Response(changesFeed(site, changes ?? [], settings.base, settings.url));
}
