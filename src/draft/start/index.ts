/** The lifecycle that `mops init` writes. */
export { type StartFile, type StartRequest, startingLifecycle } from './lifecycle.ts';
