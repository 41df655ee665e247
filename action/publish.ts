import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changedFiles } from '../src/edit/apply.ts';
import { unifiedDiff } from '../src/edit/diff.ts';
import { keepWord } from './comment.ts';
import { commentBody } from './comment-body.ts';
import { type Offer, offerFixes } from './fixes/offer.ts';
import { type Meaning, meaningOf } from './judge.ts';
import { attempt } from './log.ts';
import type { Publication } from './publication.ts';
import { summaryOf, writeSummary } from './summary.ts';

/** Fixes, summary, comment: in this order, because the summary holds the fixes that could not be offered elsewhere. */
export async function publish(publication: Publication): Promise<void> {
  const { outcome, options, environment, occasion, place, states } = publication;
  const meaning = attempt('Comparing the lifecycles', () => meaningOf(outcome, states)) ?? {
    changes: [],
    diagram: null,
  };
  const offer = await offerFixes(publication);
  const edited = new Set(offer.left.map(({ span }) => span.file));
  const texts = states.head.files
    .map((file) => ({ file, path: `${place.prefix}${file.path}` }))
    .filter(({ path }) => edited.has(path))
    .map(({ file, path }) => ({ path, text: file.text }));
  const patch = unifiedDiff(changedFiles(texts, offer.left));
  const patchFile = savePatch(environment['RUNNER_TEMP'], patch);
  const server = environment['GITHUB_SERVER_URL'] ?? 'https://github.com';
  const lineUrl = (file: string, line: number) =>
    `${server}/${occasion.repository}/blob/${occasion.sha}/${file.split('/').map(encodeURIComponent).join('/')}#L${line}`;
  attempt('Writing the summary', () =>
    writeSummary(environment['GITHUB_STEP_SUMMARY'], (most) =>
      summaryOf(
        outcome.report,
        options,
        {
          notes: [...outcome.notes, ...offer.notes],
          patch,
          patchFile,
          changes: meaning.changes,
          ...(occasion.sha === '' ? {} : { lineUrl }),
        },
        most,
      ),
    ),
  );
  await comment(publication, meaning, offer);
}

async function comment(
  { outcome, inputs, occasion, place, client, options, states, environment }: Publication,
  meaning: Meaning,
  offer: Offer,
): Promise<void> {
  const { report, base } = outcome;
  const { changes, diagram } = meaning;
  const github = occasion.pull === null || inputs.comment === 'never' ? null : await client();
  if (github === null || occasion.pull === null) {
    return;
  }
  const fresh = report.findings.some((finding) => finding.state === 'new');
  const green = report.verdict === 'pass' && !fresh && changes.length === 0;
  const configMatters = states.base === null || changes.some(({ subject }) => subject.kind === 'config');
  const body = commentBody(
    {
      report,
      base,
      changes,
      diagram,
      commit: occasion.sha,
      notes: [
        ...(states.base === null && states.baseNote !== null ? [states.baseNote] : []),
        ...(states.configNote !== null && configMatters ? [states.configNote] : []),
      ],
      offered: { suggestions: offer.suggested, patch: offer.left.length },
    },
    options,
  );
  await keepWord(
    github,
    { inputs, occasion, place, environment },
    { body, create: inputs.comment === 'always' || !green || report.fixed.length > 0, green },
  );
}

/** Leaves the patch where a later step can pick it up. */
function savePatch(folder: string | undefined, patch: string): string | null {
  if (patch === '' || folder === undefined || folder === '') {
    return null;
  }
  const file = join(folder, 'mops.patch');
  return attempt('Saving the patch', () => {
    writeFileSync(file, patch);
    return file;
  });
}
