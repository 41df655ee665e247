import type { Config } from '../config/schema.ts';
import type { Model } from '../lifecycle/model.ts';
import { type Change, change } from './change.ts';
import { compareConfigs } from './config.ts';
import { configUnder, renamesIn, rolesRenamed, withoutConsequences } from './consequences.ts';
import { compareMonitors, compareRoutings, compareScorings } from './deep.ts';
import { compareHandoffs } from './handoffs.ts';
import { StageIdentity } from './identity.ts';
import { compareLinked } from './linked.ts';
import { withReplaced } from './replaced.ts';
import { compareStages } from './stages.ts';

export interface SemanticOptions {
  /** The configs of both trees, where they are not those that the models were built with. */
  readonly configs?: { readonly base: Config; readonly head: Config };
}

/**
 * What a change means: lifecycle, stages, handoffs, routings, scoring, monitors, linked entries, config, in this
 * order, each in the head's order. Entries that only moved, are only written another way, or only follow a rename give
 * nothing.
 *
 * @param base null when the base could not be read; then there is nothing to say
 */
export function semanticChanges(base: Model | null, head: Model, options: SemanticOptions = {}): Change[] {
  if (base === null) return [];
  const identity = new StageIdentity(base, head);
  const configs = options.configs ?? { base: base.config, head: head.config };
  const changes = [
    ...compareLifecycle(base, head),
    ...compareStages(identity, head.stages),
    ...compareHandoffs(base.handoffs, head.handoffs, identity),
    ...compareRoutings(base.routings, head.routings),
    ...compareScorings(base.scorings, head.scorings),
    ...compareMonitors(base.monitors, head.monitors),
    ...compareLinked(base, head),
  ];
  const renames = renamesIn(changes);
  const cited = new Map([...renames, ...rolesRenamed(identity, configs.base, configs.head)]);
  const names = head.stages.map(({ name }) => name).filter((name) => name !== '');
  return [
    ...withReplaced(withoutConsequences(withoutShape(changes), cited, names), base, head),
    ...compareConfigs(configUnder(renames, configs.base, configs.head), configs.head),
  ];
}

/** A stage that is called otherwise may leave a known shape, and is the one thing that changed. */
function withoutShape(changes: readonly Change[]): readonly Change[] {
  const ofStages = changes.filter(({ subject }) => subject.kind === 'stage');
  const only = ofStages.every(({ what }) => what !== 'added' && what !== 'removed' && what !== 'moved');
  return only && ofStages.some(({ what }) => what === 'renamed')
    ? changes.filter(({ what }) => what !== 'shape')
    : changes;
}

const lifecycle = { kind: 'lifecycle', id: 'lifecycle', name: 'Lifecycle' } as const;

/** What was inferred from the entries; what the config says is listed with the config. */
function compareLifecycle(base: Model, head: Model): Change[] {
  const changes: Change[] = [];
  const put = (
    what: 'motion' | 'shape' | 'v09',
    label: string,
    before: string | null,
    after: string | null,
  ) => {
    if (before === after) return;
    const words = `${label} ${before ?? 'none'} → ${after ?? 'none'}`;
    changes.push(change(lifecycle, what, { before, after, span: null }, words));
  };
  if (base.motion.source === 'inferred' && head.motion.source === 'inferred')
    put('motion', 'motion', base.motion.value, head.motion.value);
  put('shape', 'shape', base.shape?.name ?? null, head.shape?.name ?? null);
  if (base.v09.source === 'auto' && head.v09.source === 'auto')
    put('v09', 'go-to-market (v0.9)', base.v09.value, head.v09.value);
  return changes;
}
