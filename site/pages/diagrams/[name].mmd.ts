import { lifecycle } from '../../lib/lifecycle.ts';

/** One file for each picture of the site, named as its SVG. */
export async function getStaticPaths() {
  const { drawings } = await lifecycle();
  return [...drawings.values()].map(({ name, mermaid }) => ({ params: { name }, props: { mermaid } }));
}

/** The picture's Mermaid text, as GitHub draws it. */
export function GET({ props }: { readonly props: { readonly mermaid: string } }): Response {
  return new Response(props.mermaid);
}
