import { plural } from '../../../src/language/plural.ts';
import { badge, type Words } from '../page.ts';
import type { Site } from '../site.ts';

/** One line for the state of the checks. An empty lifecycle holds nothing, and of two versions neither may be true. */
export function checksLine(site: Site): Words {
  const { report, model } = site;
  if (model.living.stages.length === 0) return ['No stage is written yet, so no check holds'];
  const twoVersions = report.findings.find(({ rule }) => rule === 'merge-conflict');
  if (twoVersions !== undefined)
    return [
      badge(`Two versions of ${twoVersions.span.file} stand side by side`, 'error'),
      ' what these pages say may be either',
    ];
  const errors = report.findings.filter(({ severity }) => severity === 'error').length;
  return errors === 0
    ? [badge(checksPass(site), 'good')]
    : [badge(`${plural(errors, 'error')} in the checks`, 'error')];
}

/** Without an error: which gates were asked, and what else was said. */
function checksPass({ report }: Site): string {
  const held = report.gates.filter(({ status }) => status === 'pass').length;
  const asked = report.gates.filter(({ status }) => status !== 'skipped').length;
  const gates =
    report.faults.length > 0 || held < asked || asked === 0
      ? 'No error in the checks'
      : asked === report.gates.length
        ? `✓ All ${asked} gates hold`
        : `✓ ${asked} of ${report.gates.length} gates asked, all hold`;
  const warnings = report.findings.filter(({ severity }) => severity === 'warning').length;
  return warnings === 0 ? gates : `${gates}, ${plural(warnings, 'warning')}`;
}
