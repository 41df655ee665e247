/**
 * Draws in the reader's browser, for sites built where no browser could start. Mermaid writes style elements, which
 * the page's policy forbids, so it works in a frame of its own (`/draw/`) and hands back shapes and words only.
 */

import type { Drawn, DrawOrder } from './draw-diagram.ts';

/** Has a diagram drawn in a frame of its own when it comes into view, and not before: Mermaid is large. */
export function drawWhenSeen(canvas: HTMLElement): void {
  const watcher = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    watcher.disconnect();
    draw(canvas);
  });
  watcher.observe(canvas);
}

function draw(canvas: HTMLElement): void {
  const order: DrawOrder = JSON.parse(canvas.dataset['draw'] ?? '');
  const frame = document.createElement('iframe');
  frame.className = 'drawing-frame';
  frame.title = 'Drawing the diagram';
  frame.src = canvas.dataset['drawWith'] ?? '';
  const answer = (event: MessageEvent) => {
    if (event.source !== frame.contentWindow || event.origin !== location.origin) return;
    if (event.data === 'ready') {
      frame.contentWindow?.postMessage(order, location.origin);
      return;
    }
    removeEventListener('message', answer);
    frame.remove();
    if (event.data !== null) show(canvas, event.data);
  };
  addEventListener('message', answer);
  document.body.append(frame);
}

function show(canvas: HTMLElement, drawn: Drawn): void {
  const name = (canvas.closest('figure')?.id ?? 'diagram').replace(/^diagram-/, '');
  const body = drawn.body.replaceAll('@ID@', `${name}-`);
  const text = `<svg xmlns="http://www.w3.org/2000/svg" class="drawing" viewBox="${drawn.x} ${drawn.y} ${drawn.width} ${drawn.height}" width="${drawn.width}" height="${drawn.height}" role="img">${body}</svg>`;
  const svg = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  if (svg.tagName !== 'svg') return;
  svg.setAttribute('aria-label', (canvas.getAttribute('aria-label') ?? '').replace(/^Diagram: /, ''));
  const picture = document.createElement('div');
  picture.className = 'picture';
  picture.append(document.importNode(svg, true));
  canvas.classList.remove('undrawn');
  canvas.replaceChildren(picture);
}
