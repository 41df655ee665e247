/** Placeholders and drifted IDs: what may be written in their place. */
export { applyEdits, changedFiles, type FileChange, unifiedDiff } from './edits.ts';
export { type Candidate, type PlanItem, planReconcile, type ReconcilePlan } from './plan.ts';
