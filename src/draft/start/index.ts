/** The lifecycle that `mops init` writes. */

export { type Homes, homesIn, usualHomes } from './homes.ts';
export { readWorkingHours, usualHours } from './hours.ts';
export { type StartFile, startingLifecycle } from './lifecycle.ts';
export { type Seller, sellers } from './people.ts';
export type { StartRequest } from './place.ts';
