/** Findings of the base under the names of the head: a renamed or renumbered entry keeps its old findings old. */

import type { Finding, Report } from '../check/finding.ts';
import { fingerprintOf } from '../check/fingerprint.ts';
import { apart } from '../check/together.ts';
import type { Model } from '../lifecycle/model.ts';
import { pairRecords } from './pair.ts';

/** What is called otherwise in the head: IDs by ID, stage names by name. */
interface Renames {
  readonly ids: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
}

/** The base's findings, with the fingerprints they would have under the head's IDs and names. */
export function followed(base: Report, head: Report): readonly Finding[] {
  const renames = renamesBetween(base.model, head.model);
  const findings = apart(base.findings);
  if (renames.ids.size === 0 && renames.names.size === 0) return findings;
  return findings.map((finding) => {
    const entry = finding.entry === null ? null : (renames.ids.get(finding.entry) ?? finding.entry);
    const key = translated(finding.key ?? '', renames);
    if (entry === finding.entry && key === (finding.key ?? '')) return finding;
    const cause =
      finding.cause === undefined
        ? {}
        : { cause: { ...finding.cause, key: translated(finding.cause.key, renames) } };
    return { ...finding, ...cause, fingerprint: fingerprintOf({ ...finding, entry }, key) };
  });
}

function renamesBetween(base: Model, head: Model): Renames {
  const ids = new Map<string, string>();
  const names = new Map<string, string>();
  const follow = <T extends { readonly id: string }>(
    before: readonly T[],
    after: readonly T[],
    nameOf: (record: T) => string,
  ): void => {
    const there = new Set(after.map(({ id }) => id));
    // An ID that another entry has now says nothing about where its old one went.
    for (const { base: one, head: other } of pairRecords(before, after, nameOf).pairs)
      if (one.id !== other.id && (!there.has(one.id) || before.some(({ id }) => id === other.id)))
        ids.set(one.id, other.id);
  };
  follow(base.stages, head.stages, ({ canonical }) => canonical);
  follow(base.handoffs, head.handoffs, (handoff) => {
    const [from, to] = [
      handoff.from?.text ?? handoff.titleFrom?.text,
      handoff.to?.text ?? handoff.titleTo?.text,
    ];
    return from === undefined || to === undefined ? '' : `${from} → ${to}`;
  });
  for (const family of ['monitors', 'kpis', 'feedback', 'personas', 'prices', 'channels', 'offers'] as const)
    follow<{ readonly id: string; readonly entry: { readonly title: { readonly text: string } } }>(
      base[family],
      head[family],
      ({ entry }) => entry.title.text,
    );
  const kept = new Set(head.stages.map(({ canonical }) => canonical));
  const known = new Set(base.stages.map(({ canonical }) => canonical));
  for (const one of base.stages) {
    const other = head.stages.find(({ id }) => id === (ids.get(one.id) ?? one.id));
    if (other === undefined || kept.has(one.canonical) || known.has(other.canonical)) continue;
    names.set(one.canonical, other.canonical);
    if (one.name !== '' && other.name !== '') names.set(one.name, other.name);
  }
  return { ids, names };
}

/** A key with its IDs and names replaced, all in one pass, so that two that changed places do. */
function translated(key: string, { ids, names }: Renames): string {
  const renumbered = key.replace(/\b[A-Z]+(?:-[A-Z]+)*-\d{3}\b/g, (id) => ids.get(id) ?? id);
  return renumbered.replace(/[\p{L}\p{N}]+(?:[ -][\p{L}\p{N}]+)*/gu, (words) => names.get(words) ?? words);
}
