/** The card of somebody's first day. */

import type { Handoff } from '../../../src/lifecycle/model.ts';
import { pagePath, type SitePath } from '../../lib/paths.ts';
import { fieldLines, payloadItems } from '../lifecycle/handoff-parts.ts';
import { hasClock, limitsOf, limitWords } from '../lifecycle/limits.ts';
import { type Block, code, type Fact, heading, text, type Words } from '../page.ts';
import { handoffName, type Site } from '../site.ts';
import type { RoleWork } from './role-work.ts';

/** The card's address ends like that of the role's page, which no two roles share. */
export function cardPath(site: Site, role: string): SitePath {
  return pagePath('onboarding', 'day-one', roleSlug(site, role));
}

export function roleSlug(site: Site, role: string): string {
  return decodeURIComponent((site.rolePath(role) ?? pagePath('roles', 'role')).split('/').at(-2) ?? 'role');
}

export function rejections(site: Site, receives: readonly Handoff[]): readonly Fact[] {
  if (receives.length === 0)
    return [{ label: 'Nothing', lines: [], missing: ['This role receives no handoff.'] }];
  return receives.map((handoff) => ({
    label: handoffName(handoff),
    lines: [
      ...fieldLines(handoff.rejection.condition).map((line) => site.words(line)),
      ...fieldLines(handoff.rejection.routing).map((line): Words => ['Then: ', ...site.words(line)]),
    ],
    missing: [
      'No rejection rule is written. Add ',
      code('Rejection rule:'),
      ' with condition, routing and re-engagement.',
    ],
  }));
}

/** The card of the first day: one printed page. */
export function dayOneCard(site: Site, work: RoleWork): Block {
  const limits = limitsOf(site).filter(
    (limit) => limit.owner?.roles.includes(work.role) && hasClock(limit.sla),
  );
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
          ...(limits.length === 0 ? [{ label: 'None', lines: [['No clock runs for this role.']] }] : []),
        ],
      },
      heading('What I hand over', 'card-payload'),
      ...work.gives.slice(0, 2).flatMap((handoff): Block[] => [
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
      ...(work.gives.length === 0 ? [text('Nothing: no handoff starts with this role.')] : []),
      heading('When I may say no', 'card-reject'),
      { kind: 'facts', facts: rejections(site, work.receives.slice(0, 3)) },
    ],
  };
}
