/** The Markdown twin of every page. */
import { settings } from 'virtual:mops/settings';
import { lifecycle } from '../lib/lifecycle.ts';
import { twinPath } from '../lib/paths.ts';
import { pageMarkdown } from '../view/markdown.ts';
import type { Page } from '../view/page.ts';

/** The Markdown twin of every page, beside it: `stages/mql.md`, `index.md` for home. */
export async function getStaticPaths() {
  const { pages } = await lifecycle();
  return pages.map((page) => ({
    params: { path: decodeURIComponent(twinPath(page.path).slice(1, -'.md'.length)) },
    props: { page },
  }));
}

/** The page's own blocks as Markdown, links with the base path. */
export async function GET({ props }: { readonly props: { readonly page: Page } }): Promise<Response> {
  const { drawings } = await lifecycle();
  return new Response(pageMarkdown(props.page, settings.base, drawings));
}
