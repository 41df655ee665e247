/** CRM values → places of the lifecycle: by the config, the entry's own `CRM values`, then by name. */

import { foldName } from '../language/fold.ts';
import { own } from '../language/own.ts';
import type { Model, SinkName, Stage } from '../lifecycle/model.ts';
import type { Layout } from './layout.ts';

export type LoggedPlace =
  | { readonly kind: 'stage'; readonly name: string; readonly stage: Stage }
  | { readonly kind: 'sink'; readonly name: SinkName; readonly stage: null }
  | { readonly kind: 'unknown'; readonly name: string; readonly stage: null };

/** HubSpot's internal names of its own stages, in the words they stand for. */
const internalNames: Readonly<Record<string, string>> = {
  marketingqualifiedlead: 'Marketing Qualified Lead',
  salesqualifiedlead: 'Sales Qualified Lead',
  closedwon: 'Closed-won',
  closedlost: 'Closed-lost',
};

/** Finds the place of each value; every value is looked up once. */
export class Places {
  readonly #model: Model;
  readonly #said = new Map<string, LoggedPlace>();
  readonly #kept = new Map<string, LoggedPlace>();

  /** @param values `replay.values` of the config: a stage or sink with its CRM values */
  constructor(model: Model, values: Readonly<Record<string, readonly string[]>>) {
    this.#model = model;
    for (const stage of model.living.stages) {
      for (const item of stage.fields.get('crm-values')?.items ?? []) {
        for (const value of item.text.split(/[,;]/)) this.#say(value, stagePlace(stage));
      }
    }
    for (const [name, list] of Object.entries(values)) {
      const place = this.#named(name);
      if (place !== null) for (const value of list) this.#say(value, place);
    }
  }

  #say(value: string, place: LoggedPlace): void {
    const bare = value.trim().replace(/^[`"']|[`"']$/g, '');
    if (bare !== '') this.#said.set(fold(bare), place);
  }

  of(value: string): LoggedPlace {
    const known = this.#kept.get(value);
    if (known !== undefined) return known;
    const place = this.#said.get(fold(value)) ??
      this.#byName(value) ?? { kind: 'unknown', name: value, stage: null };
    this.#kept.set(value, place);
    return place;
  }

  #byName(value: string): LoggedPlace | null {
    return this.#named(value) ?? this.#named(own(internalNames, fold(value)) ?? '');
  }

  #named(name: string): LoggedPlace | null {
    if (name.trim() === '') return null;
    const folded = foldName(name);
    const stages = this.#model.living.stages;
    const own =
      stages.find((stage) => foldName(stage.name) === folded) ??
      stages.find(({ id }) => id.toLowerCase() === name.trim().toLowerCase());
    if (own !== undefined) return stagePlace(own);
    const hit = this.#model.stageNames.exact(name);
    if (hit === null) return null;
    if (hit.kind === 'sink') return { kind: 'sink', name: hit.name, stage: null };
    const stage = stages.find(({ canonical }) => canonical === hit.canonical);
    return stage === undefined ? null : stagePlace(stage);
  }
}

/** Config names that no stage and no sink has. */
export function unknownNames(
  model: Model,
  values: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  const places = new Places(model, {});
  return Object.keys(values).filter((name) => places.of(name).kind === 'unknown');
}

function stagePlace(stage: Stage): LoggedPlace {
  return { kind: 'stage', name: stage.name, stage };
}

function fold(value: string): string {
  return value.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
}

/** Whether two places are one. */
export function samePlace(a: LoggedPlace | null, b: LoggedPlace | null): boolean {
  return a !== null && b !== null && a.kind === b.kind && a.name === b.name;
}

/** The dates of one row in the order of the stages: two of one day are read in it. */
export function arranged(
  layout: Layout,
  model: Model,
  values: Readonly<Record<string, readonly string[]>>,
): Layout {
  const places = new Places(model, values);
  const order = ({ value }: Layout['dates'][number]): number => {
    const { stage } = places.of(value);
    return stage === null ? model.living.stages.length : model.living.stages.indexOf(stage);
  };
  return { ...layout, dates: layout.dates.toSorted((a, b) => order(a) - order(b)) };
}
