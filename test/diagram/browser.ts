/** Flowcharts drawn by Mermaid 12 in a real browser. */

import type { Page } from 'playwright-core';

/** A box of a flowchart where it was drawn, with the text a reader sees. */
export interface Box {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

export interface Picture {
  readonly width: number;
  readonly boxes: readonly Box[];
  readonly edgeLabels: readonly string[];
  /** Elements that could load or run something. */
  readonly active: number;
}

/** Draws a flowchart and says what can be seen. */
export async function draw(page: Page, source: string, config: object): Promise<Picture> {
  return page.evaluate(
    async ({ source, config }) => {
      const { mermaid } = globalThis as unknown as {
        mermaid: {
          initialize(config: object): void;
          render(id: string, text: string): Promise<{ svg: string }>;
        };
      };
      mermaid.initialize(config);
      const { svg } = await mermaid.render('drawing', source);
      const holder = document.body;
      holder.innerHTML = svg;
      const said = (element: Element) =>
        (element.textContent ?? '').replaceAll('\u2060', '').replace(/\s+/g, '');
      const boxes = [...holder.querySelectorAll('g.node')].map((node) => {
        const [x = 0, y = 0] = (node.getAttribute('transform') ?? '').match(/-?[\d.]+/g)?.map(Number) ?? [];
        const id = /flowchart-(.+)-\d+$/.exec(node.id)?.[1] ?? node.id;
        return { id, text: said(node), x, y };
      });
      return {
        width: holder.querySelector('svg')?.viewBox.baseVal.width ?? 0,
        boxes,
        edgeLabels: [...holder.querySelectorAll('.edgeLabels > g')].map(said).filter((text) => text !== ''),
        active: holder.querySelectorAll('img, script, iframe, a').length,
      };
    },
    { source, config },
  );
}
