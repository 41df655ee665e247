import type { Finding } from '../check/finding.ts';

/** The command that writes what a rule misses. */
const writes: Readonly<Record<string, string>> = {
  'handoff-missing': 'mops draft handoff',
  'sla-drift': 'mops draft mon-drift',
  'drift-per-stage': 'mops draft mon-drift',
  'kpi-conversion': 'mops draft kpi',
  'criterion-vague': 'mops draft cfd',
  'lifecycle-shape': 'mops draft stage',
  'lifecycle-missing': 'mops import',
};

/** The `mops …` that helps with a finding; null where a person has to write. */
export function commandFor({ rule, edit, fix }: Pick<Finding, 'rule' | 'edit' | 'fix'>): string | null {
  if (rule === 'placeholder') return edit === null ? 'mops reconcile' : 'mops reconcile --write';
  if (edit !== null) return edit.sure ? 'mops fix' : 'mops fix --suggested';
  // "Finish GTM-MOPS-002": the entry is there, nothing is to be drafted.
  if (fix?.startsWith('Finish ') === true) return null;
  // The team's own names may be meant: a draft would be a second stage beside them.
  if (rule === 'lifecycle-shape' && fix?.includes('put this line into mops.config.yml') === true) return null;
  if (rule === 'kpi-conversion' && fix?.startsWith('Add ') !== true) return null;
  return writes[rule] ?? null;
}

/** Rules about what cannot be read or told apart: other findings often follow from theirs. */
const causes: readonly string[] = [
  'merge-conflict',
  'file-unreadable',
  'entry-unread',
  'lifecycle-missing',
  'id-format',
  'id-duplicate',
  'id-type',
  'field-unknown',
];

/** Causes before what follows from them, then the worst first; otherwise the order of the report. */
export function inOrderOfWork(findings: readonly Finding[]): readonly Finding[] {
  const level = { error: 0, warning: 1, notice: 2 } as const;
  const rank = ({ rule, severity, state }: Finding): number => {
    const at = causes.indexOf(rule);
    const within = severity === 'error' && at >= 0 ? at : causes.length;
    return level[severity] * 100 + (state === 'existing' ? 50 : 0) + within;
  };
  return findings
    .map((finding, index) => ({ finding, index, rank: rank(finding) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ finding }) => finding);
}
