/**
 * Runs inside a browser page that has Mermaid as a global: at build in a headless browser, else in the reader's. The
 * function is handed over as text, so everything it needs stands inside it.
 */

export interface DrawOrder {
  readonly source: string;
  readonly config: Readonly<Record<string, unknown>>;
  /** Kind of each arrow of a flowchart, in order. */
  readonly edgeKinds: readonly string[];
  /** IDs of boxes that may become links. */
  readonly nodes: readonly string[];
  /** Of a sequence, by the ID of each participant: the class of its box, and how many lines name who it is. */
  readonly looks: Readonly<Record<string, { readonly look: string; readonly names: number }>>;
}

export interface Drawn {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Size of the smallest text in drawing units, which are CSS pixels at full size. */
  readonly smallestText: number;
  /** The inside of an SVG element with nothing in it but shapes and text; IDs start with `@ID@`. */
  readonly body: string;
  readonly boxes: readonly {
    readonly id: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  /** Where the words of arrows stand, by the arrow's place in the diagram's list. */
  readonly arrows?: readonly {
    readonly index: number;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
}

interface MermaidApi {
  initialize(config: object): void;
  render(id: string, source: string): Promise<{ readonly svg: string }>;
}

/** Draws Mermaid text and keeps only shapes, lines and words of the result. */
export async function drawDiagram(order: DrawOrder): Promise<Drawn> {
  const mermaid = (globalThis as unknown as { mermaid: MermaidApi }).mermaid;
  mermaid.initialize({
    ...order.config,
    startOnLoad: false,
    securityLevel: 'strict',
    deterministicIds: true,
  });
  const { svg } = await mermaid.render('drawing', order.source);
  const holder = document.createElement('div');
  holder.innerHTML = svg;
  document.body.append(holder);
  const root = holder.querySelector('svg');
  if (!root) throw new Error('Mermaid drew nothing');
  const view = root.viewBox.baseVal;
  root.setAttribute('width', String(view.width));
  root.setAttribute('height', String(view.height));
  root.style.maxWidth = 'none';
  // Lifelines without a box at their foot run on for 2,000 px; the picture ends where its view does.
  for (const line of root.querySelectorAll('.actor-line'))
    line.setAttribute('y2', String(view.y + view.height - 8));

  const round = (value: number) => String(Math.round(value * 10) / 10);
  const rounded = (text: string) =>
    text.replace(/-?\d+(?:\.\d+)?(?:e-?\d+)?/g, (number) => round(Number(number)));
  const escaped = (text: string) =>
    text.replace(/[&<>"]/g, (sign) =>
      sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : '&quot;',
    );
  const kinds =
    'sw mk bdr ae cs fo stage sink missing channel segment role group focus added removed changed'.split(' ');
  const geometry: Readonly<Record<string, readonly string[]>> = {
    path: ['d'],
    rect: ['x', 'y', 'width', 'height', 'rx', 'ry'],
    circle: ['cx', 'cy', 'r'],
    ellipse: ['cx', 'cy', 'rx', 'ry'],
    line: ['x1', 'y1', 'x2', 'y2'],
    polygon: ['points'],
    polyline: ['points'],
  };
  const markers = new Map<string, string>();
  const edges = [...root.querySelectorAll('.flowchart-link')];
  let smallestText = 100;

  const attribute = (name: string, value: string) => ` ${name}="${escaped(value)}"`;

  const classOf = (element: Element): string => {
    const edge = edges.indexOf(element);
    if (edge >= 0) return `e ${order.edgeKinds[edge] ?? ''}`.trim();
    const has = (name: string) => element.classList.contains(name);
    if (has('messageLine0') || has('messageLine1')) return 'e';
    if (has('actor-line')) return 'life';
    if (has('loopLine')) return 'loop';
    if (has('labelBox')) return 'tab';
    if (has('note')) return 'memo';
    if (has('actor') || element.closest('.node')) return 'box';
    if (has('background')) return 'under';
    return 'line';
  };

  const marker = (reference: string): string | null => {
    const id = /#([^")]+)/.exec(reference)?.[1];
    const source = id === undefined ? null : root.querySelector(`[id="${CSS.escape(id)}"]`);
    if (id === undefined || !source) return null;
    if (!markers.has(id)) {
      const name = `@ID@m${markers.size}`;
      markers.set(id, '');
      const kept = ['viewBox', 'refX', 'refY', 'markerUnits', 'markerWidth', 'markerHeight', 'orient'];
      const own = kept.flatMap((key) => {
        const value = source.getAttribute(key);
        return value === null ? [] : [attribute(key, value)];
      });
      const shapes = [...source.children].map((child) => shape(child, 'head')).join('');
      markers.set(id, `<marker id="${name}"${own.join('')}>${shapes}</marker>`);
    }
    return `url(#@ID@m${[...markers.keys()].indexOf(id)})`;
  };

  const shape = (element: Element, className: string): string => {
    const tag = element.tagName;
    const style = getComputedStyle(element);
    let out = `<${tag} class="${className}"`;
    for (const name of geometry[tag] ?? []) {
      const value = element.getAttribute(name);
      if (value !== null) out += attribute(name, rounded(value));
    }
    const transform = element.getAttribute('transform');
    if (transform !== null) out += attribute('transform', rounded(transform));
    if (className !== 'head') {
      const dashes = style.strokeDasharray;
      if (dashes !== 'none' && !/^(?:0|1)(?:px)?, ?0(?:px)?$/.test(dashes))
        out += attribute('stroke-dasharray', rounded(dashes.replaceAll('px', '')));
      const width = Number.parseFloat(style.strokeWidth);
      if (Number.isFinite(width) && width !== 1 && className !== 'under')
        out += attribute('stroke-width', round(width));
      for (const end of ['marker-start', 'marker-end']) {
        const reference = element.getAttribute(end);
        const url = reference === null ? null : marker(reference);
        if (url !== null) out += attribute(end, url);
      }
    }
    return `${out}/>`;
  };

  const words = (element: SVGTextElement): string => {
    const style = getComputedStyle(element);
    const size = Number.parseFloat(style.fontSize);
    const rows = element.querySelectorAll(':scope > tspan');
    const put = (node: Element) => {
      let out = '';
      for (const name of ['x', 'y', 'dy', 'dominant-baseline']) {
        const value = node.getAttribute(name);
        if (value !== null) out += attribute(name, value.endsWith('em') ? value : rounded(value));
      }
      return out;
    };
    // Frames of choices are told by their words: "It fits", not by Mermaid's "alt" in a corner.
    if (element.classList.contains('labelText')) return '';
    const titled = ['loopText', 'sectionTitle'].some((name) => element.classList.contains(name));
    const plain = (node: Element) => {
      const own = node.textContent ?? '';
      return titled ? own.replace(/^\[|\]$/g, '') : own;
    };
    const text = element.textContent ?? '';
    if (text.trim() === '') return '';
    smallestText = Math.min(smallestText, size);
    const whose = element.dataset['whose'] !== undefined;
    const said = ['messageText', 'loopText', 'sectionTitle'].some((name) => element.classList.contains(name));
    let out = `<text${whose ? ' class="whose"' : titled ? ' class="said way"' : said ? ' class="said"' : ''}${put(element)} font-size="${round(size)}"`;
    if (style.textAnchor !== 'start') out += attribute('text-anchor', style.textAnchor);
    if (Number(style.fontWeight) > 500) out += ' font-weight="600"';
    out += '>';
    if (rows.length === 0) return `${out}${escaped(plain(element))}</text>`;
    // A direction of its own keeps right-to-left names whole.
    return `${out}${[...rows].map((row) => `<tspan${put(row)}>${escaped(plain(row))}</tspan>`).join('')}</text>`;
  };

  /** Mermaid rounds shapes with hundreds of curve points; a rectangle with round corners says the same. */
  const simple = (element: SVGGraphicsElement, pill = false): string => {
    const box = element.getBBox();
    const corner =
      pill || element.closest('.sink, .channel, .added, .removed, .changed') ? box.height / 2 : 8;
    const path = element.querySelector('path') ?? element;
    const style = getComputedStyle(path);
    const dashes = style.strokeDasharray;
    const dash =
      dashes === 'none' || /^(?:0|1)(?:px)?, ?0(?:px)?$/.test(dashes)
        ? ''
        : attribute('stroke-dasharray', dashes.replaceAll('px', ''));
    const width = Number.parseFloat(style.strokeWidth);
    const size = ` x="${round(box.x)}" y="${round(box.y)}" width="${round(box.width)}" height="${round(box.height)}"`;
    return `<rect class="box"${size} rx="${round(Math.min(corner, box.height / 2))}"${dash}${width === 1 ? '' : attribute('stroke-width', round(width))}/>`;
  };

  const clean = (element: Element): string => {
    const tag = element.tagName.toLowerCase();
    if (
      ['title', 'desc', 'style', 'defs', 'marker', 'symbol', 'foreignobject', 'script', 'image'].includes(tag)
    )
      return '';
    if (getComputedStyle(element).display === 'none') return '';
    if (element instanceof SVGTextElement) return words(element);
    if (element.classList.contains('labelBox')) return '';
    const actor = element.querySelector(':scope > rect.actor');
    if (actor instanceof SVGGraphicsElement) {
      const { look = 'stage', names = 0 } = order.looks[actor.getAttribute('name') ?? ''] ?? {};
      const lines = [...element.querySelectorAll<SVGTextElement>(':scope > text')];
      for (const line of lines.slice(0, names)) line.dataset['whose'] = '';
      for (const line of lines.slice(names)) line.style.fontWeight = '400';
      return `<g class="n ${look}">${simple(actor, look === 'sink')}${lines.map(words).join('')}</g>`;
    }
    if (element.classList.contains('outer-path') && element instanceof SVGGraphicsElement)
      return simple(element);
    if (tag in geometry) {
      if (tag === 'rect' && !(Number(element.getAttribute('width')) > 0)) return '';
      if (
        tag === 'path' &&
        (element.getAttribute('d') ?? '').length > 900 &&
        element instanceof SVGGraphicsElement
      )
        return simple(element);
      return shape(element, classOf(element));
    }
    if (tag !== 'g' && tag !== 'a' && tag !== 'svg') return '';
    const inside = [...element.children].map(clean).join('');
    if (inside === '') return '';
    const transform = element.getAttribute('transform');
    const node = element.classList.contains('node');
    const own = kinds.filter((name) => element.classList.contains(name));
    const kind = node ? own.join(' ') || 'stage' : '';
    if (tag === 'svg' || (!node && (transform === null || /^translate\(0(?:, ?0)?\)$/.test(transform))))
      return inside;
    return `<g${node ? ` class="n ${kind}"` : ''}${transform === null ? '' : attribute('transform', rounded(transform))}>${inside}</g>`;
  };

  const origin = root.getBoundingClientRect();
  const boxes = order.nodes.flatMap((id) => {
    const target =
      root.querySelector(`.node[id^="drawing-flowchart-${CSS.escape(id)}-"]`) ??
      [...root.querySelectorAll('rect.actor')].find((actor) => actor.getAttribute('name') === id);
    if (!target) return [];
    const box = target.getBoundingClientRect();
    return [
      {
        id,
        x: Math.round(box.x - origin.x + view.x),
        y: Math.round(box.y - origin.y + view.y),
        width: Math.round(box.width),
        height: Math.round(box.height),
      },
    ];
  });
  const body = clean(root);
  const all = root.getBBox();
  holder.remove();
  const x = Math.floor(Math.min(view.x, all.x - 4));
  const y = Math.floor(Math.min(view.y, all.y - 4));
  return {
    x,
    y,
    width: Math.ceil(Math.max(view.x + view.width, all.x + all.width + 4)) - x,
    height: Math.ceil(Math.max(view.y + view.height, all.y + all.height + 4)) - y,
    smallestText,
    body: (markers.size === 0 ? '' : `<defs>${[...markers.values()].join('')}</defs>`) + body,
    boxes,
  };
}
