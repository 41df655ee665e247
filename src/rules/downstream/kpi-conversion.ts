import { linkEdit } from '../../draft/link.ts';
import { hasNumber } from '../../language/measuring.ts';
import { freeIdFor } from '../../lifecycle/ids.ts';
import { missedAnyway } from '../../lifecycle/lacking.ts';
import type { Handoff, LinkedEntry, Model, Stage } from '../../lifecycle/model.ts';
import { spokenFor } from '../../lifecycle/spoken-for.ts';
import { isDrafted } from '../../lifecycle/standing.ts';
import { nextStageName, stagesAt } from '../../lifecycle/target-stages.ts';
import { meantByMissing } from '../../lifecycle/undefined.ts';
import { isEnd } from '../../lifecycle/ways.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { fieldSpan, named, quoted, spanOf } from '../wording.ts';

/** SEED anti-pattern 1: one MQL in a hundred becoming an SQL is a loose definition; nearly all is a rubber stamp. */
const tooLoose = 0.01;
const rubberStamp = 0.95;

export const kpiConversion: Rule = {
  id: 'kpi-conversion',
  title: 'A conversion nobody measures, or a target that cannot be right',
  why: 'Without the conversion rate nobody sees where leads are lost; with a target near 0 or near 100 % the definition of the stage is the problem.',
  fix: 'Link a KPI for the way out of the stage, for example "KPI-101: MQL to SQL conversion".',
  source: 'SEED "Consumes", "Downstream Connections", anti-pattern 1',
  severity: { quick: 'off', standard: 'warning', deep: 'warning' },
  bad: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Order: 2
    Stage: MQL

    ## BR-MOPS-003: Lifecycle Stage — SQL

    Order: 3
    Stage: SQL
    Linked IDs: KPI-101

    ## KPI-101: MQL to SQL conversion

    Target: 1%
  `,
  good: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Order: 2
    Stage: MQL
    Linked IDs: KPI-101

    ## BR-MOPS-003: Lifecycle Stage — SQL

    Order: 3
    Stage: SQL

    ## KPI-101: MQL to SQL conversion

    Target: 30%
  `,
  *check(model): Generator<Problem> {
    const cited = citedKpis(model);
    for (const kpi of model.living.kpis) {
      if (kpi.conversion !== null || cited.has(kpi.id)) yield* open(model, kpi);
      if (kpi.conversion === null) continue;
      yield* target(kpi);
      yield* orphan(model, kpi, cited);
    }
    // Before v0.9 is final KPIs may not exist yet.
    if (model.v09.value !== 'final') return;
    const measured = measuredStages(model);
    for (const stage of model.living.stages) if (!measured.has(stage)) yield* unmeasured(model, stage);
  },
};

function citedKpis(model: Model): ReadonlySet<string> {
  const cited = new Set<string>();
  for (const record of [...model.living.stages, ...model.living.handoffs])
    for (const link of record.links) cited.add(link.id);
  return cited;
}

function* target(kpi: LinkedEntry): Generator<Problem> {
  const { conversion, targetShare } = kpi;
  if (conversion?.from !== 'MQL' || conversion.to !== 'SQL' || targetShare === null) return;
  if (targetShare > tooLoose && targetShare < rubberStamp) return;
  const percent = `${Math.round(targetShare * 1000) / 10}%`;
  yield {
    at: fieldSpan(kpi, 'target'),
    message:
      targetShare <= tooLoose
        ? `${kpi.id} expects ${percent} of MQLs to become SQLs: nearly everything that is called an MQL is none.`
        : `${kpi.id} expects ${percent} of MQLs to become SQLs: the step decides nothing.`,
    fix:
      targetShare <= tooLoose
        ? 'Tighten the entry criteria of MQL: a high-intent form, or fit and score.'
        : 'Check whether the two stages differ, or correct the target.',
    entry: kpi.entry,
    field: 'target',
    key: 'target',
  };
}

/** "Target: n/a" or "TBD": nobody can tell whether the conversion is good. */
function* open(model: Model, kpi: LinkedEntry): Generator<Problem> {
  const target = kpi.fields.get('target');
  if (target === undefined || isDrafted(kpi) || spokenFor(model, kpi, 'target')) return;
  const texts = target.items.length > 0 ? target.items : target.value === null ? [] : [target.value];
  if (texts.some(({ text }) => hasNumber(text))) return;
  const [first] = texts;
  yield {
    at: spanOf(target),
    message:
      first === undefined
        ? `The Target of ${kpi.id} is empty.`
        : `${kpi.id} has ${quoted(first.text)} for a Target, which is no number, so nobody can tell a good month from a bad one.`,
    fix: "Write the number to reach, for example last quarter's and what it should become; a Draft status says that it is still open.",
    entry: kpi.entry,
    field: 'target',
    key: 'open',
  };
}

function* orphan(model: Model, kpi: LinkedEntry, cited: ReadonlySet<string>): Generator<Problem> {
  const { conversion } = kpi;
  if (conversion === null || model.living.stages.length === 0) return;
  const gone = [conversion.from, conversion.to].filter(
    (name) => !model.living.stages.some((stage) => stage.canonical === name),
  );
  // A KPI of the product's own funnel ("Signup to Paid" in a sales-assisted team) is nobody's orphan.
  if (gone.length === 2) return;
  // A stage that is missing as a whole is `lifecycle-shape` or `id-type`.
  const missed = missedAnyway(model);
  if (gone.some((name) => missed.has(name))) return;
  if (gone.length === 0 && (cited.has(kpi.id) || awaited(model, conversion))) return;
  // Links to the number it had before are `reference-undefined`.
  if (meantByMissing(model).has(kpi.entry)) return;
  const from = model.living.stages.find((stage) => stage.canonical === conversion.from);
  const linked = gone.length > 0 || from === undefined ? null : linkEdit(model, from, [kpi.id]);
  yield {
    at: kpi.entry.idSpan,
    message:
      gone.length > 0
        ? `${kpi.id} measures ${conversion.from} → ${conversion.to}, but no active entry defines ${gone.join(' and ')}.`
        : `${kpi.id} measures ${conversion.from} → ${conversion.to}, and no stage or handoff links it.`,
    fix:
      gone.length > 0
        ? 'Correct the stage names, or set the Status of the KPI to Deprecated.'
        : `Add ${kpi.id} to the Linked IDs of ${from === undefined ? 'the stage that leads leave' : named(from)}.`,
    entry: kpi.entry,
    field: 'title',
    key: 'orphan',
    ...(linked === null ? {} : { edit: { ...linked, sure: false } }),
  };
}

/** Whether a placeholder stands where the KPI of a transition will be linked: its stage, or its handoff. */
function awaited(model: Model, { from, to }: { readonly from: string; readonly to: string }): boolean {
  const waiting = new Set(
    model.placeholders.filter(({ role }) => role === 'kpi').map((placeholder) => placeholder.from),
  );
  const points = (target: Handoff['fromTarget'], name: string): boolean =>
    stagesAt(target).some((stage) => stage.canonical === name);
  return (
    model.living.stages.some(
      (stage) =>
        stage.canonical === from && (waiting.has(stage.entry) || spokenFor(model, stage, 'linked-ids')),
    ) ||
    model.living.handoffs.some(
      (handoff) =>
        waiting.has(handoff.entry) && points(handoff.fromTarget, from) && points(handoff.toTarget, to),
    )
  );
}

/** Stages whose way out has a KPI, cited by the stage or one of its handoffs, or told by the KPI itself. */
function measuredStages(model: Model): ReadonlySet<Stage> {
  const measured = new Set<Stage>();
  const conversions = new Set(model.living.kpis.map(({ conversion }) => conversion?.from));
  const waiting = new Set(
    [
      ...model.placeholders.filter(({ role }) => role === 'kpi'),
      ...model.namedReferences.filter(({ id }) => id.startsWith('KPI-')),
    ].map(({ from }) => from),
  );
  const cites = (record: Stage | Handoff): boolean =>
    waiting.has(record.entry) || record.links.some(({ id }) => id.startsWith('KPI-'));
  for (const stage of model.living.stages)
    if (conversions.has(stage.canonical) || cites(stage)) measured.add(stage);
  for (const handoff of model.living.handoffs) {
    if (cites(handoff)) for (const stage of stagesAt(handoff.fromTarget)) measured.add(stage);
  }
  return measured;
}

function* unmeasured(model: Model, stage: Stage): Generator<Problem> {
  if (stage.final || isEnd(stage) || stage.name === '' || spokenFor(model, stage, 'linked-ids')) return;
  const next = nextStageName(stage);
  yield {
    at: fieldSpan(stage, 'linked-ids'),
    message: `${named(stage)} links no KPI, so nobody sees how many leads move on.`,
    fix: `Add ${freeIdFor(model, 'KPI', stage.id)}${next === null ? '' : `: ${stage.name} to ${next} conversion`}, and link it here.`,
    entry: stage.entry,
    field: 'linked-ids',
  };
}
