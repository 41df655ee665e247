import { changedFiles } from '../../src/edit/apply.ts';
import { type ReasonedEdit, withoutOverlaps } from '../../src/edit/edit.ts';
import { type Replacement, replacements } from '../../src/edit/lines.ts';
import { ApiFailure } from '../github/answer.ts';
import { pushCommit } from '../github/commit.ts';
import { suggest } from '../github/review.ts';
import { tolerate } from '../github/tolerate.ts';
import { log } from '../log.ts';
import type { Publication } from '../publication.ts';
import { findingEdits, placeholderEdits } from './sure-edits.ts';

/** What became of the fixes that are sure. */
export interface Offer {
  /** Number of fixes that stand as suggestions in the review, from this run or an earlier one. */
  readonly suggested: number;
  /** For the patch. */
  readonly left: readonly ReasonedEdit[];
  /** Sentences for the summary. */
  readonly notes: readonly string[];
}

/** Commits the placeholders if asked to, suggests what the diff shows, and leaves the rest for the patch. */
export async function offerFixes(publication: Publication): Promise<Offer> {
  const { outcome, inputs, states, place } = publication;
  const texts = new Map(states.head.files.map(({ path, text }) => [`${place.prefix}${path}`, text]));
  const rewritten = inputs.reconcile === 'off' ? [] : placeholderEdits(outcome.report.model, place.prefix);
  const fixes = findingEdits(outcome.report, place.prefix);
  const notes: string[] = [];
  const committed =
    inputs.reconcile === 'commit' && rewritten.length > 0
      ? await commit(publication, rewritten, texts)
      : null;
  if (committed !== null) {
    notes.push(committed.note);
  }
  const open = withoutOverlaps(committed?.done === true ? fixes : [...rewritten, ...fixes]);
  const all = replacementsOf(open, texts);
  const offered = await suggestIn(publication, all, texts);
  const edits = (list: readonly Replacement[]) => list.flatMap((replacement) => replacement.edits);
  return {
    suggested: edits(offered?.known ?? []).length,
    left: edits(offered === null ? all : offered.left),
    notes,
  };
}

function replacementsOf(edits: readonly ReasonedEdit[], texts: ReadonlyMap<string, string>): Replacement[] {
  const paths = [...new Set(edits.map(({ span }) => span.file))];
  return paths.flatMap((path) =>
    replacements(
      path,
      texts.get(path) ?? '',
      edits.filter(({ span }) => span.file === path),
    ),
  );
}

/** Null when there is no review to post to, or it could not be posted. */
async function suggestIn(
  { inputs, occasion, client, place }: Publication,
  all: readonly Replacement[],
  texts: ReadonlyMap<string, string>,
): Promise<{ readonly known: readonly Replacement[]; readonly left: readonly Replacement[] } | null> {
  const { pull } = occasion;
  // The files of a submodule are in no diff of the pull request.
  if (!inputs.suggestions || pull === null || all.length === 0 || place.outer !== null) {
    return null;
  }
  const github = await client();
  if (github === null) {
    return null;
  }
  let done: { known: readonly Replacement[]; left: readonly Replacement[] } | null = null;
  await tolerate('No suggestions were posted; the fixes stand in the summary', async () => {
    const { posted, standing, left } = await suggest(github, pull, all, texts);
    done = { known: [...posted, ...standing], left };
    if (posted.length > 0 || standing.length > 0) {
      log(
        `Suggestions: ${posted.length} posted, ${standing.length} posted earlier, ${left.length} outside the diff.`,
      );
    }
  });
  return done;
}

async function commit(
  { occasion, client, inputs, place }: Publication,
  edits: readonly ReasonedEdit[],
  texts: ReadonlyMap<string, string>,
): Promise<{ readonly done: boolean; readonly note: string }> {
  const refuse = (why: string) => {
    const note = `No commit was made: ${why}. The fixes stand as suggestions or as a patch.`;
    log(note);
    return { done: false, note };
  };
  const { branch, pull } = occasion;
  if (branch === null) {
    return refuse(
      pull?.fork === true
        ? 'the pull request comes from a fork'
        : `${occasion.event} has no branch to push to`,
    );
  }
  if (place.outer !== null) {
    return refuse('the source of truth is in a submodule');
  }
  const github = await client();
  if (github === null) {
    return refuse(inputs.token === null ? 'there is no token' : 'the repository is not known');
  }
  const kept = withoutOverlaps(edits);
  const files = changedFiles(
    [...texts].map(([path, text]) => ({ path, text })),
    kept,
  );
  try {
    const title = `Replace ${kept.length} v0.9 ${kept.length === 1 ? 'placeholder' : 'placeholders'} with their IDs`;
    const result = await pushCommit(github, branch, files, title);
    if ('refused' in result) {
      return refuse(result.refused);
    }
    const note = `${title}: commit ${result.sha.slice(0, 7)} on ${branch.name}.`;
    log(note);
    return { done: true, note };
  } catch (error) {
    if (error instanceof ApiFailure) {
      return refuse(error.message.replace(/\.$/, ''));
    }
    throw error;
  }
}
