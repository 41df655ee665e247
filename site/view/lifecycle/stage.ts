/** The page of a stage: what you have to do and by when, then the entry, then what surrounds it. */

import type { Handoff, Stage } from '../../../src/lifecycle/model.ts';
import { findingNotes, linkedTable, ownerLinks } from '../linked.ts';
import { type Block, cell, code, heading, link, type Page, quiet, type Row, type Words } from '../page.ts';
import { handoffName, type Site, stageTitle } from '../site.ts';
import { hasClock, limitWords, ownerWords, receivingStage, sendingStage } from './limits.ts';
import { facts } from './stage-facts.ts';
import { stageIndex } from './stage-list.ts';

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

export function missed(site: Site, stage: Stage): Words {
  if (stage.escalation === null || stage.escalation.empty)
    return ['Nothing is written about what happens when the limit is missed.'];
  return ['If it is missed: ', ...site.words(stage.escalation.raw.text)];
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
