import type { ArtifactLocation, Fix, Location, Log, Region, ReportingDescriptor, Result } from 'sarif';
import type { Finding, IgnoredFinding, Report } from '../check/finding.ts';
import type { Severity } from '../config/schema.ts';
import type { OfferedEdit } from '../edit/edit.ts';
import { grouped } from '../lifecycle/grouped.ts';
import type { Span } from '../sot/entry.ts';
import { jsonText, shorten } from '../untrusted/plain-text.ts';
import { byId, bySeverity, fixOf, type ReporterOptions, type RuleText } from './reporter.ts';

/** GitHub keeps 5,000 results of a run and 100 locations of a result. */
const mostResults = 5000;
const mostRelated = 99;
const longestText = 1000;

const levels: { readonly [severity in Severity]: 'error' | 'warning' | 'note' } = {
  error: 'error',
  warning: 'warning',
  notice: 'note',
};

/** SARIF 2.1.0 for code scanning: rules with their help, stable fingerprints, ignored findings as suppressed results. */
export function sarifReport(report: Report, options: ReporterOptions): string {
  const indexes = new Map(options.rules.map((rule, index) => [rule.id, index]));
  const rules = byId(options.rules);
  const results = [
    ...bySeverity(report.findings)
      .slice(0, mostResults)
      .map((finding) => result(finding, indexes, rules, options)),
    ...report.ignored.map((ignored) => suppressed(ignored, indexes, rules, options)),
  ];
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'mops',
            fullName: 'marketing-ops-handoff',
            semanticVersion: options.version,
            rules: options.rules.map((rule) => descriptor(rule, options, report)),
          },
        },
        columnKind: 'utf16CodeUnits',
        automationDetails: { id: `mops/${options.prefix ?? ''}` },
        invocations: [
          {
            executionSuccessful: report.faults.length === 0,
            toolExecutionNotifications: report.faults.map((fault) => ({
              level: 'error',
              message: { text: `Rule ${fault.rule} broke: ${fault.message}` },
            })),
          },
        ],
        results: results.slice(0, mostResults),
      },
    ],
  };
  return jsonText(log);
}

function descriptor(rule: RuleText, options: ReporterOptions, report: Report): ReportingDescriptor {
  const own = rule.severity[report.model.mode];
  const severity = own === 'off' ? 'off' : (report.config.rules[rule.id] ?? own);
  const tags = [
    'lead-lifecycle',
    ...(rule.gate === undefined ? [] : [`gate-${rule.gate}`]),
    ...(rule.pattern === undefined ? [] : [`anti-pattern-${rule.pattern}`]),
  ];
  return {
    id: rule.id,
    name: rule.id,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.why },
    help: {
      text: `${rule.why}\n\nHow to fix: ${rule.fix}`,
      markdown: `${rule.why}\n\n**How to fix:** ${rule.fix}`,
    },
    ...(options.ruleUrl ? { helpUri: options.ruleUrl(rule.id) } : {}),
    defaultConfiguration: severity === 'off' ? { enabled: false } : { level: levels[severity] },
    properties: { tags },
  };
}

function result(
  finding: Finding,
  indexes: ReadonlyMap<string, number>,
  rules: ReadonlyMap<string, RuleText>,
  options: ReporterOptions,
): Result {
  const fix = fixOf(finding, rules);
  const index = indexes.get(finding.rule);
  const text = fix ? `${finding.message} Fix: ${fix}` : finding.message;
  return {
    ruleId: finding.rule,
    ...(index === undefined ? {} : { ruleIndex: index }),
    level: levels[finding.severity],
    message: { text: shorten(withoutLinks(text), longestText) },
    locations: [location(finding.span, options)],
    ...(finding.related.length === 0
      ? {}
      : {
          relatedLocations: finding.related.slice(0, mostRelated).map((other, id) => ({
            ...location(other.span, options),
            id,
            message: { text: withoutLinks(other.message) },
          })),
        }),
    ...(finding.edit === null ? {} : { fixes: [fixFor(finding, finding.edit, fix, options)] }),
    partialFingerprints: { 'mops/v1': finding.fingerprint },
    baselineState: finding.state === 'new' ? 'new' : 'unchanged',
  };
}

function suppressed(
  { finding, reason }: IgnoredFinding,
  indexes: ReadonlyMap<string, number>,
  rules: ReadonlyMap<string, RuleText>,
  options: ReporterOptions,
): Result {
  const suppression = { kind: 'inSource' as const, status: 'accepted' as const, justification: reason };
  return { ...result(finding, indexes, rules, options), suppressions: [suppression] };
}

/** The edits of all places of a finding as a viewer offers them; those that are not sure say so. */
function fixFor(
  { related }: Finding,
  edit: OfferedEdit,
  advice: string | null,
  options: ReporterOptions,
): Fix {
  const text = shorten(withoutLinks(advice ?? 'Apply the edit.'), longestText);
  const edits = [edit, ...related.flatMap((other) => (other.edit ? [other.edit] : []))];
  const files = grouped(edits, ({ span }) => span.file);
  return {
    description: { text: edits.every(({ sure }) => sure) ? text : `Look before you take it: ${text}` },
    artifactChanges: [...files.values()].map((own) => ({
      artifactLocation: physical((own[0] ?? edit).span, options).artifactLocation,
      replacements: own.map((each) => ({
        deletedRegion: physical(each.span, options).region,
        ...(each.text === '' ? {} : { insertedContent: { text: each.text } }),
      })),
    })),
  };
}

function location(span: Span, options: ReporterOptions): Location {
  return { physicalLocation: physical(span, options) };
}

function physical(
  span: Span,
  options: ReporterOptions,
): { artifactLocation: ArtifactLocation; region: Region } {
  const path = `${options.prefix ?? ''}${span.file}`.toWellFormed();
  return {
    artifactLocation: { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' },
    region: {
      startLine: span.line,
      startColumn: span.column,
      endLine: span.endLine,
      endColumn: span.endColumn,
    },
  };
}

/** SARIF reads `[text](address)` in a message as a link; text from the source of truth makes none. */
function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (');
}
