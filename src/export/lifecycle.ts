import type {
  Clock,
  Field,
  GtmEntry,
  LifecycleRecord,
  LinkedEntry,
  Model,
  Owner,
  Sla,
} from '../lifecycle/model.ts';
import { meaningRow } from '../sla/index.ts';
import { jsonText } from '../untrusted/plain-text.ts';
import type { Lifecycle } from './schema.ts';

/** The lifecycle as `mops export json` prints it (SPEC §11). */
export function exportJson(model: Model): string {
  return jsonText(exportLifecycle(model));
}

/** The lifecycle as plain data: every stage, handoff and linked entry, retired ones with their status. */
export function exportLifecycle(model: Model): Lifecycle {
  return {
    version: 1,
    mode: model.mode,
    motion: model.motion.value,
    shape: model.shape?.name ?? null,
    stages: model.stages.map((stage) => ({
      id: stage.id,
      name: stage.name,
      order: stage.order,
      status: statusOf(stage),
      entry: stage.entryCriteria.map(({ text }) => text),
      progression: stage.progression.map(({ to, criterion }) => ({
        to: to?.text ?? null,
        criterion: criterion?.text ?? null,
      })),
      disqualification: stage.disqualification.map(({ raw }) => raw.text),
      ...ownerOf(stage.owner),
      sla: slaOf(stage.sla),
      escalation: stage.escalation?.raw.text ?? null,
      clocks: clocksOf(stage),
      cadence: stage.cadence?.text ?? null,
      ...linksAndPlace(stage),
    })),
    handoffs: model.handoffs.map((handoff) => ({
      id: handoff.id,
      status: statusOf(handoff),
      from: handoff.from?.text ?? null,
      to: handoff.to?.text ?? null,
      fromOwner: handoff.fromOwner?.raw.text ?? null,
      fromOwnerRole: roleOf(handoff.fromOwner),
      toOwner: handoff.toOwner?.raw.text ?? null,
      toOwnerRole: roleOf(handoff.toOwner),
      segment: handoff.segment?.text ?? null,
      trigger: textOf(handoff.trigger),
      payload: {
        source: textOf(handoff.payload.source),
        touchpointHistory: textOf(handoff.payload.touchpointHistory),
        bestFitSignals: textOf(handoff.payload.bestFitSignals),
        disqualifiers: textOf(handoff.payload.disqualifiers),
        openQuestions: textOf(handoff.payload.openQuestions),
      },
      rejection: {
        condition: textOf(handoff.rejection.condition),
        routing: textOf(handoff.rejection.routing),
        reengagement: textOf(handoff.rejection.reengagement),
      },
      sla: slaOf(handoff.sla),
      clocks: clocksOf(handoff),
      ...linksAndPlace(handoff),
    })),
    routings: model.routings.map((routing) => ({
      ...head(routing),
      dimension: routing.dimension?.text ?? null,
      appliesTo: routing.appliesTo?.text ?? null,
      routes: routing.routes.map(({ segment, owner, sla }) => ({
        segment,
        ...ownerOf(owner),
        sla: slaOf(sla),
      })),
      ...linksAndPlace(routing),
    })),
    scorings: model.scorings.map((scoring) => ({
      ...head(scoring),
      signals: scoring.signals.map(({ name, points }) => ({ name, points })),
      thresholds: scoring.thresholds.map(({ stage, points }) => ({ stage, points })),
      decay: scoring.decay?.text ?? null,
      ...linksAndPlace(scoring),
    })),
    monitors: model.monitors.map((monitor) => ({
      ...head(monitor),
      subject: monitor.subject?.text ?? null,
      baselineDate: monitor.baselineDate,
      thresholds: monitor.thresholds.map(({ level, raw }) => ({ level, text: raw.text })),
      cadence: monitor.cadence?.text ?? null,
      ...ownerOf(monitor.owner),
      watches: [...monitor.watches],
      ...linksAndPlace(monitor),
    })),
    channels: model.channels.map(gtm),
    offers: model.offers.map(gtm),
    prices: model.prices.map(linked),
    personas: model.personas.map(linked),
    kpis: model.kpis.map((kpi) => ({
      ...linked(kpi),
      conversion: kpi.conversion ? { from: kpi.conversion.from, to: kpi.conversion.to } : null,
      target: kpi.targetShare,
    })),
    feedback: model.feedback.map(linked),
  };
}

function gtm(entry: GtmEntry): Lifecycle['channels'][number] {
  return {
    ...head(entry),
    type: entry.type?.text ?? null,
    approved: entry.approved,
    ...linksAndPlace(entry),
  };
}

function linked(entry: LinkedEntry): Lifecycle['prices'][number] {
  return { ...head(entry), type: entry.type?.text ?? null, ...linksAndPlace(entry) };
}

function head(record: LifecycleRecord): { id: string; title: string; status: string } {
  return { id: record.id, title: record.entry.title.text, status: statusOf(record) };
}

function linksAndPlace(record: LifecycleRecord): { links: string[]; file: string; line: number } {
  const { file, line } = record.entry.idSpan;
  return { links: [...new Set(record.links.map(({ id }) => id))], file, line };
}

/** The status in the seed's spelling, whatever case it was written in. */
function statusOf({ status, statusText }: LifecycleRecord): string {
  if (status === 'unknown') return statusText?.text ?? '';
  return status.charAt(0).toUpperCase() + status.slice(1);
}

function ownerOf(owner: Owner | null): { owner: string | null; ownerRole: string | null } {
  return { owner: owner?.raw.text ?? null, ownerRole: roleOf(owner) };
}

function roleOf(owner: Owner | null): string | null {
  return owner?.roles.length === 1 ? (owner.roles[0] ?? null) : null;
}

/** Every clock, response first: its limit as `sla` has it, and its own escalation. */
function clocksOf({ clocks }: { readonly clocks: readonly Clock[] }): Lifecycle['stages'][number]['clocks'] {
  return clocks.map(({ kind, sla, escalation }) => {
    const limit = limitOf(sla);
    // A meaning has a kind of its own (duration, deadline, …); here `kind` says which clock.
    const form = limit.ok ? { form: limit.kind } : {};
    return { ...limit, ...form, kind, escalation: escalation?.raw.text ?? null };
  });
}

function slaOf(sla: Sla | null): Lifecycle['stages'][number]['sla'] {
  return sla === null ? null : limitOf(sla);
}

type Limit = NonNullable<Lifecycle['stages'][number]['sla']>;

function limitOf(sla: Sla): Limit {
  const { reading, raw } = sla;
  if (!reading.ok) return { raw: raw.text, ok: false, code: reading.code, message: reading.message };
  return { raw: raw.text, ok: true, ...meaningRow(reading.meaning) } as Limit;
}

/** A field's value; a list under it becomes one line. */
function textOf(field: Field | null): string | null {
  if (field === null) return null;
  if (field.items.length > 1) return field.items.map(({ text }) => text).join('; ');
  return field.value?.text ?? field.items[0]?.text ?? null;
}
