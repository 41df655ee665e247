/** Monitors, alerts and KPIs as entries that measure stages: what they say, and of which stages and handoffs. */

import type { Node, Text } from '../../sot/entry.ts';
import type { Handoff, LinkedEntry, Model, Monitor, Stage } from '../model.ts';
import { isLiving } from '../standing.ts';

/** An entry that measures. */
export interface Watcher {
  readonly record: Monitor | LinkedEntry;
  readonly kind: 'monitor' | 'alert' | 'kpi';
  /** Living stages that it names or links. */
  readonly stages: readonly Stage[];
  /** Living handoffs that it links. */
  readonly handoffs: readonly Handoff[];
  /** What it says, line by line. `headline`: its title or subject. */
  readonly texts: readonly { readonly text: Text; readonly headline: boolean }[];
}

/** "SQLs", "Customers" and "Opportunities" are leads of a stage. */
const plural = /\b(\p{Lu}\p{L}{1,20}?)(?:(ies)|s)(?![\p{L}\p{N}])/gu;

/** Texts asked about before, by model: the same lines are looked at for limits, stages and owners. */
const asked = new WeakMap<Model, Map<string, readonly Stage[]>>();

/** Living stages that a running text names, by name or ID, in the text's order. */
export function stagesNamed(model: Model, text: string): readonly Stage[] {
  const known = asked.get(model) ?? new Map<string, readonly Stage[]>();
  asked.set(model, known);
  let stages = known.get(text);
  if (stages === undefined) {
    stages = stagesIn(model, text);
    known.set(text, stages);
  }
  return stages;
}

function stagesIn(model: Model, text: string): readonly Stage[] {
  const ids = new Set(text.match(/\bBR-MOPS-\d{3}\b/g) ?? []);
  const one = text.replace(
    plural,
    (_, word: string, ies: string | undefined) => `${word}${ies === undefined ? '' : 'y'}`,
  );
  const hits = (one === text ? [text] : [text, one])
    .flatMap((words) => model.stageNames.within(words))
    .flatMap((hit) => (hit.kind === 'stage' ? [hit] : []));
  const byName = hits.flatMap((hit) =>
    model.living.stages.filter(
      (stage) =>
        stage.canonical === hit.canonical && (hit.written === null || sameName(model, stage, hit.written)),
    ),
  );
  const named = new Set([...byName, ...model.living.stages.filter(({ id }) => ids.has(id))]);
  return [...named];
}

function sameName(model: Model, stage: Stage, written: string): boolean {
  const hit = model.stageNames.exact(stage.name);
  return hit?.kind === 'stage' && hit.written === written;
}

/** A text without the names of stages: "Contact in Future" and "Responded" are no answers. */
export function withoutStages(model: Model, text: string): string {
  return model.living.stages.reduce(
    (left, { name }) => (name.trim() === '' ? left : left.replaceAll(name, ' ')),
    text,
  );
}

/** Every living entry that measures something of the lifecycle. */
export function watchers(model: Model): readonly Watcher[] {
  return [
    ...model.monitors.map((record) => watcher(model, record, 'monitor', record.subject)),
    ...model.alerts.map((record) => watcher(model, record, 'alert', null)),
    ...model.kpis.map((record) => watcher(model, record, 'kpi', null)),
  ].filter(({ record, stages, handoffs }) => isLiving(record) && stages.length + handoffs.length > 0);
}

function watcher(
  model: Model,
  record: Monitor | LinkedEntry,
  kind: Watcher['kind'],
  subject: Text | null,
): Watcher {
  const { entry } = record;
  const cited = new Set(record.links.map(({ id }) => id));
  const handoffs = model.living.handoffs.filter(({ id }) => cited.has(id));
  const head = `${entry.title.text} ${subject?.text ?? ''} ${definitionOf(record)}`;
  const named = stagesNamed(model, head);
  const stages = named.length > 0 ? named : model.living.stages.filter(({ id }) => cited.has(id));
  const texts = [
    { text: entry.title, headline: true },
    ...valuesOf(entry.nodes).map((text) => ({ text, headline: text.span.start === subject?.span.start })),
  ];
  return { record, kind, stages, handoffs, texts };
}

function definitionOf(record: Monitor | LinkedEntry): string {
  return record.fields.get('definition')?.value?.text ?? '';
}

/** Every value of an entry, and every text that stands without a label. */
function valuesOf(nodes: readonly Node[]): Text[] {
  return nodes.flatMap((node) => [
    ...(node.label === null ? [node.text] : node.value === null ? [] : [node.value]),
    ...valuesOf(node.children),
  ]);
}
