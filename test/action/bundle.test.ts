/**
 * The committed bundle, in a process of its own as a runner starts it, does what the sources do: the other files of this
 * folder run the sources, and hold for the bundle by this one.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { git } from '../contract/diff.ts';
import { closeServers, example, passing, play, rulesFile, type Scenario } from './scenario.ts';

afterEach(closeServers);

/** One error and one sure fix: something to comment, something to suggest. */
const change = {
  [rulesFile]: (passing[rulesFile] as string)
    .replace('**Owner**: Marketing automation\n', '**Owner**: TBD\n')
    .replace('**Owner**: BDR\n', '**Ownr**: BDR\n'),
};
const noRemote = (workspace: string) => git(workspace, 'remote', 'remove', 'origin');
/** The lifecycle that waits for go-to-market, with the v0.9 that decides it. */
const waiting = example('before-v09');
const decided = {
  'PRD.md': (waiting['PRD.md'] as string)
    .replace('- **Status:** Planned', '- **Status:** Live')
    .replace(
      '\nTwo ideas on the whiteboard, none written down.\n',
      '\n## GTM-101: Offer — Bank shift plan\n\n- **Type:** Offer\n- **Owner:** Founder\n- **Status:** Approved\n- **Linked IDs:** BR-MOPS-001\n',
    ),
};

const scenarios: readonly (readonly [situation: string, scenario: Scenario])[] = [
  ['comments and suggests on a pull request', { change }],
  [
    'writes both report files',
    { change, with: { 'report-file': 'report.json', 'sarif-file': 'out/report.sarif' } },
  ],
  ['says in the log what a fork may not do', { change, fork: true, token: 'ghs_reader' }],
  ['reads a head as data', { event: 'pull_request_target', fork: true, change }],
  ['reads the base through the API', { change, prepare: noRemote }],
  ['holds a base that went on against the merge', { change, meanwhile: { 'notes.md': 'x\n' }, depth: 'all' }],
  [
    'commits what it reconciles',
    { base: waiting, change: decided, token: 'ghs_pusher', with: { reconcile: 'commit' } },
  ],
  ['checks a state for itself', { event: 'schedule', base: { ...passing, ...change } }],
  ['stands when GitHub drops the connection', { change, faults: [{ on: 'POST', network: 'reset' }] }],
  ['ends with exit 2 for an input that is no choice', { with: { mode: 'fast' } }],
];

test.each(scenarios)('%s', async (_situation, scenario) => {
  const both = [await play(scenario), await play({ ...scenario, bundle: true })];
  // Bytes are not compared: GitHub takes some short names of commits for others' and they are parted, which takes some.
  const [sources, bundle] = both.map(({ stage, summaryBytes: _bytes, ...result }) => {
    const { github, workspace, origin } = stage;
    const written = Object.values(scenario.with ?? {})
      .filter((value) => /\.(?:json|sarif)$/.test(value))
      .map((path) => readFileSync(join(workspace, path), 'utf8'));
    const all = {
      ...result,
      outputs: [...result.outputs],
      written,
      comments: github.world.comments,
      reviews: github.world.reviewComments,
      asked: github.seen.map(({ method, path, body, status }) => ({ method, path, body, status })),
    };
    const text = JSON.stringify(all, null, 1);
    // The token that stops commands is random, and folders, ports and the time of a commit differ.
    const known = [
      [/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'TOKEN'] as const,
      [/mops-\w+-\w{6}/g, 'FOLDER'] as const,
      // The sources know no version.
      [/(semanticVersion\W+)[\w.-]+/g, '$1VERSION'] as const,
      [/127\.0\.0\.1:\d+/g, 'SERVER'] as const,
      [/\b(?:[0-9a-f]{40}|[0-9a-f]{7}|[0-9a-f]{6}&#8203;[0-9a-f])\b/g, 'COMMIT'] as const,
    ].reduce((kept, [from, to]) => kept.replaceAll(from, to), text);
    return `${origin.git('rev-parse', 'refs/heads/sla/faster^{tree}')}\n${known}`;
  });
  expect(bundle).toBe(sources);
  expect(sources).toContain('"exit"');
});
