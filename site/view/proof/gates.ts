/** The seven gates and every finding of this build. */

import type { Finding } from '../../../src/check/finding.ts';
import { plural } from '../../../src/language/plural.ts';
import { gateTitles } from '../../../src/rules/gates.ts';
import { pagePath } from '../../lib/paths.ts';
import { findingTone, foundWords, idLink, otherPlaces, rulePath } from '../linked.ts';
import {
  type Block,
  badge,
  cell,
  code,
  heading,
  type Inline,
  link,
  type Page,
  quiet,
  type Row,
  type Tone,
  text,
} from '../page.ts';
import { revOpsNav } from '../revops-nav.ts';
import type { Site } from '../site.ts';

const shownPerPage = 100;

/** Gates and findings, as many pages as the findings need; the first has the gates. */
export function gatePages(site: Site): readonly Page[] {
  const { findings } = site.report;
  const pages = Math.max(1, Math.ceil(findings.length / shownPerPage));
  return Array.from({ length: pages }, (_, at) =>
    gatePage(site, findings.slice(at * shownPerPage, (at + 1) * shownPerPage), at, pages),
  );
}

function gatePage(site: Site, findings: readonly Finding[], at: number, pages: number): Page {
  const path = (page: number) => (page === 0 ? pagePath('gates') : pagePath('gates', String(page + 1)));
  return {
    path: path(at),
    title: at === 0 ? 'Gates and findings' : `Gates and findings, page ${at + 1}`,
    kicker: `Checked in ${site.model.mode} mode`,
    description: 'The seven quality gates and what the checker found.',
    ids: [],
    keywords: [
      'quality gate',
      'checks',
      'errors',
      'warnings',
      'problems',
      'is everything ok',
      'health',
      'status',
    ],
    group: 'Reference',
    source: null,
    ...(at === 0 ? {} : { indexed: false }),
    blocks: [
      revOpsNav(site, path(at)),
      ...(at === 0 ? [verdict(site), gateTable(site), ...faults(site)] : []),
      heading('Findings', 'findings'),
      findingTable(site, findings),
      ...(pages > 1
        ? [
            {
              kind: 'neighbours' as const,
              previous: at > 0 ? { text: `Page ${at}`, to: path(at - 1) } : null,
              next: at + 1 < pages ? { text: `Page ${at + 2}`, to: path(at + 1) } : null,
            },
          ]
        : []),
      ...(at === 0 ? silenced(site) : []),
      ...(at === 0 && site.report.skipped.length > 0
        ? [
            heading('What this mode leaves out', 'skipped'),
            { kind: 'list' as const, items: site.report.skipped.map((line) => [line]) },
          ]
        : []),
    ],
  };
}

/** The answer to "does the lifecycle hold?": errors to fix, none, or that nothing was checked. */
export function verdict(site: Site): Block {
  const { findings } = site.report;
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  const errors = count('error');
  const rest = `${plural(count('warning'), 'warning')}, ${plural(count('notice'), 'notice')}.`;
  const { gates, faults: broken } = site.report;
  const held = gates.filter(({ status }) => status === 'pass').length;
  const skipped = gates.filter(({ status }) => status === 'skipped').length;
  if (errors === 0 && skipped === gates.length && site.model.living.stages.length === 0)
    return {
      kind: 'answer',
      big: 'Nothing was checked',
      tone: 'info',
      lead: [`No stage is written, so no gate was asked. ${rest}`],
    };
  if (errors === 0 && (held + skipped < gates.length || held === 0 || broken.length > 0))
    return { kind: 'answer', big: 'No errors', tone: 'info', lead: [rest] };
  return errors === 0
    ? {
        kind: 'answer',
        big: skipped === 0 ? 'All gates hold' : `${held} gates hold`,
        tone: 'good',
        lead: [skipped === 0 ? rest : `${plural(skipped, 'gate is', 'gates are')} not asked. ${rest}`],
      }
    : { kind: 'answer', big: `${plural(errors, 'error')} to fix`, tone: 'error', lead: [rest] };
}

/** The seven gates with their state and counts, and below them the findings that belong to none. */
export function gateTable(site: Site): Block {
  return {
    kind: 'table',
    caption: 'The seven gates',
    short: true,
    columns: [{ label: 'Gate', wide: true }, { label: 'State' }, { label: 'Errors' }, { label: 'Warnings' }],
    rows: [
      ...site.report.gates.map((gate) => ({
        cells: [
          cell(`${gate.gate}. ${gateTitles[gate.gate]}`),
          cell(gateBadge(gate.status)),
          cell(String(gate.errors)),
          cell(String(gate.warnings)),
        ],
      })),
      ...outside(site),
    ],
    empty: ['The gates were not run.'],
  };
}

/** What no gate asks: the table adds up to the verdict. */
function outside(site: Site): readonly Row[] {
  const { gates, findings } = site.report;
  const rest = (severity: 'error' | 'warning') =>
    findings.filter((finding) => finding.severity === severity).length -
    gates.reduce((sum, gate) => sum + (severity === 'error' ? gate.errors : gate.warnings), 0);
  const [errors, warnings] = [rest('error'), rest('warning')];
  if (errors <= 0 && warnings <= 0) return [];
  return [
    {
      cells: [
        cell('Outside the gates'),
        cell(errors > 0 ? badge('✗ to fix', 'error') : badge('to look at', 'warning')),
        cell(String(errors)),
        cell(String(warnings)),
      ],
    },
  ];
}

/** The state of a gate in words and colour. */
export function gateBadge(status: 'pass' | 'fail' | 'skipped'): Inline {
  const tones: Readonly<Record<string, Tone>> = { pass: 'good', fail: 'error', skipped: 'info' };
  const words = { pass: '✓ holds', fail: '✗ fails', skipped: 'not asked' };
  return badge(words[status], tones[status]);
}

function findingTable(site: Site, findings: readonly Finding[]): Block {
  return {
    kind: 'table',
    caption: 'Findings',
    columns: [{ label: 'What', wide: true }, { label: 'Rule' }, { label: 'Where' }],
    rows: findings.map((finding): Row => {
      const place = site.place(finding.span);
      return {
        tone: findingTone(finding),
        cells: [
          {
            words: [],
            lines: [
              [...foundWords(site, finding.message)],
              ...(finding.fix === null ? [] : [['Fix: ', ...foundWords(site, finding.fix)]]),
              ...otherPlaces(site, finding),
            ],
          },
          cell(
            badge(finding.severity, findingTone(finding)),
            ' ',
            link(finding.rule, rulePath(finding.rule)),
          ),
          cell(
            ...(finding.entry === null ? [] : [idLink(site, finding.entry), ' ']),
            place.edit === null ? code(place.text) : link(place.text, place.edit),
          ),
        ],
      };
    }),
    empty: [
      site.report.faults.length > 0
        ? 'Nothing, as far as the rules ran.'
        : 'The checker found nothing to say.',
    ],
  };
}

function faults(site: Site): readonly Block[] {
  return site.report.faults.map(({ rule, message }) => ({
    kind: 'note',
    tone: 'error',
    title: `The rule ${rule} stopped with a fault`,
    lines: [[message], ['The other rules ran. Please report it.']],
  }));
}

function silenced(site: Site): readonly Block[] {
  const { ignored } = site.report;
  if (ignored.length === 0) return [];
  return [
    heading('Silenced on purpose', 'ignored'),
    {
      kind: 'list',
      items: ignored.map(({ finding, reason }) => [
        link(finding.rule, rulePath(finding.rule)),
        ' in ',
        finding.entry === null ? finding.span.file : idLink(site, finding.entry),
        `: ${reason}`,
      ]),
    },
    text(quiet('Each needs a reason and is reported when it no longer silences anything.')),
  ];
}
