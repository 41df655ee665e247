import type { Finding, Report } from '../check/finding.ts';
import { withoutCounter } from '../check/fingerprint.ts';
import { number } from '../check/stamp.ts';
import { apart, together } from '../check/together.ts';
import { gatesOf, verdictOf, worse } from '../check/verdict.ts';
import { asksTheWhole } from '../check/waiting.ts';
import { grouped } from '../lifecycle/grouped.ts';
import { severalLifecycles } from '../lifecycle/several.ts';
import { followed } from './followed.ts';
import { lostLifecycle, saysWhyNothingIsRead } from './lost.ts';

/** Findings of two states put side by side. */
export interface MatchedFindings {
  /** The head's findings in their order, each `new` or `existing`. */
  readonly findings: readonly Finding[];
  /** The base's findings that the head no longer has, in their order. */
  readonly fixed: readonly Finding[];
}

/**
 * Matches by fingerprint, never by line. Repeats of one finding are counted: three in the head against two in the
 * base is one new. A finding that became more severe is new, and its milder form is not fixed.
 */
export function matchFindings(head: readonly Finding[], base: readonly Finding[]): MatchedFindings {
  const inBase = groups(base);
  const existing = new Set<Finding>();
  const gone = new Set<Finding>();
  for (const [fingerprint, findings] of groups(head)) {
    const before = inBase.get(fingerprint) ?? [];
    inBase.delete(fingerprint);
    // The worst against the worst, so that the order within an entry decides nothing.
    const left = [...before].sort(bySeverity);
    for (const finding of [...findings].sort(bySeverity)) {
      const other = left[0];
      if (other === undefined || worse(finding.severity, other.severity)) continue;
      existing.add(finding);
      left.shift();
    }
    const risen = findings.filter((finding) => !existing.has(finding)).length;
    for (const finding of left.slice(risen)) gone.add(finding);
  }
  for (const findings of inBase.values()) for (const finding of findings) gone.add(finding);
  return {
    findings: head.map((finding) => ({ ...finding, state: existing.has(finding) ? 'existing' : 'new' })),
    fixed: base.filter((finding) => gone.has(finding)),
  };
}

function bySeverity(a: Finding, b: Finding): number {
  return worse(a.severity, b.severity) ? -1 : worse(b.severity, a.severity) ? 1 : 0;
}

/** Repeats carry a counter behind the fingerprint; they are one group here. */
function groups(findings: readonly Finding[]): Map<string, Finding[]> {
  return grouped(findings, ({ fingerprint }) => withoutCounter(fingerprint));
}

export interface CompareOptions {
  /** `new`: only new findings decide the verdict. */
  readonly scope: Report['scope'];
  /** One sentence about the base, for the report. */
  readonly note: string | null;
}

/**
 * The head's report beside the base's: states, fixed findings and the verdict. Without a base every finding is new,
 * so that a base that cannot be read never hides one.
 */
export function compareReports(base: Report | null, own: Report, { scope, note }: CompareOptions): Report {
  const head = base === null ? own : withLoss(base, own);
  const matched = matchFindings(apart(head.findings), base === null ? [] : followed(base, head));
  // A check that reads no stage cannot tell old from new: why it reads none always counts.
  const blind = head.model.stages.length === 0;
  const findings = together(
    matched.findings.map((one) =>
      blind && saysWhyNothingIsRead(one) ? { ...one, state: 'new' as const } : one,
    ),
  );
  const left = new Set(
    findings.flatMap(({ places, fingerprint }) => (places === undefined ? [] : [fingerprint])),
  );
  // A cause that has lost one of its places is still there.
  const fixed = together(matched.fixed).filter(
    ({ places, fingerprint }) => places === undefined || !left.has(fingerprint),
  );
  const counted = scope === 'new' ? findings.filter(({ state }) => state === 'new') : findings;
  return { ...head, scope, findings, fixed, verdict: verdictOf(counted, head.failOn), baseNote: note };
}

/** The head's report, with a finding where the change took the whole lifecycle away. */
function withLoss(base: Report, head: Report): Report {
  const lost = lostLifecycle(base, head);
  if (lost === null) return head;
  const findings = number([...head.findings.filter((finding) => !asksTheWhole(finding.rule)), lost]);
  return {
    ...head,
    findings,
    gates: gatesOf(findings, head.model, severalLifecycles(head.model) === null ? undefined : 'all'),
  };
}
