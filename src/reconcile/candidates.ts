/** Which entries may stand where a placeholder stands, by the role it plays and the words beside it. */

import type {
  GtmEntry,
  Handoff,
  LifecycleRecord,
  LinkedEntry,
  Model,
  Placeholder,
  PlaceholderRole,
  Stage,
} from '../lifecycle/model.ts';
import { isAlive } from '../lifecycle/record-of.ts';
import type { Candidate } from './plan.ts';
import { type Entrant, identifying, measures, Pool, type Transition } from './pool.ts';

/** How a placeholder is answered; `named` when the words beside it identify something. */
export interface Answer {
  readonly verdict: 'sure' | 'unsure' | 'none';
  readonly replacement: string | null;
  readonly candidates: readonly Candidate[];
  readonly reason: string;
  readonly named: boolean;
}

/** A choice among more than these is no choice; each stands behind every placeholder, so the list must be short. */
const mostListed = 24;

/** What a placeholder of each role stands for (with its article, in a message), and the entry that has to exist. */
export const standsFor: {
  readonly [role in PlaceholderRole]: {
    readonly one: string;
    readonly article: 'a' | 'an';
    readonly missing: string;
  };
} = {
  channel: { one: 'channel', article: 'a', missing: 'a GTM entry with Type Channel' },
  offer: { one: 'offer', article: 'an', missing: 'a GTM entry with Type Offer' },
  price: { one: 'price rule', article: 'a', missing: 'a BR-PRICING entry' },
  persona: { one: 'persona', article: 'a', missing: 'a PER entry' },
  kpi: { one: 'KPI', article: 'a', missing: 'a KPI entry' },
  stage: { one: 'stage', article: 'a', missing: 'a BR-MOPS entry' },
  handoff: { one: 'handoff', article: 'a', missing: 'a GTM-MOPS entry' },
  feedback: { one: 'feedback entry', article: 'a', missing: 'a CFD entry' },
  monitor: { one: 'drift monitor', article: 'a', missing: 'a MON-DRIFT entry' },
};

/** Entries that can be written, by role. Draft, Deprecated and Superseded ones cannot (SPEC §6). */
export class Candidates {
  readonly model: Model;
  readonly #byRole = new Map<PlaceholderRole, readonly Entrant[]>();
  readonly #replacing = new Map<string, Entrant[]>();
  readonly #pools = new Map<string, Pool>();
  readonly #stages: ReadonlyMap<string, Stage>;
  readonly #handoffs: ReadonlyMap<string, Handoff>;

  constructor(model: Model) {
    this.model = model;
    // Of two with one ID the first is meant.
    this.#stages = new Map(model.stages.toReversed().map((stage) => [stage.id, stage]));
    this.#handoffs = new Map(model.handoffs.toReversed().map((handoff) => [handoff.id, handoff]));
    const named = (records: readonly (GtmEntry | LinkedEntry)[]) => entrants(records, ({ name }) => name);
    this.#byRole.set('channel', named(model.channels));
    this.#byRole.set('offer', named(model.offers));
    this.#byRole.set('price', named(model.prices));
    this.#byRole.set(
      'persona',
      named(model.personas.filter(({ personaType }) => personaType !== 'negative')),
    );
    this.#byRole.set('kpi', named(model.kpis));
    this.#byRole.set('feedback', named(model.feedback));
    this.#byRole.set(
      'stage',
      entrants(model.stages, ({ name }) => name),
    );
    this.#byRole.set('handoff', entrants(model.handoffs, titleOf));
    this.#byRole.set('monitor', entrants(model.monitors, titleOf));
    const all = [...this.#byRole.values()].flat();
    for (const entrant of [...all, ...named(model.otherGtm)]) {
      for (const token of entrant.record.replaces) {
        const list = this.#replacing.get(token);
        if (list === undefined) this.#replacing.set(token, [entrant]);
        else if (list.length < mostListed && !list.some(({ id }) => id === entrant.id)) list.push(entrant);
      }
    }
  }

  /** Candidates of the role. A KPI measures the way out of its stage, or the transition of its handoff. */
  poolOf({ role, from }: Placeholder): Pool {
    const between = role === 'kpi' ? this.transitionOf(from.id) : null;
    const key = JSON.stringify([role, between]);
    const known = this.#pools.get(key);
    if (known !== undefined) return known;
    const all = role === null ? [] : (this.#byRole.get(role) ?? []);
    const made = new Pool(between === null ? all : all.filter(({ record }) => measures(record, between)));
    this.#pools.set(key, made);
    return made;
  }

  /** The stages between which a KPI of this entry would stand; null for entries of other kinds. */
  transitionOf(id: string): Transition | null {
    const stage = this.#stages.get(id);
    if (stage !== undefined) {
      const next = stage.progression.flatMap(({ target }) =>
        target?.kind === 'stage' && target.stages[0] !== undefined ? [target.stages[0].canonical] : [],
      );
      return { from: stage.canonical, to: next.length === 1 ? (next[0] ?? null) : null };
    }
    const handoff = this.#handoffs.get(id);
    if (handoff?.fromTarget?.kind !== 'stage' || handoff.toTarget?.kind !== 'stage') return null;
    return {
      from: handoff.fromTarget.stages[0]?.canonical ?? '',
      to: handoff.toTarget.stages[0]?.canonical ?? null,
    };
  }

  /** Living entries whose `Replaces:` line names a token or an ID. */
  replacing(token: string): readonly Entrant[] {
    return this.#replacing.get(token) ?? [];
  }

  /** True when some entry that is alive has this ID. */
  defines(id: string): boolean {
    return isAlive(this.model, id);
  }
}

function isCandidate(record: LifecycleRecord): boolean {
  return record.standing !== 'retired' && record.status !== 'draft' && record.entry.section === null;
}

/** The records that can be written, each under the name it goes by. */
function entrants<R extends LifecycleRecord>(
  records: readonly R[],
  nameOf: (record: R) => string,
): readonly Entrant[] {
  return records.filter(isCandidate).map((record) => ({ id: record.id, name: nameOf(record), record }));
}

function titleOf(record: LifecycleRecord): string {
  return record.entry.title.text;
}

/** `[GTM-YYY]` is known to config and `Replaces:` lines as `GTM-YYY`. */
export function bareToken(token: string): string {
  return token.replace(/^[[({<]+|[\])}>]+$/g, '');
}

/** Answers one placeholder on its own; repeats within a file are settled by the plan. */
export function answerPlaceholder(known: Candidates, placeholder: Placeholder): Answer {
  const { token, role } = placeholder;
  const bare = token.startsWith('TB') ? token : bareToken(token);
  const identity = identityOf(placeholder);
  const pool = known.poolOf(placeholder);
  const base = { candidates: [], named: identity.length > 0 };
  const configured = known.model.config.reconcile[bare] ?? known.model.config.reconcile[token];
  if (configured !== undefined) {
    if (known.defines(configured))
      return {
        ...base,
        verdict: 'sure',
        replacement: configured,
        reason: `mops.config.yml says that ${bare} is ${configured}.`,
      };
    return {
      ...base,
      verdict: 'none',
      replacement: null,
      reason: `mops.config.yml says that ${bare} is ${configured}, but no active entry has that ID.`,
    };
  }
  const byName = identity.length === 0 ? [] : pool.called(identity);
  const replacing = known.replacing(bare);
  const chosen =
    replacing.length > 1 && identity.length > 0 ? new Pool(replacing).called(identity) : replacing;
  if (chosen.length === 1 && chosen[0] !== undefined) {
    const [entrant] = chosen;
    const contradicts = byName.filter(({ id }) => id !== entrant.id);
    if (contradicts.length === 0)
      return {
        ...base,
        verdict: 'sure',
        replacement: entrant.id,
        reason: `${entrant.id} (${entrant.name}) says that it replaces ${bare}.`,
      };
    return {
      ...base,
      verdict: 'unsure',
      replacement: null,
      candidates: [
        candidate(entrant, `says that it replaces ${bare}`),
        ...contradicts
          .slice(0, mostListed)
          .map((other) => candidate(other, `is called so: ${placeholder.label}`)),
      ],
      reason: `The line "Replaces: ${bare}" and the words "${placeholder.label}" point to different entries.`,
    };
  }
  if (replacing.length > 1) {
    return {
      ...base,
      verdict: 'unsure',
      replacement: null,
      candidates: replacing.map((entrant) => candidate(entrant, `says that it replaces ${bare}`)),
      reason: `${replacing.length} entries say that they replace ${bare}.`,
    };
  }
  if (role === null)
    return {
      ...base,
      verdict: 'none',
      replacement: null,
      reason:
        'Nothing beside the placeholder tells what it stands for. Write a label behind it, for example "(source channel)".',
    };
  const { one, article, missing } = standsFor[role];
  if (byName.length === 1 && byName[0] !== undefined)
    return {
      ...base,
      verdict: 'sure',
      replacement: byName[0].id,
      reason: `${byName[0].id} is the one ${one} called ${byName[0].name}.`,
    };
  if (byName.length > 1)
    return {
      ...base,
      verdict: 'unsure',
      replacement: null,
      candidates: byName
        .slice(0, mostListed)
        .map((entrant) => candidate(entrant, `matches "${placeholder.label}"`)),
      reason: `${byName.length} entries match "${placeholder.label}".`,
    };
  const [only] = pool.entrants;
  if (only === undefined)
    return {
      ...base,
      verdict: 'none',
      replacement: null,
      reason: missingReason(known, placeholder, missing),
    };
  if (pool.entrants.length === 1 && identity.length === 0)
    return { ...base, verdict: 'sure', replacement: only.id, reason: onlyReason(placeholder, only, one) };
  return {
    ...base,
    verdict: 'unsure',
    replacement: null,
    candidates: pool.entrants
      .slice(0, mostListed)
      .map((entrant) =>
        candidate(entrant, pool.entrants.length === 1 ? `is the only ${one}` : `is ${article} ${one}`),
      ),
    reason:
      identity.length > 0
        ? `No ${one} is called "${placeholder.label}".`
        : `There are ${pool.entrants.length} entries that it could be.`,
  };
}

function candidate({ id, name }: Entrant, reason: string): Candidate {
  return { id, name, reason };
}

/** Words that say which entry is meant: the label's, or those inside `TBD (…)`, without words that name the role. */
function identityOf({ token, label }: Placeholder): readonly string[] {
  const inside = token.startsWith('TB') ? (/\(([^()]*)\)/.exec(token)?.[1] ?? '') : '';
  return identifying(`${label ?? ''} ${inside}`).filter((word) => !/^\d*$/.test(word));
}

function onlyReason(placeholder: Placeholder, only: Entrant, one: string): string {
  if (placeholder.role === 'kpi') return `${only.id} (${only.name}) is the KPI of this transition.`;
  return `${only.id} (${only.name}) is the only ${one}.`;
}

function missingReason(known: Candidates, placeholder: Placeholder, missing: string): string {
  if (placeholder.role === 'kpi') {
    const between = known.transitionOf(placeholder.from.id);
    if (between !== null)
      return `Missing: a KPI entry that names the conversion ${between.from} to ${between.to ?? 'the next stage'}.`;
  }
  return `Missing: ${missing}${placeholder.label === null ? '' : ` for "${placeholder.label}"`}.`;
}
