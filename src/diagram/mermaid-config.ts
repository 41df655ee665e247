/**
 * How Mermaid 12 draws the diagrams (found by measuring: the picture's width, and how far each stage stands from
 * under the one before). Text is SVG text, so that a downloaded picture opens everywhere, and colours come from the
 * page's style sheet through the class names of `toMermaid`.
 */
export const mermaidConfig = {
  startOnLoad: false,
  securityLevel: 'strict',
  deterministicIds: true,
  layout: 'elk',
  look: 'classic',
  theme: 'neutral',
  htmlLabels: false,
  flowchart: {
    htmlLabels: false,
    nodeSpacing: 20,
    rankSpacing: 36,
    padding: 8,
    wrappingWidth: 240,
    useMaxWidth: true,
  },
  sequence: {
    useMaxWidth: true,
    diagramMarginX: 8,
    diagramMarginY: 8,
    actorMargin: 44,
    width: 130,
    height: 44,
    boxMargin: 6,
    messageMargin: 28,
    noteMargin: 8,
    mirrorActors: false,
    wrap: false,
  },
  elk: {
    cycleBreakingStrategy: 'MODEL_ORDER',
    nodePlacementStrategy: 'BRANDES_KOEPF',
    nodePlacementAlignment: 'RIGHTDOWN',
  },
} as const;

/**
 * Width in px from which a flowchart is drawn again with `narrowPlacement`, the narrower picture kept. Branching
 * lifecycles (a hybrid one) come out up to twice as wide with the straight placement.
 */
export const widest = 720;

/** Narrow, the path a little less straight. Goes in the place of `mermaidConfig.elk`. */
export const narrowPlacement = { ...mermaidConfig.elk, nodePlacementStrategy: 'SIMPLE' } as const;
