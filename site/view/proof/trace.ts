/** Every ID: where it is defined, who cites it, and where the chain has a hole. */

import type { Reference } from '../../../src/lifecycle/model.ts';
import { isLiving } from '../../../src/lifecycle/standing.ts';
import type { Entry } from '../../../src/sot/entry.ts';
import { pagePath, type SitePath } from '../../lib/paths.ts';
import { kindTitles } from '../linked.ts';
import {
  type Block,
  badge,
  cell,
  code,
  type Inline,
  link,
  type Page,
  type Tone,
  type Words,
} from '../page.ts';
import { revOpsNav } from '../revops-nav.ts';
import { recordTitle, type Site } from '../site.ts';

/** One ID with its definitions and citations. */
export interface Trace {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly entries: readonly Entry[];
  readonly citedBy: readonly string[];
  readonly cites: readonly string[];
  /** What is missing, in words; null when nothing is. */
  readonly hole: string | null;
}

const inOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** All IDs that are defined or cited, sorted. */
export function tracesOf(site: Site): readonly Trace[] {
  const { model } = site;
  const cited = Map.groupBy(model.references, ({ id }) => id);
  const citing = Map.groupBy(model.references, ({ from }) => from.id);
  const ids = new Set<string>([...model.repository.byId.keys(), ...cited.keys()]);
  return [...ids].sort(inOrder).map((id) => {
    const entries = (model.repository.byId.get(id) ?? []).filter(
      (entry) => entry.section !== 'template' && entry.section !== 'example',
    );
    const record = model.records.get(id)?.[0];
    const citedBy = uniqueIds(
      (cited.get(id) ?? []).map(({ from }) => from.id),
      id,
    );
    const cites = uniqueIds(
      (citing.get(id) ?? []).map((reference: Reference) => reference.id),
      id,
    );
    return {
      id,
      title: record ? recordTitle(record) : (entries[0]?.title.text ?? ''),
      kind: kindTitles[entries[0]?.kind ?? kindOf(id)] ?? 'Other entry',
      entries,
      citedBy,
      cites,
      hole: holeOf(entries, citedBy, cites, record !== undefined && !isLiving(record)),
    };
  });
}

function uniqueIds(ids: readonly string[], own: string): readonly string[] {
  return [...new Set(ids)].filter((id) => id !== own).sort(inOrder);
}

function kindOf(id: string): string {
  const known = Object.keys(kindTitles).sort((a, b) => b.length - a.length);
  return known.find((kind) => id.startsWith(`${kind}-`)) ?? 'other';
}

function holeOf(
  entries: readonly Entry[],
  citedBy: readonly string[],
  cites: readonly string[],
  retired: boolean,
): string | null {
  if (entries.length === 0) return 'Not defined';
  if (entries.length > 1) return 'Defined twice';
  if (retired) return citedBy.length > 0 ? 'Cited, but no longer in use' : null;
  const kind = entries[0]?.kind;
  if (kind === 'BR-MOPS' || kind === 'GTM-MOPS' || kind === 'other') return null;
  // An outreach tier or a runbook hangs on the lifecycle by its own links.
  const hangs = cites.some((id) => id.startsWith('BR-MOPS-') || id.startsWith('GTM-MOPS-'));
  return citedBy.length === 0 && !hangs ? 'Cited by nobody' : null;
}

const perPage = 80;

/** Every ID with who cites it, as many pages as it needs; holes are counted on the first. */
export function tracePages(site: Site): readonly Page[] {
  const traces = tracesOf(site);
  const pages = Math.max(1, Math.ceil(traces.length / perPage));
  return Array.from({ length: pages }, (_, at) => tracePage(site, traces, at, pages));
}

function tracePage(site: Site, traces: readonly Trace[], at: number, pages: number): Page {
  const path = (page: number): SitePath =>
    page === 0 ? pagePath('traceability') : pagePath('traceability', String(page + 1));
  const holes = traces.filter(({ hole }) => hole !== null);
  return {
    path: path(at),
    title: at === 0 ? 'Traceability' : `Traceability, page ${at + 1}`,
    kicker: `${traces.length} IDs`,
    description: 'Every ID, where it is defined, who cites it, and where something is missing.',
    ids: [],
    keywords: ['ID', 'IDs', 'references', 'matrix', 'where used', 'holes'],
    group: 'Reference',
    source: null,
    ...(at === 0 ? {} : { indexed: false }),
    blocks: [
      revOpsNav(site, path(at)),
      ...(at > 0
        ? []
        : [
            holes.length === 0
              ? {
                  kind: 'answer' as const,
                  big: traces.length === 0 ? 'No IDs yet' : 'No holes',
                  tone: traces.length === 0 ? ('info' as const) : ('good' as const),
                  lead: [
                    traces.length === 0
                      ? 'No entry is written yet.'
                      : `${traces.length} IDs, each defined once; every entry that the lifecycle should cite is cited.`,
                  ],
                }
              : {
                  kind: 'answer' as const,
                  big: holes.length === 1 ? 'One hole' : `${holes.length} holes`,
                  tone: 'warning' as const,
                  lead: [
                    pages > 1
                      ? 'IDs that are not defined, defined twice, no longer in use, or cited by nobody. They are marked in the tables.'
                      : 'IDs that are not defined, defined twice, no longer in use, or cited by nobody. They are marked below.',
                  ],
                },
          ]),
      traceTable(site, traces.slice(at * perPage, (at + 1) * perPage)),
      ...(pages > 1
        ? [
            {
              kind: 'neighbours' as const,
              previous: at > 0 ? { text: `Page ${at}`, to: path(at - 1) } : null,
              next: at + 1 < pages ? { text: `Page ${at + 2}`, to: path(at + 1) } : null,
            },
          ]
        : []),
    ],
  };
}

function traceTable(site: Site, traces: readonly Trace[]): Block {
  const states = ['Holes', ...new Set(traces.map(({ kind }) => kind))];
  return {
    kind: 'table',
    caption: 'IDs',
    short: true,
    columns: [
      { label: 'ID', sort: 'text' },
      { label: 'What', sort: 'text', wide: true },
      { label: 'Defined in' },
      { label: 'Cited by', wide: true },
    ],
    rows: traces.map((trace) => ({
      tags: [trace.kind, ...(trace.hole === null ? [] : ['Holes'])],
      ...(trace.hole === null ? {} : { tone: toneOf(trace) }),
      cells: [
        cell(idWord(site, trace.id)),
        cell(trace.title, ...(trace.hole === null ? [] : [' ', badge(trace.hole, toneOf(trace))])),
        cell(...definedIn(site, trace)),
        cell(...idList(site, trace.citedBy)),
      ],
    })),
    empty: ['No entry is written yet. Start with ', code('mops init'), '.'],
    sortable: true,
    filter: { label: 'Show', options: states },
  };
}

function toneOf(trace: Trace): Tone {
  return trace.hole === 'Cited by nobody' ? 'notice' : 'warning';
}

function definedIn(site: Site, trace: Trace): Words {
  return trace.entries.flatMap((entry, index): Inline[] => {
    const place = site.place(entry.idSpan);
    const short = place.text.split('/').at(-1) ?? place.text;
    return [...(index === 0 ? [] : [', ']), place.edit === null ? code(short) : link(short, place.edit)];
  });
}

/** An ID as a link to its page, else to the page of where it is cited. */
export function idWord(site: Site, id: string): Inline {
  return link(id, site.homePath(id) ?? pagePath('id', id));
}

function idList(site: Site, ids: readonly string[]): Words {
  const shown = ids.slice(0, 8);
  return [
    ...shown.flatMap((id, index): Inline[] => [...(index === 0 ? [] : [', ']), idWord(site, id)]),
    ...(ids.length > shown.length ? [` and ${ids.length - shown.length} more`] : []),
  ];
}
