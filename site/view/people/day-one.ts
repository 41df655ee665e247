/** The card of somebody's first day. */

import { plural } from '../../../src/language/plural.ts';
import { lastPart, pagePath, type SitePath } from '../../lib/paths.ts';
import { payloadShort } from '../lifecycle/handoff-parts.ts';
import { hasClock, limitParts, limitWords, noClockWords, ownerWords } from '../lifecycle/limit-words.ts';
import { type LimitRow, limitsOfRole, momentsOf, receiver } from '../lifecycle/limits.ts';
import { givenElsewhere, handoffReasons, reasonsOf, sharedRows } from '../lifecycle/reasons.ts';
import { cameBack } from '../lifecycle/stage-panels.ts';
import { stepsOf } from '../lifecycle/steps.ts';
import {
  type Block,
  type Fact,
  heading,
  link,
  type Panel,
  type ReasonRow,
  text,
  type Words,
} from '../page.ts';
import { handoffName, type Site, stageTitle } from '../site.ts';
import type { RoleWork } from './role-work.ts';

/** The card's address ends like that of the role's page, which no two roles share. */
export function cardPath(site: Site, role: string): SitePath {
  return pagePath('onboarding', 'day-one', roleSlug(site, role));
}

/** A role as the last part of an address: `ae`. */
export function roleSlug(site: Site, role: string): string {
  return lastPart(site.rolePath(role) ?? pagePath('roles', 'role'));
}

/** Grounds for a no: of each stage the role owns, then of handoffs to it that lead elsewhere. */
export function rejections(site: Site, work: RoleWork): readonly Fact[] {
  const { owns, name } = work;
  const elsewhere = givenElsewhere(work);
  const row = ({ words, code: own, to }: ReasonRow): Words => [
    ...words,
    ...(own === null ? [] : [` (${own})`]),
    ...(to.length === 0 ? [] : [' → ', ...to]),
  ];
  const facts = [
    ...owns.map((stage) => ({ label: stageTitle(stage), lines: reasonsOf(site, stage).map(row) })),
    ...elsewhere.map((handoff) => ({
      label: handoffName(handoff),
      lines: handoffReasons(site, handoff).map(row),
    })),
  ].filter(({ lines }) => lines.length > 0);
  return facts.length > 0
    ? facts
    : [{ label: name, lines: [[`No ground for a no is written for ${name}.`]] }];
}

/** What one sheet has room for; the pages it names have the rest. */
const mostClocks = 6;
const mostLarge = 3;
const mostGiven = 2;
const mostGrounds = 9;

/** The card of the first day: one printed page. */
export function dayOneCard(site: Site, work: RoleWork): Block {
  const limits = momentsOf(limitsOfRole(site, work.role)).filter(({ sla }) => hasClock(sla));
  const shown = limits.slice(mostLarge, mostClocks);
  return {
    kind: 'sheet',
    title: `Day one: ${work.name}`,
    look: site.lookOfRole(work.role),
    blocks: [
      heading(
        work.owns.length === 0
          ? `You, ${work.name}`
          : `You, ${work.name}: leads in ${work.owns.map(stageTitle).join(' and ')} are yours`,
        'card-yours',
      ),
      heading('My clocks', 'card-clocks', 3),
      ...limits.slice(0, mostLarge).map((limit) => clock(site, limit)),
      ...(limits.length === 0 ? [text(...noClockWords(site, work.role))] : []),
      ...(shown.length === 0
        ? []
        : [
            {
              kind: 'facts' as const,
              facts: [
                ...shown.map(({ name, sla }) => ({ label: name, lines: [[limitWords(sla)]] })),
                ...(limits.length > mostClocks
                  ? [
                      {
                        label: 'More',
                        lines: [[`${limits.length - mostClocks} further limits are on the role page.`]],
                      },
                    ]
                  : []),
              ],
            },
          ]),
      {
        kind: 'panels',
        panels: [...given(site, work), refused(site, work), ...back(site, work), week(work)],
      },
      {
        kind: 'list',
        look: 'blank',
        items: [
          ['My manager:'],
          ['Covers for me:'],
          [`The ${ownerWords(work.gives[0] === undefined ? null : receiver(work.gives[0]))} I hand to:`],
        ].slice(0, work.gives.length === 0 ? 2 : 3),
      },
    ],
  };
}

/** A limit as its stage's page shows it; a card on paper has no "now". */
function clock(site: Site, { name, sla, owner, escalation }: LimitRow): Block {
  const { big, small } = limitParts(sla);
  const who = ownerWords(owner);
  return {
    kind: 'hero',
    label: name,
    look: 'clock',
    big,
    small: ['in ', { kind: 'strong', text: name }, ...(small === '' ? [] : [`, ${small}`])],
    steps: stepsOf(site, sla, escalation, `${who} answers`),
    lines: [],
    clock: null,
  };
}

function given(site: Site, work: RoleWork): readonly Panel[] {
  const panel = (title: string, blocks: readonly Block[], foot: Words): Panel => ({
    title,
    id: 'give',
    mark: null,
    blocks,
    ...(foot.length === 0 ? {} : { foot }),
  });
  if (work.gives.length === 0)
    return [panel('What I hand over', [text('No handoff from this role to another is written.')], [])];
  const more = work.gives.length - mostGiven;
  return work.gives
    .slice(0, mostGiven)
    .map((handoff, at, { length }) =>
      panel(
        `What I hand over: ${handoffName(handoff)}`,
        [{ kind: 'list', look: 'tick', items: payloadShort(site, handoff, 110) }],
        more > 0 && at === length - 1
          ? [`${plural(more, 'further handoff')}: `, link('the role page', work.path)]
          : [],
      ),
    );
}

/** The grounds on the card: as many a stage as the sheet holds, and how many more there are. */
function refused(site: Site, work: RoleWork): Panel {
  const { owns, name } = work;
  const elsewhere = givenElsewhere(work);
  const parts = [
    ...owns.map((stage) => ({ name: stageTitle(stage), rows: sharedRows(reasonsOf(site, stage)) })),
    ...elsewhere.map((handoff) => ({
      name: handoffName(handoff),
      rows: sharedRows(handoffReasons(site, handoff)),
    })),
  ].filter(({ rows }) => rows.length > 0);
  const each = Math.max(2, Math.floor(mostGrounds / Math.max(1, parts.length)));
  return {
    title: 'When I may say no',
    id: 'no',
    mark: null,
    blocks:
      parts.length === 0
        ? [{ kind: 'reasons', rows: [], empty: [`No ground for a no is written for ${name}.`] }]
        : parts.flatMap(({ name, rows }): Block[] => {
            const kept = rows.length <= each + 1 ? rows : rows.slice(0, each);
            return [
              ...(parts.length === 1 ? [] : [text({ kind: 'strong', text: name })]),
              { kind: 'reasons', rows: kept, empty: [] },
              ...(kept.length === rows.length
                ? []
                : [
                    text(
                      `and ${rows.length - kept.length} more: `,
                      link('May I say no?', pagePath('onboarding', 'reject')),
                    ),
                  ]),
            ];
          }),
  };
}

function back(site: Site, { owns }: RoleWork): readonly Panel[] {
  const lines = owns.flatMap((stage) => cameBack(site, stage)).slice(0, 4);
  return lines.length === 0
    ? []
    : [
        {
          title: 'It can come back to me',
          id: 'back',
          mark: null,
          blocks: [{ kind: 'list', look: 'lines', items: lines }],
        },
      ];
}

function week({ gives }: RoleWork): Panel {
  return {
    title: 'This week',
    id: 'week',
    mark: null,
    blocks: [
      {
        kind: 'list',
        look: 'tick',
        items: [
          [link('Walk a lead', pagePath('onboarding', 'walk'))],
          [link('Check yourself', pagePath('onboarding', 'quiz'))],
          ['Sit in with a colleague on a live lead'],
          ...(gives.length === 0 ? [] : [['Hand over a lead with somebody beside me']]),
        ],
      },
    ],
  };
}
