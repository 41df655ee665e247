/** The page of a stage: what you have to do and by when, then the entry, then what surrounds it. */

import type { Handoff, Stage } from '../../src/lifecycle/model.ts';
import { pagePath, type SitePath } from '../lib/paths.ts';
import { hasClock, limitWords, monitorsOf, ownerWords, receivingStage, sendingStage } from './limits.ts';
import { findingNotes, idLink, linkedTable, ownerLinks } from './linked.ts';
import {
  type Block,
  cell,
  code,
  type Fact,
  heading,
  type Inline,
  link,
  type Page,
  quiet,
  type Row,
  text,
  type Words,
} from './page.ts';
import { handoffName, type Site, stageTitle } from './site.ts';

export function stagePages(site: Site): readonly Page[] {
  return [stageIndex(site), ...site.model.stages.map((stage) => stagePage(site, stage))];
}

export function stageRail(site: Site, current: Stage | null): Block {
  return {
    kind: 'rail',
    label: 'Stages',
    stops: site.model.livingStages.map((stage) => ({
      text: stageTitle(stage),
      to: site.stagePath(stage),
      current: stage === current,
      sub: ownerWords(stage.owner),
    })),
  };
}

function stagePage(site: Site, stage: Stage): Page {
  const { model } = site;
  const living = model.livingStages;
  const at = living.indexOf(stage);
  const name = stageTitle(stage);
  const before = living[at - 1];
  const after = at < 0 ? undefined : living[at + 1];
  const position = at < 0 ? 'No longer in use' : `Stage ${at + 1} of ${living.length}`;
  return {
    path: site.stagePath(stage),
    title: name,
    kicker: `${position} · ${stage.id}`,
    description: `${name}: owned by ${ownerWords(stage.owner)}${stage.sla ? `, limit ${limitWords(stage.sla)}` : ''}.`,
    ids: [stage.id],
    keywords: [
      stage.canonical,
      ...(stage.owner?.roles ?? []),
      ...stage.disqualification.map(({ raw }) => raw.text),
    ],
    group: 'Stages',
    source: site.place(stage.entry.span),
    blocks: [
      ...(at < 0 ? [] : [stageRail(site, stage)]),
      ...standingNote(stage),
      answer(site, stage),
      { kind: 'facts', facts: facts(site, stage) },
      heading('What comes in and what goes out', 'flow'),
      flowTable(site, stage),
      heading('Linked entries', 'links'),
      linkedTable(site, [...stage.links]),
      ...findingNotes(site, site.findingsOf(stage.id)),
      {
        kind: 'neighbours',
        previous: before ? { text: stageTitle(before), to: site.stagePath(before) } : null,
        next: after ? { text: stageTitle(after), to: site.stagePath(after) } : null,
      },
    ],
  };
}

function standingNote(stage: Stage): readonly Block[] {
  const word = stage.statusText?.text ?? stage.status;
  if (stage.standing === 'drafted') {
    return [
      { kind: 'note', tone: 'info', title: `This stage is ${word}`, lines: [['Do not work by it yet.']] },
    ];
  }
  if (stage.standing === 'retired') {
    return [
      {
        kind: 'note',
        tone: 'warning',
        title: 'This stage is no longer in use',
        lines: [['It keeps its page so that old links still lead somewhere.']],
      },
    ];
  }
  return [];
}

function answer(site: Site, stage: Stage): Block {
  const owner = ownerLinks(site, stage.owner);
  const name = stageTitle(stage);
  if (stage.sla === null) {
    return {
      kind: 'answer',
      big: 'No limit is written',
      tone: 'error',
      lead: [
        `How fast must somebody answer in ${name}? Write `,
        code('Response time after entering this stage: 1 business hour'),
        ' into the entry. Owner: ',
        ...owner,
        '.',
      ],
    };
  }
  if (!stage.sla.reading.ok) {
    return {
      kind: 'answer',
      big: stage.sla.raw.text || 'No limit is written',
      tone: 'error',
      lead: ['This does not read as a limit. ', stage.sla.reading.message],
    };
  }
  if (!hasClock(stage.sla)) {
    return {
      kind: 'answer',
      big: 'No clock runs here',
      lead: [
        ...owner,
        stage.owner?.automated ? ' keeps the lead; nobody has to answer.' : ' keeps the lead.',
      ],
    };
  }
  return {
    kind: 'answer',
    big: `You have ${limitWords(stage.sla)}`,
    lead: [...owner, ` answers after a lead enters ${name}. `, ...missed(site, stage)],
  };
}

function missed(site: Site, stage: Stage): Words {
  if (stage.escalation === null || stage.escalation.empty)
    return ['Nothing is written about what happens when the limit is missed.'];
  return ['If it is missed: ', ...site.words(stage.escalation.raw.text)];
}

function facts(site: Site, stage: Stage): readonly Fact[] {
  const at = (text: { readonly span: Parameters<Site['place']>[0] } | null | undefined) =>
    text ? { at: site.place(text.span) } : {};
  const fields = stage.fields;
  return [
    {
      label: 'A lead enters when',
      id: 'entry',
      lines: stage.entryCriteria.map(({ text }) => site.words(text)),
      missing: [
        'No entry criterion is written. Say what event makes a lead ',
        stageTitle(stage),
        ': ',
        code('Entry criteria:'),
        '.',
      ],
      ...at(fields.get('entry')),
    },
    {
      label: 'It moves on',
      id: 'progression',
      lines: stage.progression.map((exit) => [
        ...targetLink(
          site,
          exit.target?.kind === 'stage' ? (exit.target.stages[0] ?? null) : null,
          exit.to?.text ?? null,
        ),
        ...site.words(exit.criterion?.text ?? (exit.to ? '' : exit.raw.text)),
      ]),
      missing: stage.final
        ? ['This is the last stage.']
        : ['No way forward is written. Add ', code('To [next stage]: [what must happen]'), '.'],
      ...at(fields.get('progression') ?? fields.get('exit')),
    },
    {
      label: 'It is turned away',
      id: 'disqualification',
      lines: [
        ...stage.disqualification.map(({ raw }) => site.words(raw.text)),
        ...stage.mixedExits.map(({ text }) => site.words(text)),
      ],
      missing: [
        'Nothing says when a lead is turned away here, and where it goes. Add it under ',
        code('Exit criteria (disqualification):'),
        '.',
      ],
      ...at(fields.get('disqualification')),
    },
    {
      label: 'Owner',
      id: 'owner',
      lines: stage.owner ? [ownerLinks(site, stage.owner)] : [],
      missing: ['Nobody owns this stage. Name one role: ', code('Owner: BDR'), '.'],
      ...at(fields.get('owner')),
    },
    {
      label: 'Answer within',
      id: 'sla',
      lines: stage.sla
        ? [
            [
              stage.sla.raw.text,
              ...(hasClock(stage.sla) ? [' · ', link('Compute a due time', clockPath)] : []),
            ],
          ]
        : [],
      missing: ['No limit is written. Example: ', code('SLA: 1 business hour'), '.'],
      ...at(fields.get('sla.response') ?? fields.get('sla')),
    },
    {
      label: 'If the limit is missed',
      id: 'escalation',
      lines: stage.escalation && !stage.escalation.empty ? escalationLines(site, stage) : [],
      missing: hasClock(stage.sla)
        ? [
            'Nothing is written, so a missed limit has no consequence. Say who is told and what they do: ',
            code('Escalation:'),
            '.',
          ]
        : ['Not needed: no clock runs here.'],
      ...at(fields.get('escalation')),
    },
    {
      label: 'Watched by',
      id: 'monitor',
      lines: monitorsOf(site.model, stage.id, stage).map((id) => [idLink(site, id)]),
      missing: hasClock(stage.sla)
        ? ['Nobody watches this limit. Add a MON-DRIFT entry for it.']
        : ['Not needed: no clock runs here.'],
    },
  ];
}

const clockPath: SitePath = pagePath('sla', 'clock');

function escalationLines(site: Site, stage: Stage): readonly Words[] {
  const steps = stage.escalation?.steps ?? [];
  if (steps.length < 2) return [site.words(stage.escalation?.raw.text ?? '')];
  return steps.map(({ raw }) => site.words(raw));
}

function targetLink(site: Site, stage: Stage | null, words: string | null): readonly Inline[] {
  if (stage) return ['To ', link(stageTitle(stage), site.stagePath(stage)), ': '];
  return words === null ? [] : [`To ${words}: `];
}

function flowTable(site: Site, stage: Stage): Block {
  const incoming = site.model.livingHandoffs.filter((handoff) => receivingStage(handoff) === stage);
  const outgoing = site.model.livingHandoffs.filter((handoff) => sendingStage(handoff) === stage);
  const covered = new Set<Stage | null>(outgoing.map(receivingStage));
  const direct = site.model.edges.filter((edge) => edge.from === stage && !covered.has(edge.to));
  const rows: Row[] = [
    ...incoming.map((handoff) => handoffRow(site, 'In', handoff)),
    ...outgoing.map((handoff) => handoffRow(site, 'Out', handoff)),
    ...direct.map(
      (edge): Row => ({
        cells: [
          cell('Out'),
          cell('To ', link(stageTitle(edge.to), site.stagePath(edge.to))),
          cell(edge.ownerChanges ? 'No handoff is written' : 'Same owner, no handoff needed'),
          cell(''),
        ],
        ...(edge.ownerChanges ? { tone: 'warning' as const } : {}),
      }),
    ),
  ];
  return {
    kind: 'table',
    caption: 'Handoffs into and out of this stage',
    columns: [
      { label: 'Way' },
      { label: 'Handoff', wide: true },
      { label: 'Happens when', wide: true },
      { label: 'Answer within' },
    ],
    rows,
    empty: ['No handoff leads here or away. Write one as a GTM-MOPS entry with Type Handoff.'],
  };
}

function handoffRow(site: Site, way: string, handoff: Handoff): Row {
  return {
    cells: [
      cell(way),
      cell(link(handoffName(handoff), site.handoffPath(handoff)), ' ', quiet(handoff.id)),
      cell(...site.words(handoff.trigger?.value?.text ?? 'No trigger is written')),
      cell(handoff.sla ? limitWords(handoff.sla) : 'No limit'),
    ],
  };
}

function stageIndex(site: Site): Page {
  const { model } = site;
  const retired = model.stages.filter((stage) => stage.standing === 'retired');
  return {
    path: pagePath('stages'),
    title: 'Stages',
    kicker: null,
    description: 'Every stage of the lifecycle with owner and limit.',
    ids: [],
    keywords: ['lifecycle', 'pipeline', 'funnel'],
    group: 'Reference',
    source: null,
    blocks: [
      stageTable(site, model.livingStages),
      ...(retired.length === 0 ? [] : [heading('No longer in use', 'retired'), stageTable(site, retired)]),
      ...(model.livingStages.length === 0 ? [emptyLifecycle] : []),
      text('How they hang together: ', link('the lifecycle at a glance', pagePath()), '.'),
    ],
  };
}

export const emptyLifecycle: Block = {
  kind: 'empty',
  title: 'No stage is defined yet',
  words: [
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
        cell(...ownerLinks(site, stage.owner)),
        cell(stage.sla ? limitWords(stage.sla) : 'No limit is written'),
        cell(...nextStages(site, stage)),
      ],
      ...(site.findingsOf(stage.id).some(({ severity }) => severity === 'error')
        ? { tone: 'error' as const }
        : {}),
    })),
    empty: ['None.'],
  };
}

function nextStages(site: Site, stage: Stage): Words {
  const targets = new Set(site.model.edges.filter((edge) => edge.from === stage).map((edge) => edge.to));
  if (targets.size === 0) return [stage.final ? 'Last stage' : 'Nowhere yet'];
  return [...targets].flatMap((to, index): Inline[] => [
    ...(index === 0 ? [] : [', ']),
    link(stageTitle(to), site.stagePath(to)),
  ]);
}
