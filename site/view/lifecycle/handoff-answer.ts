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
          ...(back.length === 0 ? [] : [['Again: ', ...site.said(back.join('; '))] as Words]),
          ...(handoff.rejection.limit === null ? [] : [['At most: ', handoff.rejection.limit.text] as Words]),
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

/** Each ground, where it leads, when the lead comes back, who acts next. */
export function groundsTable(site: Site, caption: string, reasons: readonly Reason[]): Block {
  return {
    kind: 'table',
    caption,
    columns: [
      { label: 'Because', wide: true },
      { label: 'Goes to' },
      { label: 'Comes back when', wide: true },
      { label: 'Who acts next' },
    ],
    rows: reasons.map((reason) => {
      const row = reasonRow(site, reason);
      const next = reason.targets.flatMap((target) => stagesAt(target).slice(0, 1))[0];
      return {
        cells: [
          cell(...row.words, ...(row.code === null ? [] : [' ', code(row.code)])),
          cell(...(row.to.length === 0 ? ['not written'] : row.to)),
          cell(...(reason.back === null ? ['not written'] : site.said(reason.back))),
          cell(...(next === undefined ? ['no entry says'] : ownerInline(site, next.owner))),
        ],
      };
    }),
    empty: ['No ground for a no is written here.'],
  };
}
