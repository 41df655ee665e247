/** Inside the drawing frame: loads Mermaid, draws what the parent asks for, hands back shapes and words. */

import { type DrawOrder, drawDiagram } from './draw-diagram.ts';

/**
 * Draws what the page around this frame asks for and sends the picture back, null where Mermaid gives none. Says
 * `ready` first.
 */
export function answerOrders(): void {
  addEventListener('message', (event: MessageEvent<DrawOrder>) => {
    if (event.source !== parent || event.origin !== location.origin) return;
    void draw(event.data)
      .catch(() => null)
      .then((drawn) => parent.postMessage(drawn, location.origin));
  });
  parent.postMessage('ready', location.origin);
}

async function draw(order: DrawOrder) {
  const { default: mermaid } = await import('mermaid');
  Object.assign(globalThis, { mermaid });
  return drawDiagram(order);
}
