import { linkEdit } from '../../draft/link.ts';
import { inForce } from '../../lifecycle/standing.ts';
import { meantByMissing } from '../../lifecycle/undefined.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';

export const channelUnrouted: Rule = {
  id: 'channel-unrouted',
  title: 'A channel leads nowhere',
  why: 'The channel brings leads that no stage expects: they are captured and never worked.',
  fix: 'Link the channel in the stage its leads enter, usually Anonymous, or in the Source of a handoff.',
  source: 'SEED "Downstream Connections", Launch Channels',
  severity: { quick: 'off', standard: 'warning', deep: 'warning' },
  bad: markdown`
    ## BR-MOPS-001: Lifecycle Stage — Anonymous

    Stage: Anonymous

    ## GTM-007: Channel — Webinars

    Type: Channel
    Status: Live
  `,
  good: markdown`
    ## BR-MOPS-001: Lifecycle Stage — Anonymous

    Stage: Anonymous
    Linked IDs: GTM-007 (source channels)

    ## GTM-007: Channel — Webinars

    Type: Channel
    Status: Live
  `,
  *check(model): Generator<Problem> {
    if (model.living.stages.length === 0) return;
    const cited = new Set<string>();
    for (const record of [
      ...model.living.stages,
      ...model.living.handoffs,
      ...model.routings,
      ...model.scorings,
    ]) {
      for (const link of record.links) cited.add(link.id);
    }
    const renumbered = meantByMissing(model);
    for (const channel of model.channels) {
      if (!inForce(channel) || cited.has(channel.id) || renumbered.has(channel.entry)) continue;
      // The channel itself may say where its leads enter.
      if (channel.links.some(({ id }) => id.startsWith('BR-MOPS-') || id.startsWith('GTM-MOPS-'))) continue;
      const first = model.living.stages[0];
      const linked = first === undefined ? null : linkEdit(model, first, [channel.id]);
      yield {
        at: channel.entry.idSpan,
        message: `${channel.id}${channel.name === '' ? '' : ` (${channel.name})`} is a channel that no stage or handoff mentions.`,
        fix: `Add ${channel.id} to the Linked IDs of ${first === undefined ? 'the first stage' : `${first.id} (${first.name})`}.`,
        entry: channel.entry,
        field: 'title',
        ...(linked === null ? {} : { edit: { ...linked, sure: false } }),
      };
    }
  },
};
