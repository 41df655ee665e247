/** Drawings come back from files that anybody on the machine may have written: only shapes and words are taken. */

import type { Drawn } from '../scripts/draw-diagram.ts';

const tag =
  /<(?:\/(?:g|text|tspan|defs|marker)|(?:g|path|rect|circle|ellipse|line|polygon|polyline|text|tspan|defs|marker)((?: [\w-]+="[^"<>]*")*)\/?)>/g;
const attributes = new Set(
  [
    'id class x y width height rx ry cx cy r x1 y1 x2 y2 d points dy transform viewBox refX refY orient',
    'markerUnits markerWidth markerHeight marker-start marker-end stroke-dasharray stroke-width',
    'font-size font-weight text-anchor dominant-baseline',
  ].flatMap((names) => names.split(' ')),
);

/** The drawing in the text of a file; null when it is none, whole or not, and has to be drawn again. */
export function keptDrawing(text: string): Drawn | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const drawn = value as Drawn;
  const sound =
    isArea(value) &&
    Number.isFinite(drawn.smallestText) &&
    typeof drawn.body === 'string' &&
    onlyShapes(drawn.body) &&
    Array.isArray(drawn.boxes) &&
    drawn.boxes.every((box) => isArea(box) && typeof box.id === 'string') &&
    (drawn.arrows === undefined ||
      (Array.isArray(drawn.arrows) &&
        drawn.arrows.every((arrow) => isArea(arrow) && Number.isInteger(arrow.index))));
  return sound ? drawn : null;
}

function isArea(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['x', 'y', 'width', 'height'].every((key) =>
      Number.isFinite((value as Readonly<Record<string, unknown>>)[key]),
    )
  );
}

/** No element but shapes and text, no attribute but their geometry, no reference but to its own arrow heads. */
function onlyShapes(body: string): boolean {
  let sound = true;
  const rest = body.replace(tag, (_all, given: string | undefined) => {
    for (const [, name = '', value = ''] of (given ?? '').matchAll(/ ([\w-]+)="([^"]*)"/g))
      if (!attributes.has(name) || (/url|:/i.test(value) && !/^url\(#@ID@[\w-]+\)$/.test(value)))
        sound = false;
    return '';
  });
  return sound && !/[<>]/.test(rest);
}
