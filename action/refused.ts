/** A run without a verdict because of what somebody configured: said in the summary and the comment, never left green. */
import { setOutput } from '@actions/core';
import type { ConfigError } from '../src/config/explain.ts';
import { UsageError } from '../src/shell/exit.ts';
import { BadConfig } from '../src/shell/files/tree.ts';
import { codeSpan, escapeMarkdown } from '../src/untrusted/markdown.ts';
import { keepWord, type Speaker } from './comment.ts';
import type { GitHubClient } from './github/client.ts';
import { attempt, log } from './log.ts';
import { writeSummary } from './summary.ts';

/** Most mistakes shown; the log has them all. */
const mostShown = 10;

/**
 * Tells a refusal everywhere but in the annotations; any other error is left to the caller. What an earlier run said
 * on the pull request no longer holds.
 */
export async function refused(
  error: unknown,
  speaker: Speaker,
  client: () => Promise<GitHubClient | null>,
): Promise<void> {
  const errors: readonly (Pick<ConfigError, 'message'> & Partial<ConfigError>)[] =
    error instanceof BadConfig ? error.errors : error instanceof UsageError ? [error] : [];
  if (errors.length === 0) return;
  attempt('Setting the outputs', () => setOutput('verdict', 'fail'));
  const lines = errors.slice(0, mostShown).map(({ file, line, message }) => {
    const place = file === undefined ? '' : `${codeSpan(`${file}:${line}`)} `;
    return `- ${place}${escapeMarkdown(message)}`;
  });
  const body = [
    '## ❌ Lead lifecycle not checked: the configuration is wrong',
    '',
    ...lines,
    ...(errors.length > mostShown ? [`- and ${errors.length - mostShown} more, in the log`] : []),
    '',
  ].join('\n');
  attempt('Writing the summary', () => writeSummary(speaker.environment['GITHUB_STEP_SUMMARY'], () => body));
  const { occasion, inputs } = speaker;
  if (occasion.pull === null || inputs.comment === 'never') return;
  try {
    const github = await client();
    if (github !== null) await keepWord(github, speaker, { body, create: true, green: false });
  } catch (error) {
    log(`Reporting stopped: ${error instanceof Error ? error.message : String(error)}`);
  }
}
