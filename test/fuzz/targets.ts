/** One target for each surface: what must hold of any text whatever. `npm run fuzz -- --seconds N` looks further than CI. */
import fc, { type IRawProperty } from 'fast-check';
import { allPages } from '../../site/view/all-pages.ts';
import { makeSite } from '../../site/view/site.ts';
import type { Report } from '../../src/check/finding.ts';
import { compareReports } from '../../src/compare/findings.ts';
import { semanticChanges } from '../../src/compare/semantic.ts';
import { readConfig } from '../../src/config/read.ts';
import { configSchema } from '../../src/config/schema.ts';
import { lifecycleDiagram } from '../../src/diagram/lifecycle.ts';
import { toMermaid } from '../../src/diagram/mermaid.ts';
import { applyEdits } from '../../src/edit/apply.ts';
import { planReconcile } from '../../src/reconcile/index.ts';
import { reporters } from '../../src/report/index.ts';
import { rules } from '../../src/rules/index.ts';
import { checkTree } from '../../src/shell/files/check-tree.ts';
import { readSla } from '../../src/sla/index.ts';
import { readFile } from '../../src/sot/index.ts';
import { configText, document, phrase } from './text.ts';

const config = configSchema.parse({});
const ruleIds = rules.map(({ id }) => id);
const path = 'SoT/a.md';

function check(text: string): Report {
  return checkTree({ config, files: [{ path, text }], issues: [] }, { today: '2026-01-01' });
}

/** No rule broke, and every finding stands inside its file. */
function sound(report: Report, text: string): void {
  if (report.faults.length > 0)
    throw new Error(`rule ${report.faults[0]?.rule}: ${report.faults[0]?.message}`);
  for (const { span, rule } of report.findings) {
    if (span.file !== path) continue;
    if (span.start < 0 || span.end < span.start || span.end > text.length || span.line < 1 || span.column < 1)
      throw new Error(`${rule} stands at ${span.start}–${span.end} of ${text.length}`);
  }
}

/** The sure rewrites applied until nothing is left of them. */
function reconciled(text: string): string {
  let now = text;
  for (let round = 0; round < 4; round++) {
    const { items, pending } = planReconcile(check(now).model);
    const edits = pending
      ? []
      : items.flatMap(({ verdict, replacement, span }) =>
          verdict === 'sure' && replacement !== null ? [{ span, text: replacement }] : [],
        );
    if (edits.length === 0) return now;
    now = applyEdits(now, edits);
  }
  throw new Error('the rewrites do not come to an end');
}

export const targets: Readonly<Record<string, IRawProperty<unknown>>> = {
  reader: fc.property(document, (text) => {
    for (const { span } of readFile({ path, text }).entries) {
      if (span.start < 0 || span.end > text.length) throw new Error('an entry stands outside its text');
    }
  }) as IRawProperty<unknown>,
  sla: fc.property(phrase, (text) => {
    readSla(text);
  }) as IRawProperty<unknown>,
  config: fc.property(configText, (text) => {
    const reading = readConfig(text, 'mops.config.yml', ruleIds);
    if ('errors' in reading && reading.errors.some(({ message }) => message === ''))
      throw new Error('a mistake without words');
  }) as IRawProperty<unknown>,
  check: fc.property(document, (text) => sound(check(text), text)) as IRawProperty<unknown>,
  reconcile: fc.property(document, (text) => {
    const done = reconciled(text);
    if (reconciled(done) !== done) throw new Error('a second time changes something');
  }) as IRawProperty<unknown>,
  compare: fc.property(document, document, (one, other) => {
    const [base, head] = [check(one), check(other)];
    semanticChanges(base.model, head.model);
    const same = compareReports(check(other), head, { scope: 'new', note: null });
    if (same.findings.some(({ state }) => state === 'new') || same.fixed.length > 0)
      throw new Error('beside itself something is new');
    compareReports(base, head, { scope: 'new', note: null });
  }) as IRawProperty<unknown>,
  reporters: fc.property(document, (text) => {
    const report = check(text);
    for (const reporter of Object.values(reporters)) {
      const printed = reporter(report, { rules, version: '0.0.0', prefix: '' });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: looked for
      if (/[\u001b\u0007\u202e]/.test(printed)) throw new Error('a steering character is printed');
    }
  }) as IRawProperty<unknown>,
  diagrams: fc.property(document, (text) => {
    const mermaid = toMermaid(lifecycleDiagram(check(text).model));
    if (/%%\{|<script/i.test(mermaid)) throw new Error('a label is a directive');
  }) as IRawProperty<unknown>,
  site: fc.property(document, (text) => {
    allPages(makeSite(check(text), 'Lead lifecycle'), rules, null);
  }) as IRawProperty<unknown>,
};
