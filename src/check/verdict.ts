import type { Severity } from '../config/schema.ts';
import type { Model } from '../lifecycle/model.ts';
import { gateTitles } from '../rules/gates.ts';
import { rules } from '../rules/index.ts';
import type { Gate } from '../rules/rule.ts';
import type { FailOn, Finding, GateResult } from './finding.ts';

const rank: Readonly<Record<Severity, number>> = { notice: 0, warning: 1, error: 2 };

/** Fails when a finding that counts is at least as severe as `failOn`. */
export function verdictOf(findings: readonly Finding[], failOn: FailOn): 'pass' | 'fail' {
  if (failOn === 'never') return 'pass';
  return findings.some((finding) => rank[finding.severity] >= rank[failOn]) ? 'fail' : 'pass';
}

/** True when the first severity is worse than the second. */
export function worse(a: Severity, b: Severity): boolean {
  return rank[a] > rank[b];
}

/**
 * The seven gates. Quick mode asks no question of some of them; those are skipped, and so is each where no stage was
 * read, where several lifecycles wait to be asked one by one, where two versions of a stage or handoff stand side by
 * side, or where a finding waits for something to be read.
 */
export function gatesOf(
  findings: readonly Finding[],
  { mode, stages }: Pick<Model, 'mode' | 'stages'>,
  waits: ReadonlySet<Gate> | 'all' = new Set(),
): readonly GateResult[] {
  return ([1, 2, 3, 4, 5, 6, 7] as const).map((gate: Gate) => {
    const own = findings.filter((finding) => finding.gate === gate);
    const count = (severity: Severity): number =>
      own.filter((finding) => finding.severity === severity).length;
    const asked = rules.some((rule) => rule.gate === gate && rule.severity[mode] !== 'off');
    const errors = count('error');
    return {
      gate,
      title: gateTitles[gate],
      status: !asked
        ? 'skipped'
        : errors > 0
          ? 'fail'
          : stages.length === 0 || waits === 'all' || waits.has(gate)
            ? 'skipped'
            : 'pass',
      errors,
      warnings: count('warning'),
      notices: count('notice'),
    };
  });
}
