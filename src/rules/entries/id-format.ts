import { familyOf, freeIdFor } from '../../lifecycle/ids.ts';
import type { Model } from '../../lifecycle/model.ts';
import { isRetired } from '../../lifecycle/record-of.ts';
import { sliceOf } from '../../lifecycle/text-of.ts';
import { awaitedId } from '../../lifecycle/undefined.ts';
import type { ReadIssue } from '../../sot/entry.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { quoted } from '../wording.ts';

/** The reader finds these; the rule only speaks of them. */
export const idFormat: Rule = {
  id: 'id-format',
  title: 'An ID has the wrong form',
  why: 'Links, searches and other tools look for capitals, hyphens and exactly three digits. An entry with another ID is invisible to them, and so is its rule.',
  fix: 'Write the ID in capitals with hyphens and three digits, for example BR-MOPS-002.',
  source: 'SPEC §4',
  severity: { quick: 'error', standard: 'error', deep: 'error' },
  bad: markdown`
    ## BR-MOPS-2: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
  `,
  good: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
  `,
  *check(model): Generator<Problem> {
    yield* malformedLinks(model);
    for (const file of model.repository.files) {
      for (const issue of file.issues) {
        if (issue.code !== 'id-format') continue;
        const written = file.text.slice(issue.span.start, issue.span.end);
        const meant = issue.expected === null ? [] : (model.repository.byId.get(issue.expected) ?? []);
        const entry = meant.find(
          ({ idSpan }) => idSpan.file === file.path && idSpan.start === issue.span.start,
        );
        const free = meant.every((one) => one === entry);
        const sure = issue.expected !== null && free && /^[\w-]+$/.test(written);
        yield {
          at: issue.span,
          message: issue.message,
          fix:
            issue.expected === null
              ? (numberFor(model, written, issue) ?? issue.fix)
              : free
                ? issue.fix
                : `${issue.expected} is taken by another entry. Write the next free ID, ${freeIdFor(model, familyOf(issue.expected), `${issue.span.file}:${issue.span.start}`)}.`,
          ...(entry === undefined ? {} : { entry }),
          key: written,
          cause: { key: written, here: `${quoted(written)} is defined so`, root: true },
          softens: false,
          ...(sure ? { edit: { span: issue.span, text: issue.expected ?? written } } : {}),
        };
      }
    }
  },
};

/** What to write for a name without a number: the number that links wait for where there is one, else the next free. */
function numberFor(model: Model, written: string, { span }: ReadIssue): string | null {
  const family = /^(?:BR|GTM)-MOPS(?=-)/.exec(written)?.[0];
  if (family === undefined) return null;
  const id = awaitedId(model, family);
  if (id !== null)
    return `Write ${id}, which other entries link and no file defines, if this is that entry; else ${freeIdFor(model, family, `${span.file}:${span.start}`)}.`;
  return `Write ${freeIdFor(model, family, `${span.file}:${span.start}`)}, the next free ID.`;
}

/** Links with wrong digits or case (`Linked IDs: BR-MOPS-2`). */
function* malformedLinks(model: Model): Generator<Problem> {
  for (const { id, token, span, from, field } of model.malformedReferences) {
    if (isRetired(model, from) || from.section !== null) continue;
    const sure = model.repository.byId.has(id) && sliceOf(model, span) === token;
    yield {
      at: span,
      message: `${from.id} links ${quoted(token)}, which is not a valid ID.`,
      fix: `Write ${id}: capitals, hyphens and three digits.`,
      entry: from,
      ...(field === null ? {} : { field }),
      key: token,
      cause: { key: token, here: `${from.id} links ${quoted(token)} too` },
      softens: false,
      ...(sure ? { edit: { span, text: id } } : {}),
    };
  }
}
