/** The limits a visit is held against: each clock of a stage, for each kind of lead. */

import { type ClockKind, clockKinds } from '../lead/clocks.ts';
import { handoffsWith } from '../lead/handed.ts';
import { routeOf, stageClocks } from '../lead/routes.ts';
import { chooseRoute, chooseSegment, type Facts } from '../lead/segment.ts';
import type { Model, Route, Stage } from '../lifecycle/model.ts';
import { isAt } from '../lifecycle/target-stages.ts';
import {
  type BusinessCalendar,
  calendarOf,
  type DueOptions,
  dueAt,
  limitCalendar,
  type SlaMeaning,
  segmentsOf,
} from '../sla/index.ts';

/** One limit as it holds for one kind of lead. */
export interface LeadLimit {
  readonly meaning: SlaMeaning;
  readonly raw: string;
  /** The part that holds, null where the limit has none. */
  readonly part: string | null;
  readonly unit: 'business minutes' | 'minutes';
  /** The calendar it runs on; null where nobody says when the team works. */
  readonly calendar: BusinessCalendar | null;
}

/** A clock of a stage and what its segments are. */
export interface StageLimits {
  readonly kind: ClockKind;
  readonly raw: string;
  /** Target share, 0 to 1; null where the limit has none. */
  readonly target: number | null;
  /** Labels as written; empty where the limit is the same for all. */
  readonly segments: readonly string[];
}

const nothing: Facts = { size: null, region: null, source: [], score: null, segment: null };

/** What is known of a lead from the text of its segment: a number is a size or a score, a word everything else. */
function factsOf(segment: string | null): Facts {
  if (segment === null) return nothing;
  const number = /^\d{1,12}(?:\.\d+)?$/.test(segment.replace(/(?<=\d)[,_ ](?=\d{3}\b)/g, ''));
  const value = number ? Number(segment.replace(/[,_ ]/g, '')) : null;
  return { size: value, region: segment, source: [segment], score: value, segment };
}

export class Limits {
  readonly #model: Model;
  readonly #stages = new Map<Stage, readonly StageLimits[]>();
  readonly #limits = new Map<string, { readonly limit: LeadLimit | null; readonly segment: string | null }>();

  constructor(model: Model) {
    this.#model = model;
  }

  /** The clocks of a stage that set a limit, the response first. */
  clocksOf(stage: Stage): readonly StageLimits[] {
    let clocks = this.#stages.get(stage);
    if (clocks === undefined) {
      clocks = this.#readClocks(stage);
      this.#stages.set(stage, clocks);
    }
    return clocks;
  }

  #readClocks(stage: Stage): readonly StageLimits[] {
    const routes = this.#routesInto(stage);
    const limits = new Set(routes.map(({ sla }) => sla?.raw.text ?? null));
    const routed = routes.length > 0 && limits.size > 1;
    const clocks = this.#clocksFor(stage, nothing);
    const found = clocks.flatMap(({ kind, sla }): readonly StageLimits[] => {
      if (!sla.reading.ok || sla.reading.meaning.kind === 'none') return [];
      const { meaning } = sla.reading;
      const parts = segmentsOf(meaning).map(({ segment }) => segment);
      const segments = kind === 'response' && routed ? routes.map(({ segment }) => segment) : parts;
      const raw =
        kind === 'response' && routed ? routes.map((route) => route.raw.text).join('; ') : sla.raw.text;
      return [{ kind, raw, target: meaning.attainment ?? null, segments }];
    });
    if (!routed || found.some(({ kind }) => kind === 'response')) return found;
    const raw = routes.map((route) => route.raw.text).join('; ');
    return [
      { kind: 'response', raw, target: null, segments: routes.map(({ segment }) => segment) },
      ...found,
    ];
  }

  #clocksFor(stage: Stage, facts: Facts): ReturnType<typeof stageClocks> {
    const inward = handoffsWith(this.#model, stage, 'toTarget', facts);
    return stageClocks(
      stage,
      inward,
      routeOf(this.#model, stage, facts, () => {}, new Set()),
    );
  }

  #routesInto(stage: Stage): readonly Route[] {
    const routing = this.#model.living.routings.find(({ toTarget }) => isAt(toTarget, stage));
    return routing?.routes ?? [];
  }

  /** The limit of one clock for a lead of a segment (its text, null for none), and the label it falls under. */
  limitOf(
    stage: Stage,
    kind: ClockKind,
    segment: string | null,
  ): { readonly limit: LeadLimit | null; readonly segment: string | null } {
    const key = `${stage.id}\u0000${clockKinds.indexOf(kind)}\u0000${segment ?? ''}`;
    const known = this.#limits.get(key);
    if (known !== undefined) return known;
    const found = this.#find(stage, kind, segment);
    // A column of free text must not fill the memory.
    if (this.#limits.size < mostKept) this.#limits.set(key, found);
    return found;
  }

  #find(
    stage: Stage,
    kind: ClockKind,
    segment: string | null,
  ): { limit: LeadLimit | null; segment: string | null } {
    const facts = factsOf(segment);
    const routing = this.#model.living.routings.find(({ toTarget }) => isAt(toTarget, stage));
    const route = routing === undefined || segment === null ? null : chooseRoute(routing, facts).chosen;
    const own = this.clocksOf(stage).find((clock) => clock.kind === kind);
    const clock = this.#clocksFor(stage, facts).find((one) => one.kind === kind);
    if (clock === undefined || own === undefined || !clock.sla.reading.ok)
      return { limit: null, segment: null };
    const { meaning } = clock.sla.reading;
    if (meaning.kind === 'none') return { limit: null, segment: null };
    const raw = clock.sla.raw.text;
    if (meaning.kind === 'segments') {
      const part = segment === null ? null : chooseSegment(meaning, facts, route).chosen;
      if (part === null) return { limit: null, segment: null };
      const label = part.segment;
      const shown = route !== null && own.segments.includes(route.segment) ? route.segment : label;
      return { limit: this.#limit(meaning, raw, label), segment: shown };
    }
    const label = route !== null && own.segments.includes(route.segment) ? route.segment : null;
    // Where the routes set the limits, a lead that no route takes has none.
    if (own.segments.length > 0 && label === null && stage.sla === null)
      return { limit: null, segment: null };
    return { limit: this.#limit(meaning, raw, null), segment: label };
  }

  #limit(meaning: SlaMeaning, raw: string, part: string | null): LeadLimit {
    const calendar = limitCalendar(meaning, this.#model.calendar, this.#options(part)) ?? null;
    return { meaning, raw, part, unit: this.#unit(meaning, part), calendar };
  }

  #options(part: string | null): DueOptions {
    const { defaultCalendar, calendars } = this.#model;
    return { defaultCalendar, calendars, ...(part === null ? {} : { segment: part }) };
  }

  #unit(meaning: SlaMeaning, label: string | null): LeadLimit['unit'] {
    const named = calendarOf(meaning, label) ?? 'unstated';
    const calendar = named === 'unstated' ? (this.#model.defaultCalendar ?? 'wall') : named;
    return calendar === 'business' ? 'business minutes' : 'minutes';
  }

  /** When an answer is due to a visit that begins then; null where the calendar cannot say. */
  due(limit: LeadLimit, entered: number): number | null {
    const due = dueAt(limit.meaning, this.#model.calendar, entered, this.#options(limit.part));
    return due.ok ? due.due : null;
  }
}

const mostKept = 100_000;
