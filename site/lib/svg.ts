/** A drawing as SVG: inside a page, where the page's colours apply, and as a file of its own. */

import { xml } from '../../src/untrusted/xml.ts';
import type { Drawn } from '../scripts/draw-diagram.ts';

/** Text no smaller than this, in CSS pixels, on a screen 360 px wide; wider drawings scroll inside their frame. */
const smallestOnScreen = 8.5;

/** The `viewBox` of a picture: left, top, width and height in px. */
export function viewBox({ x, y, width, height }: Drawn): string {
  return `${x} ${y} ${width} ${height}`;
}

/** The inside of the picture with IDs that are unique on a page. */
export function bodyWithIds(drawn: Drawn, name: string): string {
  return drawn.body.replaceAll('@ID@', `${name}-`);
}

/** The least width in steps of 40 px (classes `w1` to `w60`), at which the smallest text stays readable. */
export function widthStep(drawn: Drawn): number {
  const least = (drawn.width * smallestOnScreen) / drawn.smallestText;
  return Math.min(60, Math.max(1, Math.ceil(least / 40)));
}

/** A file that looks right by itself, on any ground: slides and wikis do not say whether theirs is dark. */
export function standaloneSvg(drawn: Drawn, title: string, description: string, style: string): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox(drawn)}" width="${drawn.width}" height="${drawn.height}" role="img" aria-labelledby="t d">`,
    `<title id="t">${xml(title)}</title><desc id="d">${xml(description)}</desc>`,
    `<style>${style}</style>`,
    `<rect class="paper" x="${drawn.x}" y="${drawn.y}" width="${drawn.width}" height="${drawn.height}"/>`,
    `<g class="drawing">${bodyWithIds(drawn, 'm')}</g>`,
    '</svg>\n',
  ].join('\n');
}
