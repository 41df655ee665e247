/** Two states side by side: which findings are new, what the change means, and the part of the diagram it touches. */

export type { Aspect, Change, Subject, SubjectKind } from './change.ts';
export { subjectWords } from './change.ts';
export { changedDiagram } from './changed-diagram.ts';
export { type CompareOptions, compareReports, type MatchedFindings, matchFindings } from './findings.ts';
export { changeRecord, changesAsJson, changesAsMarkdown, changesAsText } from './print.ts';
export { type SemanticOptions, semanticChanges } from './semantic.ts';
