/** Placeholders and drifted IDs: what may be written in their place. */
export { type PlanItem, planReconcile, type ReconcilePlan } from './plan.ts';
