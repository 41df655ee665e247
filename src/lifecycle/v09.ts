/** Whether go-to-market (v0.9) is decided, and by what evidence (SPEC §6). */

import type { Config } from '../config/schema.ts';
import type { GtmEntry, V09 } from './model.ts';

/** Final when the config says so, or, on `auto`, when an approved Channel and an approved Offer exist. */
export function readV09(config: Config, channels: readonly GtmEntry[], offers: readonly GtmEntry[]): V09 {
  if (config.v09 !== 'auto')
    return { value: config.v09, source: 'config', evidence: `mops.config.yml says v09: ${config.v09}.` };
  const channel = channels.find((entry) => entry.approved);
  const offer = offers.find((entry) => entry.approved);
  if (channel !== undefined && offer !== undefined) {
    return {
      value: 'final',
      source: 'auto',
      evidence: `Channel ${channel.id} is ${stateOf(channel)} and offer ${offer.id} is ${stateOf(offer)}.`,
    };
  }
  const lacking = [channel === undefined ? 'channel' : null, offer === undefined ? 'offer' : null].filter(
    (name) => name !== null,
  );
  return {
    value: 'draft',
    source: 'auto',
    evidence: `No ${lacking.join(' and no ')} entry is in an approved state (Ready, Approved, Active, Live or Launched).`,
  };
}

function stateOf(entry: GtmEntry): string {
  return entry.statusText?.text.trim() ?? 'active';
}
