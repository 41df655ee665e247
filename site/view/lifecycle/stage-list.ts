/** All stages in a table, and what to write where there is none. */

import type { Stage } from '../../../src/lifecycle/model.ts';
import { isLiving } from '../../../src/lifecycle/standing.ts';
import { pagePath } from '../../lib/paths.ts';
import { diagramBlock } from '../diagrams.ts';
import { ownerInline, placesInline } from '../owner-words.ts';
import { type Block, cell, code, heading, type Inline, link, type Page, quiet, type Words } from '../page.ts';
import { type Site, stageTitle } from '../site.ts';
import { shortLimit, stageWithoutClock } from './limit-words.ts';
import { mainClock } from './limits.ts';
import { sinkList } from './sinks.ts';

/** The page of the whole lifecycle: the picture, its stages in order, retired ones below. */
export function stageIndex(site: Site): Page {
  const { model } = site;
  const unused = model.stages.filter((stage) => !isLiving(stage));
  return {
    path: pagePath('stages'),
    title: 'The lifecycle',
    kicker: null,
    nav: 'lifecycle',
    description: 'Every stage of the lifecycle with owner and limit.',
    ids: [],
    keywords: [
      'lifecycle',
      'stages',
      'pipeline',
      'funnel',
      'picture',
      'diagram',
      'lead owner',
      'who owns what',
    ],
    group: 'Reference',
    source: null,
    blocks: [
      ...(model.living.stages.length === 0
        ? [emptyLifecycle(site)]
        : [
            ...diagramBlock(site, 'lifecycle', 'The picture', 'picture'),
            heading('Every stage', 'stages'),
            stageTable(site, model.living.stages),
          ]),
      ...(sinkList(site).length === 0
        ? []
        : [heading('Places without a stage', 'sinks'), { kind: 'list' as const, items: sinkList(site) }]),
      ...(unused.length === 0 ? [] : [heading('No longer in use', 'retired'), stageTable(site, unused)]),
    ],
  };
}

/** Rules that say why no stage was read though there should be some. */
const lost = new Set(['lifecycle-missing', 'merge-conflict', 'file-unreadable', 'entry-unread']);

/** What to do where no stage was read: bring back what was lost, else write. */
export function emptyLifecycle(site: Site): Block {
  const cause = site.report.findings.find(({ rule }) => lost.has(rule));
  if (cause === undefined) return nothingYet;
  return {
    kind: 'empty',
    title: 'The lifecycle is missing',
    words: [...site.words(cause.message), ' ', ...site.words(cause.fix)],
  };
}

const nothingYet: Extract<Block, { readonly kind: 'empty' }> = {
  kind: 'empty',
  title: 'Nothing is written yet',
  words: [
    'No stage is defined. ',
    'Write one entry per stage into ',
    code('SoT/SoT.BUSINESS_RULES.md'),
    ', or let ',
    code('mops init'),
    ' write a complete start.',
  ],
  write: `BR-MOPS-001: Lifecycle Stage — MQL
Type: Lifecycle-Stage
Order: 1
Status: Active

Stage: MQL

Entry criteria:
  - Demo form sent with a work e-mail

Exit criteria (progression):
  - To SQL: BDR confirms need and date in a call

Exit criteria (disqualification):
  - Student or competitor → Disqualified

Owner: BDR

SLA:
  Response time after entering this stage: 1 business hour
  Escalation: At 1 business hour notify the BDR manager, who reassigns the lead`,
};

/** Stages as a table, in the order given: owner, limit, where a lead moves on to. */
export function stageTable(site: Site, stages: readonly Stage[]): Block {
  return {
    kind: 'table',
    caption: 'Stages',
    columns: [
      { label: 'Stage' },
      { label: 'Owner' },
      { label: 'Answer within' },
      { label: 'Moves on to', wide: true },
    ],
    rows: stages.map((stage) => ({
      cells: [
        cell(link(stageTitle(stage), site.stagePath(stage)), ' ', quiet(stage.id)),
        cell(...(stage.owner === null && !isLiving(stage) ? ['–'] : ownerInline(site, stage.owner))),
        cell(limitOf(site, stage)),
        cell(...nextStages(site, stage)),
      ],
      ...(site.findingsOf(stage.id).some(({ severity }) => severity === 'error')
        ? { tone: 'error' as const }
        : {}),
    })),
    empty: ['None.'],
  };
}

/** The limit in short; what a stage that nobody uses lacks is not asked for. */
function limitOf(site: Site, stage: Stage): string {
  if (mainClock(stage) !== null) return shortLimit(stage);
  return !isLiving(stage) ? '–' : stageWithoutClock(site, stage).short;
}

/** Where a stage leads that leads to no other living stage. */
function elsewhere(site: Site, stage: Stage): Words {
  const targets = stage.progression.flatMap(({ target }) => (target === null ? [] : [target]));
  if (targets.length > 0) return placesInline(site, targets);
  if (stage.final) return ['Last stage'];
  if (!isLiving(stage)) return ['–'];
  return [
    stage.progression.length + stage.mixedExits.length > 0
      ? 'See the stage: no line names one'
      : 'Nowhere yet',
  ];
}

function nextStages(site: Site, stage: Stage): Words {
  const targets = new Set(site.model.edges.filter((edge) => edge.from === stage).map((edge) => edge.to));
  if (targets.size === 0) return elsewhere(site, stage);
  return [...targets].flatMap((to, index): Inline[] => [
    ...(index === 0 ? [] : [', ']),
    link(stageTitle(to), site.stagePath(to)),
  ]);
}
