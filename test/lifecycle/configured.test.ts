/**
 * A role or stage that only the config knows counts as a usual one does on every surface: with its name in the place
 * of a usual one, everything that is found, drafted, drawn, answered and exported is the same but for that name.
 */
import { describe, expect, test } from 'vitest';
import { commentBody } from '../../action/comment-body.ts';
import { allPages } from '../../site/view/all-pages.ts';
import { pageMarkdown } from '../../site/view/markdown.ts';
import { makeSite } from '../../site/view/site.ts';
import { compareReports, semanticChanges } from '../../src/compare/index.ts';
import type { Config } from '../../src/config/schema.ts';
import { diagramRows, lifecycleDiagram, roleDiagram, toMermaid } from '../../src/diagram/index.ts';
import { draftKinds, draftMissing } from '../../src/draft/missing/index.ts';
import { planRename } from '../../src/edit/rename.ts';
import { exportCsv } from '../../src/export/csv.ts';
import { exportJson } from '../../src/export/lifecycle.ts';
import { exportTests } from '../../src/export/tests.ts';
import { labelsOf } from '../../src/language/fields.ts';
import { answerLead } from '../../src/lead/answer.ts';
import { dueOf } from '../../src/lead/due.ts';
import { buildModel } from '../../src/lifecycle/build.ts';
import type { Model } from '../../src/lifecycle/model.ts';
import { planReconcile } from '../../src/reconcile/index.ts';
import { reconcileJson, reconcileText } from '../../src/reconcile/print.ts';
import { reporters } from '../../src/report/index.ts';
import { rules } from '../../src/rules/index.ts';
import type { SourceFile } from '../../src/sot/entry.ts';
import { readRepository } from '../../src/sot/index.ts';
import { caseConfig, configOf, reportOf, today } from '../rules/bench.ts';
import { baseFiles } from '../rules/case-file.ts';

/** A usual name, the team's own in its place (as long, since labels are wrapped), and what the config says of it. */
const own = [
  ['role', 'AE', 'DX', { roles: { DX: [] } }],
  ['alias of a role', 'AE', 'DX', { roles: { AE: ['DX'] } }],
  ['alias of a place', 'Nurture', 'Drawers', { sinks: { Nurture: ['Drawers'] } }],
  ['alias of a field', 'Owner', 'Chief', { fields: { Owner: ['Chief'] } }],
  ['stage', 'Opportunity', 'Exploration', { stages: { Opportunity: ['Exploration'] } }],
] as const;

const files = baseFiles('deep');
const modelOf = (texts: readonly SourceFile[], config: Config): Model =>
  buildModel(readRepository(texts, labelsOf(config.fields)), config);

/** Lines in a fixed order, since lists are sorted by name; an alias may be told by the name it stands for. */
const lines = (text: string) =>
  text
    .replaceAll(/\b(?:AE|DX|Nurture|Drawers|Owner|Chief|Opportunity|Exploration)\b/gi, '@')
    .split('\n')
    .sort();

const surfaces: Readonly<Record<string, (model: Model, role: string, stage: string) => string>> = {
  'mops export json': (model) => exportJson(model),
  'mops export csv': (model) => exportCsv(model),
  'mops export tests': (model) => exportTests(model),
  'the diagram of the lifecycle': (model) => toMermaid(lifecycleDiagram(model)),
  'its rows': (model) => JSON.stringify(diagramRows(lifecycleDiagram(model)), null, 1),
  'the diagram of a role': (model, role) => toMermaid(roleDiagram(model, role)),
  'mops lead': (model, _role, stage) =>
    JSON.stringify(answerLead(model, { stage, at: '2026-03-13T16:40', size: 80 }), null, 1),
};

describe.each(own)('a %s of the team’s own', (_what, usual, named, keys) => {
  const swapped = (text: string) => text.replaceAll(new RegExp(`\\b${usual}\\b`, 'g'), named);
  const ours = files.map(({ path, text }) => ({ path, text: swapped(text) }));
  const [before, after] = [caseConfig({ base: 'deep' }), caseConfig({ base: 'deep', config: keys })];
  const [plain, configured] = [modelOf(files, before), modelOf(ours, after)];
  const [role, stage] = ['AE', 'Opportunity'];
  // A place stands on some surfaces alone, and the label of a field on none.
  const shown = usual === role || usual === stage;
  const ownRole = 'roles' in keys && 'DX' in keys.roles ? 'DX' : role;

  test.each(Object.entries(surfaces))('%s', (_surface, print) => {
    const usualText = print(plain, role, stage);
    if (shown) expect(usualText).toContain(usual);
    expect(lines(print(configured, ownRole, swapped(stage)))).toEqual(lines(usualText));
  });

  test('mops due asks the same clocks', () => {
    const due = (model: Model, name: string) =>
      [name, ...model.living.handoffs.map(({ id }) => id)].map((one) => {
        const answer = dueOf(model, one, {
          arrival: '2026-03-13T16:40',
          zone: undefined,
          segment: undefined,
        });
        return 'refused' in answer ? answer.refused : answer.text;
      });
    const answers = due(plain, stage);
    expect(answers.join('\n')).toContain('Due Mon 2026-03-16 09:40');
    expect(due(configured, swapped(stage))).toEqual(answers);
  });

  test('nothing is found in a lifecycle that is right', () => {
    expect(reportOf(ours, after).findings.map(({ message }) => message)).toEqual([]);
  });

  test('every rule finds in its own example what it finds with the usual name', () => {
    const found = (text: string, config: Config) =>
      reportOf([{ path: 'SoT/example.md', text }], config)
        .findings.map(({ rule, span }) => `${rule} ${span.line}`)
        .sort();
    for (const { id, bad, good, badConfig = {} } of rules.map((rule) => ({ badConfig: {}, ...rule })))
      for (const text of [bad, good])
        if (swapped(text) !== text)
          expect([id, found(swapped(text), configOf({ ...badConfig, ...keys }))]).toEqual([
            id,
            found(text, configOf(badConfig)),
          ]);
  });

  test('the plan of mops reconcile, as text and as JSON', () => {
    // Every link waits for its ID, and one entry takes the place of another.
    const open = (texts: readonly SourceFile[]) =>
      texts.map(({ path, text }) => ({
        path,
        text: text
          .replace(/^Linked IDs: .*$/gm, (line) => line.replace(/-\d{3}\b/g, '-XXX'))
          .replace('GTM-001 (Product Hunt) or', 'TBD (channel) or')
          .replace(/^## KPI-104: (.*)$/m, '## KPI-114: $1\nReplaces: KPI-104')
          .replace('BR-PRICING-XXX (tier threshold), KPI-XXX', 'BR-PRICING-XXX (tier threshold), KPI-104'),
      }));
    const printed = (texts: readonly SourceFile[], config: Config) => {
      const plan = planReconcile(modelOf(open(texts), config));
      return [reconcileText(plan, '', 'planned'), reconcileJson(plan, '', [])].map(lines);
    };
    const [text = [], json] = printed(files, before);
    expect(text.filter((line) => line.includes('→')).length).toBeGreaterThan(10);
    expect(printed(ours, after)).toEqual([text, json]);
  });

  test('the Action’s comment and annotations, and every format of the report', () => {
    const damaged = (texts: readonly SourceFile[]) =>
      texts
        .filter(({ path }) => !/mon-drift-opportunity|sql-opportunity/.test(path))
        .map(({ path, text }) => ({
          path,
          text: text
            .replace(/^- SQL \(owner.*$/m, '')
            .replace(/To (?:Opportunity|Exploration): /, 'Then ')
            .replace('To Customer: ', 'To Costumer: ')
            .replace('no answer for 30 days → Closed-lost', 'no answer for 30 days → Nowhere')
            .replace(/(?<=^Owner: |^Chief: )(?:Founder)$/m, 'Jane Smith')
            .replace('Response time after entering this stage: 30 business minutes', 'Response time: ASAP'),
        }));
    const printed = (texts: readonly SourceFile[], config: Config) => {
      const [base, head] = [reportOf(texts, config), reportOf(damaged(texts), config)];
      const report = compareReports(base, head, { scope: 'new', note: 'compared with main at 1a2b3c4' });
      const options = { rules, version: '0.0.0', prefix: '' };
      const comment = commentBody(
        {
          report,
          base,
          changes: semanticChanges(base.model, head.model),
          diagram: null,
          commit: '1a2b3c4',
          notes: [],
          offered: { suggestions: 0, patch: 0 },
        },
        options,
      );
      // A line of the config that takes up a name keeps those that are there.
      return [comment, ...Object.values(reporters).map((print) => print(report, options))].map((text) =>
        text.replaceAll(/`(?:roles|sinks|stages|fields): \{.*?\}\\?`/g, 'a line of the config'),
      );
    };
    const expected = printed(files, before);
    expect(expected[0]).toContain('Jane Smith');
    for (const [at, text] of printed(ours, after).entries())
      expect(lines(text)).toEqual(lines(swapped(expected[at] ?? '')));
  });

  test('every draft of what is missing', () => {
    const without = (texts: readonly SourceFile[]) =>
      texts.filter(({ path }) => !/mon-drift|kpi|opportunity-customer|feedback/.test(path));
    const drafted = (model: Model) =>
      draftKinds.flatMap((kind) => {
        const { drafts } = draftMissing(model, kind, today);
        return drafts.map(({ text }) => text);
      });
    const expected = drafted(modelOf(without(files), before));
    expect(expected.length).toBeGreaterThan(5);
    expect(
      drafted(modelOf(without(ours), after))
        .flatMap(lines)
        .sort(),
    ).toEqual(expected.map(swapped).flatMap(lines).sort());
  });

  // The glossary alone knows the usual names better: it explains them.
  test('every page of the site but the glossary', () => {
    const printed = (texts: readonly SourceFile[], config: Config) => {
      const site = makeSite(reportOf(texts, config), 'Handbook');
      const pages = allPages(site, rules, null).filter(({ path }) => path !== '/glossary/');
      return pages.flatMap((page) => lines(pageMarkdown(page, '/', new Map())));
    };
    expect(printed(ours, after).sort()).toEqual(printed(files, before).sort());
  });

  test('a change of it is told, and a rename reaches every place', () => {
    const changed = files.map(({ path, text }) => ({
      path,
      text: text.replace(/- \*\*Owner:\*\* AE$/m, '- **Owner:** BDR'),
    }));
    const oursChanged = changed.map(({ path, text }) => ({ path, text: swapped(text) }));
    const told = (from: Model, to: Model) => semanticChanges(from, to).map(({ sentence }) => sentence);
    expect(told(configured, modelOf(oursChanged, after))).toEqual(
      told(plain, modelOf(changed, before)).map(swapped),
    );
    const renamed = (model: Model, name: string) => {
      const plan = planRename(model, null, name, 'Lead desk');
      return 'refused' in plan ? swapped(plan.refused) : plan.edits.length;
    };
    expect(renamed(configured, named)).toBe(renamed(plain, usual));
  });
});
