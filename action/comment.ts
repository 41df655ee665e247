/** The pull request's one comment of a job, written so that a failure is a line in the log. */
import type { Occasion } from './event.ts';
import type { GitHubClient } from './github/client.ts';
import { keepComment } from './github/sticky-comment.ts';
import { tolerate } from './github/tolerate.ts';
import type { Inputs } from './inputs.ts';
import { log } from './log.ts';
import type { CheckedFolder } from './tree/place.ts';

export interface Speaker {
  readonly inputs: Inputs;
  readonly occasion: Occasion;
  readonly place: CheckedFolder;
  readonly environment: NodeJS.ProcessEnv;
}

/** Makes the comment say `body`. `create`: also where there is none yet; `green`: fold it away. */
export async function keepWord(
  github: GitHubClient,
  { inputs, occasion, place, environment }: Speaker,
  { body, create, green }: { readonly body: string; readonly create: boolean; readonly green: boolean },
): Promise<void> {
  await tolerate('The comment was not written', async () => {
    const { done, unfolded } = await keepComment(github, occasion.pull?.number ?? 0, {
      key: encodeURIComponent(place.prefix) || 'root',
      job: jobOf(environment, inputs),
      run: {
        id: Number(environment['GITHUB_RUN_ID']) || 0,
        attempt: Number(environment['GITHUB_RUN_ATTEMPT']) || 0,
      },
      body,
      create,
      minimized: green,
    });
    log(`Comment: ${done}.`);
    if (unfolded !== null) {
      log(
        `The comment stands, but could not be ${green ? 'folded away' : 'brought back into view'}. ${unfolded}`,
      );
    }
  });
}

/** What tells this job's comment from another's on the same pull request. */
function jobOf(environment: NodeJS.ProcessEnv, { mode, motion, config }: Inputs): string {
  const names = ['GITHUB_WORKFLOW', 'GITHUB_JOB'].map((name) => environment[name] ?? '');
  return JSON.stringify([...names, mode, motion, config]);
}
