/**
 * An emulator of the runner for one step: the committed bundle, copied out with action.yml alone, as a child process
 * under Node 24 with the environment GitHub gives it; afterwards what GitHub would show of it.
 */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { removeTemporaryFolders, temporaryFolder } from './temporary.ts';
import { readFileCommand, readOutput, type StepOutput } from './workflow-commands.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const node24 = join(root, 'node_modules/node/bin/node');
/** More than this per step and GitHub shows no summary at all. */
const largestSummary = 1024 * 1024;

// biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's, not of JavaScript
const tokenExpression = '${{ github.token }}';

interface ActionFile {
  readonly inputs: Record<string, { readonly default?: string }>;
  readonly outputs: Record<string, unknown>;
  readonly runs: { readonly using: string; readonly main: string };
}

export interface Step {
  readonly workspace: string;
  readonly eventName: string;
  readonly event: object;
  readonly sha: string;
  readonly ref: string;
  /** `with:` of the step; what is left out has the default of action.yml. */
  readonly with?: Readonly<Record<string, string>>;
  /** What `${{ github.token }}` stands for; empty for a step without a token. */
  readonly token?: string;
  readonly apiUrl: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface StepResult extends StepOutput {
  readonly exit: number | null;
  readonly stderr: string;
  readonly stdout: string;
  /** The job summary as GitHub shows it; empty when it is too big to be shown. */
  readonly summary: string;
  readonly summaryBytes: number;
  readonly outputs: ReadonlyMap<string, string>;
  readonly milliseconds: number;
}

let installed: string | null = null;

/** Copies action.yml and the file it names to a folder of their own, once per test. */
function install(): { folder: string; action: ActionFile } {
  installed ??= (() => {
    const folder = temporaryFolder('action');
    const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as ActionFile;
    cpSync(join(root, 'action.yml'), join(folder, 'action.yml'));
    mkdirSync(join(folder, action.runs.main, '..'), { recursive: true });
    cpSync(join(root, action.runs.main), join(folder, action.runs.main));
    return folder;
  })();
  const action = parse(readFileSync(join(installed, 'action.yml'), 'utf8')) as ActionFile;
  return { folder: installed, action };
}

/** Removes what the runs so far left on disk. */
export function cleanUp(): void {
  installed = null;
  removeTemporaryFolders();
}

/** Runs one step to its end. Throws when it declares outputs or inputs that action.yml does not know. */
export async function runStep(step: Step): Promise<StepResult> {
  const { folder, action } = install();
  if (action.runs.using !== 'node24') {
    throw new Error(`The emulator runs node24 actions, not ${action.runs.using}`);
  }
  const files = temporaryFolder('runner');
  const file = (name: string, content: string) => {
    writeFileSync(join(files, name), content);
    return join(files, name);
  };
  const unknown = Object.keys(step.with ?? {}).filter((name) => !(name in action.inputs));
  if (unknown.length > 0) {
    throw new Error(`action.yml has no input ${unknown.join(', ')}`);
  }
  const inputs = Object.entries(action.inputs).map(([name, { default: value = '' }]) => [
    `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
    (step.with?.[name] ?? value).replace(tokenExpression, step.token ?? ''),
  ]);
  const repository = 'acme/handbook';
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: files,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: step.workspace,
    GITHUB_REPOSITORY: repository,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_API_URL: step.apiUrl,
    GITHUB_GRAPHQL_URL: `${step.apiUrl}/graphql`,
    GITHUB_EVENT_NAME: step.eventName,
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(step.event)),
    GITHUB_SHA: step.sha,
    GITHUB_REF: step.ref,
    GITHUB_RUN_ID: '4711',
    GITHUB_RUN_NUMBER: '12',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_JOB: 'mops',
    GITHUB_OUTPUT: file('output', ''),
    GITHUB_STEP_SUMMARY: file('summary.md', ''),
    GITHUB_STATE: file('state', ''),
    GITHUB_ENV: file('env', ''),
    GITHUB_PATH: file('path', ''),
    RUNNER_TEMP: files,
    RUNNER_OS: 'Linux',
    ...Object.fromEntries(inputs),
    ...step.env,
  };
  const started = performance.now();
  const child = spawn(node24, [join(folder, action.runs.main)], { cwd: step.workspace, env });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  const exit = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const milliseconds = performance.now() - started;
  const text = Buffer.concat(stdout).toString('utf8');
  const written = (path: string) => (existsSync(path) ? readFileSync(path) : Buffer.alloc(0));
  const summary = written(env.GITHUB_STEP_SUMMARY);
  const outputs = readFileCommand(written(env.GITHUB_OUTPUT).toString('utf8'));
  const undeclared = [...outputs.keys()].filter((name) => !(name in action.outputs));
  if (undeclared.length > 0) {
    throw new Error(`action.yml has no output ${undeclared.join(', ')}`);
  }
  return {
    ...readOutput(text),
    exit,
    stdout: text,
    stderr: Buffer.concat(stderr).toString('utf8'),
    summary: summary.length > largestSummary ? '' : summary.toString('utf8'),
    summaryBytes: summary.length,
    outputs,
    milliseconds,
  };
}
