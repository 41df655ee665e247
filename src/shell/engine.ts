/** What V8 is told while it runs. Its flags have other names in its other versions, which are left as they are. */
import { setFlagsFromString } from 'node:v8';

function tell(...flags: readonly string[]): void {
  if (!process.versions.v8.startsWith('13.')) return;
  for (const flag of flags) setFlagsFromString(flag);
}

/**
 * How it starts, and how code is kept that it compiled: it takes that from nobody who told it anything else. It compiles
 * its best code only for what runs very often, as a short run is over before the rest pays back. Patterns are compiled
 * once for good, and not first for an interpreter that runs them once: nearly all of them run again.
 */
export function start(): void {
  tell(
    '--invocation-count-for-maglev=4000',
    '--invocation-count-for-turbofan=30000',
    '--semi-space-growth-factor=2',
    '--no-regexp-tier-up',
  );
}

/**
 * Keeps the room for new objects as large as it is once the files are read. Left alone it grows to 128 MB while a large
 * lifecycle is checked, of which most is never in use, and a smaller one stays in the processor's own memory.
 */
export function stayCompact(): void {
  tell('--semi-space-growth-factor=1');
}
