import { familyOf, nextFreeId } from '../ids.ts';
import type { Problem, Rule } from '../rule.ts';

/** The reader finds these; the rule only speaks of them. */
export const idFormat: Rule = {
  id: 'id-format',
  title: 'An ID has the wrong form',
  why: 'Links, searches and other tools look for capitals, hyphens and exactly three digits. An entry with another ID is invisible to them, and so is its rule.',
  fix: 'Write the ID in capitals with hyphens and three digits, for example BR-MOPS-002.',
  source: 'SPEC §4; facts/cases 2',
  severity: { quick: 'error', standard: 'error', deep: 'error' },
  bad: '## BR-MOPS-2: Lifecycle Stage — MQL\n\nType: Lifecycle-Stage\nStage: MQL\n',
  good: '## BR-MOPS-002: Lifecycle Stage — MQL\n\nType: Lifecycle-Stage\nStage: MQL\n',
  *check(model): Generator<Problem> {
    for (const file of model.repository.files) {
      for (const issue of file.issues) {
        if (issue.code !== 'id-format') continue;
        const written = file.text.slice(issue.span.start, issue.span.end);
        const meant = issue.expected === null ? [] : (model.repository.byId.get(issue.expected) ?? []);
        const free = meant.every(
          ({ idSpan }) => idSpan.file === file.path && idSpan.start === issue.span.start,
        );
        const sure = issue.expected !== null && free && /^[\w-]+$/.test(written);
        yield {
          at: issue.span,
          message: issue.message,
          fix:
            issue.expected === null || free
              ? issue.fix
              : `${issue.expected} is taken by another entry. Write the next free ID, ${nextFreeId(model, familyOf(issue.expected))}.`,
          key: written,
          softens: false,
          ...(sure ? { edit: { span: issue.span, text: issue.expected ?? written } } : {}),
        };
      }
    }
  },
};
