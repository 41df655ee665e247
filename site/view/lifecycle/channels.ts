/** Where leads come from, what is offered, and which outreach belongs to which stage. */

import type { GtmEntry, LinkedEntry } from '../../../src/lifecycle/model.ts';
import { pagePath } from '../../lib/paths.ts';
import { diagramBlock, routingDrawings } from '../diagrams.ts';
import { idLink } from '../linked.ts';
import {
  type Block,
  badge,
  cell,
  code,
  heading,
  type Inline,
  link,
  type Page,
  quiet,
  text,
  type Words,
} from '../page.ts';
import { revOpsNav } from '../revops-nav.ts';
import { recordTitle, type Site, stageTitle } from '../site.ts';

/** The page of channels, offers and outreach by stage; each part says so where nothing is written. */
export function channelPage(site: Site): Page {
  const { model } = site;
  const { living } = model;
  return {
    path: pagePath('channels'),
    title: 'Channels and outreach',
    kicker: `Go-to-market (v0.9) is ${model.v09.value}`,
    description: 'The channels that bring leads, the offers, and the outreach tiers by stage.',
    ids: [],
    keywords: [
      'source',
      'channel',
      'campaign',
      'ads',
      'where leads come from',
      'offer',
      'outreach',
      'tier',
      'cold',
      'ABM',
      'routing',
      'segments',
      'size',
      'scoring',
      'score',
    ],
    group: 'Reference',
    source: null,
    blocks: [
      revOpsNav(site, pagePath('channels')),
      text(quiet(model.v09.evidence)),
      ...diagramBlock(site, 'channels', 'Channels into the lifecycle', 'picture'),
      heading('Channels', 'channels'),
      channelTable(site, living.channels),
      heading('Offers', 'offers'),
      entryTable(site, living.offers, 'Offers', [
        `${noneOf(model.offers, 'offer')}. Add a GTM entry with `,
        code('Type: Offer'),
        ' when v0.9 decides it.',
      ]),
      heading('Outreach by stage', 'outreach'),
      outreachTable(site, living.otherGtm),
      ...[...routingDrawings(site)].flatMap(([routing, name]) =>
        diagramBlock(site, name, recordTitle(routing), name),
      ),
      heading('Prices', 'prices'),
      entryTable(site, living.prices, 'Prices', [
        `${noneOf(model.prices, 'price rule')}. Add a BR-PRICING entry.`,
      ]),
    ],
  };
}

/** Nothing was ever written, or nothing that was is in use. */
function noneOf(written: readonly unknown[], what: string): string {
  return written.length === 0 ? `No ${what} is written yet` : `No ${what} is in use`;
}

function channelTable(site: Site, channels: readonly GtmEntry[]): Block {
  return {
    kind: 'table',
    caption: 'Channels',
    short: true,
    columns: [{ label: 'Channel', wide: true }, { label: 'State' }, { label: 'Cited by', wide: true }],
    rows: channels.map((channel) => ({
      cells: [
        cell(idLink(site, channel.id), ' ', channel.name || recordTitle(channel)),
        cell(channel.approved ? badge('decided', 'good') : badge(channel.status, 'info')),
        cell(...citingStages(site, channel.id)),
      ],
    })),
    empty: [
      `${noneOf(site.model.channels, 'channel')}. Add a GTM entry with `,
      code('Type: Channel'),
      ' for each place leads come from.',
    ],
  };
}

/** Stages and handoffs that cite an entry, as links. */
export function citingStages(site: Site, id: string): Words {
  const { model } = site;
  const cites = (links: readonly { readonly id: string }[]) => links.some((each) => each.id === id);
  const found = [
    ...model.living.stages
      .filter((stage) => model.references.some((each) => each.id === id && each.from === stage.entry))
      .map((stage) => link(stageTitle(stage), site.stagePath(stage))),
    ...model.living.handoffs
      .filter((handoff) => cites(handoff.links))
      .map((handoff) => link(handoff.id, site.handoffPath(handoff))),
  ];
  if (found.length === 0) return [badge('no stage or handoff', 'warning')];
  return found.flatMap((each, index): Inline[] => (index === 0 ? [each] : [', ', each]));
}

function entryTable(
  site: Site,
  entries: readonly (GtmEntry | LinkedEntry)[],
  caption: string,
  empty: Words,
): Block {
  return {
    kind: 'table',
    caption,
    columns: [{ label: 'Entry', wide: true }, { label: 'State' }, { label: 'Used by' }],
    rows: entries.map((entry) => ({
      cells: [
        cell(idLink(site, entry.id), ' ', entry.name || recordTitle(entry)),
        cell(badge(entry.status)),
        cell(...citingStages(site, entry.id)),
      ],
    })),
    empty,
  };
}

function outreachTable(site: Site, entries: readonly GtmEntry[]): Block {
  return {
    kind: 'table',
    caption: 'Outreach',
    columns: [{ label: 'Entry', wide: true }, { label: 'Kind' }, { label: 'Tier' }, { label: 'Stage' }],
    rows: entries.map((entry) => ({
      cells: [
        cell(idLink(site, entry.id), ' ', entry.name || recordTitle(entry)),
        cell(entry.gtmType),
        cell(entry.fields.get('tier')?.value?.text ?? ''),
        cell(...outreachStages(site, entry)),
      ],
    })),
    empty: [
      `${noneOf(site.model.otherGtm, 'outreach tier')}. Cold outreach (v0.9) maps tier 1 to account-based work near SQL and tier 3 to MQL nurture: one GTM entry each, with the stage in its links.`,
    ],
  };
}

/** The stages an outreach entry links to, else those that link to it. */
function outreachStages(site: Site, entry: GtmEntry): Words {
  const linked = site.model.living.stages.filter((stage) => entry.links.some(({ id }) => id === stage.id));
  if (linked.length === 0) return citingStages(site, entry.id);
  return linked.flatMap((stage, index): Inline[] => [
    ...(index === 0 ? [] : [', ']),
    link(stageTitle(stage), site.stagePath(stage)),
  ]);
}
