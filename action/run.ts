import { readFileSync, realpathSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { getInput } from '@actions/core';
import { jsonReport } from '../src/report/json.ts';
import { sarifReport } from '../src/report/sarif.ts';
import { rules } from '../src/rules/index.ts';
import { type ExitCode, exit, exitOf, UsageError } from '../src/shell/exit.ts';
import { configName } from '../src/shell/files/config-name.ts';
import { BadConfig } from '../src/shell/files/tree.ts';
import { version } from '../src/shell/version.ts';
import { readEvent } from './event.ts';
import { reportFiles, writeReportFile } from './files.ts';
import { connect, type GitHubClient } from './github/client.ts';
import { type Inputs, readInputs } from './inputs.ts';
import { judge, type Outcome } from './judge.ts';
import { attempt, log } from './log.ts';
import { setOutputs } from './outputs.ts';
import { publish } from './publish.ts';
import { refused } from './refused.ts';
import { tellBadConfig, tellFailure, tellReport } from './tell.ts';
import { type CheckedFolder, folderOfInput } from './tree/place.ts';
import { readStates } from './tree/states.ts';
import { insideWorkspace } from './workspace.ts';

/**
 * One run of the Action. The verdict is decided and its exit code known before anything is reported; a reporter that
 * fails is a line in the log. Never throws.
 */
export async function run(environment: NodeJS.ProcessEnv): Promise<ExitCode> {
  try {
    return await checkAndReport(environment);
  } catch (error) {
    if (error instanceof BadConfig) {
      tellBadConfig(error);
      return exit.usage;
    }
    if (error instanceof UsageError) {
      tellFailure('Configuration', error.message);
      return exit.usage;
    }
    tellFailure('The check could not run', error instanceof Error ? error.message : String(error));
    return exit.internal;
  }
}

async function checkAndReport(environment: NodeJS.ProcessEnv): Promise<ExitCode> {
  const inputs = readInputs(getInput);
  const workspace = environment['GITHUB_WORKSPACE'] ?? process.cwd();
  const files = reportFiles(workspace, inputs);
  const place = folderOfInput(workspace, inputs.path);
  const root = place.at?.top ?? realpathSync(workspace);
  const occasion = readEvent({
    name: environment['GITHUB_EVENT_NAME'] ?? '',
    payload: payloadOf(environment['GITHUB_EVENT_PATH']),
    repository: environment['GITHUB_REPOSITORY'] ?? '',
    sha: environment['GITHUB_SHA'] ?? '',
    ref: environment['GITHUB_REF'] ?? '',
  });
  const client = clientOnce(inputs, occasion.repository, environment['GITHUB_API_URL'] || undefined);
  const states = await readStates({
    occasion,
    place,
    root,
    configPath: configPathOf(workspace, place, root, inputs.config),
    configNamed: inputs.config !== null,
    ruleIds: rules.map((rule) => rule.id),
    client,
    network: inputs.token !== null,
  }).catch(async (error: unknown) => {
    await refused(error, { inputs, occasion, place, environment }, client);
    throw error;
  });
  const outcome: Outcome = judge(states, inputs, occasion);
  const { report } = outcome;
  const code = exitOf(report);

  const options = { rules, version, prefix: place.prefix };
  const written = files.filter(
    (file) =>
      attempt(`Writing ${file.path}`, () => {
        writeReportFile(
          workspace,
          file,
          (file.input === 'report-file' ? jsonReport : sarifReport)(report, options),
        );
        return true;
      }) === true,
  );
  const reportFile = written.find(({ input }) => input === 'report-file')?.path ?? null;
  attempt('Setting the outputs', () => setOutputs(report, reportFile));
  tellReport(report, options, outcome.notes);
  await publish({ outcome, states, inputs, occasion, place, client, options, environment }).catch(
    (error: unknown) =>
      log(`Reporting stopped: ${error instanceof Error ? error.message : String(error)} The verdict stands.`),
  );
  return code;
}

/** The configuration file from the root of the checked folder's repository. */
function configPathOf(workspace: string, { at }: CheckedFolder, root: string, config: string | null): string {
  if (config === null) return `${at?.prefix ?? ''}${configName}`;
  const path = join(realpathSync(workspace), insideWorkspace(workspace, config, 'config'));
  return relative(root, resolve(path)).split(sep).join('/');
}

function payloadOf(path: string | undefined): unknown {
  try {
    return JSON.parse(readFileSync(path ?? '', 'utf8'));
  } catch {
    return null;
  }
}

/** Connects when first asked, and not at all without a token. */
function clientOnce(
  inputs: Inputs,
  repository: string,
  api: string | undefined,
): () => Promise<GitHubClient | null> {
  let made: Promise<GitHubClient> | null = null;
  return async () => {
    if (inputs.token === null || !/^[\w.-]+\/[\w.-]+$/.test(repository)) {
      return null;
    }
    made ??= connect(inputs.token, repository, api);
    return made;
  };
}
