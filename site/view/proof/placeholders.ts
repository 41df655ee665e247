/** Citations of v0.9 entries that do not exist yet, and what closes each. */

import { plural } from '../../../src/language/plural.ts';
import { pagePath } from '../../lib/paths.ts';
import { idLink, rulePath } from '../linked.ts';
import { type Block, badge, cell, code, link, type Page, text, type Words } from '../page.ts';
import { revOpsNav } from '../revops-nav.ts';
import type { Site } from '../site.ts';
import { tracesOf } from './trace.ts';

const closes: Readonly<Record<string, string>> = {
  channel: 'A GTM entry with Type: Channel',
  offer: 'A GTM entry with Type: Offer',
  price: 'A BR-PRICING entry',
  persona: 'A PER entry',
  kpi: 'A KPI entry that names the two stages',
  stage: 'A BR-MOPS entry',
  handoff: 'A GTM-MOPS entry',
  feedback: 'A CFD entry',
  monitor: 'A MON-DRIFT entry',
};

/** The page of citations that still wait for an ID, with what closes each. */
export function placeholderPage(site: Site): Page {
  const { model } = site;
  const open = model.placeholders;
  return {
    path: pagePath('placeholders'),
    title: 'Open v0.9 placeholders',
    kicker: `Go-to-market (v0.9) is ${model.v09.value}`,
    description:
      'Citations of channels, offers, prices and KPIs that do not exist yet, and what closes them.',
    ids: [],
    keywords: ['TBD', 'placeholder', 'v0.9', 'reconcile', 'GTM-XXX'],
    group: 'Reference',
    source: null,
    blocks: [
      revOpsNav(site, pagePath('placeholders')),
      open.length === 0
        ? noneOpen(site)
        : {
            kind: 'answer',
            big: open.length === 1 ? 'One is open' : `${open.length} are open`,
            tone: model.v09.value === 'final' ? 'error' : 'info',
            lead: [model.v09.evidence],
          },
      ...(open.length === 0
        ? []
        : [
            table(site),
            text(
              code('mops reconcile'),
              ' shows what would replace each, ',
              code('mops reconcile --write'),
              ' replaces what is sure. Rule: ',
              link('placeholder', rulePath('placeholder')),
              '.',
            ),
          ]),
    ],
  };
}

/** Without placeholders a citation may still name an ID that no file defines. */
function noneOpen(site: Site): Block {
  // Where nothing is written, nothing was looked at.
  if (site.model.repository.byId.size === 0)
    return { kind: 'answer', big: 'Nothing to look at', tone: 'info', lead: ['No entry is written yet.'] };
  return { kind: 'answer', big: 'Nothing is open', tone: 'good', lead: ofIds(site) };
}

function ofIds(site: Site): Words {
  const undefinedIds = tracesOf(site).filter(({ entries }) => entries.length === 0).length;
  if (undefinedIds === 0) return ['No placeholder stands in the entries, and every ID they cite is defined.'];
  return [
    `No placeholder stands in the entries. ${plural(undefinedIds, 'cited ID is', 'cited IDs are')} not defined: `,
    link('traceability', pagePath('traceability')),
    '.',
  ];
}

function table(site: Site): Block {
  return {
    kind: 'table',
    caption: 'Open placeholders',
    columns: [
      { label: 'Placeholder' },
      { label: 'In' },
      { label: 'Closed by', wide: true },
      { label: 'Where' },
    ],
    rows: site.model.placeholders.map((placeholder) => {
      const place = site.place(placeholder.span);
      const finding = site.report.findings.find(
        (each) =>
          each.rule === 'placeholder' &&
          each.span.file === placeholder.span.file &&
          each.span.start === placeholder.span.start,
      );
      return {
        cells: [
          cell(
            code(placeholder.token),
            ...(placeholder.label === null ? [] : [` ${placeholder.label}`]),
            ...(placeholder.role === null ? [] : [' ', badge(placeholder.role)]),
          ),
          cell(idLink(site, placeholder.from.id)),
          cell(
            ...(finding?.fix
              ? site.words(finding.fix)
              : [closes[placeholder.role ?? ''] ?? 'The entry it stands for']),
          ),
          cell(place.edit === null ? code(place.text) : link(place.text, place.edit)),
        ],
      };
    }),
    empty: ['None.'],
  };
}
