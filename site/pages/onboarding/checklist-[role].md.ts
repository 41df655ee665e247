import { lifecycle } from '../../lib/lifecycle.ts';
import { checklistText } from '../../view/people/checklist.ts';
import { roleSlug } from '../../view/people/day-one.ts';
import { leadRoles } from '../../view/people/role-work.ts';

/** A checklist for each role that works leads. */
export async function getStaticPaths() {
  const { site } = await lifecycle();
  return leadRoles(site).map((work) => ({
    params: { role: roleSlug(site, work.role) },
    props: { text: checklistText(work) },
  }));
}

/** The checklist as Markdown with boxes to tick. */
export function GET({ props }: { readonly props: { readonly text: string } }): Response {
  return new Response(props.text);
}
