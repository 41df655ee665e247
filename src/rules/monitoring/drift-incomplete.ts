import { hasNumber } from '../../language/measuring.ts';
import { saysNothing } from '../../language/nothing.ts';
import { behindLevel } from '../../language/tables/alert-levels.ts';
import { compareLimits, limitOf } from '../../lifecycle/limits.ts';
import type { Model, Monitor } from '../../lifecycle/model.ts';
import { watchesLifecycle } from '../../lifecycle/monitors.ts';
import { spokenFor } from '../../lifecycle/spoken-for.ts';
import { readSla } from '../../sla/index.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule, RuleContext } from '../rule.ts';
import { fieldSpan, listed, quoted } from '../wording.ts';

/** Days after which a baseline is history (the framework's staleness rule). */
const staleAfter = 90;

export const driftIncomplete: Rule = {
  id: 'drift-incomplete',
  title: 'A drift monitor cannot alert',
  why: 'Without a subject, a dated baseline, thresholds, a rhythm and an owner, nobody notices that answers get slower.',
  fix: 'Fill in Subject with the stage it watches, Baseline (date), Thresholds with Warn and Critical, Compare cadence and Owner.',
  source: 'SEED gate 7; SPEC §4',
  gate: 7,
  pattern: 7,
  severity: { quick: 'off', standard: 'warning', deep: 'error' },
  bad: markdown`
    ## MON-DRIFT-001: Baseline — MQL response time

    Type: Drift-Baseline
    Owner: RevOps
    Subject: Median response time of MQL
    Thresholds:
      - Warn: +20%
      - Critical: +50%
    Compare cadence: Weekly

    ## BR-MOPS-002: Lifecycle Stage — MQL

    Stage: MQL
  `,
  good: markdown`
    ## MON-DRIFT-001: Baseline — MQL response time

    Type: Drift-Baseline
    Owner: RevOps
    Subject: Median response time of MQL
    Baseline (2026-10-01): 22 business minutes
    Thresholds:
      - Warn: +20%
      - Critical: +50%
    Compare cadence: Weekly

    ## BR-MOPS-002: Lifecycle Stage — MQL

    Stage: MQL
  `,
  *check(model, context): Generator<Problem> {
    for (const monitor of model.living.monitors) {
      if (!watchesLifecycle(monitor)) continue;
      const missing = missingParts(model, monitor);
      if (missing.length > 0) {
        yield {
          at: monitor.entry.idSpan,
          message: `${monitor.id} lacks ${listed(missing)}, so it cannot alert.`,
          fix: `Add ${listed(missing)}.`,
          entry: monitor.entry,
          field: 'title',
          key: 'missing',
        };
      }
      yield* looserThanSla(model, monitor);
      yield* stale(monitor, context);
    }
  },
};

function missingParts(model: Model, monitor: Monitor): string[] {
  const parts: string[] = [];
  const open = (name: 'subject' | 'baseline' | 'thresholds' | 'cadence' | 'owner'): boolean =>
    !spokenFor(model, monitor, name);
  if (monitor.watches.length === 0 && monitor.watchedStages.length === 0 && open('subject'))
    parts.push('the stage or handoff it watches (link a BR-MOPS or GTM-MOPS)');
  else if (monitor.subject === null && monitor.entry.title.text === '' && open('subject'))
    parts.push('a Subject');
  if (open('baseline')) parts.push(...baselineParts(monitor));
  const said = monitor.thresholds.filter(({ raw }) => !saysNothing(behindLevel(raw.text)));
  const levels = new Set(said.map(({ level }) => level));
  if (open('thresholds')) {
    if (said.length === 0) parts.push('Thresholds (Warn and Critical)');
    else if (!levels.has('warn') && !levels.has('other')) parts.push('a Warn threshold');
    else if (!levels.has('critical') && !levels.has('other')) parts.push('a Critical threshold');
  }
  if ((monitor.cadence === null || saysNothing(monitor.cadence.text)) && open('cadence'))
    parts.push('a Compare cadence');
  if ((monitor.owner === null || monitor.owner.kind === 'none') && open('owner')) parts.push('an Owner');
  return parts;
}

/** "Baseline (2026-10-01): TBD" compares with nothing. */
function baselineParts({ baseline, baselineDate }: Monitor): string[] {
  if (baseline === null) return ['a dated Baseline'];
  const texts = baseline.items.length > 0 ? baseline.items : baseline.value === null ? [] : [baseline.value];
  const counts = texts.some(({ text }) => hasNumber(text));
  if (baselineDate === null)
    return [counts ? 'the date of its Baseline' : 'the date and the number of its Baseline'];
  return counts ? [] : ['the number of its Baseline, as it was measured on that day'];
}

/** "Critical at 8 business hours" under an SLA of 1: an absolute limit, and a looser one than the promise. */
function* looserThanSla(model: Model, monitor: Monitor): Generator<Problem> {
  const [stage, second] = monitor.watchedStages;
  const limit = stage === undefined || second !== undefined ? null : limitOf(stage.sla);
  if (stage === undefined || stage.sla === null || limit === null) return;
  for (const { level, raw } of monitor.thresholds) {
    if (level !== 'critical') continue;
    const reading = readSla(behindLevel(raw.text));
    if (!reading.ok || reading.meaning.kind === 'none') continue;
    const { recurrence } = limit;
    if (compareLimits(model, limit, { ...reading.meaning, recurrence }) !== -1) continue;
    yield {
      at: raw.span,
      message: `${monitor.id} turns critical at ${quoted(raw.text)}, beyond the SLA of ${stage.name} (${stage.sla.raw.text}).`,
      fix: 'Compare with the baseline ("50% above the baseline"); an absolute limit belongs in a MON alert at the SLA.',
      entry: monitor.entry,
      field: 'thresholds',
      key: 'looser',
    };
  }
}

function* stale(monitor: Monitor, { today }: RuleContext): Generator<Problem> {
  const { baselineDate } = monitor;
  if (today === null || baselineDate === null) return;
  const days = Math.floor((Date.parse(today) - Date.parse(baselineDate)) / 86_400_000);
  if (!(days > staleAfter)) return;
  yield {
    at: fieldSpan(monitor, 'baseline'),
    message: `The baseline of ${monitor.id} is from ${baselineDate}, ${days} days ago.`,
    fix: 'Measure again and date the new baseline, or confirm the old one with "Verified:" and a date.',
    entry: monitor.entry,
    field: 'baseline',
    key: 'stale',
    severity: 'warning',
  };
}
