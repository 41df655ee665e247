/** Placeholders and drifted IDs: what may be written in their place. */
export type { PlanItem } from './item.ts';
export { planReconcile, type ReconcilePlan } from './plan.ts';
