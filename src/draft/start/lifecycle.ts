/** A complete lifecycle to start from: what `mops init` writes. */

import type { Motion } from '../../config/schema.ts';
import { blank } from '../blank.ts';
import { conversionText, entryText, handoffText, stageText } from '../entry-text.ts';
import { responseMonitor } from '../response-monitor.ts';
import { configText } from './config-text.ts';
import { deepEntries } from './deep.ts';
import { startingHandoff } from './handoffs.ts';
import { peopleOf } from './people.ts';
import { numberedId, type Placed, place, type StartRequest } from './place.ts';
import { type There, thereIn } from './there.ts';

export interface StartFile {
  readonly path: string;
  readonly text: string;
}

/** The lifecycle that is being written. */
interface Start {
  readonly request: StartRequest;
  readonly there: There;
  readonly placed: readonly Placed[];
}

const startingValues =
  '<!-- Starting values: limits, thresholds and numbers are common practice, not your own. Change what does not fit. -->';

/** Every file of a new lifecycle with its path. Only the marked blanks keep it from passing its gates. */
export function startingLifecycle(request: StartRequest): readonly StartFile[] {
  const there = thereIn(request.model);
  const placed = place(request, there);
  const start = { request, there, placed };
  const { homes } = request;
  const fill = filler(start);
  return [
    { path: 'mops.config.yml', text: configText(request) },
    { path: homes.rules, text: fill(businessRules(start)) },
    { path: homes.monitors, text: fill(deployment(start)) },
    ...(there.persona === null ? [{ path: homes.personas, text: fill(personas()) }] : []),
    { path: homes.product, text: fill(product(start)) },
  ];
}

/** Puts the repository's own entries and the people who sell into the texts. */
function filler({ request, there, placed }: Start): (text: string) => string {
  // Room for further stages below the entries of deep mode.
  const deep = Math.max(10, there.next('BR-MOPS') + placed.length);
  const words: Readonly<Record<string, string>> = {
    ...peopleOf(request.seller),
    persona: there.persona ?? newId(there, 'PER'),
    price: there.price ?? newId(there, 'BR-PRICING'),
    channel: there.channels.length > 0 ? there.channels.join(', ') : newId(there, 'GTM'),
    routing: numberedId('BR-MOPS', deep),
    scoring: numberedId('BR-MOPS', deep + 1),
    first: placed[0]?.id ?? '',
  };
  return (text) => text.replace(/\{([a-z ]+)\}/g, (mark, name: string) => words[name] ?? mark);
}

function newId(there: There, family: string): string {
  return numberedId(family, there.next(family));
}

function businessRules({ request: { motion, mode, seller }, there, placed }: Start): string {
  return page('Business rules', [
    startingValues,
    ...(there.price === null ? ['## Pricing', nested(price(motion))] : []),
    '## Lead lifecycle',
    `${placed.map(({ stage }) => stage.name).join(' → ')}. Each stage has one owner.`,
    ...[...placed.map(stageEntry), ...(mode === 'deep' ? deepEntries(motion, seller) : [])].map(nested),
  ]);
}

function price(motion: Motion): string {
  // Without anybody who sells there is no amount from which somebody does.
  const [title, rule] =
    motion === 'self-serve'
      ? (['Entry price', 'the price of the smallest plan, and what it is charged for'] as const)
      : ([
          'Entry price and threshold',
          'the price of the smallest plan, and from which yearly amount a person works the lead',
        ] as const);
  return entryText('{price}', title, [
    [
      ['Status', 'Active'],
      ['Rule', blank(rule)],
    ],
    [['Linked IDs', '{persona}']],
  ]);
}

function stageEntry({ stage, id, next, score, kpi, monitor }: Placed, at: number): string {
  const links = [
    ...stage.links,
    ...(kpi === null ? [] : [`${kpi} (conversion rate)`]),
    ...(monitor === null ? [] : [monitor]),
  ];
  return stageText({
    id,
    name: stage.name,
    order: at + 1,
    entry: score === null ? stage.entry : [...stage.entry, score],
    progression: next === null ? [] : next.entry.map((event) => `To ${next.name}: ${event}`),
    disqualification: stage.out,
    owner: stage.owner,
    sla: stage.sla,
    escalation: stage.escalation,
    links: links.join(', '),
  });
}

function deployment({ request: { today }, placed }: Start): string {
  const watched = placed.flatMap(({ stage, id, monitor, handoff }) =>
    monitor === null
      ? []
      : [
          responseMonitor(
            monitor,
            {
              id,
              name: stage.name,
              limit: stage.sla,
              handoffs: handoff === null ? [] : [handoff],
              keeper: '{revops}',
            },
            today,
          ),
        ],
  );
  return page('Deployment and operations', [
    '## SLA monitoring',
    ...(watched.length > 0
      ? [startingValues, ...watched.map(nested)]
      : ['No person answers a lead under an SLA here, so there is no response time to watch.']),
  ]);
}

function personas(): string {
  return page('User journeys and personas', [
    entryText('{persona}', 'Best-fit customer', [
      [
        ['Type', 'Primary'],
        ['Status', 'Active'],
        ['Segment', blank('industry, size and region of the companies that buy')],
        ['Fit signals', blank('the CRM fields that show the fit, such as job title and headcount')],
      ],
    ]),
  ]);
}

function product({ there, placed }: Start): string {
  const handoffs = placed.flatMap((to, at) => {
    const from = placed[at - 1];
    return to.handoff === null || from === undefined ? [] : [handoffEntry(from, to, to.handoff)];
  });
  const kpis = placed.flatMap(({ id, stage, next, kpi, kpiKept }, at) =>
    kpi === null || kpiKept || next === null
      ? []
      : [
          conversionText({
            id: kpi,
            owner: '{revops}',
            from: stage.name,
            to: next.name,
            target: blank('your own rate of the last months, rounded down'),
            links: `${id}, ${placed[at + 1]?.id ?? ''}`,
          }),
        ],
  );
  return page('Product requirements', [
    ...(there.channels.length === 0 ? ['## v0.9 Channels', nested(channel())] : []),
    '## v0.9 Lead handoffs',
    ...(handoffs.length > 0
      ? [startingValues, ...handoffs.map(nested)]
      : ['None: no person owns a lead at any stage, so there is nothing to hand over.']),
    ...(kpis.length > 0 ? ['## v0.9 Conversion targets', ...kpis.map(nested)] : []),
  ]);
}

function channel(): string {
  return entryText('{channel}', `Channel — ${blank('the name of your first channel')}`, [
    [
      ['Type', 'Channel'],
      ['Owner', '{marketing}'],
      ['Status', 'Planned'],
      ['Best-fit', '{persona}'],
      ['Enters at', 'Anonymous ({first})'],
    ],
    [['Linked IDs', '{first}, {persona}']],
  ]);
}

function handoffEntry(from: Placed, to: Placed, id: string): string {
  const links = [
    `${from.id} (${from.stage.name} rule)`,
    `${to.id} (${to.stage.name} rule)`,
    ...(from.kpi ? [from.kpi] : []),
  ];
  const text = handoffText(startingHandoff(id, from.stage, to.stage, links.join(', ')));
  // The rule passes over a founder who does several jobs.
  if (from.stage.owner !== to.stage.owner || to.stage.owner === 'Founder') return text;
  return `<!-- mops-ignore handoff-same-owner: the ${to.stage.owner} keeps the lead; the entry says what must be known before it moves on -->\n\n${text}`;
}

/** An entry below a section's heading. */
function nested(text: string): string {
  return text.replace(/^## /m, '### ');
}

function page(title: string, blocks: readonly string[]): string {
  return `# ${title}\n\n${blocks.join('\n\n')}\n`;
}
