/** The reconciliation plan for people and for programs. */

import { isOpenPhrase } from '../language/nothing.ts';
import { jsonText, plainText, shorten } from '../untrusted/plain-text.ts';
import { identifies } from './answer.ts';
import type { PlanItem } from './item.ts';
import type { ReconcilePlan } from './plan.ts';
import { bareToken } from './pool.ts';

/** What became of the plan. */
export type PlanOutcome = 'planned' | 'pending' | 'written';

/**
 * The plan as text: how v0.9 was decided, the diff of what is sure, what needs a decision, what is missing.
 *
 * @param diff unified diff of the sure rewrites as it is to be printed, empty when there are none
 */
export function reconcileText(plan: ReconcilePlan, diff: string, outcome: PlanOutcome): string {
  const sure = plan.items.filter(({ verdict }) => verdict === 'sure');
  const unsure = plan.items.filter(({ verdict }) => verdict === 'unsure');
  const none = plan.items.filter(({ verdict }) => verdict === 'none');
  const lines = [`v0.9 is ${plan.v09.value}. ${plainText(plan.v09.evidence)}`];
  if (plan.items.length === 0)
    return `${[...lines, 'Nothing is open: no placeholder waits for an ID, and no ID has been replaced.'].join('\n')}\n`;
  if (sure.length > 0) {
    lines.push('', `${headings[outcome]} (${sure.length}):`, ...sure.map(sureLine));
    if (diff !== '') lines.push('', diff.replace(/\n$/, ''));
  }
  if (unsure.length > 0)
    lines.push('', `Needs a decision (${unsure.length}):`, ...unsure.flatMap(unsureLines));
  if (none.length > 0)
    lines.push(
      '',
      `Nothing to write yet (${none.length}):`,
      ...none.map((item) => `  ${place(item)}  ${token(item)}  ${plainText(item.reason)}`),
    );
  lines.push('', advice(outcome, sure.length, [...unsure, ...none]));
  return `${lines.join('\n')}\n`;
}

const headings: Readonly<Record<PlanOutcome, string>> = {
  planned: 'Sure',
  pending: 'Sure, once v0.9 is final',
  written: 'Written',
};

function sureLine(item: PlanItem): string {
  return `  ${place(item)}  ${token(item)} → ${item.replacement}  ${plainText(item.reason)}`;
}

function unsureLines(item: PlanItem): string[] {
  return [
    `  ${place(item)}  ${token(item)}  ${plainText(item.reason)}`,
    ...item.candidates.map(
      ({ id, name, reason }) =>
        `      ${id}${name === '' ? '' : ` (${plainText(shorten(name, 60))})`}  ${plainText(reason)}`,
    ),
  ];
}

function place({ span }: PlanItem): string {
  return `${plainText(span.file)}:${span.line}:${span.column}`;
}

function token({ token: written, label }: PlanItem): string {
  return plainText(label === null ? written : `${written} (${shorten(label, 60)})`);
}

function advice(outcome: PlanOutcome, sure: number, open: readonly PlanItem[]): string {
  const undecided = open.filter(({ awaits }) => awaits === undefined);
  const unwritten = open.some(({ awaits }) => awaits === 'entry');
  const decide =
    undecided.length > 0
      ? ` For the others, ${howToDecide(undecided)}`
      : unwritten
        ? ' The others wait for entries that are missing.'
        : '';
  if (outcome === 'written')
    return open.length === 0 ? 'Everything is reconciled.' : `${count(open.length)} still open.${decide}`;
  if (outcome === 'pending')
    return `v0.9 is still draft, so nothing is written; mops reconcile --write --early writes the sure ones now.${decide}`;
  return sure === 0
    ? `Nothing can be written yet.${decide}`
    : `mops reconcile --write writes the sure ones.${decide}`;
}

/** What settles an open one when it is done to the letter: a line in its own words, or the config's. */
function howToDecide(open: readonly PlanItem[]): string {
  const config = (words: string): string => `name it in mops.config.yml: reconcile: {${words}: …}.`;
  const waiting = open.filter(({ kind }) => kind === 'placeholder');
  const item = waiting.find(({ token: written }) => replaceable.test(written)) ?? waiting[0];
  if (item === undefined)
    return `keep the line "Replaces: ${plainText(open[0]?.token ?? '')}" in the one entry that is meant, or write its ID by hand.`;
  if (!replaceable.test(item.token)) {
    const phrase = isOpenPhrase(item.token) ? item.token : bareToken(item.token);
    return config(`"${plainText(phrase)}"`);
  }
  const bare = plainText(bareToken(item.token));
  const label = identifies(item.label) ? ` (${plainText(item.label ?? '')})` : '';
  return `add a line "Replaces: ${bare}${label}" to the entry that is meant, or ${config(bare)}`;
}

/** Tokens that a `Replaces:` line can hold: IDs in form. `TBD (channel)` is none. */
const replaceable = /^[[({<]*[A-Z]{2,}(?:-[A-Z]+)?-(?:[A-Z0-9]+|\?)[\])}>]*$/;

function count(open: number): string {
  return open === 1 ? '1 is' : `${open} are`;
}

/** The plan for programs: `{version, v09, pending, items, diff, written}`. */
export function reconcileJson(plan: ReconcilePlan, diff: string, written: readonly string[]): string {
  return jsonText({
    version: 1,
    v09: plan.v09,
    pending: plan.pending,
    items: plan.items.map(
      ({ kind, token: text, span, entry, field, label, role, verdict, replacement, candidates, reason }) => ({
        kind,
        token: text,
        file: span.file,
        line: span.line,
        column: span.column,
        entry: entry.id,
        field,
        label,
        role,
        verdict,
        replacement,
        candidates,
        reason,
      }),
    ),
    diff,
    written,
  });
}
