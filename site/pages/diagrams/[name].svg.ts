import type { Drawing } from '../../lib/diagrams.ts';
import { lifecycle } from '../../lib/lifecycle.ts';
import { standaloneSvg } from '../../lib/svg.ts';
import style from '../../styles/diagram.css?raw';

export async function getStaticPaths() {
  const { drawings } = await lifecycle();
  return [...drawings.values()]
    .filter(({ drawn }) => drawn !== null)
    .map((drawing) => ({ params: { name: drawing.name }, props: { drawing } }));
}

/** As a file the picture has no page around it: the system's setting decides between light and dark. */
const ownStyle = style.replace(
  /:root\[data-theme='dark'\] (\{[^}]*\})/,
  '@media (prefers-color-scheme: dark) { :root $1 }',
);

export function GET({ props }: { readonly props: { readonly drawing: Drawing } }): Response {
  const { diagram, drawn } = props.drawing;
  return new Response(
    drawn === null ? '' : standaloneSvg(drawn, diagram.title, diagram.description, ownStyle),
  );
}
