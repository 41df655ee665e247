import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';

export const mergeConflict: Rule = {
  id: 'merge-conflict',
  title: 'A conflict was committed with its marks',
  why: 'Two versions of the same lines stand side by side. Nobody can tell which one is the rule, and each reader takes another.',
  fix: 'Keep the version that is meant and remove the lines that begin with <<<<<<<, ======= and >>>>>>>.',
  source: 'SPEC §2, §4',
  severity: { quick: 'error', standard: 'error', deep: 'error' },
  bad: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
    <<<<<<< HEAD
    Owner: BDR
    =======
    Owner: AE
    >>>>>>> new-owner
  `,
  good: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
    Owner: BDR
  `,
  *check(model): Generator<Problem> {
    for (const file of model.repository.files) {
      for (const { code, span, message, fix } of file.issues)
        if (code === 'merge-conflict') yield { at: span, message, fix, key: file.path, softens: false };
    }
  },
};
