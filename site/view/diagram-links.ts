import type { Diagram, PageKey } from '../../src/diagram/diagram.ts';
import type { SitePath } from '../lib/paths.ts';
import type { Drawn } from '../scripts/draw-diagram.ts';
import type { Site } from './site.ts';

export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly to: SitePath;
  readonly label: string;
}

/** The boxes of a drawing that stand for a page, each with its address and its name. */
export function diagramLinks(site: Site, diagram: Diagram, drawn: Drawn): readonly Spot[] {
  const boxes = diagram.type === 'flow' ? diagram.nodes : diagram.participants;
  return boxes.flatMap((box) => {
    const place = drawn.boxes.find(({ id }) => id === box.id);
    const to = box.key === null ? null : pageOf(site, box.key);
    return place === undefined || to === null ? [] : [{ ...place, to, label: box.label }];
  });
}

export function pageOf(site: Site, key: PageKey): SitePath | null {
  return key.kind === 'role' ? site.rolePath(key.id) : site.homePath(key.id);
}
