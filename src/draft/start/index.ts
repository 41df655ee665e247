/** The lifecycle that `mops init` writes. */
export { type StartFile, startingLifecycle } from './lifecycle.ts';
