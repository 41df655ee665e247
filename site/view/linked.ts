/** The entries that a stage or a handoff links to, and the words around them. */

import type { Finding } from '../../src/check/finding.ts';
import type { LifecycleRecord, Reference } from '../../src/lifecycle/model.ts';
import { mostPlaces } from '../../src/report/reporter.ts';
import { pagePath, type SitePath } from '../lib/paths.ts';
import {
  type Block,
  badge,
  cell,
  code,
  heading,
  type Inline,
  link,
  quiet,
  type Row,
  type Tone,
  type Words,
} from './page.ts';
import { recordTitle, type Site } from './site.ts';

/** Kinds of entry in words, in the order in which they are listed. */
export const kindTitles: Readonly<Record<string, string>> = {
  'BR-MOPS': 'Lifecycle rule',
  'GTM-MOPS': 'Handoff',
  GTM: 'Go-to-market',
  PRICING: 'Price',
  PER: 'Persona',
  KPI: 'KPI',
  'MON-DRIFT': 'Drift monitor',
  MON: 'Alert',
  CFD: 'Research gap or feedback',
  RUN: 'Runbook',
  other: 'Other entry',
};

/** An ID as a link to where it is best read, with its name. */
export function idLink(site: Site, id: string): Inline {
  const path = site.homePath(id);
  return path === null ? code(id) : link(id, path);
}

/** A table of what a record links to, one row an ID, in the order of the entry. */
export function linkedTable(site: Site, links: readonly Reference[]): Block {
  const seen = new Set<string>();
  const rows: Row[] = [];
  for (const reference of links) {
    if (seen.has(reference.id)) continue;
    seen.add(reference.id);
    const label = links.find((each) => each.id === reference.id && each.label !== null)?.label ?? '';
    rows.push(linkedRow(site, reference, label));
  }
  return {
    kind: 'table',
    caption: 'Linked entries',
    columns: [{ label: 'ID' }, { label: 'What it is', wide: true }, { label: 'Cited for' }],
    rows,
    empty: [
      'Nothing is linked. Add a line ',
      code('Linked IDs: PER-001 (fit signals), KPI-101 (conversion rate)'),
      '.',
    ],
  };
}

function linkedRow(site: Site, reference: Reference, label: string): Row {
  const record = firstRecord(site, reference.id);
  const what: Words = record
    ? [recordTitle(record), ' ', quiet(kindTitles[record.entry.kind] ?? '')]
    : [badge('not defined', 'warning')];
  return {
    cells: [cell(idLink(site, reference.id)), cell(...what), cell(label)],
    ...(record ? {} : { tone: 'warning' as const }),
  };
}

/** What an ID stands for; of two that share it the first, null where no entry has it. */
export function firstRecord(site: Site, id: string): (LifecycleRecord & { readonly name?: string }) | null {
  return site.model.records.get(id)?.[0] ?? null;
}

/** The colour in which a finding is told, by its severity. */
export function findingTone(finding: Finding): Tone {
  return finding.severity === 'error' ? 'error' : finding.severity === 'warning' ? 'warning' : 'notice';
}

/** The address of a rule's page. */
export function rulePath(rule: string): SitePath {
  return pagePath('rules', rule);
}

/** Words of a finding: what stands in backticks is to be written as it is. */
export function foundWords(site: Site, said: string): Words {
  const parts = said.split('`');
  // A single backtick is a character of what the finding is about.
  if (parts.length % 2 === 0) return site.words(said);
  return parts.flatMap(
    (part, at): Words => (at % 2 === 1 ? [code(part)] : part === '' ? [] : site.words(part)),
  );
}

/** Findings in place: what is wrong, what to write instead, where. */
export function findingNotes(site: Site, findings: readonly Finding[]): readonly Block[] {
  if (findings.length === 0) return [];
  return [
    heading(findings.length === 1 ? 'One finding' : `${findings.length} findings`, 'findings'),
    ...findings.map((finding): Block => findingNote(site, finding)),
  ];
}

/**
 * A finding as a note: message, what to write, its place (a link to the editor where one is known) and its rule.
 */
export function findingNote(site: Site, finding: Finding): Block {
  const place = site.place(finding.span);
  const where: Inline = place.edit === null ? code(place.text) : link(place.text, place.edit);
  return {
    kind: 'note',
    tone: findingTone(finding),
    title: finding.message,
    lines: [
      ...(finding.fix === null ? [] : [foundWords(site, finding.fix)]),
      [
        badge(finding.severity, findingTone(finding)),
        ' ',
        where,
        ' · ',
        link(finding.rule, rulePath(finding.rule)),
      ],
      ...otherPlaces(site, finding),
    ],
  };
}

/** Where else the same cause shows, one line; empty where it stands at one place. */
export function otherPlaces(site: Site, { places = [], span }: Finding): readonly Words[] {
  const others = places.filter(({ span: other }) => other.file !== span.file || other.start !== span.start);
  if (others.length === 0) return [];
  const links = others.slice(0, mostPlaces).flatMap((other, at): Inline[] => {
    const { text: words, edit } = site.place(other.span);
    return [at === 0 ? 'Also in ' : ', ', edit === null ? code(words) : link(words, edit)];
  });
  const more = others.length - mostPlaces;
  return [more > 0 ? [...links, ` and ${more} more`] : links];
}
