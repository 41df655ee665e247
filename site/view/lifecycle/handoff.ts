/** The page of a handoff: the clock, what to hand over, when to say no and where the lead goes then. */

import type { Handoff } from '../../../src/lifecycle/model.ts';
import { payloadFields } from '../../../src/lifecycle/payload-fields.ts';
import { isDrafted } from '../../../src/lifecycle/standing.ts';
import { handoffContradictions } from '../contradictions.ts';
import { diagramBlock, handoffDrawing } from '../diagrams.ts';
import { findingNotes, idLink, linkedTable } from '../linked.ts';
import { ownerInline } from '../owner-words.ts';
import { type Block, code, type Fact, heading, link, type Page, quiet, type Words } from '../page.ts';
import { handoffName, type Site, stageTitle } from '../site.ts';
import { handoffHeroes } from './clock-hero.ts';
import { answerPanel, groundsTable, payloadPanel } from './handoff-answer.ts';
import { handoffIndex } from './handoff-list.ts';
import { clockLines, fieldLines, handoffClocks, payloadItems, rejectionFacts } from './handoff-parts.ts';
import { hasClock, limitWords, ownerWords, shortLimit } from './limit-words.ts';
import { monitorIds, receiver, receivingStage, sender, sendingStage, unwatchedWords } from './limits.ts';

/** The page of all handoffs, then one for each, retired ones included: links to them keep working. */
export function handoffPages(site: Site): readonly Page[] {
  return [handoffIndex(site), ...site.model.handoffs.map((handoff) => handoffPage(site, handoff))];
}

function handoffPage(site: Site, handoff: Handoff): Page {
  const name = handoffName(handoff);
  const living = site.model.living.handoffs.includes(handoff);
  const from = sendingStage(handoff);
  const to = receivingStage(handoff);
  return {
    path: site.handoffPath(handoff),
    title: name,
    kicker: `Handoff · ${handoff.id}`,
    description: `${ownerWords(sender(handoff))} hands over to ${ownerWords(receiver(handoff))}${handoff.clocks.length > 0 ? `, limit ${shortLimit(handoffClocks(handoff))}` : ''}.`,
    ids: [handoff.id],
    keywords: [
      'handoff',
      `${from ? stageTitle(from) : ''} to ${to ? stageTitle(to) : ''}`,
      ...fieldLines(handoff.rejection.condition),
      ...fieldLines(handoff.rejection.routing),
      ...fieldLines(handoff.trigger),
      ...handoff.rejection.reasons.flatMap(({ codes }) => codes),
      ...handoff.clocks.map(({ sla }) => limitWords(sla)),
      'payload',
      'notes for the CRM',
      // The segment without an upper end is of the largest.
      ...(/\d\s?\+|\bor more\b/.test(handoff.segment?.text ?? '') ? ['enterprise', 'large companies'] : []),
      ...(receiver(handoff)?.names ?? []).map((name) => `hand over to ${name}`),
      ...payloadFields.flatMap(({ key }) => fieldLines(handoff.payload[key])),
    ],
    group: 'Handoffs',
    source: site.place(handoff.entry.span),
    lead: [...ownerInline(site, sender(handoff)), ' hands over to ', ...ownerInline(site, receiver(handoff))],
    blocks: [
      ...(living ? [] : [retiredNote]),
      ...(isDrafted(handoff) ? [draftNote(handoff)] : []),
      ...handoffContradictions(site, handoff),
      ...handoffHeroes(site, handoff),
      {
        kind: 'panels',
        panels: [payloadPanel(site, handoff), answerPanel(site, handoff)],
      },
      heading(`${ownerWords(receiver(handoff))} may say no`, 'rejection'),
      ...inWords(site, handoff),
      ...groundsTable(
        site,
        'Grounds for a no',
        handoff.rejection.reasons,
        fieldLines(handoff.rejection.reengagement).join('; '),
      ),
      ...diagramBlock(site, handoffDrawing(site, handoff), 'Yes or no, as a picture', 'picture'),
      {
        kind: 'fold',
        id: 'revops',
        open: site.findingsOf(handoff.id).some(({ severity }) => severity === 'error'),
        summary: [
          { kind: 'strong', text: 'For RevOps' },
          ' ',
          quiet(`${handoff.id}, the entry, links, findings`),
        ],
        blocks: [
          ...findingNotes(site, site.findingsOf(handoff.id)),
          { kind: 'facts', facts: [...entryFacts(site, handoff), ...rejectionFacts(site, handoff)] },
          payload(site, handoff),
          heading('Linked entries', 'links'),
          linkedTable(site, handoff.links),
        ],
      },
      {
        kind: 'base',
        items: [
          [idLink(site, handoff.id)],
          ...[from, to].flatMap((stage): Words[] =>
            stage === null ? [] : [[link(stageTitle(stage), site.stagePath(stage))]],
          ),
        ],
      },
    ],
  };
}

/** The condition as it is written, where the table below has codes alone: whoever is new does not know what they mean. */
function inWords(site: Site, { rejection: { condition, reasons } }: Handoff): readonly Block[] {
  const codes = reasons.flatMap(({ codes }) => codes);
  const bare = reasons.some(({ codes, text }) => codes.includes(text.text));
  return fieldLines(condition)
    .filter((line) => {
      const rest = codes.reduce((left, code) => left.replaceAll(code, ' '), line);
      return bare && (rest.replace(/reason codes?/gi, ' ').match(/\p{L}+/gu)?.length ?? 0) > 5;
    })
    .map((line) => ({ kind: 'text', words: site.said(line) }));
}

const retiredNote: Block = {
  kind: 'note',
  tone: 'warning',
  title: 'This handoff is no longer in use',
  lines: [['It keeps its page so that old links still lead somewhere.']],
};

function draftNote(handoff: Handoff): Block {
  return {
    kind: 'note',
    tone: 'info',
    title: `This handoff is ${handoff.statusText?.text ?? handoff.status}`,
    lines: [['Do not work by it yet.']],
  };
}

/** The payload with the place of each field, for those who write it. */
function payload(site: Site, handoff: Handoff): Block {
  return { kind: 'facts', facts: payloadItems(site, handoff) };
}

function entryFacts(site: Site, handoff: Handoff): readonly Fact[] {
  const from = sendingStage(handoff);
  const to = receivingStage(handoff);
  return [
    {
      label: 'From',
      lines: [
        [
          ...(from ? [link(stageTitle(from), site.stagePath(from))] : [handoff.from?.text ?? 'Not written']),
          ' · ',
          ...ownerInline(site, sender(handoff)),
        ],
      ],
      ...(handoff.from ? { at: site.place(handoff.from.span) } : {}),
    },
    {
      label: 'To',
      lines: [
        [
          ...(to ? [link(stageTitle(to), site.stagePath(to))] : [handoff.to?.text ?? 'Not written']),
          ' · ',
          ...ownerInline(site, receiver(handoff)),
        ],
      ],
      ...(handoff.to ? { at: site.place(handoff.to.span) } : {}),
    },
    {
      label: 'Trigger',
      lines: fieldLines(handoff.trigger).map((line) => site.words(line)),
      missing: [
        'No event starts this handoff. Add ',
        code('Trigger: BDR marks the lead Qualified in the CRM'),
        '.',
      ],
      ...(handoff.trigger ? { at: site.place(handoff.trigger.span) } : {}),
    },
    {
      label: 'Answer within',
      lines: clockLines(handoff.clocks),
      missing: ['No limit is written. Add ', code('SLA: 30 business minutes'), '.'],
      ...(handoff.clocks[0] ? { at: site.place(handoff.clocks[0].sla.raw.span) } : {}),
    },
    {
      label: 'Watched by',
      lines: monitorIds(site.model, handoff.id, to).map((id) => [idLink(site, id)]),
      missing: [
        handoff.clocks.some(({ sla }) => hasClock(sla))
          ? unwatchedWords(receiver(handoff), handoff.clocks)
          : 'There is no limit to watch.',
      ],
    },
  ];
}
