/** How large a diagram may be to be drawn. Beyond it nobody can follow the picture, and the layout takes minutes or for ever. */

import type { Diagram, DiagramStep } from '../../src/diagram/index.ts';

/** Arrows that Mermaid is asked for, at build or in the reader's browser. */
export const mostArrows = 160;
/** Arrows and boxes of the lifecycle's own picture, which needs no layout engine. */
export const largestPath = 500;

/** Arrows, or boxes where there are more of them. */
export function sizeOf(diagram: Diagram): number {
  return diagram.type === 'flow'
    ? Math.max(diagram.edges.length, diagram.nodes.length)
    : Math.max(stepsIn(diagram.steps), diagram.participants.length);
}

function stepsIn(steps: readonly DiagramStep[]): number {
  return steps.reduce(
    (sum, step) =>
      sum + (step.kind === 'ways' ? step.ways.reduce((ways, way) => ways + stepsIn(way.steps), 1) : 1),
    0,
  );
}
