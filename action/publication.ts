import type { ReporterOptions } from '../src/report/reporter.ts';
import type { Occasion } from './event.ts';
import type { GitHubClient } from './github/client.ts';
import type { Inputs } from './inputs.ts';
import type { Outcome } from './judge.ts';
import type { CheckedFolder } from './tree/place.ts';
import type { States } from './tree/states.ts';

/** What a run has found and what it may use to tell it. */
export interface Publication {
  readonly outcome: Outcome;
  readonly states: States;
  readonly inputs: Inputs;
  readonly occasion: Occasion;
  readonly place: CheckedFolder;
  readonly client: () => Promise<GitHubClient | null>;
  readonly options: ReporterOptions;
  readonly environment: NodeJS.ProcessEnv;
}
