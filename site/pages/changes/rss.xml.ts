import { settings } from 'virtual:mops/settings';
import { lifecycle } from '../../lib/lifecycle.ts';
import { changesFeed } from '../../view/proof/feed.ts';

export async function GET(): Promise<Response> {
  const { site, changes } = await lifecycle();
  return new Response(changesFeed(site, changes ?? [], settings.base, settings.url));
}
