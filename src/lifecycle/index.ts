/** The lifecycle model: what the entries of a repository mean together. */
export { buildModel, type ModelOptions } from './build.ts';
export { compareText } from './graph.ts';
export type * from './model.ts';
export { Roles, sameSeat } from './roles.ts';
export { shapeOf, shapes } from './stage-names.ts';
