import { lifecycle } from '../../lib/lifecycle.ts';

export async function getStaticPaths() {
  const { drawings } = await lifecycle();
  return [...drawings.values()].map(({ name, mermaid }) => ({ params: { name }, props: { mermaid } }));
}

export function GET({ props }: { readonly props: { readonly mermaid: string } }): Response {
  return new Response(props.mermaid);
}
