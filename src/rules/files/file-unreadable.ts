import { emptiedFiles, missed } from '../../lifecycle/emptied.ts';
import type { Model } from '../../lifecycle/model.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { listed } from '../wording.ts';

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
    yield* emptied(model);
    for (const file of model.repository.files) {
      for (const issue of file.issues) {
        if (issue.code !== 'file-unreadable') continue;
        yield { at: issue.span, message: issue.message, fix: issue.fix, key: file.path, softens: false };
      }
    }
  },
};

/** An empty file beside links that lead nowhere: one finding for the file, not one for each link. */
function* emptied(model: Model): Generator<Problem> {
  const missing = missed(model);
  const ids = [...new Set(missing.flatMap((one) => one.ids))];
  const named = ids.length > 5 ? `${listed(ids.slice(0, 4))} and ${ids.length - 4} more` : listed(ids);
  for (const { path } of emptiedFiles(model)) {
    yield {
      at: { file: path, start: 0, end: 0, line: 1, column: 1, endLine: 1, endColumn: 1 },
      message: `${path} is empty, while other entries link ${named}, which no file defines.`,
      fix: 'Bring back what it held ("git checkout <commit> -- <file>" takes it from an earlier commit). If nothing belongs there, delete the file, and the links are reported one by one.',
      key: 'empty',
      cause: { key: 'empty', here: `${path} is empty too` },
      related: missing.flatMap(({ places }) =>
        places.map(({ from, id, span }) => ({ message: `${from.id} links ${id}`, span })),
      ),
      softens: false,
    };
  }
}
