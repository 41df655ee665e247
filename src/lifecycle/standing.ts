import type { LifecycleRecord } from './model.ts';

/** A record that counts: neither deprecated nor superseded, nor in a section headed so. */
export function isLiving({ standing }: Pick<LifecycleRecord, 'standing'>): boolean {
  return standing !== 'retired';
}
