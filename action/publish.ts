import type { ReporterOptions } from '../src/report/reporter.ts';
import type { Occasion } from './event.ts';
import type { GitHubClient } from './github/client.ts';
import type { Inputs } from './inputs.ts';
import type { Outcome } from './judge.ts';
import { summaryOf, writeSummary } from './summary.ts';
import type { Place } from './tree/commit-files.ts';
import type { States } from './tree/states.ts';

export interface Publication {
  readonly outcome: Outcome;
  readonly states: States;
  readonly inputs: Inputs;
  readonly occasion: Occasion;
  readonly place: Place;
  readonly client: () => Promise<GitHubClient | null>;
  readonly options: ReporterOptions;
  readonly environment: NodeJS.ProcessEnv;
}

export async function publish({ outcome, options, environment }: Publication): Promise<void> {
  writeSummary(environment['GITHUB_STEP_SUMMARY'], (most) =>
    summaryOf(outcome.report, options, { notes: outcome.notes, patch: '', patchFile: null }, most),
  );
}
