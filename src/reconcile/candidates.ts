/** Which entries may stand where a placeholder stands, by the role it plays and the words beside it. */

import { addTo } from '../lifecycle/grouped.ts';
import type {
  GtmEntry,
  Handoff,
  LifecycleRecord,
  LinkedEntry,
  Model,
  Placeholder,
  PlaceholderRole,
  Stage,
  Target,
} from '../lifecycle/model.ts';
import { isAlive } from '../lifecycle/record-of.ts';
import { isLiving } from '../lifecycle/standing.ts';
import { stageAt } from '../lifecycle/target-stages.ts';
import { bareToken, type Entrant, identifying, measures, Pool, type Transition } from './pool.ts';

/** A choice among more than these is no choice; each stands behind every placeholder, so the list must be short. */
export const mostListed = 24;

/** Entries that can be written, by role. Draft, Deprecated and Superseded ones cannot (SPEC §6). */
export class Candidates {
  readonly model: Model;
  readonly #byRole = new Map<PlaceholderRole, readonly Entrant[]>();
  /** Those that are not approved yet: named, never written, never denied. */
  readonly #drafts = new Map<PlaceholderRole, readonly Entrant[]>();
  readonly #replacing: ReadonlyMap<string, readonly Replacing[]>;
  readonly #draftsReplacing: ReadonlyMap<string, readonly Replacing[]>;
  readonly #pools = new Map<string, Pool>();
  #meanings: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  readonly #stages: ReadonlyMap<string, Stage>;
  readonly #handoffs: ReadonlyMap<string, Handoff>;

  constructor(model: Model) {
    this.model = model;
    // Of two with one ID the first is meant.
    this.#stages = new Map(model.stages.toReversed().map((stage) => [stage.id, stage]));
    this.#handoffs = new Map(model.handoffs.toReversed().map((handoff) => [handoff.id, handoff]));
    this.#replacing = replacingIn(fillByRole(model, isCandidate, this.#byRole));
    this.#draftsReplacing = replacingIn(fillByRole(model, isDraft, this.#drafts));
  }

  /** Candidates of the role. A KPI measures the way out of its stage, or the transition of its handoff. */
  poolOf(placeholder: Placeholder): Pool {
    return this.#pool(placeholder, 'approved', this.#byRole);
  }

  /** The same among entries that are not approved yet. */
  draftsFor(placeholder: Placeholder): Pool {
    return this.#pool(placeholder, 'draft', this.#drafts);
  }

  #pool(
    { role, from }: Placeholder,
    kind: string,
    byRole: ReadonlyMap<PlaceholderRole, readonly Entrant[]>,
  ): Pool {
    const between = role === 'kpi' ? this.transitionOf(from.id) : null;
    const key = JSON.stringify([kind, role, between]);
    const known = this.#pools.get(key);
    if (known !== undefined) return known;
    const all = role === null ? [] : (byRole.get(role) ?? []);
    const made = new Pool(between === null ? all : all.filter(({ record }) => measures(record, between)));
    this.#pools.set(key, made);
    return made;
  }

  /** The stages between which a KPI of this entry would stand; null for entries of other kinds. */
  transitionOf(id: string): Transition | null {
    const stage = this.#stages.get(id);
    if (stage !== undefined) {
      const next = new Set(stage.progression.flatMap(({ target }) => nameAt(target) ?? []));
      const [only = null] = next;
      return { from: stage.canonical, to: next.size === 1 ? only : null };
    }
    const handoff = this.#handoffs.get(id);
    if (handoff === undefined) return null;
    // From nowhere leads no KPI: one of other stages must not be taken for it.
    return { from: nameAt(handoff.fromTarget) ?? '', to: nameAt(handoff.toTarget) };
  }

  /** Whether a token stands with labels that name different things, or with one that does and without any. */
  standsForSeveral(bare: string): boolean {
    this.#meanings ??= meaningsOf(this.model);
    return (this.#meanings.get(bare)?.size ?? 0) > 1;
  }

  /** Living entries whose `Replaces:` line names a token or an ID, with the label where it has one. */
  replacing(token: string): readonly Replacing[] {
    return this.#replacing.get(token) ?? [];
  }

  /** The same among those that are not approved yet. */
  draftsReplacing(token: string): readonly Replacing[] {
    return this.#draftsReplacing.get(token) ?? [];
  }

  /** True when some entry that is alive has this ID. */
  defines(id: string): boolean {
    return isAlive(this.model, id);
  }
}

/** Each token with what its labels name; the empty text where none does. */
function meaningsOf({ placeholders }: Model): ReadonlyMap<string, ReadonlySet<string>> {
  const meanings = new Map<string, Set<string>>();
  for (const { token, label } of placeholders) {
    const bare = bareToken(token);
    const known = meanings.get(bare) ?? new Set();
    meanings.set(bare, known.add(identifying(label ?? '').join(' ')));
  }
  return meanings;
}

/** The canonical name of a stage that a line leads to, also where no entry defines it. */
function nameAt(target: Target | null): string | null {
  return target?.kind === 'undefined-stage' ? target.canonical : (stageAt(target)?.canonical ?? null);
}

function isCandidate(record: LifecycleRecord): boolean {
  return isLiving(record) && record.status !== 'draft' && record.entry.section === null;
}

function isDraft(record: LifecycleRecord): boolean {
  return isLiving(record) && record.status === 'draft' && record.entry.section === null;
}

/** Fills in the entries of each role, under the names they go by; gives them all, those of no role too. */
function fillByRole(
  model: Model,
  fits: (record: LifecycleRecord) => boolean,
  byRole: Map<PlaceholderRole, readonly Entrant[]>,
): readonly Entrant[] {
  const of = <R extends LifecycleRecord>(records: readonly R[], nameOf: (record: R) => string) =>
    records.filter(fits).map((record): Entrant => ({ id: record.id, name: nameOf(record), record }));
  const named = (records: readonly (GtmEntry | LinkedEntry)[]) => of(records, ({ name }) => name);
  byRole.set('channel', named(model.channels));
  byRole.set('offer', named(model.offers));
  byRole.set('price', named(model.prices));
  byRole.set('persona', named(model.personas.filter(({ personaType }) => personaType !== 'negative')));
  byRole.set('kpi', named(model.kpis));
  byRole.set('feedback', named(model.feedback));
  byRole.set(
    'stage',
    of(model.stages, ({ name }) => name),
  );
  byRole.set('handoff', of(model.handoffs, titleOf));
  byRole.set('monitor', of(model.monitors, titleOf));
  return [...[...byRole.values()].flat(), ...named(model.otherGtm)];
}

/** An entry that says what it replaces: `GTM-YYY`, or `GTM-YYY (Product Hunt)` and then only what is called so. */
export interface Replacing extends Entrant {
  readonly labels: readonly string[];
}

function replacingIn(entrants: readonly Entrant[]): ReadonlyMap<string, readonly Replacing[]> {
  const map = new Map<string, Replacing[]>();
  for (const entrant of entrants) {
    if (entrant.record.replaces.length === 0) continue;
    const lines = (entrant.record.fields.get('replaces')?.items ?? []).map(({ text }) => text).join(', ');
    const labels = new Map<string, string[]>();
    for (const [, token = '', label = ''] of lines.matchAll(
      /([A-Z][A-Z0-9?-]{2,40}) {0,3}\(([^()]{1,120})\)/g,
    ))
      addTo(labels, token, label);
    for (const token of entrant.record.replaces) {
      const list = map.get(token) ?? [];
      map.set(token, list);
      if (list.length < mostListed && !list.some(({ id }) => id === entrant.id))
        list.push({ ...entrant, labels: labels.get(token) ?? [] });
    }
  }
  return map;
}

function titleOf(record: LifecycleRecord): string {
  return record.entry.title.text;
}
