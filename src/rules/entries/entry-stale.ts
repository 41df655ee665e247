import { isLiving } from '../../lifecycle/standing.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';

const dayMs = 86_400_000;
/** Upstream's rule of thumb: past 90 days a `Verified:` date says how things were, not how they are. */
const longestDays = 90;

export const entryStale: Rule = {
  id: 'entry-stale',
  title: 'An entry was verified more than 90 days ago',
  why: 'Teams, tools and offers change faster than the page about them. After a quarter nobody knows whether the rule still holds.',
  fix: 'Read the entry against practice, correct it, and set Verified to today.',
  source: 'SPEC §4',
  severity: { quick: 'warning', standard: 'warning', deep: 'warning' },
  bad: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
    Verified: 2024-01-15
  `,
  good: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
    Verified: 2026-11-01
  `,
  *check(model, { today }): Generator<Problem> {
    const now = today === null ? null : dayOf(today);
    if (now === null) return;
    for (const records of model.records.values()) {
      for (const record of records) {
        const then = record.verified === null ? null : dayOf(record.verified.text);
        if (record.verified === null || then === null || !isLiving(record)) continue;
        const days = now - then;
        if (days <= longestDays) continue;
        yield {
          at: record.verified.span,
          message: `${record.id} was last verified on ${record.verified.text}, ${days} days ago.`,
          fix: `Check it against practice and write "Verified: ${today}".`,
          entry: record.entry,
          field: 'verified',
          instead: { actual: record.verified.text, expected: today ?? '' },
        };
      }
    }
  },
};

/** Days since 1970 of an ISO date anywhere in the text, null where there is none. */
function dayOf(text: string): number | null {
  const [iso] = /\b\d{4}-\d{2}-\d{2}\b/.exec(text) ?? [];
  const time = iso === undefined ? Number.NaN : Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) ? null : Math.round(time / dayMs);
}
