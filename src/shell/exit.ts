import type { Report } from '../check/finding.ts';

/** Exit codes of the command and the Action (SPEC §7). */
export const exit = { pass: 0, failed: 1, usage: 2, internal: 3 } as const;
export type ExitCode = (typeof exit)[keyof typeof exit];

/** What a report means for the process: a broken rule weighs more than the verdict, which it may have spoiled. */
export function exitOf({ faults, verdict }: Pick<Report, 'faults' | 'verdict'>): ExitCode {
  if (faults.length > 0) return exit.internal;
  return verdict === 'pass' ? exit.pass : exit.failed;
}

/** The user asked for something that cannot be: exit 2, with what to do instead. */
export class UsageError extends Error {}

/** Something git was asked and could not do, in words for the user: exit 2. */
export class GitError extends UsageError {}
