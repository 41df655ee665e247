/** What a report says, in the words of a case's `finds:` and `export:`, and what of it is not as expected. */
import { isDeepStrictEqual } from 'node:util';
import type { Finding, Report } from '../../src/check/finding.ts';
import { exportLifecycle } from '../../src/export/lifecycle.ts';
import type { SourceFile, Span } from '../../src/sot/entry.ts';
import type { Case, Expectation } from './case-file.ts';

/** Everything a case may say about one finding. */
export function told(finding: Finding, files: readonly SourceFile[]): Expectation {
  const { span, edit, related, fix, instead } = finding;
  return {
    rule: finding.rule,
    severity: finding.severity,
    ...place(span, files),
    says: finding.message,
    ...(fix === null ? {} : { fix }),
    ...(instead === null || instead.expected === ''
      ? {}
      : { instead: `${instead.actual} → ${instead.expected}` }),
    ...(edit === null ? {} : { becomes: lineAfter(textOf(files, edit.span.file), edit.span, edit.text) }),
    ...(related.length === 0 ? {} : { see: related.map((one) => seen(one, files)) }),
  };
}

function seen(related: Finding['related'][number], files: readonly SourceFile[]): string {
  const { at, on } = place(related.span, files);
  return `${at} "${on}": ${related.message}`;
}

/** The text pointed at says where it is, so that moved lines move nothing here; only a repeated text needs its line. */
function place({ file, start, end, line }: Span, files: readonly SourceFile[]): { at: string; on: string } {
  const text = textOf(files, file);
  const on = (text.slice(start, end).split('\n')[0] ?? '').trim();
  return { at: text.indexOf(on) === text.lastIndexOf(on) ? file : `${file}:${line}`, on };
}

/**
 * The findings of a report as the case should tell them: of a finding it already tells, only the keys it tells.
 * An expectation equals its finding exactly when nothing changes here.
 */
export function expectedOf(one: Case, report: Report, files: readonly SourceFile[]): Expectation[] {
  const found = report.findings.filter(({ rule }) => one.only === undefined || one.only.includes(rule));
  return found.map((finding, at) => {
    const all = told(finding, files);
    const wanted = one.finds?.[at];
    if (wanted?.rule !== finding.rule) return all;
    const keys = Object.keys(wanted) as (keyof Expectation)[];
    const kept = Object.fromEntries(keys.filter((key) => key in all).map((key) => [key, all[key]]));
    const line = `${finding.span.file}:${finding.span.line}`;
    return { ...kept, ...(wanted.at === line ? { at: line } : {}) } as Expectation;
  });
}

/** What a lifecycle says: everything exported, places apart. */
export function meaningOf({ model }: Report): unknown {
  return JSON.parse(
    JSON.stringify(exportLifecycle(model), (key, value) =>
      key === 'file' || key === 'line' ? undefined : value,
    ),
  );
}

/**
 * Follows `stages.BR-MOPS-002.progression.0.to` into the exported lifecycle: a list is entered by place, by the id or
 * the name of an element, or asked for its `length`.
 */
export function exported(report: Report, path: string): unknown {
  let value: unknown = exportLifecycle(report.model);
  // A dot with a blank behind it belongs to a name.
  for (const key of path.split(/\.(?! )/)) {
    if (value === null || typeof value !== 'object') return undefined;
    if (!Array.isArray(value)) value = (value as Record<string, unknown>)[key];
    else if (/^\d+$/.test(key)) value = value[Number(key)];
    else if (key === 'length') value = value.length;
    else value = value.find(({ id, name }) => id === key || name === key);
  }
  return value;
}

/** A plain value is that value; `{has: text}` a text that holds it, `{not: value}` any other. */
export function holds(value: unknown, wanted: unknown): boolean {
  if (typeof wanted === 'object' && wanted !== null && 'has' in wanted)
    return JSON.stringify(value ?? null).includes(JSON.stringify(wanted.has).slice(1, -1));
  if (typeof wanted === 'object' && wanted !== null && 'not' in wanted)
    return value !== undefined && !isDeepStrictEqual(value, wanted.not);
  return isDeepStrictEqual(value ?? null, wanted);
}

function textOf(files: readonly SourceFile[], path: string): string {
  return files.find((file) => file.path === path)?.text ?? '';
}

function lineAfter(text: string, { start, end }: { start: number; end: number }, edit: string): string {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end);
  return (text.slice(from, start) + edit + text.slice(end, to < 0 ? undefined : to)).trim();
}
