/** "How it goes": a saved report of `mops replay`, in words. Without one there is no page. */

import type { Outcomes, ReplayReport } from '../../../src/replay/report.ts';
import { pagePath } from '../../lib/paths.ts';
import { type Block, cell, link, type Page, quiet, type Row, type Table, text, type Words } from '../page.ts';
import { revOpsNav } from '../revops-nav.ts';
import type { Site } from '../site.ts';

const clockNames = {
  response: 'First answer',
  acceptance: 'Taken or turned down',
  maximum: 'Longest stay',
} as const;

/** How practice compares with the rules; no page where the site was built without an export of the CRM. */
export function replayPages(site: Site): readonly Page[] {
  const { replay } = site;
  if (replay === null) return [];
  const from = replay.from.slice(0, 10);
  const to = replay.to.slice(0, 10);
  return [
    {
      path: pagePath('how-it-goes'),
      title: 'How it goes',
      kicker: `${from} to ${to}`,
      description: 'How far practice is from the rules, measured from an export of the CRM.',
      ids: [],
      keywords: ['replay', 'attainment', 'late', 'CRM', 'export', 'share in time'],
      group: 'Reference',
      source: null,
      blocks: [
        revOpsNav(site, pagePath('how-it-goes')),
        text(
          `Measured from an export (${replay.layout}) of ${replay.records} records. `,
          ...replay.notes.map((note) => `${note} `),
        ),
        clocks(site, replay),
        ...notMeasured(site, replay),
        moves(site, replay),
        ...optional(rejections(site, replay)),
        ...optional(conversions(site, replay)),
        text(quiet('A dash is a count too small to print, or one that would give such a count away.')),
      ],
    },
  ];
}

function optional(table: Table): Block[] {
  return table.rows.length === 0 ? [] : [table];
}

const number = (value: number | null): string => (value === null ? '–' : String(value));
const percent = (share: number | null): string =>
  share === null ? '–' : `${Math.round(share * 1000) / 10} %`;

function stageWords(site: Site, stage: string, entry: string): Words {
  const to = site.homePath(entry);
  return to === null ? [stage] : [link(stage, to)];
}

function outcomeRow(first: Words, name: string, one: Outcomes, target: number | null): Row {
  const minutes = (value: number | null): string =>
    value === null ? '–' : `${value} ${one.unit ?? ''}`.trim();
  const goal = target === null ? '' : ` of ${percent(target)}`;
  return {
    cells: [
      cell(...first),
      cell(name),
      ...[one.entered, one.met, one.late, one.openLate, one.untouched].map((count) => cell(number(count))),
      cell(`${percent(one.attainment)}${goal}`),
      cell(minutes(one.p50)),
      cell(minutes(one.p90)),
    ],
  };
}

function clocks(site: Site, { stages }: ReplayReport): Table {
  const rows = stages.flatMap(({ stage, entry, clocks: list }) =>
    list
      .filter(({ measured }) => measured)
      .flatMap((clock) => [
        outcomeRow(
          stageWords(site, stage, entry),
          `${clockNames[clock.clock]}: ${clock.limit}`,
          clock,
          clock.target,
        ),
        ...clock.segments.map((segment) => outcomeRow([''], segment.segment, segment, clock.target)),
      ]),
  );
  return {
    kind: 'table',
    caption: 'Clocks',
    columns: [
      'Stage',
      'Limit',
      'Entered',
      'In time',
      'Late',
      'Open and late',
      'Left without an answer',
      'Share in time',
      'Median',
      'P90',
    ].map((label) => ({ label })),
    rows,
    empty: ['The export measures no clock.'],
  };
}

function notMeasured(site: Site, { stages }: ReplayReport): Block[] {
  const rows = stages.flatMap(({ stage, entry, clocks: list }) =>
    list.flatMap(({ clock, why }): readonly Row[] =>
      why === null
        ? []
        : [{ cells: [cell(...stageWords(site, stage, entry)), cell(clockNames[clock]), cell(why)] }],
    ),
  );
  return optional({
    kind: 'table',
    caption: 'Not measured',
    columns: [{ label: 'Stage' }, { label: 'Clock' }, { label: 'Why', wide: true }],
    rows,
    empty: [],
  });
}

function moves(site: Site, { moves: list }: ReplayReport): Table {
  return {
    kind: 'table',
    caption: 'Moves that no rule knows',
    columns: [{ label: 'From' }, { label: 'To' }, { label: 'Moves' }],
    rows: list
      .filter(({ known }) => !known)
      .map(({ from, to, count }) => ({
        cells: [cell(...site.said(from)), cell(...site.said(to)), cell(number(count))],
      })),
    empty: ['Every move follows a rule.'],
  };
}

function rejections(site: Site, { rejections: list }: ReplayReport): Table {
  return {
    kind: 'table',
    caption: 'Rejections',
    columns: [{ label: 'Handoff' }, { label: 'Reason' }, { label: 'Rejections' }],
    rows: list.map(({ handoff, reason, count }) => ({
      cells: [
        cell(...stageWords(site, handoff, handoff)),
        cell(reason ?? 'none, or not shown'),
        cell(number(count)),
      ],
    })),
    empty: [],
  };
}

function conversions(site: Site, { conversions: list }: ReplayReport): Table {
  return {
    kind: 'table',
    caption: 'Conversions',
    columns: [{ label: 'From' }, { label: 'To' }, { label: 'Rate' }, { label: 'Target' }, { label: 'KPI' }],
    rows: list.map(({ from, to, rate, target, kpi }) => ({
      cells: [
        cell(from),
        cell(to),
        cell(percent(rate)),
        cell(percent(target)),
        cell(...stageWords(site, kpi, kpi)),
      ],
    })),
    empty: [],
  };
}
