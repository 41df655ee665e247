import { settings } from 'virtual:mops/settings';
import { lifecycle } from '../lib/lifecycle.ts';
import { llmsText } from '../view/llms.ts';

/** What the site holds, for a language model: a line for each page, with its Markdown twin. */
export async function GET(): Promise<Response> {
  const { site, pages } = await lifecycle();
  return new Response(llmsText(site, pages, settings.base));
}
