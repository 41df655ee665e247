/**
 * How Mermaid 12 draws the diagrams, found by measuring on the examples: the picture's width, and how far each stage
 * stands from under the one before. Text is SVG text, so that a downloaded picture opens everywhere; colours come from
 * the page's style sheet through the class names of `toMermaid`.
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
    width: 176,
    height: 48,
    actorFontSize: 14,
    // Names of owners are bold: the boxes are as wide as that.
    actorFontWeight: 600,
    messageFontSize: 14,
    noteFontSize: 14,
    boxMargin: 6,
    messageMargin: 28,
    noteMargin: 8,
    mirrorActors: false,
    wrap: false,
  },
  elk: {
    // Stages are written before the places beside them, and this keeps them on the left, one under the other.
    forceNodeModelOrder: true,
    cycleBreakingStrategy: 'MODEL_ORDER',
    nodePlacementStrategy: 'BRANDES_KOEPF',
    nodePlacementAlignment: 'RIGHTDOWN',
  },
} as const;
