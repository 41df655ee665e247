/** One target for each surface: what must hold of any text whatever. `npm run fuzz -- --seconds N` looks further than CI. */
import fc, { type IRawProperty } from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import Papa from 'papaparse';
import { commentBody } from '../../action/comment-body.ts';
import { summaryOf } from '../../action/summary.ts';
import { allPages } from '../../site/view/all-pages.ts';
import { makeSite } from '../../site/view/site.ts';
import { check } from '../../src/check/check.ts';
import { fix } from '../../src/check/fix.ts';
import { changedDiagram } from '../../src/compare/changed-diagram.ts';
import { compareReports } from '../../src/compare/findings.ts';
import { changesAsMarkdown, changesAsText } from '../../src/compare/print.ts';
import { semanticChanges } from '../../src/compare/semantic.ts';
import { readConfig } from '../../src/config/read.ts';
import { lifecycleDiagram } from '../../src/diagram/lifecycle.ts';
import { toMermaid } from '../../src/diagram/mermaid.ts';
import { appended } from '../../src/draft/append.ts';
import { planImport } from '../../src/draft/import/plan.ts';
import { draftKinds, draftMissing } from '../../src/draft/missing/index.ts';
import { applyEdits } from '../../src/edit/apply.ts';
import { planRename } from '../../src/edit/rename.ts';
import { exportCsv } from '../../src/export/csv.ts';
import { exportJson } from '../../src/export/lifecycle.ts';
import { exportTests } from '../../src/export/tests.ts';
import { answerLead } from '../../src/lead/answer.ts';
import { printLead } from '../../src/lead/print.ts';
import { accountOf } from '../../src/lifecycle/account.ts';
import { buildModel } from '../../src/lifecycle/build.ts';
import { planReconcile } from '../../src/reconcile/index.ts';
import { reporters } from '../../src/report/index.ts';
import { accountAsJson, accountAsText } from '../../src/report/read.ts';
import { rules } from '../../src/rules/index.ts';
import { readSla } from '../../src/sla/index.ts';
import { readFile, readRepository } from '../../src/sot/index.ts';
import { checked, modelOf, path, placed, placesIn, sound } from './sound.ts';
import { configText, document, phrase } from './text.ts';

const ruleIds = rules.map(({ id }) => id);
const today = '2026-01-01';
// biome-ignore lint/suspicious/noControlCharactersInRegex: looked for
const steering = /[\u001b\u0007\u202e\u{e0041}]/u;

/** As GitHub renders it: no element but our folds, no picture, no link but to the files checked, no mention. */
function inertMarkdown(what: string, markdown: string): void {
  const visit = (node: Nodes): void => {
    if (node.type === 'html' && !/^(?:<\/?(?:details|summary|br)(?: open)?>[^<>]*)+$/.test(node.value.trim()))
      throw new Error(`${what} has an element: ${node.value}`);
    if (
      node.type === 'image' ||
      node.type === 'definition' ||
      (node.type === 'link' && !/^[#h]/.test(node.url))
    )
      throw new Error(`${what} has a ${node.type}`);
    if (node.type === 'link' && !/^(?:#|https:\/\/github\.com\/)/.test(node.url))
      throw new Error(`${what} links to ${node.url}`);
    if (node.type === 'text' && /(?:^|[^\w/])@[\w-]/.test(node.value))
      throw new Error(`${what} mentions somebody: ${node.value}`);
    if ('children' in node) node.children.forEach(visit);
  };
  visit(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
}

function unsteered(what: string, printed: string): void {
  if (steering.test(printed)) throw new Error(`${what} prints a steering character`);
}

/** The sure rewrites applied until nothing is left of them. */
function reconciled(text: string): string {
  let now = text;
  for (let round = 0; round < 4; round++) {
    const { items, pending } = planReconcile(modelOf(now));
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
    for (const [what, span] of placesIn(readFile({ path, text }))) placed(what, span, text);
  }) as IRawProperty<unknown>,
  account: fc.property(document, (text) => {
    const [file] = accountOf(modelOf(text));
    const lines = text.split(/\r\n|\n|\r/);
    const told = file?.lines.map(({ line }) => line) ?? [];
    // What follows the last line end is no line.
    const wanted = lines.at(-1) === '' ? lines.length - 1 : lines.length;
    if (told.some((line, at) => line !== at + 1) || told.length < wanted || told.length > lines.length)
      throw new Error(`${told.length} of ${lines.length} lines are accounted for`);
  }) as IRawProperty<unknown>,
  sla: fc.property(phrase, (text) => {
    readSla(text);
  }) as IRawProperty<unknown>,
  config: fc.property(configText, (text) => {
    const reading = readConfig(text, 'mops.config.yml', ruleIds);
    if ('errors' in reading && reading.errors.some(({ message }) => message === ''))
      throw new Error('a mistake without words');
  }) as IRawProperty<unknown>,
  configured: fc.property(configText, document, (settings, text) => {
    const reading = readConfig(settings, 'mops.config.yml', ruleIds);
    if (!('config' in reading)) return;
    const model = buildModel(readRepository([{ path, text }]), reading.config);
    sound(check(model, { today }), text);
    exportJson(model);
  }) as IRawProperty<unknown>,
  check: fc.property(document, (text) => sound(checked(text), text)) as IRawProperty<unknown>,
  reconcile: fc.property(document, (text) => {
    const done = reconciled(text);
    if (reconciled(done) !== done) throw new Error('a second time changes something');
  }) as IRawProperty<unknown>,
  fix: fc.property(document, fc.boolean(), (text, suggested) => {
    const before = checked(text);
    const { after } = fix(modelOf(text), { today }, { suggested });
    sound(after, after.model.repository.files[0]?.text ?? '');
    if (after.findings.length > before.findings.length) throw new Error('a fix adds findings');
    if (fix(after.model, { today }, { suggested }).changes.length > 0)
      throw new Error('a second time fixes something');
  }) as IRawProperty<unknown>,
  rename: fc.property(
    document,
    fc.nat(),
    fc.constantFrom('Zebra', 'BR-MOPS-987', 'SDR', 'a b'),
    (text, at, name) => {
      const model = modelOf(text);
      const names = [
        ...model.stages.map((stage) => stage.name),
        ...model.stages.flatMap(({ owner }) => (owner === null ? [] : [owner.raw.text])),
        ...model.repository.byId.keys(),
      ];
      const old = names[at % Math.max(names.length, 1)];
      if (old === undefined) return;
      const plan = planRename(model, null, old, name);
      if ('refused' in plan) return;
      for (const { span } of plan.edits) placed('a mention', span, text);
      sound(checked(applyEdits(text, plan.edits)), applyEdits(text, plan.edits));
    },
  ) as IRawProperty<unknown>,
  drafts: fc.property(document, fc.constantFrom(...draftKinds), (text, kind) => {
    const model = modelOf(text);
    const { drafts } = draftMissing(model, kind, today);
    const change = drafts.length === 0 ? null : appended(model, kind, drafts);
    if (change?.before && !change.after.startsWith(change.before.trimEnd()))
      throw new Error('what stood there is gone');
  }) as IRawProperty<unknown>,
  import: fc.property(document, document, (text, tables) => {
    const plan = planImport(modelOf(text), 'b.md', tables);
    const drafted = [...plan.stages, ...plan.handoffs].map((draft) => draft.text).join('\n\n');
    sound(checked(drafted), drafted);
  }) as IRawProperty<unknown>,
  exports: fc.property(document, (text) => {
    const model = modelOf(text);
    JSON.parse(exportJson(model));
    for (const print of [exportCsv, exportTests])
      for (const delimiter of [',', ';'])
        for (const cell of Papa.parse<string[]>(print(model), { delimiter }).data.flat())
          if (/^\s*(?:[=+@]|-\D)/.test(cell)) throw new Error(`a cell is a formula: ${cell}`);
  }) as IRawProperty<unknown>,
  lead: fc.property(document, (text) => {
    const model = modelOf(text);
    for (const { name } of model.living.stages.slice(0, 3)) {
      const answer = answerLead(model, { stage: name, at: '2026-03-13T16:40', zone: 'UTC' });
      if (answer.ok) printLead(answer.lead, answer.note);
    }
  }) as IRawProperty<unknown>,
  compare: fc.property(document, document, (one, other) => {
    const [base, head] = [checked(one), checked(other)];
    const changes = semanticChanges(base.model, head.model);
    unsteered('compare', changesAsText(changes));
    changesAsMarkdown(changes);
    const picture = changedDiagram(base.model, head.model, changes);
    if (picture !== null) toMermaid(picture);
    if (semanticChanges(head.model, checked(other).model).length > 0)
      throw new Error('beside itself something is changed');
    const same = compareReports(checked(other), head, { scope: 'new', note: null });
    // Why a check reads no stage counts however old it is.
    const blind = head.model.stages.length === 0;
    if ((!blind && same.findings.some(({ state }) => state === 'new')) || same.fixed.length > 0)
      throw new Error('beside itself something is new');
    sound(compareReports(base, head, { scope: 'new', note: null }), other);
  }) as IRawProperty<unknown>,
  reporters: fc.property(document, (text) => {
    const report = check(modelOf(text), { today });
    for (const [name, reporter] of Object.entries(reporters))
      unsteered(name, reporter(report, { rules, version: '0.0.0', prefix: '' }));
  }) as IRawProperty<unknown>,
  comment: fc.property(document, document, (one, other) => {
    const [base, report] = [
      checked(one),
      compareReports(checked(one), checked(other), { scope: 'new', note: null }),
    ];
    const changes = semanticChanges(base.model, report.model);
    const options = { rules, version: '0.0.0', prefix: '' };
    const body = commentBody(
      { report, base, changes, diagram: null, commit: '', notes: [], offered: { suggestions: 0, patch: 0 } },
      options,
    );
    const summary = summaryOf(report, options, { notes: [], changes, patch: '', patchFile: null });
    for (const [what, text] of Object.entries({ body, summary })) {
      unsteered(what, text);
      inertMarkdown(what, text);
    }
  }) as IRawProperty<unknown>,
  listing: fc.property(document, (text) => {
    const files = accountOf(modelOf(text));
    for (const print of [accountAsText(files, () => text), accountAsJson(files)])
      unsteered('mops read', print);
  }) as IRawProperty<unknown>,
  diagrams: fc.property(document, (text) => {
    const mermaid = toMermaid(lifecycleDiagram(modelOf(text)));
    const written = mermaid.replace(/^%%\{init: \{"look": "classic"[^\n]*\n/, '');
    if (/%%\{|<script/i.test(written)) throw new Error('a label is a directive');
    unsteered('a diagram', mermaid);
  }) as IRawProperty<unknown>,
  site: fc.property(document, (text) => {
    allPages(makeSite(checked(text), 'Lead lifecycle'), rules, null);
  }) as IRawProperty<unknown>,
};
