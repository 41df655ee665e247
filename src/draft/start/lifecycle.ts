/** A complete lifecycle to start from: what `mops init` writes. */

import type { Mode, Motion } from '../../config/schema.ts';
import { blank } from '../blank.ts';
import { conversionText, entryText, handoffText, stageText } from '../entry-text.ts';
import { responseMonitor } from '../response-monitor.ts';
import { configText } from './config-text.ts';
import { deepEntries, scoreCriterion, thresholds } from './deep.ts';
import { startingHandoff } from './handoffs.ts';
import { type StartingStage, startingStages } from './stages.ts';

export interface StartRequest {
  readonly motion: Motion;
  readonly mode: Mode;
  /** ISO date: the baselines of the drift monitors are of this day. */
  readonly today: string;
  /** IANA zone for the working hours in the config. */
  readonly zone: string;
}

export interface StartFile {
  readonly path: string;
  readonly text: string;
}

/** A stage in its place, with the IDs of everything made for it. */
interface Placed {
  readonly stage: StartingStage;
  readonly id: string;
  readonly next: StartingStage | null;
  /** What deep mode adds to the entry criteria, null where no score opens the stage. */
  readonly score: string | null;
  /** The conversion out of the stage. */
  readonly kpi: string | null;
  /** Watches the stage's SLA where a person answers. */
  readonly monitor: string | null;
  /** The handoff into the stage. */
  readonly handoff: string | null;
}

const startingValues =
  '<!-- Starting values: limits, thresholds and numbers are common practice, not your own. Change what does not fit. -->';

/** Every file of a new lifecycle with its path. Only the marked blanks keep it from passing its gates. */
export function startingLifecycle(request: StartRequest): readonly StartFile[] {
  const placed = place(request);
  return [
    { path: 'mops.config.yml', text: configText(request) },
    { path: 'SoT/SoT.BUSINESS_RULES.md', text: businessRules(request, placed) },
    { path: 'SoT/SoT.DEPLOYMENT.md', text: deployment(request, placed) },
    { path: 'SoT/SoT.USER_JOURNEYS.md', text: personas() },
    { path: 'PRD.md', text: product(placed) },
  ];
}

function place({ motion, mode }: StartRequest): readonly Placed[] {
  const stages = startingStages(motion, mode);
  let handoffs = 0;
  let monitors = 0;
  return stages.map((stage, at) => {
    const before = stages[at - 1];
    const person = stage.owner !== 'Marketing automation';
    // Quick asks for one handoff in all; between automated stages nobody hands over.
    const handed = before !== undefined && person && (mode !== 'quick' || handoffs === 0);
    const points = mode === 'deep' ? thresholds(motion)[stage.name] : undefined;
    return {
      stage,
      id: numbered('BR-MOPS', at + 1),
      next: stages[at + 1] ?? null,
      score: points === undefined ? null : scoreCriterion(points),
      kpi: at + 1 < stages.length ? numbered('KPI', 101 + at) : null,
      monitor: person ? numbered('MON-DRIFT', ++monitors) : null,
      handoff: handed ? numbered('GTM-MOPS', ++handoffs) : null,
    };
  });
}

function numbered(family: string, number: number): string {
  return `${family}-${String(number).padStart(3, '0')}`;
}

function businessRules({ motion, mode }: StartRequest, placed: readonly Placed[]): string {
  return page('Business rules', [
    startingValues,
    '## Pricing',
    nested(
      entryText('BR-PRICING-001', 'Entry price and threshold', [
        [
          ['Status', 'Active'],
          [
            'Rule',
            blank('the price of the smallest plan, and from which yearly amount a person works the lead'),
          ],
        ],
        [['Linked IDs', 'PER-001']],
      ]),
    ),
    '## Lead lifecycle',
    `${placed.map(({ stage }) => stage.name).join(' → ')}. Each stage has one owner.`,
    ...[...placed.map(stageEntry), ...(mode === 'deep' ? deepEntries(motion) : [])].map(nested),
  ]);
}

function stageEntry({ stage, id, next, score, kpi, monitor }: Placed, at: number): string {
  const links = [
    ...stage.links,
    ...(kpi === null ? [] : [`${kpi} (conversion rate)`]),
    ...((monitor ?? '') ? [monitor] : []),
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

function deployment({ today }: StartRequest, placed: readonly Placed[]): string {
  const watched = placed.flatMap(({ stage, id, monitor, handoff }) =>
    monitor === null
      ? []
      : [
          responseMonitor(
            monitor,
            { id, name: stage.name, limit: stage.sla, handoffs: handoff === null ? [] : [handoff] },
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
    entryText('PER-001', 'Best-fit customer', [
      [
        ['Type', 'Primary'],
        ['Status', 'Active'],
        ['Segment', blank('industry, size and region of the companies that buy')],
        ['Fit signals', blank('the CRM fields that show the fit, such as job title and headcount')],
      ],
    ]),
  ]);
}

function product(placed: readonly Placed[]): string {
  const handoffs = placed.flatMap((to, at) => {
    const from = placed[at - 1];
    return to.handoff === null || from === undefined ? [] : [handoffEntry(from, to, to.handoff)];
  });
  const kpis = placed.flatMap(({ id, stage, next, kpi }, at) =>
    kpi === null || next === null
      ? []
      : [
          conversionText({
            id: kpi,
            from: stage.name,
            to: next.name,
            target: blank('your own rate of the last months, rounded down'),
            links: `${id}, ${placed[at + 1]?.id ?? ''}`,
          }),
        ],
  );
  return page('Product requirements', [
    '## v0.9 Channels',
    nested(
      entryText('GTM-001', `Channel — ${blank('the name of your first channel')}`, [
        [
          ['Type', 'Channel'],
          ['Owner', 'Marketing'],
          ['Status', 'Planned'],
          ['Best-fit', 'PER-001'],
          ['Enters at', 'Anonymous (BR-MOPS-001)'],
        ],
        [['Linked IDs', 'BR-MOPS-001, PER-001']],
      ]),
    ),
    '## v0.9 Lead handoffs',
    ...(handoffs.length > 0
      ? [startingValues, ...handoffs.map(nested)]
      : ['None: no person owns a lead at any stage, so there is nothing to hand over.']),
    '## v0.9 Conversion targets',
    ...kpis.map(nested),
  ]);
}

function handoffEntry(from: Placed, to: Placed, id: string): string {
  const links = [
    `${from.id} (${from.stage.name} rule)`,
    `${to.id} (${to.stage.name} rule)`,
    ...(from.kpi ? [from.kpi] : []),
  ];
  const text = handoffText(startingHandoff(id, from.stage, to.stage, links.join(', ')));
  if (from.stage.owner !== to.stage.owner) return text;
  return `<!-- mops-ignore handoff-same-owner: the ${to.stage.owner} keeps the lead; the entry says what must be known before it moves on -->\n${text}`;
}

/** An entry below a section's heading. */
function nested(text: string): string {
  return text.replace(/^## /m, '### ');
}

function page(title: string, blocks: readonly string[]): string {
  return `# ${title}\n\n${blocks.join('\n\n')}\n`;
}
