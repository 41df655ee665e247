/** The card of somebody's first day. */

import { lastPart, pagePath, type SitePath } from '../../lib/paths.ts';
import { fieldLines, payloadItems } from '../lifecycle/handoff-parts.ts';
import { hasClock, limitWords, noClockWords } from '../lifecycle/limit-words.ts';
import { limitsOfRole, momentsOf, receivingStage } from '../lifecycle/limits.ts';
import { handoffReasons, reasonsOf } from '../lifecycle/reasons.ts';
import { type Block, type Fact, heading, link, type Reason, text, type Words } from '../page.ts';
import { handoffName, plural, type Site, stageTitle } from '../site.ts';
import type { RoleWork } from './role-work.ts';

/** The card's address ends like that of the role's page, which no two roles share. */
export function cardPath(site: Site, role: string): SitePath {
  return pagePath('onboarding', 'day-one', roleSlug(site, role));
}

export function roleSlug(site: Site, role: string): string {
  return lastPart(site.rolePath(role) ?? pagePath('roles', 'role'));
}

/** Grounds for a no: of each stage the role owns, then of handoffs to it that lead elsewhere. */
export function rejections(site: Site, { owns, receives, role }: RoleWork): readonly Fact[] {
  const elsewhere = receives.filter((handoff) => {
    const stage = receivingStage(handoff);
    return stage === null || !owns.includes(stage);
  });
  const row = ({ words, code: own, to }: Reason): Words => [
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
    : [{ label: role, lines: [[`No ground for a no is written for ${role}.`]] }];
}

/** The card of the first day: one printed page. */
export function dayOneCard(site: Site, work: RoleWork): Block {
  const limits = momentsOf(limitsOfRole(site, work.role)).filter(({ sla }) => hasClock(sla));
  const shown = limits.slice(0, 6);
  return {
    kind: 'sheet',
    title: `Day one: ${work.role}`,
    blocks: [
      heading('My clocks', 'card-clocks'),
      {
        kind: 'facts',
        facts: [
          ...shown.map((limit) => ({
            label: limit.name,
            lines: [
              [
                { kind: 'strong' as const, text: limitWords(limit.sla) },
                ...(limit.escalation && !limit.escalation.empty
                  ? [` If missed: ${limit.escalation.raw.text}`]
                  : []),
              ],
            ],
          })),
          ...(limits.length > shown.length
            ? [
                {
                  label: 'More',
                  lines: [[`${limits.length - shown.length} further limits are on the role page.`]],
                },
              ]
            : []),
          ...(limits.length === 0 ? [{ label: 'None', lines: [noClockWords(site, work.role)] }] : []),
        ],
      },
      heading('What I hand over', 'card-payload'),
      ...work.gives.slice(0, mostGiven).flatMap((handoff): Block[] => [
        text(
          { kind: 'strong', text: handoffName(handoff) },
          ': ',
          fieldLines(handoff.trigger).join('; ') || 'no trigger is written',
        ),
        {
          kind: 'facts',
          facts: payloadItems(site, handoff).map(({ label, lines, missing }) => ({
            label,
            lines,
            ...(missing ? { missing } : {}),
          })),
        },
      ]),
      ...(work.gives.length === 0 ? [text('No handoff from this role to another is written.')] : []),
      ...(work.gives.length <= mostGiven
        ? []
        : [
            text(
              `${plural(work.gives.length - mostGiven, 'further handoff')}: `,
              link('the role page', work.path),
              '.',
            ),
          ]),
      heading('When I may say no', 'card-reject'),
      { kind: 'facts', facts: shownOnCard(site, work) },
    ],
  };
}

/** What one sheet has room for; the pages it names have the rest. */
const mostGiven = 2;
const mostGrounds = 9;

/** The grounds on the card: as many a stage as the sheet holds, and how many more there are. */
function shownOnCard(site: Site, work: RoleWork): readonly Fact[] {
  const facts = rejections(site, work);
  const each = Math.max(2, Math.floor(mostGrounds / facts.length));
  return facts.map(({ label, lines }) => ({
    label,
    lines:
      lines.length <= each + 1
        ? lines
        : [
            ...lines.slice(0, each),
            [`and ${lines.length - each} more: `, link('May I say no?', pagePath('onboarding', 'reject'))],
          ],
  }));
}
