/** Places that a text names only to rule them out are none that leads go to. */
import { expect, test } from 'vitest';
import { caseConfig, reportOf } from '../rules/bench.ts';
import { baseFiles } from '../rules/case-file.ts';

function targetsOf(routing: string): readonly string[] {
  const files = baseFiles('standard').map(({ path, text }) => ({
    path,
    text: text.replace('Routing: MQL, with the tag small-team', `Routing: ${routing}`),
  }));
  const { model } = reportOf(files, caseConfig({ base: 'standard' }));
  const handoff = model.handoffs.find(({ id }) => id === 'GTM-MOPS-002');
  return handoff?.rejection.targets.map(({ name }) => name) ?? [];
}

test.each<[string, string[]]>([
  ['MQL queue (BDR), not Nurture', ['MQL']],
  ['MQL, never straight to Disqualified', ['MQL']],
  ['MQL instead of Nurture', ['MQL']],
  ['MQL rather than back to Nurture', ['MQL']],
  ['Not MQL again but Nurture', ['Nurture']],
  ['not enough budget → Nurture', ['Nurture']],
  ['MQL or Nurture', ['MQL', 'Nurture']],
])('%s', (routing, places) => {
  expect(targetsOf(routing)).toEqual(places);
});
