/** What the page of a handoff answers first: the clock, what must come along, yes or no, the grounds for a no. */

import type { Handoff, Reason } from '../../../src/lifecycle/model.ts';
import { stagesAt } from '../../../src/lifecycle/target-stages.ts';
import { ownerInline, placesInline, stagePlace } from '../owner-words.ts';
import { type Block, cell, code, type Inline, type Panel, type Words } from '../page.ts';
import type { Site } from '../site.ts';
import { fieldLines, payloadCopy, payloadItems, rejectionNote } from './handoff-parts.ts';
import { ownerWords } from './limit-words.ts';
import { receiver, receivingStage } from './limits.ts';
import { reasonRow } from './reasons.ts';

/** What the receiver must get, part by part, with the list to copy into a CRM. */
export function payloadPanel(site: Site, handoff: Handoff): Panel {
  return {
    title: `What ${ownerWords(receiver(handoff))} must get`,
    id: 'payload',
    mark: '→',
    blocks: [
      {
        kind: 'list',
        look: 'tick',
        items: payloadItems(site, handoff).map(
          ({ label, lines }): Words => [
            { kind: 'strong', text: `${label}: ` },
            ...(lines.length === 0
              ? ['not written yet']
              : lines.flatMap((line, at): Inline[] => (at === 0 ? [...line] : ['; ', ...line]))),
          ],
        ),
      },
    ],
    copy: { label: 'Copy for the CRM', text: payloadCopy(handoff), main: true },
    foot: ['5 lines, ready to fill in'],
  };
}

/** When the lead is handed over, what a yes and a no mean, and when a rejected lead comes back. */
export function answerPanel(site: Site, handoff: Handoff): Panel {
  const to = receivingStage(handoff);
  const trigger = fieldLines(handoff.trigger);
  const back = fieldLines(handoff.rejection.reengagement);
  const who = ownerWords(receiver(handoff));
  return {
    title: 'Yes or no',
    id: 'answer',
    mark: '?',
    blocks: [
      {
        kind: 'list',
        look: 'lines',
        items: [
          [
            'It is handed over when: ',
            ...(trigger.length === 0 ? ['not written yet'] : site.said(trigger.join('; '))),
          ],
          [`Yes: ${who} owns it`, ...(to === null ? [] : [' in ', stagePlace(site, to)])],
          noLine(site, handoff),
          ...(back.length === 0 ? [] : [['Comes back when: ', ...site.said(back.join('; '))] as Words]),
          ...(handoff.rejection.limit === null
            ? []
            : [['How often: ', handoff.rejection.limit.text] as Words]),
        ],
      },
    ],
    copy: { label: 'Copy a rejection note', text: rejectionNote, main: false },
  };
}

/** Where a no leads, in places; in the entry's own words where they name none. */
function noLine(site: Site, { rejection }: Handoff): Words {
  if (rejection.targets.length > 0 && rejection.targets.some(({ kind }) => kind !== 'unknown'))
    return ['No: with a reason, to ', ...placesInline(site, rejection.targets)];
  const routes = fieldLines(rejection.routing);
  return routes.length === 0
    ? ['No: where the lead goes is not written']
    : ['No: with a reason. Then: ', ...site.said(routes.join('; '))];
}

/**
 * Each ground, where it leads, when the lead comes back, who acts next. Grounds that share all three share a row; what
 * is the same for every ground, or written for none, is said once below the table, unless the page has said it before.
 */
export function groundsTable(
  site: Site,
  caption: string,
  reasons: readonly Reason[],
  saidBefore: string | null = null,
): readonly Block[] {
  const rows = reasons.map((reason) => groundRow(site, reason));
  const backs = new Set(reasons.map(({ back }) => back));
  const [back = null] = backs;
  const eachBack = backs.size > 1;
  const nobody = rows.every(({ next }) => next === null);
  const resting = nobody ? [] : placesInline(site, restingPlaces(reasons));
  const below: readonly Words[] = [
    ...(eachBack || rows.length === 0 || (back !== null && back === saidBefore)
      ? []
      : [back === null ? ['No entry says when it comes back.'] : ['Comes back when: ', ...site.said(back)]]),
    ...(nobody && rows.length > 0 ? [['No entry says who acts next.']] : []),
    ...(resting.length > 0 ? [['No entry says who acts next in ', ...resting, '.']] : []),
  ];
  return [
    {
      kind: 'table',
      caption,
      columns: [
        { label: 'Because', wide: true },
        { label: 'Goes to' },
        ...(eachBack ? [{ label: 'Comes back when', wide: true }] : []),
        ...(nobody ? [] : [{ label: 'Who acts next' }]),
      ],
      rows: [...Map.groupBy(rows, (row) => row.key).values()].map((same) => {
        const [{ to, back, next, rests }] = same as [GroundRow, ...GroundRow[]];
        return {
          cells: [
            same.length === 1
              ? cell(...(same[0]?.words ?? []))
              : { words: [], lines: same.map(({ words }) => words) },
            cell(...(to.length === 0 ? ['not written'] : to)),
            ...(eachBack ? [cell(...(back === null ? ['not written'] : site.said(back)))] : []),
            ...(nobody ? [] : [cell(...(next ?? (rests ? [] : ['no entry says'])))]),
          ],
        };
      }),
      empty: ['No ground for a no is written here.'],
    },
    ...(below.length === 0 ? [] : [{ kind: 'list' as const, look: 'lines' as const, items: below }]),
  ];
}

const restingPlaces = (reasons: readonly Reason[]) =>
  reasons
    .filter(({ targets }) => targets.every(({ kind }) => kind === 'sink'))
    .flatMap(({ targets }) => targets);

interface GroundRow {
  readonly words: Words;
  readonly to: Words;
  readonly back: string | null;
  /** Owner of the stage it goes to. */
  readonly next: Words | null;
  /** Whether it leads to places without a stage alone. */
  readonly rests: boolean;
  /** The same for grounds that are answered alike. */
  readonly key: string;
}

function groundRow(site: Site, reason: Reason): GroundRow {
  const { words, code: own, to } = reasonRow(site, reason);
  const stage = reason.targets.flatMap((target) => stagesAt(target).slice(0, 1))[0];
  const next = stage === undefined ? null : ownerInline(site, stage.owner);
  return {
    words: [...words, ...(own === null ? [] : [' ', code(own)])],
    to,
    back: reason.back,
    next,
    rests: reason.targets.length > 0 && reason.targets.every(({ kind }) => kind === 'sink'),
    key: JSON.stringify([to, reason.back, next]),
  };
}
