import type { Finding, Report } from '../../src/check/finding.ts';
import { configSchema } from '../../src/config/schema.ts';
import type { Model } from '../../src/lifecycle/model.ts';
import type { RuleText } from '../../src/report/reporter.ts';
import { gateTitles } from '../../src/rules/gates.ts';
import type { Gate } from '../../src/rules/rule.ts';
import type { Entry, Span } from '../../src/sot/entry.ts';

/** A report made by hand, so that the reporters are tested apart from the rules. */

export const rules: readonly RuleText[] = [
  {
    id: 'sla-escalation',
    title: 'An SLA says what happens when it is missed',
    why: 'A limit without a consequence is not kept.',
    fix: 'Say who acts, and when.',
    gate: 4,
    pattern: 3,
    severity: { quick: 'off', standard: 'error', deep: 'error' },
  },
  {
    id: 'reference-undefined',
    title: 'A linked entry exists',
    why: 'A link to nothing helps nobody.',
    fix: 'Link an entry that exists.',
    severity: { quick: 'error', standard: 'error', deep: 'error' },
  },
  {
    id: 'file-unreadable',
    title: 'Every file can be read',
    why: 'Entries in a file that cannot be read are not checked.',
    fix: 'Save the file as UTF-8 text.',
    severity: { quick: 'error', standard: 'error', deep: 'error' },
  },
];

export function span(file: string, line: number, column: number, length = 3): Span {
  return { file, start: 0, end: length, line, column, endLine: line, endColumn: column + length };
}

export function finding(changes: Partial<Finding> = {}): Finding {
  return {
    rule: 'sla-escalation',
    gate: 4,
    pattern: 3,
    severity: 'error',
    message: 'BR-MOPS-002 (MQL) allows 1 business hour and says nothing about a miss.',
    span: span('SoT/SoT.BUSINESS_RULES.md', 14, 3, 15),
    entry: 'BR-MOPS-002',
    field: 'escalation',
    fix: 'Write who acts and when: "at 1 business hour notify the BDR manager".',
    related: [],
    edit: null,
    instead: null,
    fingerprint: 'f1',
    state: 'new',
    ...changes,
  };
}

/** Findings of every kind: several in one entry, a related place, one on a file, one of a stranger's making. */
export const findings: readonly Finding[] = [
  finding({
    rule: 'file-unreadable',
    gate: null,
    pattern: null,
    message: 'SoT/latin1.md is not valid UTF-8.',
    span: span('SoT/latin1.md', 1, 1, 0),
    entry: null,
    field: null,
    fix: null,
    fingerprint: 'f0',
  }),
  finding(),
  finding({
    rule: 'reference-undefined',
    gate: null,
    pattern: null,
    severity: 'notice',
    message: 'BR-MOPS-002 links GTM-002, which no file defines yet.',
    span: span('SoT/SoT.BUSINESS_RULES.md', 20, 13, 7),
    field: 'linked-ids',
    fix: 'Fine before v0.9. It must exist before the handoff is activated.',
    related: [{ message: 'the handoff that needs it', span: span('PRD.md', 40, 1) }],
    fingerprint: 'f2',
  }),
  finding({
    severity: 'warning',
    message: '\u001b[31m@team\u202e "<img src=x>" | `x`\n::error::gotcha 100%',
    span: span('SoT/evil,name:1%.md', 7, 1, 4),
    entry: 'BR-MOPS-003',
    fix: 'Ask @acme/owners, see #12 and https://evil.example/x',
    fingerprint: 'f3',
  }),
];

export function report(changes: Partial<Report> = {}): Report {
  const config = configSchema.parse({});
  const entry = (id: string, title: string): [string, Entry[]] => [
    id,
    [{ id, title: { text: title, span: span('SoT/SoT.BUSINESS_RULES.md', 1, 1) } } as unknown as Entry],
  ];
  const model = {
    config,
    mode: 'standard',
    modeSource: 'default',
    motion: { value: 'sales-assisted', source: 'inferred', evidence: 'Its stages are all there, in order.' },
    v09: { value: 'draft', source: 'auto', evidence: 'There is no approved Channel entry yet.' },
    stages: [{}],
    handoffs: [],
    repository: {
      files: [],
      byId: new Map([
        entry('BR-MOPS-002', 'Lifecycle Stage — MQL'),
        entry('BR-MOPS-003', '<script>\u202e Stage'),
      ]),
    },
  } as unknown as Model;
  return {
    verdict: 'fail',
    failOn: 'error',
    scope: 'all',
    model,
    config,
    findings,
    fixed: [],
    ignored: [],
    gates: ([1, 2, 3, 4, 5, 6, 7] as const).map((gate: Gate) => ({
      gate,
      title: gateTitles[gate],
      status: gate === 4 ? 'fail' : gate === 7 ? 'skipped' : 'pass',
      errors: gate === 4 ? 1 : 0,
      warnings: gate === 4 ? 1 : 0,
      notices: 0,
    })),
    faults: [],
    nothing: null,
    skipped: [],
    baseNote: null,
    ...changes,
  };
}

export const clean: Partial<Report> = {
  verdict: 'pass',
  findings: [],
  gates: report().gates.map((gate) => ({ ...gate, status: 'pass', errors: 0, warnings: 0 })),
};

/** The same report beside a base: one finding is new, one is fixed, one rule broke, one finding is ignored. */
export const compared: Partial<Report> = {
  scope: 'new',
  baseNote: 'Compared with main at 1a2b3c4.',
  findings: findings.map((one, index) => ({ ...one, state: index === 1 ? 'new' : 'existing' })),
  fixed: [finding({ fingerprint: 'gone' })],
  ignored: [
    {
      finding: finding({ fingerprint: 'f9' }),
      reason: 'agreed with sales until May',
      comment: span('PRD.md', 1, 1),
    },
  ],
  skipped: ['1 rule was not run (standard mode does not ask for it): segment-routing.'],
  faults: [{ rule: 'stage-sla', message: 'cannot read properties of undefined' }],
};
