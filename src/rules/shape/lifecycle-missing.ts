import { missingLifecycle } from '../../lifecycle/missing.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';

export const lifecycleMissing: Rule = {
  id: 'lifecycle-missing',
  title: 'There is no lifecycle where there should be one',
  why: 'A check that finds nothing to check says nothing about the leads. Without this finding a deleted or unread lifecycle would pass.',
  fix: 'Write a stage entry for each stage (mops init writes a lifecycle to start from, mops import reads a table that is there), or correct what the config looks at.',
  source: 'SPEC §2, §4',
  gate: 1,
  severity: { quick: 'error', standard: 'error', deep: 'error' },
  bad: markdown`
    ## GTM-MOPS-002: Handoff — MQL → SQL

    Type: Handoff
    From: MQL (owner: BDR)
    To: SQL (owner: AE)
  `,
  good: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
    Owner: BDR
  `,
  *check(model): Generator<Problem> {
    const found = missingLifecycle(model);
    if (found === null) return;
    yield { at: found.at, message: found.message, fix: found.fix, key: 'lifecycle', softens: false };
  },
};
