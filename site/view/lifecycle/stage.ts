/** The page of a stage: what you have to do and by when; below a fold, what surrounds it. */

import { own } from '../../../src/language/own.ts';
import { plural } from '../../../src/language/plural.ts';
import { otherStages, stages } from '../../../src/language/tables/stages.ts';
import type { Edge, Handoff, Stage } from '../../../src/lifecycle/model.ts';
import { isDrafted, isLiving } from '../../../src/lifecycle/standing.ts';
import type { CommitChange } from '../../lib/history.ts';
import { anchor, pagePath } from '../../lib/paths.ts';
import { stageContradictions } from '../contradictions.ts';
import { findingNotes, idLink, linkedTable } from '../linked.ts';
import { ownerInline } from '../owner-words.ts';
import { type Block, cell, heading, link, type Page, quiet, type Row, type Words } from '../page.ts';
import { changeOfPage } from '../proof/change-words.ts';
import { handoffName, type Site, stageTitle } from '../site.ts';
import { stageHeroes } from './clock-hero.ts';
import { handoffClocks } from './handoff-parts.ts';
import { limitWords, ownerWords, shortLimit } from './limit-words.ts';
import { monitorIds, receivingStage, sendingStage } from './limits.ts';
import { facts } from './stage-facts.ts';
import { stageIndex } from './stage-list.ts';
import { stagePanels } from './stage-panels.ts';

/**
 * The page of the lifecycle, then one for each stage, retired ones included: links to them keep working.
 *
 * @param changes newest first, null where the git history could not be read
 */
export function stagePages(site: Site, changes: readonly CommitChange[] | null): readonly Page[] {
  return [stageIndex(site), ...site.model.stages.map((stage) => stagePage(site, stage, changes))];
}

/**
 * The living stages as a line of stops; of a long way those around `current`, null where the reader is at none.
 */
export function stageRail(site: Site, current: Stage | null): Block {
  return {
    kind: 'rail',
    label: 'Stages',
    stops: nearby(site.model.living.stages, current).map((stage) => ({
      text: stageTitle(stage),
      to: site.stagePath(stage),
      current: stage === current,
      look: site.lookOf(stage.owner),
    })),
    all: site.model.living.stages.length,
  };
}

/** The stages that a rail shows: all, or of a long way those around the one where the reader is. */
function nearby(stages: readonly Stage[], current: Stage | null): readonly Stage[] {
  const most = 9;
  if (stages.length <= most + 1) return stages;
  const at = Math.max(0, current === null ? 0 : stages.indexOf(current));
  const from = Math.min(Math.max(0, at - 2), stages.length - 5);
  return stages.slice(from, from + 5);
}

function stagePage(site: Site, stage: Stage, changes: readonly CommitChange[] | null): Page {
  const living = site.model.living.stages.includes(stage);
  const name = stageTitle(stage);
  return {
    path: site.stagePath(stage),
    title: name,
    kicker: `Stage · ${ownerWords(stage.owner)}`,
    lead: ['owned by ', ...ownerInline(site, stage.owner)],
    nav: 'lifecycle',
    description: `${name}: owned by ${ownerWords(stage.owner)}${stage.clocks.length > 0 ? `, limit ${shortLimit(stage)}` : ''}.`,
    ids: [stage.id],
    keywords: [
      stage.canonical,
      `entry criteria of ${name}`,
      `exit criteria of ${name}`,
      ...otherNames(site, stage),
      ...(stage.owner?.names ?? []).flatMap((role) => [role, `who owns ${name}`]),
      ...stage.entryCriteria.map(({ text }) => text),
      ...stage.progression.map(({ raw }) => raw.text),
      ...stage.disqualification.flatMap(({ raw, reason }) => [raw.text, ...reason.codes]),
      ...stage.clocks.flatMap(({ sla }) => [sla.raw.text, limitWords(sla)]),
      ...(stage.escalation ? [stage.escalation.raw.text] : []),
    ],
    group: 'Stages',
    source: site.place(stage.entry.span),
    blocks: [
      ...(living ? [stageRail(site, stage)] : []),
      ...standingNote(stage),
      ...brokenNote(site, stage),
      ...stageContradictions(site, stage),
      ...stageHeroes(site, stage),
      { kind: 'panels', panels: stagePanels(site, stage) },
      forRevOps(site, stage),
      stageBase(site, stage, changes),
    ],
  };
}

/** What others call it, but for names that this lifecycle gives to another stage. */
function otherNames({ model }: Site, { canonical }: Stage): readonly string[] {
  const taken = new Set(model.living.stages.map((each) => each.name.toLowerCase()));
  return [...(own(stages, canonical) ?? []), ...(own(otherStages, canonical) ?? [])].filter(
    (name) => !taken.has(name.toLowerCase()),
  );
}

/** Errors are said where the reader acts; what they are stands below. */
function brokenNote(site: Site, stage: Stage): readonly Block[] {
  const errors = site.findingsOf(stage.id).filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return [];
  return [
    {
      kind: 'note',
      tone: 'error',
      title:
        errors.length === 1 ? 'One thing here is not right' : `${errors.length} things here are not right`,
      lines: [[link('See what, and how to fix it', anchor(site.stagePath(stage), 'findings'))]],
    },
  ];
}

function forRevOps(site: Site, stage: Stage): Block {
  const findings = site.findingsOf(stage.id);
  const monitors = monitorIds(site.model, stage.id, stage);
  return {
    kind: 'fold',
    id: 'revops',
    open: findings.some(({ severity }) => severity === 'error'),
    summary: [
      { kind: 'strong', text: 'For RevOps' },
      ' ',
      quiet(
        [
          stage.id,
          monitors.length === 0 ? 'no monitor' : `watched by ${monitors.join(', ')}`,
          plural(new Set(stage.links.map(({ id }) => id)).size, 'linked entry', 'linked entries'),
          ...(findings.length === 0
            ? []
            : [`${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`]),
        ].join(', '),
      ),
    ],
    blocks: [
      ...findingNotes(site, findings),
      { kind: 'facts', facts: facts(site, stage) },
      heading('What comes in and what goes out', 'flow'),
      flowTable(site, stage),
      heading('Linked entries', 'links'),
      linkedTable(site, [...stage.links]),
    ],
  };
}

function stageBase(site: Site, stage: Stage, changes: readonly CommitChange[] | null): Block {
  const change = changes?.find(({ lines }) => lines.some(({ id }) => id === stage.id));
  const line = change?.lines.find(({ id }) => id === stage.id);
  return {
    kind: 'base',
    items: [
      [idLink(site, stage.id)],
      ...(change && line
        ? [[link(`Changed ${change.date}`, pagePath('changes')), ': ', ...changeOfPage(line)] as Words]
        : []),
    ],
  };
}

function standingNote(stage: Stage): readonly Block[] {
  const word = stage.statusText?.text ?? stage.status;
  if (isDrafted(stage)) {
    return [
      { kind: 'note', tone: 'info', title: `This stage is ${word}`, lines: [['Do not work by it yet.']] },
    ];
  }
  if (!isLiving(stage)) {
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

function flowTable(site: Site, stage: Stage): Block {
  const incoming = site.model.living.handoffs.filter((handoff) => receivingStage(handoff) === stage);
  const outgoing = site.model.living.handoffs.filter((handoff) => sendingStage(handoff) === stage);
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
          cell(edge.ownerChanges ? 'No handoff is written' : directWords(edge)),
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

/** Why a way on has no handoff, as far as the owners say. */
function directWords({ from, to }: Edge): string {
  if (from.owner === null || to.owner === null) return 'An owner is missing, so nobody can tell';
  return from.owner.roles.join() === to.owner.roles.join() && from.owner.roles.length > 0
    ? `${ownerWords(from.owner)} keeps it`
    : 'No handoff is written';
}

function handoffRow(site: Site, way: string, handoff: Handoff): Row {
  return {
    cells: [
      cell(way),
      cell(link(handoffName(handoff), site.handoffPath(handoff)), ' ', quiet(handoff.id)),
      cell(...site.words(handoff.trigger?.value?.text ?? 'No trigger is written')),
      cell(shortLimit(handoffClocks(handoff))),
    ],
  };
}
