import { diagramLinks } from '../view/diagram-links.ts';
import type { Page } from '../view/page.ts';
import type { Site } from '../view/site.ts';
import type { StartedDrawing } from './diagrams.ts';

/**
 * All that a page of blocks is made of, besides what is the same for a whole build (the sources, base, address):
 * itself, the site's title, its pictures with the links on them, the calendars of its clocks. Pages whose inputs are alike are alike.
 */
export async function pageInputs(
  page: Page,
  site: Site,
  drawings: ReadonlyMap<string, StartedDrawing>,
  calendar: string,
): Promise<string> {
  const names: string[] = [];
  const own = JSON.stringify(page, (_key, value) => {
    if (value?.kind === 'diagram') names.push(value.name);
    return value;
  });
  const pictures = names.map(async (name) => {
    const drawing = await drawings.get(name)?.drawing;
    return drawing?.drawn ? [drawing, diagramLinks(site, drawing.diagram, drawing.drawn)] : [drawing];
  });
  return JSON.stringify([site.title, own, calendar, await Promise.all(pictures)]);
}
