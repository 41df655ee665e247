import type { Report } from '../../src/finding.ts';
import type { SureEdit } from './replacement.ts';

/** Fixes of findings that are sure. With `scope: new` only what the change brings is anybody's business here. */
export function findingEdits(report: Report, prefix: string): SureEdit[] {
  return report.findings
    .filter(({ state, rule }) => (report.scope === 'all' || state === 'new') && rule !== 'placeholder')
    .flatMap(({ edit, message, entry }) =>
      edit === null
        ? []
        : [
            {
              path: `${prefix}${edit.span.file}`,
              start: edit.span.start,
              end: edit.span.end,
              text: edit.text,
              reason: message,
              entry,
            },
          ],
    );
}
export function placeholderEdits(_report: Report, _prefix: string): SureEdit[] {
  return [];
}
