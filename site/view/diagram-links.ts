import type { Diagram, PageKey } from '../../src/diagram/diagram.ts';
import type { SinkName } from '../../src/lifecycle/model.ts';
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

/** The boxes and arrows of a drawing that stand for a page, each with its address and what it is: an arrow by its two ends. */
export function diagramLinks(site: Site, diagram: Diagram, drawn: Drawn): readonly Spot[] {
  const boxes = diagram.type === 'flow' ? diagram.nodes : diagram.participants;
  const named = new Map(boxes.map(({ id, label }) => [id, label]));
  const arrows = (drawn.arrows ?? []).flatMap(({ index, ...area }): Spot[] => {
    const edge = diagram.type === 'flow' ? diagram.edges[index] : undefined;
    const to = edge?.key ? pageOf(site, edge.key) : null;
    return to === null || !edge
      ? []
      : [{ ...area, to, label: `${named.get(edge.from)} → ${named.get(edge.to)}` }];
  });
  const spots = boxes.flatMap((box) => {
    const place = drawn.boxes.find(({ id }) => id === box.id);
    const to = box.key === null ? null : pageOf(site, box.key);
    return place === undefined || to === null ? [] : [{ ...place, to, label: box.label }];
  });
  return [...spots, ...arrows];
}

/** The page of what a box stands for; null where it has none. */
export function pageOf(site: Site, key: PageKey): SitePath | null {
  if (key.kind === 'sink') return site.sinkPath(key.id as SinkName);
  return key.kind === 'role' ? site.rolePath(key.id) : site.homePath(key.id);
}
