/**
 * An emulator of the runner for one step: the environment GitHub gives it, and afterwards what GitHub would show of it.
 * `runBundle` starts the committed bundle, copied out with action.yml alone, as a child process under Node 24;
 * `runSources` calls the same entry from the sources in this process, which is told the same environment: a third of the
 * work. A test holds both against each other.
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
}

const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as ActionFile;
let installed: string | null = null;

/** Copies action.yml and the file it names to a folder of their own, once per test; the path of that file. */
function install(): string {
  installed ??= temporaryFolder('action');
  const main = join(installed, action.runs.main);
  if (!existsSync(main)) {
    cpSync(join(root, 'action.yml'), join(installed, 'action.yml'));
    mkdirSync(join(main, '..'), { recursive: true });
    cpSync(join(root, action.runs.main), main);
  }
  return main;
}

/** Removes what the runs so far left on disk. */
export function cleanUp(): void {
  installed = null;
  removeTemporaryFolders();
}

/** What a process left behind. */
interface Ended {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The environment of a step's process. Throws when the step declares inputs that action.yml does not know. */
function environmentOf(step: Step): Readonly<Record<string, string>> {
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
  return {
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
}

/** Runs the bundle for one step to the end of its process. Throws when it sets outputs that action.yml does not know. */
export async function runBundle(step: Step): Promise<StepResult> {
  const env = environmentOf(step);
  const child = spawn(node24, [install()], { cwd: step.workspace, env });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  const exit = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const text = (chunks: readonly Buffer[]) => Buffer.concat(chunks).toString('utf8');
  return resultOf(env, { exit, stdout: text(stdout), stderr: text(stderr) });
}

/** Runs the sources for one step in this process, one at a time. */
export async function runSources(step: Step): Promise<StepResult> {
  const env = environmentOf(step);
  const { run } = await import('../../action/run.ts');
  const before = { env: { ...process.env }, folder: process.cwd() };
  const written = { stdout: '', stderr: '' };
  const caught = (['stdout', 'stderr'] as const).map((name) => {
    const write = process[name].write;
    process[name].write = (chunk: string | Uint8Array) => {
      written[name] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
      return true;
    };
    return () => {
      process[name].write = write;
    };
  });
  try {
    become(env);
    process.chdir(step.workspace);
    const exit = await run(process.env);
    return resultOf(env, { exit, ...written });
  } finally {
    for (const release of caught) release();
    process.chdir(before.folder);
    become(before.env);
  }
}

/** Gives this process another environment. */
function become(env: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
}

function resultOf(env: Readonly<Record<string, string>>, { exit, stdout, stderr }: Ended): StepResult {
  const written = (path: string) => (existsSync(path) ? readFileSync(path) : Buffer.alloc(0));
  const summary = written(env['GITHUB_STEP_SUMMARY'] ?? '');
  const outputs = readFileCommand(written(env['GITHUB_OUTPUT'] ?? '').toString('utf8'));
  const undeclared = [...outputs.keys()].filter((name) => !(name in action.outputs));
  if (undeclared.length > 0) {
    throw new Error(`action.yml has no output ${undeclared.join(', ')}`);
  }
  return {
    ...readOutput(stdout),
    exit,
    stdout,
    stderr,
    summary: summary.length > largestSummary ? '' : summary.toString('utf8'),
    summaryBytes: summary.length,
    outputs,
  };
}
