/** Two states side by side: which findings are new, what the change means, and the part of the diagram it touches. */

export { changedDiagram } from './changed-diagram.ts';
export { compareReports, matchFindings } from './findings.ts';
export { changesAsJson, changesAsMarkdown, changesAsText } from './print.ts';
export { semanticChanges } from './semantic.ts';
export { changedWords } from './words.ts';
