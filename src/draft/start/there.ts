/** What a repository has before a lifecycle is written beside it: taken numbers, and entries that need no second one. */

import { nextFreeId } from '../../lifecycle/ids.ts';
import type { Model } from '../../lifecycle/model.ts';

export interface There {
  /** The first free number of a family: 1 where it has none. */
  readonly next: (family: string) => number;
  /** The persona, price and channels to link to, where there are some. */
  readonly persona: string | null;
  readonly price: string | null;
  readonly channels: readonly string[];
  /** The KPI of a conversion between two stages of a shape. */
  readonly kpi: (from: string, to: string) => string | null;
  /** Whether a handoff between two stages stands there already. */
  readonly handoff: (from: string, to: string) => boolean;
}

const nothing: There = {
  next: () => 1,
  persona: null,
  price: null,
  channels: [],
  kpi: () => null,
  handoff: () => false,
};

/**
 * What a lifecycle to start from finds in the folder: free numbers, personas, prices; nothing where there is no
 * model.
 */
export function thereIn(model: Model | null): There {
  if (model === null) return nothing;
  const personas = model.living.personas.filter(({ personaType }) => personaType !== 'negative');
  const persona = personas.find(({ personaType }) => personaType === 'primary') ?? personas[0];
  return {
    next: (family) => Number(nextFreeId(model, family).slice(family.length + 1)),
    persona: persona?.id ?? null,
    price: model.living.prices[0]?.id ?? null,
    channels: model.living.channels.map(({ id }) => id),
    kpi: (from, to) =>
      model.living.kpis.find(({ conversion }) => conversion?.from === from && conversion.to === to)?.id ??
      null,
    handoff: (from, to) =>
      model.living.handoffs.some((one) => one.from?.text === from && one.to?.text === to),
  };
}
