import type { GtmEntry, Model, Stage } from '../../lifecycle/model.ts';
import { nextStageName } from '../../lifecycle/target-stages.ts';
import { blank, quotable } from '../blank.ts';
import { bullets, entryText } from '../entry-text.ts';
import { type Drafts, numbersOf } from './draft.ts';

/**
 * Which channels enter the lifecycle where, and which outreach tiers are worked at which stage, as one GTM entry of
 * Type Index (SEED "Downstream Connections", Launch Channels and Cold Outreach). A map that is there is not drafted
 * again; the notes say what it lacks.
 */
export function missingChannelMap(model: Model): Drafts {
  const { channels, otherGtm } = model.living;
  const tiers = otherGtm.filter((entry) => /outreach|sequence/.test(entry.gtmType));
  if (channels.length === 0 && tiers.length === 0) {
    return {
      kind: 'channel-map',
      drafts: [],
      notes: ['No GTM entry of Type Channel or Outreach is there yet, so there is nothing to map.'],
    };
  }
  const lines = [...channels, ...tiers].map((entry) => ({ entry, line: lineOf(model, entry) }));
  const map = otherGtm.find(
    (entry) => entry.gtmType === 'index' && /channel map/i.test(entry.entry.title.text),
  );
  if (map !== undefined) {
    const cited = new Set(map.links.map(({ id }) => id));
    const missing = lines.filter(({ entry }) => !cited.has(entry.id));
    return {
      kind: 'channel-map',
      drafts: [],
      notes: missing.map(({ line }) => `Add to ${map.id}: - ${line}`),
    };
  }
  const [first] = model.living.stages;
  const id = numbersOf(model, 'GTM')();
  const list = (entries: readonly GtmEntry[]) =>
    bullets(lines.filter(({ entry }) => entries.includes(entry)).map(({ line }) => line));
  return {
    kind: 'channel-map',
    drafts: [
      {
        id,
        about: `where ${[...channels, ...tiers].map((entry) => entry.id).join(', ')} ${channels.length + tiers.length === 1 ? 'enters' : 'enter'} the lifecycle`,
        text: entryText(id, 'Channel map', [
          [
            ['Type', 'Index'],
            ['Status', 'Active'],
          ],
          [
            channels.length === 0 ? null : ['Channels', list(channels)],
            tiers.length === 0 ? null : ['Outreach tiers', list(tiers)],
          ],
          first === undefined ? [] : [['Linked IDs', first.id]],
        ]),
        linkIn: [],
      },
    ],
    notes: [],
  };
}

/** `GTM-002 (Product Hunt) → Anonymous (BR-MOPS-001) → MQL`. */
function lineOf(model: Model, entry: GtmEntry): string {
  const name = quotable(entry.name, 60).replace(/[()]/g, '').trim();
  const label = name === '' ? entry.id : `${entry.id} (${name})`;
  const stages = stagesOf(model, entry);
  if (stages.length === 0) return `${label} → ${blank('the stage where its leads enter')}`;
  return `${label} → ${stages.map((stage) => [`${stage.name} (${stage.id})`, nextStageName(stage) ?? []].flat().join(' → ')).join(', ')}`;
}

/** Stages the entry cites, else those that cite it; a channel nobody places enters at the first stage it can. */
function stagesOf(model: Model, entry: GtmEntry): readonly Stage[] {
  const cited = new Set(entry.links.map(({ id }) => id));
  const own = model.living.stages.filter(({ id }) => cited.has(id));
  if (own.length > 0) return own;
  return model.living.stages.filter(({ links }) => links.some(({ id }) => id === entry.id)).slice(0, 1);
}
