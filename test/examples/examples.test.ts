import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Report } from '../../src/check/finding.ts';
import { exportLifecycle } from '../../src/export/lifecycle.ts';
import type { Lifecycle } from '../../src/export/schema.ts';
import { planReconcile } from '../../src/reconcile/index.ts';
import { countsInWords } from '../../src/report/reporter.ts';
import { rules } from '../../src/rules/index.ts';
import { checkTree } from '../../src/shell/files/check-tree.ts';
import { loadTree } from '../../src/shell/files/tree.ts';

const examples = join(import.meta.dirname, '../../examples');

/** A day on which the examples' dates are fresh, so that these tests say the same in a year. */
const today = '2026-11-22';

async function reportOf(example: string): Promise<Report> {
  const tree = await loadTree({ folder: join(examples, example), ruleIds: rules.map((rule) => rule.id) });
  return checkTree(tree, { today });
}

async function lifecycleOf(example: string): Promise<Lifecycle> {
  return exportLifecycle((await reportOf(example)).model);
}

/** `rule entry` of each finding of a severity, sorted. */
function found(report: Report, severity: string): string[] {
  return report.findings
    .filter((finding) => finding.severity === severity)
    .map((finding) => `${finding.rule} ${finding.entry ?? finding.span.file}`)
    .sort();
}

const folders = readdirSync(examples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(examples, entry.name, 'SoT')))
  .map((entry) => entry.name)
  .sort();

test('the seven examples are there', () => {
  expect(folders).toEqual(['b2b-saas', 'before-v09', 'broken', 'deep', 'hybrid', 'quick', 'self-serve']);
});

describe.each(folders)('%s', (example) => {
  test('is a whole source of truth: rules, go-to-market, numbers, monitoring, personas, feedback', () => {
    for (const file of [
      'README.md',
      'PRD.md',
      'mops.config.yml',
      'SoT/SoT.BUSINESS_RULES.md',
      'SoT/SoT.DEPLOYMENT.md',
      'SoT/SoT.USER_JOURNEYS.md',
      'SoT/SoT.customer_feedback.md',
    ]) {
      expect(existsSync(join(examples, example, file)), file).toBe(true);
    }
  });

  test('every entry that its files head is read', async () => {
    const { model } = await reportOf(example);
    const heads = /^(?:#{1,4} |\| )?((?:BR|GTM|PER|KPI|CFD|MON|RUN|DEP)-(?:[A-Z]+-)?\d{3})(?::| - | \|)/gm;
    for (const file of model.repository.files) {
      const index = file.text.search(/^## (?:Cross-reference index)/m);
      const body = index < 0 ? file.text : file.text.slice(0, index);
      const ids = new Set([...body.matchAll(heads)].map((match) => match[1]));
      for (const id of ids) expect([...model.repository.byId.keys()], `${file.path}: ${id}`).toContain(id);
    }
  });

  test('gets the verdict that examples/README.md promises', async () => {
    const report = await reportOf(example);
    const row = readFileSync(join(examples, 'README.md'), 'utf8')
      .split('\n')
      .find((line) => line.startsWith(`| [\`${example}\`](${example}/) |`));
    const counts = { error: 0, warning: 0, notice: 0 };
    for (const { severity } of report.findings) counts[severity]++;
    expect(row?.split('|').at(-2)?.trim()).toBe(`${report.verdict.toUpperCase()}, ${countsInWords(counts)}`);
  });
});

describe.each(folders.filter((folder) => folder !== 'broken'))('%s passes', (example) => {
  test('without an error or a warning, and no rule is silenced to get there', async () => {
    const report = await reportOf(example);
    expect(found(report, 'error')).toEqual([]);
    expect(found(report, 'warning')).toEqual([]);
    expect(report.verdict).toBe('pass');
    expect(report.faults).toEqual([]);
    expect(report.ignored).toEqual([]);
    expect(parse(readFileSync(join(examples, example, 'mops.config.yml'), 'utf8'))).not.toHaveProperty(
      'rules',
    );
  });
});

test('the B2B SaaS lifecycle is the one of the worked example: five stages, four handoffs, each with payload and route', async () => {
  const lifecycle = await lifecycleOf('b2b-saas');
  expect(lifecycle).toMatchObject({ mode: 'standard', motion: 'sales-assisted', shape: 'sales-assisted' });
  expect(
    lifecycle.stages
      .filter((stage) => stage.status === 'Active')
      .map((stage) => [stage.name, stage.ownerRole, stage.sla?.raw]),
  ).toEqual([
    ['Anonymous', 'Marketing automation', 'n/a (software acts, nobody waits)'],
    ['MQL', 'BDR', '1 business hour'],
    ['SQL', 'AE', '30 business minutes'],
    ['Opportunity', 'AE', '1 business day per touch'],
    ['Customer', 'CS', 'Onboarding kickoff scheduled within 1 business day'],
  ]);
  expect(lifecycle.handoffs.map((handoff) => [handoff.from, handoff.to])).toEqual([
    ['Anonymous', 'MQL'],
    ['MQL', 'SQL'],
    ['SQL', 'Opportunity'],
    ['Opportunity', 'Customer'],
  ]);
  for (const handoff of lifecycle.handoffs) {
    expect(Object.values(handoff.payload), handoff.id).not.toContain(null);
    expect(Object.values(handoff.rejection), handoff.id).not.toContain(null);
  }
  expect(lifecycle.channels.map((channel) => channel.id)).toEqual([
    'GTM-001',
    'GTM-002',
    'GTM-003',
    'GTM-004',
  ]);
  expect(lifecycle.offers.map((offer) => offer.id)).toEqual(['GTM-101', 'GTM-102']);
  expect(lifecycle.kpis.filter((kpi) => kpi.conversion !== null)).toHaveLength(4);
  expect(lifecycle.monitors.map((monitor) => monitor.baselineDate)).toEqual(Array(4).fill('2026-11-16'));
});

test('the hybrid joins self-serve and sales between Paid and SQL', async () => {
  const lifecycle = await lifecycleOf('hybrid');
  expect(lifecycle).toMatchObject({ motion: 'hybrid', shape: 'hybrid' });
  expect(lifecycle.stages.map((stage) => stage.name)).toEqual([
    'Anonymous',
    'Signup',
    'Activated',
    'Paid',
    'SQL',
    'Opportunity',
    'Expansion',
  ]);
  expect(lifecycle.handoffs.map((handoff) => `${handoff.from} → ${handoff.to}`)).toContain('Paid → SQL');
});

test('the self-serve lifecycle has no person and no handoff', async () => {
  const lifecycle = await lifecycleOf('self-serve');
  expect(lifecycle).toMatchObject({ motion: 'self-serve', shape: 'self-serve', handoffs: [] });
  expect(new Set(lifecycle.stages.map((stage) => stage.ownerRole))).toEqual(
    new Set(['Marketing automation']),
  );
});

test('quick is three stages and one handoff, and the report says what was not asked', async () => {
  const report = await reportOf('quick');
  const lifecycle = exportLifecycle(report.model);
  expect(lifecycle).toMatchObject({ mode: 'quick', shape: 'quick' });
  expect(lifecycle.stages.map((stage) => stage.name)).toEqual(['Anonymous', 'Lead', 'Customer']);
  expect(lifecycle.handoffs).toHaveLength(1);
  expect(report.skipped).not.toEqual([]);
});

test('deep routes by size, scores leads and watches every SLA that a person keeps', async () => {
  const lifecycle = await lifecycleOf('deep');
  expect(lifecycle.mode).toBe('deep');
  expect(
    lifecycle.routings[0]?.routes.map((route) => [route.segment, route.ownerRole, route.sla?.raw]),
  ).toEqual([
    ['1–99', 'AE', '1 business hour'],
    ['100–999', 'AE', '45 business minutes'],
    ['1000+', 'AE', '15 business minutes'],
    ['otherwise', 'AE', '1 business hour'],
  ]);
  expect(lifecycle.scorings[0]?.thresholds).toEqual([
    { stage: 'MQL', points: 50 },
    { stage: 'SQL', points: 80 },
  ]);
  expect(
    lifecycle.handoffs.filter((handoff) => handoff.to === 'SQL').map((handoff) => handoff.segment),
  ).toEqual(['1–999 employees', '1000+ employees']);
  const watched = new Set(lifecycle.monitors.flatMap((monitor) => monitor.watches));
  for (const stage of lifecycle.stages.filter((one) => one.ownerRole !== 'Marketing automation'))
    expect([...watched], stage.name).toContain(stage.id);
});

test('before v0.9 the placeholders stand with their roles and are notices', async () => {
  const report = await reportOf('before-v09');
  expect(report.model.v09.value).toBe('draft');
  const roles = new Map<string, Set<string | null>>();
  for (const { token, role } of report.model.placeholders)
    roles.set(token, (roles.get(token) ?? new Set()).add(role));
  expect(Object.fromEntries([...roles].map(([token, set]) => [token, [...set].join(',')]))).toEqual({
    'GTM-XXX': 'channel',
    'GTM-YYY': 'channel',
    '[GTM-* channel]': 'channel',
    'TBD (channel)': 'channel',
    'GTM-TBD': 'offer',
    'BR-PRICING-ZZZ': 'price',
    'KPI-AAA': 'kpi',
    'PER-XXX': 'persona',
  });
  expect(
    new Set(
      report.findings.filter((finding) => finding.rule === 'placeholder').map((finding) => finding.severity),
    ),
  ).toEqual(new Set(['notice']));
});

test('broken fails for exactly the defects that were put in', async () => {
  const report = await reportOf('broken');
  expect(report.verdict).toBe('fail');
  expect(found(report, 'error')).toEqual([
    'handoff-missing BR-MOPS-004',
    'handoff-payload GTM-MOPS-002',
    'id-format GTM-MOPS-004',
    'lifecycle-shape BR-MOPS-001',
    'reference-undefined BR-MOPS-003',
    'rejection-routing GTM-MOPS-002',
    'rejection-target GTM-MOPS-001',
    'sla-drift BR-MOPS-002',
    'sla-escalation BR-MOPS-005',
    'sla-unreadable BR-MOPS-003',
    'stage-disqualification BR-MOPS-003',
    'template-leftover BR-MOPS-004',
  ]);
  expect(found(report, 'warning')).toEqual([
    'criterion-seam BR-MOPS-003',
    'field-unknown BR-MOPS-002',
    'kpi-conversion KPI-102',
    'mql-any-form BR-MOPS-002',
    'sla-calendar BR-MOPS-004',
    'stage-owner-single BR-MOPS-003',
  ]);
  expect(found(report, 'notice')).toEqual(['handoff-same-owner GTM-MOPS-003']);
  expect(report.gates.filter((gate) => gate.status === 'fail').map((gate) => gate.gate)).toEqual([
    1, 2, 4, 5, 6, 7,
  ]);
});

test('before v0.9 some placeholders have one sure answer, some several and some none', async () => {
  const plan = planReconcile((await reportOf('before-v09')).model);
  expect(plan.pending).toBe(true);
  const told = plan.items.map(
    ({ token, verdict, replacement, entry }) => `${entry.id} ${token} ${replacement ?? verdict}`,
  );
  expect([...new Set(told)].sort()).toEqual([
    'BR-MOPS-001 GTM-XXX unsure',
    'BR-MOPS-001 GTM-YYY GTM-001',
    'BR-MOPS-001 KPI-AAA none',
    'BR-MOPS-001 PER-XXX unsure',
    'BR-MOPS-002 BR-PRICING-ZZZ BR-PRICING-001',
    'BR-MOPS-002 GTM-TBD none',
    'BR-MOPS-002 KPI-AAA KPI-101',
    'BR-MOPS-002 PER-XXX unsure',
    'BR-MOPS-003 BR-PRICING-ZZZ BR-PRICING-001',
    'BR-MOPS-003 KPI-AAA KPI-102',
    'BR-MOPS-004 GTM-TBD none',
    'GTM-MOPS-001 GTM-XXX unsure',
    'GTM-MOPS-001 GTM-YYY GTM-001',
    'GTM-MOPS-001 KPI-AAA none',
    'GTM-MOPS-001 PER-XXX unsure',
    'GTM-MOPS-002 KPI-AAA KPI-101',
    'GTM-MOPS-002 [GTM-* channel] unsure',
    'GTM-MOPS-003 TBD (channel) unsure',
    'GTM-MOPS-004 GTM-XXX unsure',
    'GTM-MOPS-004 GTM-YYY GTM-001',
  ]);
});
