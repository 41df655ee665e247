/** The lifecycle that `mops init` writes. */
export { type Homes, homesIn, usualHomes } from './homes.ts';
export { readHours, usualHours } from './hours.ts';
export { type StartFile, type StartRequest, startingLifecycle } from './lifecycle.ts';
export { type Seller, sellers } from './people.ts';
