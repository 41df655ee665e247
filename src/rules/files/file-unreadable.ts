import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';

export const fileUnreadable: Rule = {
  id: 'file-unreadable',
  title: 'A file or entry cannot be read',
  why: 'What cannot be read is not checked, so everything in it would pass unseen.',
  fix: 'Save the file as UTF-8 text under 16 MB, and write each entry in one of the forms of the template.',
  source: 'SPEC §12',
  severity: { quick: 'error', standard: 'error', deep: 'error' },
  bad: markdown`
    <!-- Draft of March

    ## BR-MOPS-002: Lifecycle Stage — MQL

    Owner: BDR
  `,
  good: markdown`
    <!-- Draft of March -->

    ## BR-MOPS-002: Lifecycle Stage — MQL

    Owner: BDR
  `,
  *check(model): Generator<Problem> {
    for (const file of model.repository.files) {
      for (const issue of file.issues) {
        if (issue.code !== 'file-unreadable') continue;
        yield { at: issue.span, message: issue.message, fix: issue.fix, key: file.path, softens: false };
      }
    }
  },
};
