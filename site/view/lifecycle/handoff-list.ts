/** All handoffs in a table, and which are due. */

import type { Handoff } from '../../../src/lifecycle/model.ts';
import { isLiving } from '../../../src/lifecycle/standing.ts';
import { uncoveredEdges } from '../../../src/lifecycle/uncovered.ts';
import { pagePath } from '../../lib/paths.ts';
import { ownerInline } from '../owner-words.ts';
import { type Block, cell, code, heading, link, type Page, quiet, type Words } from '../page.ts';
import { handoffName, type Site, stageTitle } from '../site.ts';
import { handoffClocks, routeWords } from './handoff-parts.ts';
import { ownerWords, shortLimit } from './limit-words.ts';
import { receiver, sender } from './limits.ts';

/** Why the list of handoffs is empty: none was written, none is in use, none is needed. */
function noHandoff(missing: number, retired: number): Words {
  const none = retired > 0 ? 'No handoff is in use.' : 'No handoff is written yet.';
  if (missing === 0) return [`${none} Where an owner changes, a GTM-MOPS entry with Type Handoff is due.`];
  return [
    `${none} Each change of owner needs one: a GTM-MOPS entry with Type Handoff. `,
    code('mops draft handoff'),
    ' writes the missing ones.',
  ];
}

/**
 * Handoffs as a table, in the order given; rows with an error of the checker are marked.
 *
 * @param empty said in place of rows where there are none
 */
export function handoffTable(site: Site, handoffs: readonly Handoff[], empty: Words): Block {
  return {
    kind: 'table',
    caption: 'Handoffs',
    columns: [
      { label: 'Handoff' },
      { label: 'From' },
      { label: 'To' },
      { label: 'Answer within' },
      { label: 'If rejected', wide: true },
    ],
    rows: handoffs.map((handoff) => ({
      cells: [
        cell(link(handoffName(handoff), site.handoffPath(handoff)), ' ', quiet(handoff.id)),
        cell(...ownerInline(site, sender(handoff))),
        cell(...ownerInline(site, receiver(handoff))),
        cell(shortLimit(handoffClocks(handoff))),
        cell(...routeWords(site, handoff)),
      ],
      ...(site.findingsOf(handoff.id).some(({ severity }) => severity === 'error')
        ? { tone: 'error' as const }
        : {}),
    })),
    empty,
  };
}

/** The page of all handoffs: those in force, changes of owner that have none, retired ones. */
export function handoffIndex(site: Site): Page {
  const { model } = site;
  const missing = uncoveredEdges(model).filter(
    ({ ownerChanges, handoffs }) => ownerChanges && handoffs.length === 0,
  );
  const retired = model.handoffs.filter((handoff) => !isLiving(handoff));
  return {
    path: pagePath('handoffs'),
    title: 'Handoffs',
    kicker: null,
    nav: 'handoffs',
    description: 'Every change of owner: who hands over what to whom, and what happens on a no.',
    ids: [],
    keywords: [
      'transition',
      'hand off',
      'hand-off',
      'handover',
      'routing',
      'payload',
      'accept',
      'reject',
      'what do I hand over',
      'what must come along',
      'notes for the CRM',
    ],
    group: 'Reference',
    source: null,
    blocks: [
      handoffTable(site, model.living.handoffs, noHandoff(missing.length, retired.length)),
      ...missing.map(
        (edge): Block => ({
          kind: 'note',
          tone: 'warning',
          title: `No handoff from ${stageTitle(edge.from)} to ${stageTitle(edge.to)}`,
          lines: [
            [
              'The owner changes from ',
              ownerWords(edge.from.owner),
              ' to ',
              ownerWords(edge.to.owner),
              ', so a GTM-MOPS entry is due.',
            ],
          ],
        }),
      ),
      ...(retired.length === 0
        ? []
        : [heading('No longer in use', 'retired'), handoffTable(site, retired, [])]),
    ],
  };
}
