import type { LifecycleRecord } from './model.ts';

type Standing = Pick<LifecycleRecord, 'standing'>;

/** A record that the gates judge: active, or paused for a while. */
export function inForce({ standing }: Standing): boolean {
  return standing === 'gated';
}

/** A record that is still to come: Draft or Planned. */
export function isDrafted({ standing }: Standing): boolean {
  return standing === 'drafted';
}

/** A record that counts: neither deprecated nor superseded, nor in a section headed so. */
export function isLiving({ standing }: Standing): boolean {
  return standing !== 'retired';
}
