/** Diagrams of a lifecycle: what they show, as Mermaid text and as table rows. */

export { channelsDiagram } from './channels.ts';
export type * from './diagram.ts';
export { handoffDiagram } from './handoff.ts';
export { lifecycleDiagram } from './lifecycle.ts';
export { participantLines, toMermaid } from './mermaid.ts';
export { mermaidConfig } from './mermaid-config.ts';
export { roleDiagram } from './role.ts';
export { routingDiagram } from './routing.ts';
export { type DiagramRow, diagramRows } from './rows.ts';
