import type { StartedDrawing } from '../../lib/diagrams.ts';
import { lifecycle } from '../../lib/lifecycle.ts';
import { standaloneSvg } from '../../lib/svg.ts';
import style from '../../styles/diagram.css?raw';

/** One file for each picture of the site; whether it could be drawn is known later. */
export async function getStaticPaths() {
  const { drawings } = await lifecycle();
  return [...drawings.values()].map((started) => ({ params: { name: started.name }, props: { started } }));
}

/** Without a picture there is nothing to say, and no file is written. */
export async function GET({
  props,
}: {
  readonly props: { readonly started: StartedDrawing };
}): Promise<Response> {
  const { diagram, drawn } = await props.started.drawing;
  return new Response(
    drawn === null ? null : standaloneSvg(drawn, diagram.title, diagram.description, style),
  );
}
