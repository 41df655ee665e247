/** Entries to reconcile, and what the plan for them prints. */
import { buildModel } from '../../src/lifecycle/build.ts';
import { planReconcile } from '../../src/reconcile/index.ts';
import { type PlanOutcome, reconcileText } from '../../src/reconcile/print.ts';
import { readRepository } from '../../src/sot/index.ts';
import { configOf } from '../rules/bench.ts';

export const links = (ids: string) =>
  `## BR-MOPS-002: Lifecycle Stage — MQL\nType: Lifecycle-Stage\nStage: MQL\nLinked IDs: ${ids}\n\n`;
export const channel = (number: number, name: string, lines = 'Status: Live') =>
  `## GTM-00${number}: Channel — ${name}\nType: Channel\n${lines}\n\n`;
export const draft = (number: number, name: string, lines = '') =>
  channel(number, name, `Status: Draft\n${lines}`);
export const two = channel(1, 'Ads') + channel(2, 'Mail');

export function planned(text: string, reconcile: Readonly<Record<string, string>> = {}) {
  const config = configOf({ v09: 'final', reconcile });
  return planReconcile(buildModel(readRepository([{ path: 'SoT/a.md', text }]), config));
}

/** What is printed under the headings, without the place: the token, what becomes of it, and who else could be meant. */
export function decided(text: string, reconcile: Readonly<Record<string, string>> = {}): string[] {
  return reconcileText(planned(text, reconcile), '', 'planned')
    .split('\n')
    .filter((line) => line.startsWith('  '))
    .map((line) => line.trim().replace(/^SoT\/a\.md:\d+:\d+ {2}/, ''));
}

/** The last line: what to do next. */
export function advised(
  text: string,
  outcome: PlanOutcome,
  reconcile: Readonly<Record<string, string>> = {},
): string {
  return reconcileText(planned(text, reconcile), '', outcome).trimEnd().split('\n').at(-1) ?? '';
}
