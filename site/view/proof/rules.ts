/** A page per rule, from the rule's own metadata. */

import { modes } from '../../../src/config/schema.ts';
import { gateTitles, patternTitles } from '../../../src/rules/gates.ts';
import type { Rule } from '../../../src/rules/rule.ts';
import type { CommitChange } from '../../lib/history.ts';
import { pagePath } from '../../lib/paths.ts';
import { findingNote, rulePath } from '../linked.ts';
import { badge, cell, heading, link, type Page, type Tone, text, type Words } from '../page.ts';
import { revOpsNav } from '../revops-nav.ts';
import type { Site } from '../site.ts';

/** The page of all rules, then one for each with its examples and what it finds here. */
export function rulePages(
  site: Site,
  _changes: readonly CommitChange[] | null,
  rules: readonly Rule[],
): readonly Page[] {
  return [ruleIndex(site, rules), ...rules.map((rule) => rulePage(site, rule))];
}

function belongsTo(rule: Rule): string {
  const parts = [
    ...(rule.gate === undefined ? [] : [`Gate ${rule.gate}`]),
    ...(rule.pattern === undefined ? [] : [`Anti-pattern ${rule.pattern}`]),
  ];
  return parts.join(' · ');
}

function rulePage(site: Site, rule: Rule): Page {
  const findings = site.report.findings.filter((finding) => finding.rule === rule.id);
  return {
    path: rulePath(rule.id),
    title: rule.title,
    kicker: `Rule · ${rule.id}`,
    description: rule.why,
    ids: [],
    keywords: [rule.id, rule.id.replaceAll('-', ' ')],
    group: 'Rules',
    source: null,
    blocks: [
      { kind: 'answer', big: 'Why it hurts', lead: [rule.why] },
      {
        kind: 'facts',
        facts: [
          { label: 'How to fix it', lines: [[rule.fix]] },
          ...(rule.gate === undefined
            ? []
            : [{ label: 'Gate', lines: [[`${rule.gate}. ${gateTitles[rule.gate]}`]] }]),
          ...(rule.pattern === undefined
            ? []
            : [{ label: 'Anti-pattern', lines: [[`${rule.pattern}. ${patternTitles[rule.pattern]}`]] }]),
          {
            label: 'Severity',
            lines: modes.map((mode) => [
              `${mode}: `,
              badge(rule.severity[mode], toneOf(rule.severity[mode])),
            ]),
          },
        ],
      },
      heading('Stopped', 'bad'),
      { kind: 'code', label: 'This is reported', text: rule.bad },
      heading('Passes', 'good'),
      { kind: 'code', label: 'This is not', text: rule.good },
      heading('In this repository', 'here'),
      ...(findings.length === 0
        ? [text(...unreported(site, rule))]
        : findings.slice(0, 20).map((finding) => findingNote(site, finding))),
      ...(findings.length > 20
        ? [text(`${findings.length - 20} more on `, link('the findings page', pagePath('gates')), '.')]
        : []),
    ],
  };
}

/** Why a rule has no finding here. */
function unreported(site: Site, rule: Rule): Words {
  const { mode } = site.model;
  const silenced = site.report.ignored.filter(({ finding }) => finding.rule === rule.id).length;
  const set = site.model.config.rules[rule.id];
  if (silenced > 0)
    return [`Nothing is open; ${silenced} silenced on purpose: `, link('why', pagePath('gates')), '.'];
  if (site.report.faults.some((fault) => fault.rule === rule.id))
    return ['The rule stopped with a fault, so nobody knows.'];
  if (set === 'off') return ['The rule is switched off in mops.config.yml, so it is not asked.'];
  if (set === undefined && rule.severity[mode] === 'off') return [`The rule is not asked in ${mode} mode.`];
  return ['Nothing is reported.'];
}

function toneOf(severity: string): Tone {
  return severity === 'error'
    ? 'error'
    : severity === 'warning'
      ? 'warning'
      : severity === 'notice'
        ? 'notice'
        : 'info';
}

function ruleIndex(site: Site, rules: readonly Rule[]): Page {
  const { mode } = site.model;
  return {
    path: pagePath('rules'),
    title: 'Rules',
    kicker: `${rules.length} rules`,
    description: 'Everything the checker asks, each with the reason and the fix.',
    ids: [],
    keywords: ['checks', 'lint', 'anti-pattern'],
    group: 'Reference',
    source: null,
    blocks: [
      revOpsNav(site, pagePath('rules')),
      {
        kind: 'table',
        caption: 'Rules',
        short: true,
        columns: [
          { label: 'Rule', sort: 'text', wide: true },
          { label: 'Belongs to', sort: 'text' },
          { label: `In ${mode} mode`, sort: 'text' },
        ],
        rows: rules.map((rule) => ({
          cells: [
            cell(link(rule.id, rulePath(rule.id)), ' ', rule.title),
            cell(belongsTo(rule)),
            cell(badge(rule.severity[mode], toneOf(rule.severity[mode]))),
          ],
        })),
        empty: ['No rules.'],
        sortable: true,
      },
    ],
  };
}
