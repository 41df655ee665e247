/** A run of the Action without git: what it is handed, and what it hands on. */
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { type Occasion, readEvent } from '../../action/event.ts';
import { readInputs } from '../../action/inputs.ts';
import { judge } from '../../action/judge.ts';
import { publish } from '../../action/publish.ts';
import type { CheckedFolder } from '../../action/tree/place.ts';
import type { States } from '../../action/tree/states.ts';
import { rules } from '../../src/rules/index.ts';
import type { Tree } from '../../src/shell/files/tree.ts';
import { configOf } from '../rules/bench.ts';
import { AskedGitHub } from './asked-github.ts';

let folder = '';
let written = '';
/** The runner's folder of the test that runs. */
export const runner = () => folder;
/** What the run said on the runner's log. */
export const logged = () => written;

/** Gives each test of a file a runner of its own: a folder, and a log that is kept. */
export function onARunner(): void {
  const write = process.stdout.write;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'mops-handed-')));
    written = '';
    process.stdout.write = (chunk: string | Uint8Array) => {
      written += String(chunk);
      return true;
    };
  });
  afterEach(() => {
    process.stdout.write = write;
    rmSync(folder, { recursive: true, force: true });
  });
}

export const sha = (digit: string) => digit.repeat(40);
export const text = `## BR-MOPS-002: Lifecycle Stage — MQL

Type: Lifecycle-Stage
Stage: MQL
Order: 2
Owner: BDR
Linked IDs: GTM-YYY (channel)

## GTM-001: Channel — Ads

Type: Channel
Status: Live
`;
export const misspelt = text.replace('Owner: BDR', 'Ownr: BDR');
const tree = (words: string, config: object = { v09: 'final' }): Tree => ({
  config: configOf(config),
  files: [{ path: 'SoT/a.md', text: words }],
  issues: [],
});
export const statesOf = (head: string, base: string | null, more: Partial<States> = {}): States => ({
  head: tree(head),
  headNote: null,
  base: base === null ? null : tree(base),
  baseNote: 'Compared with main.',
  configNote: null,
  configs: base === null ? null : { base: tree(base).config, head: tree(head).config },
  unchanged: base === head,
  ...more,
});
export const inputsOf = (given: Record<string, string> = {}) => readInputs((name) => given[name] ?? '');
export const pull = {
  pull_request: {
    number: 7,
    base: { ref: 'main', sha: sha('b') },
    head: { ref: 'sla/faster', sha: sha('a'), repo: { full_name: 'acme/handbook' } },
  },
};
export const event = (name = 'pull_request', payload: unknown = pull): Occasion =>
  readEvent({ name, payload, repository: 'acme/handbook', sha: sha('c'), ref: 'refs/heads/main' });
export const root: CheckedFolder = { folder: '/w', at: null, outer: null, prefix: 'gtm/', link: null };

export const path = 'gtm/SoT/a.md';
export const patch = `@@ -1,12 +1,12 @@\n${misspelt
  .trimEnd()
  .split('\n')
  .map((line) => `+${line}`)
  .join('\n')}`;
export const answers = {
  'GET issues/7/comments': [],
  'POST issues/7/comments': { id: 1, node_id: 'N1' },
  'GET pulls/7/files': [{ filename: path, patch }],
  'GET pulls/7/comments': [],
  'POST pulls/7/reviews': {},
};

/** What a run is handed where it differs from a pull request with one misspelt field. */
export interface Run {
  readonly head?: string;
  readonly base?: string | null;
  readonly states?: Partial<States>;
  readonly with?: Record<string, string>;
  readonly occasion?: Occasion;
  readonly place?: CheckedFolder;
  readonly github?: object | null;
  readonly env?: NodeJS.ProcessEnv;
}

/** Judges and publishes: the outcome, the requests that were made, the summary and the patch. */
export async function published(run: Run = {}) {
  const states = statesOf(run.head ?? misspelt, run.base === undefined ? text : run.base, run.states);
  const [inputs, occasion] = [inputsOf({ token: 't', ...run.with }), run.occasion ?? event()];
  const github = run.github === null ? null : new AskedGitHub({ ...answers, ...run.github });
  const outcome = judge(states, inputs, occasion);
  const environment = { GITHUB_STEP_SUMMARY: join(folder, 'summary.md'), RUNNER_TEMP: folder, ...run.env };
  const place = run.place ?? root;
  const options = { rules, version: '0.0.0', prefix: place.prefix };
  await publish({
    outcome,
    states,
    inputs,
    occasion,
    place,
    client: async () => github,
    options,
    environment,
  });
  const file = (name: string) => {
    try {
      return readFileSync(join(folder, name), 'utf8');
    } catch {
      return null;
    }
  };
  const asked = github?.asked ?? [];
  return {
    outcome,
    asked,
    sent: github?.sent ?? [],
    summary: file('summary.md') ?? '',
    patch: file('mops.patch'),
  };
}
