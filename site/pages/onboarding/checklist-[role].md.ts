import { lifecycle } from '../../lib/lifecycle.ts';
import { slug } from '../../lib/paths.ts';
import { checklistText } from '../../view/people/checklist.ts';
import { leadRoles } from '../../view/people/role-work.ts';

export async function getStaticPaths() {
  const { site } = await lifecycle();
  return leadRoles(site).map((work) => ({
    params: { role: slug(work.role) || 'role' },
    props: { text: checklistText(work) },
  }));
}

export function GET({ props }: { readonly props: { readonly text: string } }): Response {
  return new Response(props.text);
}
