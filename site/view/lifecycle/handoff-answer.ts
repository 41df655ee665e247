/** What the page of a handoff answers first: the clock, what must come along, yes or no, the grounds for a no. */

import type { Handoff } from '../../../src/lifecycle/model.ts';
import { pagePath } from '../../lib/paths.ts';
import { ownerInline, placesInline, stagePlace } from '../owner-words.ts';
import { type Block, cell, code, type Inline, type Panel, type Words } from '../page.ts';
import { handoffName, type Site } from '../site.ts';
import { fieldLines, payloadCopy, payloadItems, rejectionNote } from './handoff-parts.ts';
import { limitParts, ownerWords, receiver, receivingStage } from './limits.ts';
import { reasonRow } from './reasons.ts';
import { clockLimitsOf, stepsOf } from './steps.ts';

export function handoffHero(site: Site, handoff: Handoff): Block {
  const { sla } = handoff;
  const who = ownerWords(receiver(handoff));
  const escalation = handoff.escalation ?? receivingStage(handoff)?.escalation ?? null;
  if (sla === null || !sla.reading.ok || sla.reading.meaning.kind === 'none') {
    const unread = sla !== null && !sla.reading.ok;
    return {
      kind: 'hero',
      label: 'The clock',
      look: unread ? 'error' : 'none',
      big: unread ? sla.raw.text || 'No limit yet' : sla === null ? 'No limit yet' : 'No clock',
      small: [
        unread
          ? 'this does not read as a limit'
          : sla === null
            ? `nothing is written about how fast ${who} answers`
            : sla.raw.text,
      ],
      steps: [],
      lines: [],
      clock: null,
    };
  }
  const { big, small } = limitParts(sla);
  const [limit] = clockLimitsOf({
    sla,
    name: handoffName(handoff),
    key: handoff.id,
    owner: receiver(handoff),
    escalation,
  });
  return {
    kind: 'hero',
    label: 'The clock',
    look: 'clock',
    big,
    small: [`${small === '' ? '' : `${small}, `}for ${who} to take it or say no`],
    steps: stepsOf(site, sla, escalation, `${who} takes it or says no`),
    lines: escalation === null || escalation.empty ? [['What happens when it passes is not written.']] : [],
    clock: limit === undefined ? null : { limit, asks: 'Answer by', to: pagePath('sla', 'clock') },
  };
}

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
          [
            'No: with a reason, to ',
            ...(handoff.rejection.targets.length === 0
              ? ['a place that is not written']
              : placesInline(site, handoff.rejection.targets)),
          ],
          ...(back.length === 0 ? [] : [['Again: ', ...site.said(back.join('; '))] as Words]),
          ...(handoff.rejection.limit === null ? [] : [['At most: ', handoff.rejection.limit.text] as Words]),
        ],
      },
    ],
    copy: { label: 'Copy a rejection note', text: rejectionNote, main: false },
  };
}

/** Each ground, where it leads, when the lead comes back, who acts next. */
export function rejectionTable(site: Site, { rejection }: Handoff): Block {
  return {
    kind: 'table',
    caption: 'Grounds for a no',
    columns: [
      { label: 'Because', wide: true },
      { label: 'Goes to' },
      { label: 'Comes back when', wide: true },
      { label: 'Who acts next' },
    ],
    rows: rejection.reasons.map((reason) => {
      const row = reasonRow(site, reason);
      const next = reason.targets.flatMap((target) =>
        target.kind === 'stage' ? target.stages.slice(0, 1) : [],
      )[0];
      return {
        cells: [
          cell(...row.words, ...(row.code === null ? [] : [' ', code(row.code)])),
          cell(...row.to),
          cell(...(reason.back === null ? ['not written'] : site.said(reason.back))),
          cell(...(next === undefined ? ['no entry says'] : ownerInline(site, next.owner))),
        ],
      };
    }),
    empty: ['No ground for a no is written here.'],
  };
}
