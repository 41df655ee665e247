/** What `mops draft` writes: the downstream entries that are missing. */
import type { Model } from '../../lifecycle/model.ts';
import { missingFeedback } from './cfd.ts';
import { missingChannelMap } from './channel-map.ts';
import type { DraftKind, Drafts } from './draft.ts';
import { missingHandoffs } from './handoff.ts';
import { missingKpis } from './kpi.ts';
import { missingMonitors } from './mon-drift.ts';
import { missingStages } from './stage.ts';

export { type Draft, type DraftKind, type Drafts, draftKinds } from './draft.ts';

/**
 * Drafts what a lifecycle lacks of one kind, each with the next free number.
 *
 * @param today ISO date for baselines and feedback
 */
export function draftMissing(model: Model, kind: DraftKind, today: string): Drafts {
  const nothing = model.living.stages.length === 0 && model.living.handoffs.length === 0;
  if (nothing && kind !== 'stage' && kind !== 'channel-map')
    return {
      kind,
      drafts: [],
      notes: [
        'No stage is there yet, so there is nothing to draft for: mops init writes a lifecycle, mops import makes one from a table, mops draft stage drafts a stage.',
      ],
    };
  switch (kind) {
    case 'stage':
      return missingStages(model);
    case 'mon-drift':
      return missingMonitors(model, today);
    case 'kpi':
      return missingKpis(model);
    case 'cfd':
      return missingFeedback(model, today);
    case 'handoff':
      return missingHandoffs(model);
    case 'channel-map':
      return missingChannelMap(model);
  }
}
