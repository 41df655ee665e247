/** What a role owns, receives, hands over, may reject, and its clocks. */

import type { Handoff, Owner, Stage } from '../../src/lifecycle/model.ts';
import { pagePath, type SitePath, slug } from '../lib/paths.ts';
import { diagramBlock, roleDrawing } from './diagrams.ts';
import { fieldLines, handoffTable, payloadItems } from './handoff.ts';
import { hasClock, limitsOf, limitWords, receiver, sender } from './limits.ts';
import { idLink } from './linked.ts';
import { type Block, code, type Fact, heading, link, type Page, quiet, text, type Words } from './page.ts';
import { handoffName, type Site, stageTitle } from './site.ts';
import { slaTable } from './sla.ts';

/** A role's work, gathered once for its page, its day-one card and the quiz. */
export interface RoleWork {
  readonly role: string;
  readonly path: SitePath;
  readonly owns: readonly Stage[];
  readonly receives: readonly Handoff[];
  readonly gives: readonly Handoff[];
  readonly watches: readonly string[];
  /** True for software: nobody to onboard. */
  readonly automated: boolean;
}

export function workOf(site: Site, role: string): RoleWork {
  const { model } = site;
  const is = (owner: Owner | null) => owner?.roles.includes(role) ?? false;
  const owns = model.livingStages.filter((stage) => is(stage.owner));
  const other = (a: Owner | null, b: Owner | null) =>
    a === null || b === null || a.roles.join() !== b.roles.join();
  return {
    role,
    path: site.rolePath(role) ?? pagePath('roles'),
    owns,
    receives: model.livingHandoffs.filter(
      (handoff) => is(receiver(handoff)) && other(sender(handoff), receiver(handoff)),
    ),
    gives: model.livingHandoffs.filter(
      (handoff) => is(sender(handoff)) && other(sender(handoff), receiver(handoff)),
    ),
    watches: model.monitors
      .filter((monitor) => is(monitor.owner) && monitor.standing !== 'retired')
      .map(({ id }) => id),
    automated:
      /automation|system|software/i.test(role) ||
      (owns.length > 0 && owns.every((stage) => stage.owner?.automated)),
  };
}

/** People who work leads: they own a stage or stand on one side of a handoff. They get a day-one card. */
export function leadRoles(site: Site): readonly RoleWork[] {
  return site.roles.map((role) => workOf(site, role)).filter(worksLeads);
}

function worksLeads({ automated, owns, receives, gives }: RoleWork): boolean {
  return !automated && owns.length + receives.length + gives.length > 0;
}

export function rolePages(site: Site): readonly Page[] {
  return [roleIndex(site), ...site.roles.map((role) => rolePage(site, workOf(site, role)))];
}

function rolePage(site: Site, work: RoleWork): Page {
  const { role, owns, receives, gives } = work;
  const limits = limitsOf(site).filter((limit) => limit.owner?.roles.includes(role));
  const clocks = limits.filter((limit) => hasClock(limit.sla));
  return {
    path: work.path,
    title: role,
    kicker: 'Role',
    description: `${role}: what you own, receive, hand over and may reject, and your clocks.`,
    ids: [],
    keywords: ['role', role, `I am a ${role}`, ...roleAliases(role)],
    group: 'Roles',
    source: null,
    blocks: [
      roleAnswer(site, work, clocks[0] ? limitWords(clocks[0].sla) : null, clocks[0]?.name ?? null),
      { kind: 'facts', facts: roleFacts(site, work) },
      ...(worksLeads(work)
        ? [
            text(
              link(`Day-one card for ${role}`, cardPath(role)),
              ' · ',
              link('Start here', pagePath('onboarding')),
            ),
          ]
        : []),
      ...diagramBlock(site, roleDrawing(role), 'My part of the lifecycle', 'picture'),
      heading('My clocks', 'clocks'),
      slaTable(site, limits, false),
      heading('I receive', 'receive'),
      handoffTable(site, receives),
      heading('I hand over', 'give'),
      handoffTable(site, gives),
      heading('I may reject', 'reject'),
      { kind: 'facts', facts: rejections(site, receives) },
      ...(work.watches.length === 0
        ? []
        : [
            heading('I watch', 'watch'),
            { kind: 'list' as const, items: work.watches.map((id) => [idLink(site, id)]) },
          ]),
      ...(owns.length + receives.length + gives.length === 0
        ? [text('This role only watches; it works no leads.')]
        : []),
    ],
  };
}

/** Other names people search a role by. */
function roleAliases(role: string): readonly string[] {
  const known: Readonly<Record<string, readonly string[]>> = {
    BDR: ['SDR', 'business development', 'sales development'],
    AE: ['account executive', 'sales', 'closer'],
    CS: ['CSM', 'customer success'],
    Founder: ['founder-led sales'],
    Marketing: ['marketer'],
  };
  return known[role] ?? [];
}

export function cardPath(role: string): SitePath {
  return pagePath('onboarding', 'day-one', slug(role) || 'role');
}

function roleAnswer(site: Site, work: RoleWork, limit: string | null, where: string | null): Block {
  const stages = work.owns.flatMap(
    (stage, index): Words => [index === 0 ? '' : ', ', link(stageTitle(stage), site.stagePath(stage))],
  );
  const lead: Words = work.owns.length === 0 ? ['You own no stage.'] : ['You own ', ...stages, '.'];
  if (limit === null)
    return { kind: 'answer', big: work.automated ? 'Software does this' : 'No clock runs for you', lead };
  return {
    kind: 'answer',
    big: `You have ${limit}`,
    lead: [`after a lead reaches you in ${where ?? ''}. `, ...lead],
  };
}

function roleFacts(site: Site, { owns, receives, gives }: RoleWork): readonly Fact[] {
  const handoffs = (list: readonly Handoff[]) =>
    list.map(
      (handoff): Words => [link(handoffName(handoff), site.handoffPath(handoff)), ' ', quiet(handoff.id)],
    );
  return [
    {
      label: 'I own',
      lines: owns.map(
        (stage): Words => [link(stageTitle(stage), site.stagePath(stage)), ' ', quiet(stage.id)],
      ),
      missing: ['No stage.'],
    },
    { label: 'I receive', lines: handoffs(receives), missing: ['No handoff comes to this role.'] },
    { label: 'I hand over', lines: handoffs(gives), missing: ['No handoff starts with this role.'] },
  ];
}

function rejections(site: Site, receives: readonly Handoff[]): readonly Fact[] {
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

function roleIndex(site: Site): Page {
  const works = site.roles.map((role) => workOf(site, role));
  return {
    path: pagePath('roles'),
    title: 'Roles',
    kicker: null,
    description: 'Who does what in the lifecycle.',
    ids: [],
    keywords: ['owner', 'team', 'who'],
    group: 'Reference',
    source: null,
    blocks: [
      ...(works.length === 0
        ? [
            {
              kind: 'empty' as const,
              title: 'No role has work yet',
              words: [
                'Name one role in the ',
                code('Owner:'),
                ' line of each stage: BDR, AE, CS, Founder, Marketing.',
              ],
            },
          ]
        : [{ kind: 'cards' as const, cards: works.map((work) => roleCard(work)) }]),
    ],
  };
}

export function roleCard(work: RoleWork) {
  const parts = [
    work.owns.length > 0 ? `owns ${work.owns.map(stageTitle).join(', ')}` : '',
    work.receives.length > 0 ? `receives ${count(work.receives.length, 'handoff')}` : '',
    work.gives.length > 0 ? `hands over ${count(work.gives.length, 'time', 'once')}` : '',
    work.owns.length + work.receives.length + work.gives.length === 0
      ? `watches ${count(work.watches.length, 'monitor')}`
      : '',
  ].filter((part) => part !== '');
  return { title: work.role, to: work.path, words: [sentence(parts.join(', '))] };
}

function count(number: number, one: string, once = `1 ${one}`): string {
  return number === 1 ? once : `${number} ${one}s`;
}

function sentence(words: string): string {
  return words === '' ? '' : `${words[0]?.toUpperCase()}${words.slice(1)}.`;
}
