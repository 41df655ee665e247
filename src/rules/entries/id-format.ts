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
        const { fix, id } = advice(model, written, issue, free);
        yield {
          at: issue.span,
          message: issue.message,
          fix,
          ...(id === null ? {} : { instead: { actual: written, expected: id } }),
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

/** What to write, and the ID in it where it is one alone: the right form, else the next free number. */
function advice(
  model: Model,
  written: string,
  { span, expected, fix }: ReadIssue,
  free: boolean,
): { readonly fix: string; readonly id: string | null } {
  if (expected !== null && free) return { fix, id: expected };
  const family = expected === null ? /^(?:BR|GTM)-MOPS(?=-)/.exec(written)?.[0] : familyOf(expected);
  if (family === undefined) return { fix, id: null };
  const next = freeIdFor(model, family, `${span.file}:${span.start}`);
  if (expected !== null)
    return { fix: `${expected} is taken by another entry. Write the next free ID, ${next}.`, id: next };
  // A name without a number: links may wait for one that no file defines.
  const awaited = awaitedId(model, family);
  if (awaited === null) return { fix: `Write ${next}, the next free ID.`, id: next };
  return {
    fix: `Write ${awaited}, which other entries link and no file defines, if this is that entry; else ${next}.`,
    id: null,
  };
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
      instead: { actual: token, expected: id },
      ...(sure ? { edit: { span, text: id } } : {}),
    };
  }
}
