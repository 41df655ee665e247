/** Mermaid 12's own parser, in Node: it needs a document for its sanitizer. */

import { JSDOM } from 'jsdom';

interface Vertex {
  readonly id: string;
  readonly text: string;
  readonly type?: string;
  readonly link?: string;
}

interface Link {
  readonly start: string;
  readonly end: string;
  readonly text: string;
  readonly stroke: string;
  readonly style?: readonly string[];
  readonly type: string;
}

interface SequenceMessage {
  readonly from?: string;
  readonly to?: string;
  readonly message: string;
  readonly type: number;
}

interface Database {
  getVertices(): ReadonlyMap<string, Vertex>;
  getEdges(): readonly Link[];
  getMessages(): readonly SequenceMessage[];
  getActors(): ReadonlyMap<string, { readonly description: string }>;
  getAccTitle(): string;
  getAccDescription(): string;
}

const { window } = new JSDOM('');
Object.assign(globalThis, { window, document: window.document });
const { default: mermaid } = await import('mermaid');
mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' });

/** What Mermaid understood of a text. @throws where it does not parse */
export async function parsed(text: string): Promise<Database> {
  await mermaid.parse(text);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  return db as unknown as Database;
}

/** A label as Mermaid shows it: its marks for entities resolved, invisible characters and line breaks aside. */
export function shown(text: string): string {
  const html = text
    .replace(/ﬂ°°/g, '&#')
    .replace(/ﬂ°/g, '&')
    .replace(/¶ß/g, ';')
    .replace(/<br\s*\/?>/g, ' ');
  const holder = window.document.createElement('div');
  holder.innerHTML = html;
  return (holder.textContent ?? '').replaceAll('\u2060', '').replace(/\s+/g, ' ').trim();
}
